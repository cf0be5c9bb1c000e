package nl.ontwikkelagenda.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.audit.LedgerChecker.Verdict;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks of the whole log that were asked for, one at a time: how far each is and what came out. What {@link LedgerChecker} does, it does in the background. */
@Component
public class LedgerChecks {

	private static final Logger LOG = LoggerFactory.getLogger(LedgerChecks.class);

	private final JdbcClient database;
	private final LedgerChecker checker;
	private final Clock clock;

	LedgerChecks(JdbcClient database, LedgerChecker checker, Clock clock) {
		this.database = database;
		this.checker = checker;
		this.clock = clock;
	}

	/** How it is with a check. */
	public enum State {
		WAITING, RUNNING,
		/** Everything is as it was published. */
		SOUND,
		/** Everything that is there is as it was published, but the log says itself that facts that were published are gone. */
		CONTINUED,
		/** Something was changed. */
		BROKEN,
		/** It could not be done. */
		FAILED;

		public boolean isOver() {
			return this != WAITING && this != RUNNING;
		}
	}

	/**
	 * What is wrong with the log.
	 *
	 * @param number      of the first fact that is not as it was, from 1
	 * @param beforeNumber number of the first fact that is known to be later; one more than {@code number} when it is exactly that one
	 * @param how         one Dutch sentence
	 */
	public record Finding(long number, long beforeNumber, String how) {
	}

	/**
	 * One check.
	 *
	 * @param askedBy     absent when the daily job asked
	 * @param checked     facts that were gone through
	 * @param total       facts that there were when it began
	 * @param checkpoints how many were compared; when it is sound or continued
	 * @param finding     what is wrong; when it is broken
	 * @param trouble     why it could not be done; when it failed
	 * @param losses      what is gone; when it is continued
	 */
	public record LedgerCheck(LedgerCheckId checkId, @Nullable PersonId askedBy, Instant askedAt, State state, long checked, long total, @Nullable Instant finishedAt,
			@Nullable Integer checkpoints, @Nullable Finding finding, @Nullable String trouble, @Nullable String losses) {
	}

	/**
	 * Notes that a check is asked for.
	 *
	 * @throws RuleBroken when another one waits or runs
	 */
	void ask(LedgerCheckId id, @Nullable PersonId by) {
		try {
			database.sql("insert into register.ledger_check (id, asked_by, asked_at, state) values (:id, :by, :at, 'WAITING') on conflict (id) do nothing").param("id", id.value())
					.param("by", by == null ? null : by.value(), Types.OTHER).param("at", now()).update();
		} catch (DuplicateKeyException e) {
			throw new RuleBroken("one-ledger-check-at-a-time", "Er loopt al een controle van het logboek; wacht tot die klaar is.");
		}
	}

	/** Does it, from the start also when an instance stopped in the middle. */
	void perform(LedgerCheckId id) {
		database.sql("update register.ledger_check set state = 'RUNNING' where id = ? and finished_at is null").param(id.value()).update();
		try {
			switch (checker.check((checked, total) -> note(id, checked, total))) {
				case Verdict.Sound sound -> finish(id, State.SOUND, sound.checkpoints(), null, null, null);
				case Verdict.Continued continued -> {
					LOG.warn("{}", continued.losses());
					finish(id, State.CONTINUED, continued.checkpoints(), null, null, continued.losses());
				}
				case Verdict.Broken broken -> {
					LOG.error("Het logboek is niet zoals het is gepubliceerd: {}", broken.how());
					finish(id, State.BROKEN, null, broken.index(), broken.before(), broken.how());
				}
			}
		} catch (RuntimeException e) {
			LOG.error("Het logboek kon niet worden gecontroleerd", e);
			finish(id, State.FAILED, null, null, null, "De controle kon niet worden afgemaakt; het logboek van de server zegt waarom.");
		}
	}

	private void note(LedgerCheckId id, long checked, long total) {
		database.sql("update register.ledger_check set checked = ?, total = ? where id = ?").params(checked, total, id.value()).update();
	}

	private void finish(LedgerCheckId id, State state, @Nullable Integer checkpoints, @Nullable Long first, @Nullable Long later, @Nullable String how) {
		database.sql("""
				update register.ledger_check set state = :state, finished_at = :at, checkpoints = :checkpoints, first_bad = :first, known_later = :later, how = :how
				where id = :id and finished_at is null""").param("state", state.name()).param("at", now()).param("checkpoints", checkpoints, Types.INTEGER)
				.param("first", first, Types.BIGINT).param("later", later, Types.BIGINT).param("how", how, Types.VARCHAR).param("id", id.value()).update();
	}

	public Optional<LedgerCheck> find(LedgerCheckId id) {
		return database.sql("select * from register.ledger_check where id = ?").param(id.value()).query(LedgerChecks::check).optional();
	}

	/** The one that the daily job asked for and that was not finished. */
	Optional<LedgerCheckId> unfinishedOfJob() {
		return database.sql("select id from register.ledger_check where finished_at is null and asked_by is null").query(UUID.class).optional().map(LedgerCheckId::new);
	}

	/** Latest first. */
	public List<LedgerCheck> page(int page, int pageSize) {
		return database.sql("select * from register.ledger_check order by asked_at desc, id desc limit ? offset ?").params(pageSize, (page - 1L) * pageSize)
				.query(LedgerChecks::check).list();
	}

	long count() {
		return database.sql("select count(*) from register.ledger_check").query(Long.class).single();
	}

	private static LedgerCheck check(ResultSet row, int number) throws SQLException {
		State state = State.valueOf(row.getString("state"));
		UUID by = row.getObject("asked_by", UUID.class);
		OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
		String how = row.getString("how");
		return new LedgerCheck(new LedgerCheckId(row.getObject("id", UUID.class)), by == null ? null : new PersonId(by),
				row.getObject("asked_at", OffsetDateTime.class).toInstant(),
				state, row.getLong("checked"), row.getLong("total"), finished == null ? null : finished.toInstant(), row.getObject("checkpoints", Integer.class),
				state == State.BROKEN && how != null ? new Finding(row.getLong("first_bad") + 1, row.getLong("known_later") + 1, how) : null, state == State.FAILED ? how : null,
				state == State.CONTINUED ? how : null);
	}

	private OffsetDateTime now() {
		return clock.instant().atOffset(ZoneOffset.UTC);
	}
}
