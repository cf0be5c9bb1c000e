package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.mail.MailServer;
import nl.ontwikkelagenda.app.mail.MailServer.Received;
import nl.ontwikkelagenda.app.webhook.Receiver;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom the application tells what happens: people, by mail, and the system of a partner that follows one agenda. Both are there whatever happens to the application. */
final class Outside implements AutoCloseable {

	private static final MailServer MAILS = new MailServer();
	private static final List<Received> ALL = new ArrayList<>();
	private static final String TOLD = "het thema ‘";
	/** The next time for both, instead of half a minute to wait. */
	private static final String AT_ONCE = "update register.job set execution_time = now() where task_name in ('SendMails', 'SendWebhooks') and not picked and execution_time > now()";
	/** Mails to the invited, from the oldest. */
	private static final String WRITTEN = "select '<' || id || '@regio.example>' from register.outgoing_mail order by written_at, id";
	private static final String THEMES = "select payload -> 'title' ->> 'text' from log.domain_event where payload_type = 'agenda.ThemeRaised' and payload ->> 'agendaId' = ? order by global_index";

	private final Receiver partner = new Receiver();

	/** What every application is set to. */
	static Stream<String> settings() {
		return Stream.concat(MAILS.settings(), Stream.of("ontwikkelagenda.webhooks.private-addresses=true")).map(setting -> "--" + setting);
	}

	Receiver partner() {
		return partner;
	}

	/**
	 * Waits until everybody was told: nothing is lost, and what came twice can be recognised, as it came under the same id; answers that in words.
	 *
	 * @param agenda  that the partner follows
	 * @param invited meetings to which somebody was invited, by their titles
	 */
	String check(JdbcClient database, String agenda, Collection<String> invited) throws InterruptedException {
		List<String> themes = database.sql(THEMES).param(agenda).query(String.class).list();
		long end = System.nanoTime() + Installation.PATIENCE.toNanos();
		while ((invitations(database).size() < invited.size() || told().size() < themes.size()) && System.nanoTime() < end) {
			database.sql(AT_ONCE).update();
			Thread.sleep(500);
		}
		assertThat(invitations(database)).as("mails").containsExactlyInAnyOrderElementsOf(invited);
		assertThat(told()).as("what the partner was told").containsExactlyElementsOf(themes);
		assertThat(partner.received()).allMatch(Receiver.Received::signed);
		long again = partner.received().size() - partner.received().stream().map(Receiver.Received::id).distinct().count();
		return "%d mails and %d changes at a partner's, each once (%d mails and %d deliveries came again under the same id)".formatted(invited.size(), themes.size(),
				mails(database).size() - invitations(database).size(), again);
	}

	/** Titles of themes, each delivery once, as they came. */
	List<String> told() {
		Map<String, List<String>> byId = new LinkedHashMap<>();
		partner.received().forEach(received -> byId.putIfAbsent(received.id(), received.sentences()));
		return byId.values().stream().flatMap(List::stream).filter(told -> told.contains(TOLD)).map(told -> told.replaceAll("(?s).*‘(.*)’.*", "$1")).toList();
	}

	/** Titles of meetings, each mail once. */
	private static List<String> invitations(JdbcClient database) {
		Map<String, String> byId = new LinkedHashMap<>();
		mails(database).forEach(mail -> byId.putIfAbsent(mail.messageId(), mail.subject().replace("Uitnodiging: ", "")));
		return List.copyOf(byId.values());
	}

	/** Those of this installation. */
	private static List<Received> mails(JdbcClient database) {
		Set<String> written = new HashSet<>(database.sql(WRITTEN).query(String.class).list());
		synchronized (ALL) {
			ALL.addAll(MAILS.received());
			return ALL.stream().filter(mail -> mail.subject().startsWith("Uitnodiging: ") && written.contains(mail.messageId())).toList();
		}
	}

	@Override
	public void close() {
		partner.close();
	}
}
