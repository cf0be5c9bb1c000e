package nl.ontwikkelagenda.app.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.erasure.Erasure.KeptBecause;
import nl.ontwikkelagenda.app.erasure.Erasure.KeptText;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.reporting.redaction.LegalGround;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of who was erased, and what is done to the other registers. */
@Component
class Erasures {

	private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}\\s]");

	private final JdbcClient jdbc;
	private final People people;
	private final TransactionTemplate transaction;

	Erasures(JdbcClient jdbc, TransactionTemplate transaction, People people) {
		this.people = people;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	Optional<Erasure> find(PersonId person) {
		return jdbc.sql("select * from register.erasure where person_id = ?").param(person.value()).query(this::erasure).optional();
	}

	List<Erasure> all() {
		return jdbc.sql("select * from register.erasure order by erased_at, person_id").query(this::erasure).list();
	}

	/** Erases somebody who came back with an old backup; his texts are redacted by themselves. */
	void eraseAgain(Erasure erasure) {
		transaction.executeWithoutResult(status -> {
			people.find(erasure.personId()).ifPresent(this::forget);
			note(erasure);
		});
	}

	/** Empties all registers of a person and notes that it was done: all of it, or nothing. */
	void erase(Person person, Erasure erasure) {
		transaction.executeWithoutResult(status -> {
			forget(person);
			note(erasure);
		});
	}

	/** With his entry go his account, settings, subscriptions, feeds, reminders and mails. */
	private void forget(Person person) {
		jdbc.sql("delete from register.idempotency where actor = ?").param(Actor.person(person.personId()).value()).update();
		jdbc.sql("delete from register.idempotency_intention where actor = ?").param(Actor.person(person.personId()).value()).update();
		jdbc.sql("delete from register.registration where person_id = :person or lower(email) = lower(:email)").param("person", person.personId().value())
				.param("email", person.email()).update();
		jdbc.sql("delete from register.person where id = ?").param(person.personId().value()).update();
		Stream.of(person.name(), person.email(), person.phone()).filter(word -> word != null && word.length() > 2).forEach(this::takeOut);
	}

	/** Mails to others that wait, and imports that are not done, may name him. */
	private void takeOut(String word) {
		String alone = "(?<![[:alnum:]])" + PUNCTUATION.matcher(word).replaceAll("\\\\$0") + "(?![[:alnum:]])";
		jdbc.sql("update register.outgoing_mail set subject = regexp_replace(subject, :word, :instead, 'gi'), body = regexp_replace(body, :word, :instead, 'gi') "
				+ "where subject ~* :word or body ~* :word").param("word", alone).param("instead", FreeText.REDACTED).update();
		jdbc.sql("update register.action_import set plan = convert_to(regexp_replace(convert_from(plan, 'UTF8'), :word, :instead, 'gi'), 'UTF8') "
				+ "where convert_from(plan, 'UTF8') ~* :word").param("word", alone).param("instead", FreeText.REDACTED).update();
	}

	private void note(Erasure erasure) {
		UUID person = erasure.personId().value();
		jdbc.sql("insert into register.erasure (person_id, erased_by, ground, reason, redacted, erased_at) values (:person, :by, :ground, :reason, :redacted, :at)")
				.param("person", person).param("by", erasure.erasedBy().value()).param("ground", erasure.ground().name()).param("reason", erasure.reason())
				.param("redacted", erasure.redacted()).param("at", OffsetDateTime.ofInstant(erasure.erasedAt(), ZoneOffset.UTC)).update();
		erasure.exceptions()
				.forEach(kept -> jdbc.sql("insert into register.erasure_exception (person_id, event_identifier, pointer, ground, reason) values (?, ?, ?, ?, ?)")
						.params(person, kept.eventId(), kept.pointer(), kept.ground().name(), kept.reason()).update());
	}

	private Erasure erasure(ResultSet row, int number) throws SQLException {
		return new Erasure(new PersonId(row.getObject("person_id", UUID.class)), new PersonId(row.getObject("erased_by", UUID.class)), LegalGround.valueOf(row.getString("ground")),
				row.getString("reason"), row.getInt("redacted"), row.getObject("erased_at", OffsetDateTime.class).toInstant(), exceptions(row.getObject("person_id", UUID.class)));
	}

	private List<KeptText> exceptions(UUID person) {
		return jdbc.sql("select event_identifier, pointer, ground, reason from register.erasure_exception where person_id = ? order by 1, 2").param(person)
				.query((row, number) -> new KeptText(row.getObject(1, UUID.class), row.getString(2), KeptBecause.valueOf(row.getString(3)), row.getString(4))).list();
	}
}
