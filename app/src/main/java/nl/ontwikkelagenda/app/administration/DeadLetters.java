package nl.ontwikkelagenda.app.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.administration.DeadLetter.Dropped;
import nl.ontwikkelagenda.app.command.Automations;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.history.EventWords;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What automations could not do: to be seen, tried again, and given up with a reason. A fact stays in the log whatever becomes of it here. */
@Component
class DeadLetters {

	private static final String WAITING = """
			select dead_letter_id::uuid as id, processing_group, event_id::uuid as event_id, payload_type,
			not exists (select from register.dead_letter earlier where earlier.processing_group = letter.processing_group
				and earlier.sequence_identifier = letter.sequence_identifier and earlier.sequence_index < letter.sequence_index) as first,
			enqueued_at::timestamptz as parked_at, last_touched::timestamptz as last_tried_at, cause_type, cause_message,
			cast(null as uuid) as dropped_by, cast(null as timestamptz) as dropped_at, cast(null as text) as reason from register.dead_letter letter""";
	private static final String DROPPED = """
			select id, processing_group, event_id, payload_type, true as first, parked_at, cast(null as timestamptz) as last_tried_at, cause_type,
			cast(null as text) as cause_message, dropped_by, dropped_at, reason from register.dropped_letter""";

	private final JdbcClient database;
	private final Automations automations;
	private final AdministrationWords words;
	private final TransactionTemplate transaction;
	private final Clock clock;

	DeadLetters(JdbcClient database, Automations automations, AdministrationWords words, TransactionTemplate transaction, Clock clock) {
		this.database = database;
		this.automations = automations;
		this.words = words;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Those that wait, the oldest first. */
	List<DeadLetter> waiting(int page, int pageSize) {
		return database.sql(WAITING + " order by parked_at, id limit ? offset ?").params(pageSize, (page - 1L) * pageSize).query(this::letter).list();
	}

	long count() {
		return database.sql("select count(*) from register.dead_letter").query(Long.class).single();
	}

	/** The last ones that were given up, latest first. */
	List<DeadLetter> dropped(int most) {
		return database.sql(DROPPED + " order by dropped_at desc, id limit ?").param(most).query(this::letter).list();
	}

	/** @throws NotFound when there is none, and none was given up; one that was done is gone */
	DeadLetter one(DeadLetterId id) {
		return find(id).orElseThrow(NotFound::new);
	}

	private Optional<DeadLetter> find(DeadLetterId id) {
		return database.sql(WAITING + " where dead_letter_id = ?").param(id.toString()).query(this::letter).optional()
				.or(() -> database.sql(DROPPED + " where id = ?").param(id.value()).query(this::letter).optional());
	}

	/**
	 * Tries it again now, and when that succeeds those that wait behind it.
	 *
	 * @return whether it succeeded
	 */
	boolean tryAgain(DeadLetterId id) {
		DeadLetter letter = first(id);
		return automations.retryDeadLetter(letter.automation(), letter.eventId());
	}

	/** Gives it up; those that waited behind it are tried by themselves. */
	DeadLetter drop(DeadLetterId id, PersonId by, String reason) {
		DeadLetter letter = first(id);
		transaction.executeWithoutResult(status -> {
			database.sql("""
					insert into register.dropped_letter (id, processing_group, event_id, payload_type, cause_type, parked_at, dropped_by, dropped_at, reason)
					values (:id, :automation, :event, :type, :cause, :parked, :by, :at, :reason)""").param("id", id.value()).param("automation", letter.automation())
					.param("event", letter.eventId()).param("type", letter.type()).param("cause", letter.cause()).param("parked", time(letter.parkedAt()))
					.param("by", by.value()).param("at", time(clock.instant())).param("reason", reason).update();
			if (!automations.dropDeadLetter(letter.automation(), letter.eventId())) {
				throw new NotFound();
			}
		});
		return one(id);
	}

	private DeadLetter first(DeadLetterId id) {
		DeadLetter letter = one(id);
		if (letter.dropped() != null) {
			throw new RuleBroken("a-dropped-letter-stays-dropped", "Dit is al opgegeven.");
		}
		if (!letter.first()) {
			throw new RuleBroken("only-the-first-letter-is-settled", "Dit wacht op iets dat eerder bleef liggen; begin daarmee.");
		}
		return letter;
	}

	private DeadLetter letter(ResultSet row, int number) throws SQLException {
		UUID by = row.getObject("dropped_by", UUID.class);
		String type = row.getString("payload_type");
		String automation = row.getString("processing_group");
		return new DeadLetter(new DeadLetterId(row.getObject("id", UUID.class)), automation, words.job(automation), row.getObject("event_id", UUID.class), type,
				EventWords.of(type), row.getBoolean("first"), moment(row, "parked_at").orElseThrow(), moment(row, "last_tried_at").orElse(null), row.getString("cause_type"),
				row.getString("cause_message"), by == null ? null : new Dropped(new PersonId(by), moment(row, "dropped_at").orElseThrow(), row.getString("reason")));
	}

	private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
		@Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
	}

	private static OffsetDateTime time(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}
}
