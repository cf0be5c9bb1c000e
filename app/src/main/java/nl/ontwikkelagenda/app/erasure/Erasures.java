package nl.ontwikkelagenda.app.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.erasure.Erasure.FileDecision;
import nl.ontwikkelagenda.app.erasure.Erasure.KeptBecause;
import nl.ontwikkelagenda.app.erasure.Erasure.KeptText;
import nl.ontwikkelagenda.app.mail.OutgoingMails;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.sealing.SealedTable;
import nl.ontwikkelagenda.app.sealing.Sealer;
import nl.ontwikkelagenda.reporting.redaction.LegalGround;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of who was erased, and what is done to the other registers. */
@Component
public class Erasures {

	private final JdbcClient jdbc;
	private final People people;
	private final OutgoingMails mails;
	private final Sealer sealer;
	private final TransactionTemplate transaction;

	Erasures(JdbcClient jdbc, TransactionTemplate transaction, People people, OutgoingMails mails, Sealer sealer) {
		this.mails = mails;
		this.sealer = sealer;
		this.people = people;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	Optional<Erasure> find(PersonId person) {
		return jdbc.sql("select * from register.erasure where person_id = ?").param(person.value()).query(this::erasure).optional();
	}

	/** Latest first. */
	public List<Erasure> page(int page, int pageSize) {
		return jdbc.sql("select * from register.erasure order by erased_at desc, person_id limit ? offset ?").params(pageSize, (page - 1L) * pageSize).query(this::erasure).list();
	}

	public long count() {
		return jdbc.sql("select count(*) from register.erasure").query(Long.class).single();
	}

	List<Erasure> all() {
		return jdbc.sql("select * from register.erasure order by erased_at, person_id").query(this::erasure).list();
	}

	/** Erases somebody who came back with an old backup; his texts are redacted by themselves. */
	void eraseAgain(Erasure erasure) {
		transaction.executeWithoutResult(status -> {
			people.entriesOf(erasure.personId()).stream().filter(person -> person.personId().equals(erasure.personId())).forEach(this::forget);
			note(erasure);
		});
	}

	/** Empties all registers of a person, with all entries that he has, and notes that it was done: all of it, or nothing. */
	void erase(List<Person> entries, Erasure erasure) {
		transaction.executeWithoutResult(status -> {
			entries.reversed().forEach(this::forget);
			note(erasure);
			entries.stream().map(Person::personId).filter(id -> !id.equals(erasure.personId())).forEach(id -> note(erasure.of(id)));
		});
	}

	/** With his entry go his account, settings, subscriptions, feeds, reminders and mails. */
	private void forget(Person person) {
		jdbc.sql("delete from register.idempotency where actor = ?").param(Actor.person(person.personId()).value()).update();
		jdbc.sql("delete from register.idempotency_intention where actor = ?").param(Actor.person(person.personId()).value()).update();
		jdbc.sql("delete from register.registration where person_id = :person or email_index = any(:email)").param("person", person.personId().value())
				.param("email", person.email() == null ? new byte[0][] : sealer.digests(SealedTable.REGISTRATION, "email", person.email())).update();
		// files that were made a moment ago may name him; they are made again when somebody asks
		jdbc.sql("delete from register.report_run where state = 'DONE'").update();
		jdbc.sql("delete from register.person where id = ?").param(person.personId().value()).update();
		LoggedTexts.telling(person).ifPresent(this::takeOut);
	}

	/** Mails to others, imports, and reasons for which something was given up, failed or is kept, may name him. */
	private void takeOut(Pattern telling) {
		mails.replace(telling, FreeText.REDACTED);
		takeOut(telling, "select id, convert_from(plan, 'UTF8') from register.action_import where plan is not null for update",
				"update register.action_import set plan = convert_to(?, 'UTF8') where id = ?");
		takeOut(telling, "select id, failure from register.action_import where failure is not null for update", "update register.action_import set failure = ? where id = ?");
		takeOut(telling, "select id, reason from register.dropped_letter for update", "update register.dropped_letter set reason = ? where id = ?");
		takeOut(telling, "select id, reason from register.retention_proposal where reason is not null for update",
				"update register.retention_proposal set reason = ? where id = ?");
		takeOut(telling, "select dead_letter_id, cause_message from register.dead_letter where cause_message is not null for update",
				"update register.dead_letter set cause_message = ? where dead_letter_id = ?");
	}

	private void takeOut(Pattern words, String texts, String update) {
		record Kept(Object id, String text) {
		}
		jdbc.sql(texts).query((row, number) -> new Kept(row.getObject(1), row.getString(2))).list().stream().filter(kept -> words.matcher(kept.text()).find())
				.forEach(kept -> jdbc.sql(update).params(words.matcher(kept.text()).replaceAll(Matcher.quoteReplacement(FreeText.REDACTED)), kept.id()).update());
	}

	private void note(Erasure erasure) {
		UUID person = erasure.personId().value();
		jdbc.sql("insert into register.erasure (person_id, erased_by, ground, reason, redacted, erased_at) values (:person, :by, :ground, :reason, :redacted, :at)")
				.param("person", person).param("by", erasure.erasedBy().value()).param("ground", erasure.ground().name()).param("reason", erasure.reason())
				.param("redacted", erasure.redacted()).param("at", OffsetDateTime.ofInstant(erasure.erasedAt(), ZoneOffset.UTC)).update();
		erasure.exceptions()
				.forEach(kept -> jdbc.sql("insert into register.erasure_exception (person_id, event_identifier, pointer, ground, reason) values (?, ?, ?, ?, ?)")
						.params(person, kept.eventId(), kept.pointer(), kept.ground().name(), kept.reason()).update());
		erasure.files().forEach(file -> jdbc.sql("insert into register.erasure_file (person_id, attachment_id, ground, reason) values (:person, :file, :ground, :reason)")
				.param("person", person).param("file", file.attachmentId().value()).param("ground", file.ground() == null ? null : file.ground().name(), Types.VARCHAR)
				.param("reason", file.reason(), Types.VARCHAR).update());
	}

	private Erasure erasure(ResultSet row, int number) throws SQLException {
		return new Erasure(new PersonId(row.getObject("person_id", UUID.class)), new PersonId(row.getObject("erased_by", UUID.class)), LegalGround.valueOf(row.getString("ground")),
				row.getString("reason"), row.getInt("redacted"), row.getObject("erased_at", OffsetDateTime.class).toInstant(), exceptions(row.getObject("person_id", UUID.class)),
				files(row.getObject("person_id", UUID.class)));
	}

	private List<FileDecision> files(UUID person) {
		return jdbc.sql("select attachment_id, ground, reason from register.erasure_file where person_id = ? order by 1").param(person)
				.query((row, number) -> new FileDecision(new AttachmentId(row.getObject(1, UUID.class)), row.getString(2) == null ? null : KeptBecause.valueOf(row.getString(2)),
						row.getString(3)))
				.list();
	}

	private List<KeptText> exceptions(UUID person) {
		return jdbc.sql("select event_identifier, pointer, ground, reason from register.erasure_exception where person_id = ? order by 1, 2").param(person)
				.query((row, number) -> new KeptText(row.getObject(1, UUID.class), row.getString(2), KeptBecause.valueOf(row.getString(3)), row.getString(4))).list();
	}
}
