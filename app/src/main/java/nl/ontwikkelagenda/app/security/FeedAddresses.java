package nl.ontwikkelagenda.app.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A register of feeds that are read by their address, with the eyes of who made them. Of the secret in an address only a hash is kept.
 *
 * @param <K> what a feed is of
 */
public final class FeedAddresses<K extends Enum<K>> {

	private final JdbcClient jdbc;
	private final String table;
	private final String select;
	private final Class<K> kinds;

	/** @param table of the schema {@code register}, with the columns id, person_id, kind, subject_id, token_hash and created_at */
	public FeedAddresses(JdbcClient jdbc, String table, Class<K> kinds) {
		this.jdbc = jdbc;
		this.table = "register." + table;
		this.select = "select id, person_id, kind, subject_id, created_at from register." + table + " ";
		this.kinds = kinds;
	}

	/**
	 * One feed.
	 *
	 * @param personId  whose feed it is
	 * @param subjectId absent when it is of what is his own
	 */
	public record Feed<K>(UUID id, PersonId personId, K kind, @Nullable UUID subjectId, Instant createdAt) {
	}

	/** Makes the feed and answers the new secret of its address; when there is one with this id, its earlier address stops. */
	public String open(UUID id, PersonId person, K kind, @Nullable UUID subject) {
		String secret = LinkSecrets.next();
		jdbc.sql("insert into " + table
				+ " (id, person_id, kind, subject_id, token_hash) values (:id, :person, :kind, :subject, :hash) on conflict (id) do update set token_hash = excluded.token_hash")
				.param("id", id).param("person", person.value()).param("kind", kind.name()).param("subject", subject).param("hash", LinkSecrets.hash(secret)).update();
		return secret;
	}

	public Optional<Feed<K>> find(UUID id) {
		return jdbc.sql(select + "where id = ?").param(id).query(this::feed).optional();
	}

	/** The feed with this secret in its address; none when it was revoked, or when its owner's account was closed. */
	public Optional<Feed<K>> bySecret(String secret) {
		return LinkSecrets.hasForm(secret)
				? jdbc.sql(select + "f where token_hash = ? and not exists (select from register.account a where a.person_id = f.person_id and not a.enabled)")
						.param(LinkSecrets.hash(secret)).query(this::feed).optional()
				: Optional.empty();
	}

	/** Oldest first. */
	public List<Feed<K>> of(PersonId person) {
		return jdbc.sql(select + "where person_id = ? order by created_at, id").param(person.value()).query(this::feed).list();
	}

	/** Its address stops at once. */
	public void revoke(UUID id) {
		jdbc.sql("delete from " + table + " where id = ?").param(id).update();
	}

	private Feed<K> feed(ResultSet row, int number) throws SQLException {
		return new Feed<>(row.getObject("id", UUID.class), new PersonId(row.getObject("person_id", UUID.class)), Enum.valueOf(kinds, row.getString("kind")),
				row.getObject("subject_id", UUID.class), row.getObject("created_at", OffsetDateTime.class).toInstant());
	}
}
