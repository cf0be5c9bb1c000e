package nl.ontwikkelagenda.app.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.audit.Ledger.Published;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.app.mail.OutgoingMails;
import nl.ontwikkelagenda.app.mail.Postman;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails the newest checkpoint to who wants it, once a day while there is news: what lies in somebody's mailbox the operator cannot take back. */
@Component
public class CheckpointSubscriptions implements RecurringJob {

	private final JdbcClient database;
	private final TransactionTemplate transaction;
	private final Ledger ledger;
	private final OutgoingMails mails;
	private final Postman postman;
	private final Today today;

	CheckpointSubscriptions(JdbcClient database, TransactionTemplate transaction, Ledger ledger, OutgoingMails mails, Postman postman, Today today) {
		this.database = database;
		this.transaction = transaction;
		this.ledger = ledger;
		this.mails = mails;
		this.postman = postman;
		this.today = today;
	}

	/** @param daily whether the newest checkpoint comes by mail, once a day while there is news */
	public record Subscription(boolean daily) {
	}

	public Subscription of(PersonId person) {
		return new Subscription(
				database.sql("select exists (select from register.checkpoint_subscription where person_id = ?)").param(person.value()).query(Boolean.class).single());
	}

	public void set(PersonId person, Subscription subscription) {
		database.sql(subscription.daily()
				? "insert into register.checkpoint_subscription (person_id) values (?) on conflict do nothing"
				: "delete from register.checkpoint_subscription where person_id = ?").param(person.value()).update();
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(Duration.ofHours(1));
	}

	@Override
	public void run() {
		if (postman.works()) {
			transaction.executeWithoutResult(status -> ledger.newest().ifPresent(this::mail));
		}
	}

	private void mail(Published newest) {
		Instant madeAt = newest.checkpoint().madeAt();
		LocalDate day = today.date();
		List<UUID> readers = database.sql("""
				update register.checkpoint_subscription set mailed_on = ?, mailed_made_at = ?
				where mailed_on is distinct from ? and (mailed_made_at is null or mailed_made_at < ?) returning person_id""")
				.params(day, time(madeAt), day, time(madeAt)).query(UUID.class).list();
		for (UUID reader : readers) {
			mails.write(new PersonId(reader), "Checkpoint van het logboek: " + newest.checkpoint().size() + " feiten", """
					Dit is het nieuwste ondertekende checkpoint van het logboek. Bewaar deze mail: daarmee is later aan te tonen dat er in het logboek niets is veranderd.
					Hoe dat gaat, staat in docs/audit-format.md en in elke bewijsbundel.

					""" + newest.note());
		}
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}
}
