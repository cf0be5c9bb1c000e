package nl.ontwikkelagenda.app;

import java.util.List;
import java.util.Locale;

import nl.ontwikkelagenda.app.console.Announcement;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import nl.ontwikkelagenda.reporting.readmodel.ViewState;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the block at the start says about the views and the demo. */
@Configuration(proxyBeanMethods = false)
class StartAnnouncements {

	@Bean
	@Order(1)
	Announcement.Source viewsPosition(ReadModelEngine engine) {
		return () -> {
			long setAside = engine.states().stream().filter(state -> state.serving() && state.error() != null).map(ViewState::name).distinct().count();
			long reached = engine.position();
			String position = reached < 0 ? "worden nog opgebouwd" : String.format(Locale.forLanguageTag("nl"), "bij tot en met feit %,d", reached);
			return List.of(new Announcement("overzichten", setAside == 0 ? position : position + "; " + setAside + " opzij gezet na een fout"));
		};
	}

	@Bean
	@Order(2)
	@ConditionalOnProperty(name = "ontwikkelagenda.demo", havingValue = "true")
	Announcement.Source demoLogins() {
		return () -> List.of(new Announcement("demo", String.join(", ", DemoAccounts.usernames()) + "; wachtwoord " + DemoAccounts.PASSWORD));
	}
}
