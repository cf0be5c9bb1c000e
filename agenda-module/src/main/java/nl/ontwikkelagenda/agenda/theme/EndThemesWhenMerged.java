package nl.ontwikkelagenda.agenda.theme;

import nl.ontwikkelagenda.agenda.theme.ThemeCommand.EndMergedTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemesMerged;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Themes that became one point to it from then on, and end; one that points there already does so once. */
@Component
@DisallowReplay
@ProcessingGroup("EndThemesWhenMerged")
class EndThemesWhenMerged {

	private final CommandGateway commands;

	EndThemesWhenMerged(CommandGateway commands) {
		this.commands = commands;
	}

	@EventHandler
	void on(ThemesMerged e) {
		e.origins().forEach(origin -> commands.sendAndWait(new EndMergedTheme(origin, e.themeId(), e.mergedOn())));
	}
}
