package nl.ontwikkelagenda.app.reminder;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.Reminder;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.mail.OutgoingMailId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which reminders were given to whom: each once, and to each person at most once a day, however many instances try. */
@Component
class GivenReminders {

	private static final int DAYS_LOOKED_BACK = 14;

	private final JdbcClient jdbc;
	private final TransactionTemplate transaction;

	GivenReminders(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * A reminder that was sent and that the log does not know of.
	 *
	 * @param firstMail one of the mails that it was sent in
	 */
	record Sent(ActionId actionId, PromiseId promiseId, Reminder.Kind kind, LocalDate about, LocalDate day, List<PersonId> recipients, LocalDate sentOn, OutgoingMailId firstMail) {
	}

	/** What makes a reminder of one person the same as another. */
	record Key(PromiseId promiseId, Reminder.Kind kind, LocalDate about, PersonId person) {

		static Key of(Due due, PersonId person) {
			return new Key(due.promise().promiseId(), due.reminder().kind(), due.reminder().about(), person);
		}
	}

	/** The reminders of these promises that were given before, of everybody by the id that counts. */
	Set<Key> among(Collection<PromiseId> promises) {
		return new HashSet<>(jdbc.sql("""
				select promise_id, kind, about, coalesce(joined_into, id) as person_id from register.reminder join register.person on id = person_id where promise_id = any(?)""")
				.param(promises.stream().map(PromiseId::value).distinct().toArray(UUID[]::new))
				.query((row, number) -> new Key(new PromiseId(row.getObject("promise_id", UUID.class)), Reminder.Kind.valueOf(row.getString("kind")),
						row.getObject("about", LocalDate.class), new PersonId(row.getObject("person_id", UUID.class))))
				.list());
	}

	boolean allGivenOn(LocalDate day) {
		return jdbc.sql("select count(*) from register.reminder_day where day = ?").param(day).query(Long.class).single() > 0;
	}

	void noteAllGivenOn(LocalDate day) {
		jdbc.sql("insert into register.reminder_day (day) values (?) on conflict do nothing").param(day).update();
	}

	/**
	 * Gives a person those of his reminders that he was not given before, unless he had some on this day already.
	 *
	 * @param mail writes the mail that they are merged into and answers its id, or null when there is none; called in the same transaction, so both are there or neither is
	 */
	void give(PersonId person, LocalDate day, List<Due> reminders, Function<List<Due>, @Nullable OutgoingMailId> mail) {
		transaction.executeWithoutResult(status -> {
			if (!beginRound(person, day)) {
				return;
			}
			Set<Key> before = among(reminders.stream().map(due -> due.promise().promiseId()).toList());
			List<Due> fresh = reminders.stream().filter(due -> !before.contains(Key.of(due, person))).toList();
			if (fresh.isEmpty()) {
				status.setRollbackOnly();
				return;
			}
			OutgoingMailId written = mail.apply(fresh);
			jdbc.sql("update register.reminder_round set mail_id = ? where person_id = ? and day = ?").param(written == null ? null : written.value()).param(person.value())
					.param(day).update();
			fresh.forEach(due -> insert(person, day, due, written != null));
		});
	}

	/** The actions that a person was reminded of lately. */
	Set<ActionId> actionsOf(PersonId person, LocalDate day) {
		return new HashSet<>(jdbc.sql("select distinct action_id from register.reminder where person_id = ? and day > ? and day <= ?").param(person.value())
				.param(day.minusDays(DAYS_LOOKED_BACK)).param(day).query((row, number) -> new ActionId(row.getObject(1, UUID.class))).list());
	}

	/** Reminders of which every mail has been sent or given up, and that the log does not know of. */
	List<Sent> toRecord() {
		return jdbc.sql("""
				select r.action_id, r.promise_id, r.kind, r.about, r.day, array_agg(r.person_id order by r.person_id) filter (where m.state = 'SENT') as recipients,
					max((m.settled_at at time zone :zone)::date) filter (where m.state = 'SENT') as sent_on, (array_agg(m.id order by m.id) filter (where m.state = 'SENT'))[1] as mail
				from register.reminder r join register.reminder_round g using (person_id, day) join register.outgoing_mail m on m.id = g.mail_id
				where r.to_record
				group by r.action_id, r.promise_id, r.kind, r.about, r.day
				having bool_and(m.state <> 'WAITING') and bool_or(m.state = 'SENT')""").param("zone", Today.AMSTERDAM.getId()).query(GivenReminders::sent).list();
	}

	void noteRecorded(Sent sent) {
		jdbc.sql("update register.reminder set to_record = false where promise_id = ? and kind = ? and about = ? and person_id = any(?)").param(sent.promiseId().value())
				.param(sent.kind().name()).param(sent.about()).param(sent.recipients().stream().map(PersonId::value).toArray(UUID[]::new)).update();
	}

	/** Waits for another instance that is giving this person his reminders of this day, and answers false when it did. */
	private boolean beginRound(PersonId person, LocalDate day) {
		return jdbc.sql("insert into register.reminder_round (person_id, day) select id, ? from register.person where id = ? on conflict do nothing").param(day)
				.param(person.value()).update() == 1;
	}

	private void insert(PersonId person, LocalDate day, Due due, boolean inMail) {
		jdbc.sql("insert into register.reminder (promise_id, kind, about, person_id, day, action_id, to_record) values (?, ?, ?, ?, ?, ?, ?)")
				.params(due.promise().promiseId().value(), due.reminder().kind().name(), due.reminder().about(), person.value(), day, due.actionId().value(), inMail)
				.update();
	}

	private static Sent sent(ResultSet row, int number) throws SQLException {
		Array recipients = row.getArray("recipients");
		return new Sent(new ActionId(row.getObject("action_id", UUID.class)), new PromiseId(row.getObject("promise_id", UUID.class)),
				Reminder.Kind.valueOf(row.getString("kind")), row.getObject("about", LocalDate.class), row.getObject("day", LocalDate.class),
				Stream.of((UUID[]) recipients.getArray()).map(PersonId::new).toList(), row.getObject("sent_on", LocalDate.class),
				new OutgoingMailId(row.getObject("mail", UUID.class)));
	}
}
