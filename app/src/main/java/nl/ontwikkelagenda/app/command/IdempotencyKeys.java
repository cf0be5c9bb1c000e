package nl.ontwikkelagenda.app.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.app.command.Intent.Once;
import nl.ontwikkelagenda.app.store.RowBeside;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of requests that have their effect once. The lock on a key and the row that remembers its outcome belong to the transaction of the events: they are all there,
 * or none is.
 */
class IdempotencyKeys {

	private record Row(String fingerprint, Outcome outcome) {
	}

	private static final String SELECT = "select fingerprint, status, resource, position from register.idempotency where actor = ? and key = ?";

	private final JdbcTemplate jdbc;

	IdempotencyKeys(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Claims the key for this transaction.
	 *
	 * @throws AlreadyDone          an earlier request had its effect
	 * @throws IdempotencyKeyReused the key stands for another request
	 * @throws IdempotencyKeyInUse  another transaction holds the key now
	 */
	void claim(Actor actor, Once once) {
		Optional<Row> row = jdbc.execute(
				// Two statements in one round trip; the second has its own snapshot, taken after the lock, so it sees what the last holder committed.
				(Connection connection) -> connection.prepareStatement("select pg_try_advisory_xact_lock(?); " + SELECT),
				(PreparedStatement statement) -> {
					statement.setLong(1, lock(actor, once));
					statement.setString(2, actor.value());
					statement.setString(3, once.key());
					statement.execute();
					boolean claimed;
					try (ResultSet result = statement.getResultSet()) {
						result.next();
						claimed = result.getBoolean(1);
					}
					statement.getMoreResults();
					try (ResultSet result = statement.getResultSet()) {
						if (result.next()) {
							return Optional.of(row(result));
						}
					}
					if (!claimed) {
						throw new IdempotencyKeyInUse();
					}
					return Optional.empty();
				});
		if (row != null && row.isPresent()) {
			throw new AlreadyDone(same(row.get(), once));
		}
	}

	/** What {@link #remember} writes, to be written together with the events. */
	RowBeside memory(Actor actor, Once once) {
		return new RowBeside("insert into register.idempotency (actor, key, fingerprint, status, resource, position) select ?, ?, ?, ?, ?, appended.position",
				List.of(actor.value(), once.key(), once.fingerprint(), once.status(), once.resource()));
	}

	/** @param position of the command's last event; null when it had none, so that the answer is as of now */
	void remember(Actor actor, Once once, @Nullable Long position) {
		jdbc.update("""
				insert into register.idempotency (actor, key, fingerprint, status, resource, position)
				values (?, ?, ?, ?, ?, coalesce(?::bigint, (select max(global_index) from log.domain_event), 0))
				on conflict (actor, key) do update set position = excluded.position""", actor.value(), once.key(), once.fingerprint(), once.status(),
				once.resource(), position);
	}

	/** @throws IdempotencyKeyReused the key stands for another request */
	Optional<Outcome> find(Actor actor, Once once) {
		return jdbc.query(SELECT, (result, number) -> row(result), actor.value(), once.key()).stream().findFirst().map(row -> same(row, once));
	}

	int forget(int limit) {
		return jdbc.update("""
				delete from register.idempotency where (actor, key) in (
					select actor, key from register.idempotency where created_at < now() - interval '7 days' order by created_at limit ?)""", limit);
	}

	private static Outcome same(Row row, Once once) {
		if (!row.fingerprint().equals(once.fingerprint())) {
			throw new IdempotencyKeyReused();
		}
		return row.outcome();
	}

	private static Row row(ResultSet result) throws SQLException {
		return new Row(result.getString(1), new Outcome(result.getInt(2), result.getString(3), result.getLong(4), false));
	}

	/** Of an actor and his key, in hexadecimal. */
	static String digest(Actor actor, String key) {
		return HexFormat.of().formatHex(sha256(actor, key));
	}

	private static long lock(Actor actor, Once once) {
		return ByteBuffer.wrap(sha256(actor, once.key())).getLong();
	}

	private static byte[] sha256(Actor actor, String key) {
		try {
			return MessageDigest.getInstance("SHA-256").digest((actor.value() + '\n' + key).getBytes(StandardCharsets.UTF_8));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
