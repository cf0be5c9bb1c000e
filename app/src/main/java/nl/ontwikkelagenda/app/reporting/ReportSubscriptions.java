package nl.ontwikkelagenda.app.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.app.mail.OutgoingMailId;
import nl.ontwikkelagenda.app.reporting.ReportSubscription.Rhythm;
import nl.ontwikkelagenda.app.security.LinkSecrets;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of subscriptions to reports, and of what was mailed to whom: each report once to each person, however many instances try. */
@Component
public class ReportSubscriptions {

	private static final String SUBSCRIPTION = "select id, person_id, partnership_id, subject_kind, subject_id, rhythm, subscribed_on from register.report_subscription ";

	private final JdbcClient jdbc;
	private final TransactionTemplate transaction;

	ReportSubscriptions(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Subscribes, and answers the subscription; when there is one of this person, subject and rhythm already, that one. */
	public ReportSubscription subscribe(ReportSubscription wanted) {
		jdbc.sql("""
				insert into register.report_subscription (id, person_id, partnership_id, subject_kind, subject_id, rhythm, subscribed_on)
				values (:id, :person, :partnership, :kind, :subject, :rhythm, :day) on conflict do nothing""").param("id", wanted.reportSubscriptionId().value())
				.param("person", wanted.personId().value()).param("partnership", wanted.partnershipId().value()).param("kind", wanted.subject().kind().name())
				.param("subject", wanted.subject().id()).param("rhythm", wanted.rhythm().name()).param("day", wanted.subscribedOn()).update();
		return of(wanted.personId()).stream().filter(known -> known.subject().equals(wanted.subject()) && known.rhythm() == wanted.rhythm()).findFirst().orElse(wanted);
	}

	Optional<ReportSubscription> find(ReportSubscriptionId id) {
		return jdbc.sql(SUBSCRIPTION + "where id = ?").param(id.value()).query(ReportSubscriptions::subscription).optional();
	}

	/** Oldest first. */
	public List<ReportSubscription> of(PersonId person) {
		return jdbc.sql(SUBSCRIPTION + "where person_id = ? order by subscribed_on, id").param(person.value()).query(ReportSubscriptions::subscription).list();
	}

	/** Everybody's, except of those whose account was closed. */
	List<ReportSubscription> all() {
		return jdbc.sql(SUBSCRIPTION + "s where not exists (select from register.account a where a.person_id = s.person_id and not a.enabled) order by id")
				.query(ReportSubscriptions::subscription).list();
	}

	public void end(ReportSubscriptionId id) {
		jdbc.sql("delete from register.report_subscription where id = ?").param(id.value()).update();
	}

	/** The subscription that the link with this secret, in a mail, ends; none when it has ended. */
	Optional<ReportSubscription> byLink(String secret) {
		return LinkSecrets.hasForm(secret)
				? jdbc.sql(SUBSCRIPTION + "where id = (select subscription_id from register.report_delivery where stop_hash = ?)").param(LinkSecrets.hash(secret))
						.query(ReportSubscriptions::subscription).optional()
				: Optional.empty();
	}

	boolean isDelivered(ReportId report, PersonId person) {
		return jdbc.sql("select count(*) from register.report_delivery where report_id = ? and person_id = ?").params(report.value(), person.value()).query(Long.class)
				.single() > 0;
	}

	/**
	 * Delivers a report, unless this person has it.
	 *
	 * @param mail writes the mail with this secret in its link and answers its id; called in the same transaction, so both are there or neither is
	 */
	void deliver(ReportId report, ReportSubscription subscription, Function<String, OutgoingMailId> mail) {
		transaction.executeWithoutResult(status -> {
			String secret = LinkSecrets.next();
			// waits for another instance that is delivering the same
			int first = jdbc.sql("""
					insert into register.report_delivery (report_id, person_id, subscription_id, stop_hash)
					select ?, person_id, id, ? from register.report_subscription where id = ? on conflict (report_id, person_id) do nothing""")
					.params(report.value(), LinkSecrets.hash(secret), subscription.reportSubscriptionId().value()).update();
			if (first == 1) {
				jdbc.sql("update register.report_delivery set mail_id = ? where report_id = ? and person_id = ?").params(mail.apply(secret).value(), report.value(),
						subscription.personId().value()).update();
			}
		});
	}

	private static ReportSubscription subscription(ResultSet row, int number) throws SQLException {
		return new ReportSubscription(new ReportSubscriptionId(row.getObject("id", UUID.class)), new PersonId(row.getObject("person_id", UUID.class)),
				new PartnershipId(row.getObject("partnership_id", UUID.class)),
				new ReportSubject(ReportSubject.Kind.valueOf(row.getString("subject_kind")), row.getObject("subject_id", UUID.class)), Rhythm.valueOf(row.getString("rhythm")),
				row.getObject("subscribed_on", LocalDate.class));
	}
}
