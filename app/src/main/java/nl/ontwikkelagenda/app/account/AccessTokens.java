package nl.ontwikkelagenda.app.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Caller.TokenScope;
import nl.ontwikkelagenda.app.account.AccessToken.Scope;
import nl.ontwikkelagenda.app.security.LinkSecrets;
import nl.ontwikkelagenda.app.security.TokenHolders;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of access tokens. A token never administers the installation, whoever owns it. */
@Component
class AccessTokens implements TokenHolders {

	/** By which a token is known for what it is when it turns up where it should not. */
	private static final String PREFIX = "ontwikkelagenda_";
	private static final Duration USE_IS_NOTED_EACH = Duration.ofMinutes(1);
	/** How long its owner sees that a token has expired. */
	private static final Duration KEPT_AFTER = Duration.ofDays(30);
	private static final String COLUMNS = "select id, person_id, name, scope, partnership_id, created_at, expires_at, last_used_at from register.access_token ";

	private final JdbcClient jdbc;
	private final Clock clock;
	private final boolean demo;

	AccessTokens(JdbcClient jdbc, Clock clock, @Value("${ontwikkelagenda.demo:false}") boolean demo) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.demo = demo;
	}

	/** Makes the token and answers its secret; when there is one with this id, its earlier secret stops. */
	String make(AccessToken made) {
		String secret = LinkSecrets.next();
		jdbc.sql("""
				insert into register.access_token (id, person_id, name, scope, partnership_id, token_hash, created_at, expires_at)
				values (:id, :person, :name, :scope, :partnership, :hash, :created, :expires) on conflict (id) do update set token_hash = excluded.token_hash""")
				.param("id", made.accessTokenId().value()).param("person", made.personId().value()).param("name", made.name()).param("scope", made.scope().name())
				.param("partnership", made.partnershipId() == null ? null : made.partnershipId().value(), Types.OTHER).param("hash", LinkSecrets.hash(secret))
				.param("created", time(made.createdAt())).param("expires", time(made.expiresAt())).update();
		return PREFIX + secret;
	}

	Optional<AccessToken> find(AccessTokenId id) {
		return jdbc.sql(COLUMNS + "where id = ?").param(id.value()).query(AccessTokens::token).optional();
	}

	/** Latest first; those that expired long ago are forgotten. */
	List<AccessToken> of(PersonId person) {
		return jdbc.sql(COLUMNS + "where person_id = ? order by created_at desc, id").param(person.value()).query(AccessTokens::token).list();
	}

	/** It stops at once. */
	void revoke(AccessTokenId id) {
		jdbc.sql("delete from register.access_token where id = ?").param(id.value()).update();
	}

	void forgetExpired() {
		jdbc.sql("delete from register.access_token where expires_at < ?").param(time(clock.instant().minus(KEPT_AFTER))).update();
	}

	@Override
	public Optional<Caller> holder(String token) {
		String secret = token.startsWith(PREFIX) ? token.substring(PREFIX.length()) : "";
		if (!LinkSecrets.hasForm(secret)) {
			return Optional.empty();
		}
		Optional<Used> used = jdbc.sql("""
				select t.id, t.person_id, t.scope, t.partnership_id, t.last_used_at, a.username, a.generation from register.access_token t
				join register.account a on a.person_id = t.person_id and a.enabled and (not a.demo or :demo) where t.token_hash = :hash and t.expires_at > :now""")
				.param("demo", demo).param("hash", LinkSecrets.hash(secret)).param("now", time(clock.instant())).query(AccessTokens::used).optional();
		used.ifPresent(this::noteUse);
		return used.map(Used::caller);
	}

	private record Used(UUID id, @Nullable Instant lastUsedAt, Caller caller) {
	}

	private void noteUse(Used used) {
		Instant now = clock.instant();
		if (used.lastUsedAt() == null || used.lastUsedAt().isBefore(now.minus(USE_IS_NOTED_EACH))) {
			jdbc.sql("update register.access_token set last_used_at = :now where id = :id").param("now", time(now)).param("id", used.id()).update();
		}
	}

	private static Used used(ResultSet row, int number) throws SQLException {
		TokenScope scope = new TokenScope(Scope.valueOf(row.getString("scope")) == Scope.WRITE, row.getObject("partnership_id", UUID.class));
		Caller caller = new Caller(new PersonId(row.getObject("person_id", UUID.class)), row.getString("username"), false, row.getLong("generation"), scope);
		return new Used(row.getObject("id", UUID.class), instant(row, "last_used_at"), caller);
	}

	private static AccessToken token(ResultSet row, int number) throws SQLException {
		UUID partnership = row.getObject("partnership_id", UUID.class);
		return new AccessToken(new AccessTokenId(row.getObject("id", UUID.class)), new PersonId(row.getObject("person_id", UUID.class)), row.getString("name"),
				Scope.valueOf(row.getString("scope")), partnership == null ? null : new PartnershipId(partnership),
				row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getObject("expires_at", OffsetDateTime.class).toInstant(), instant(row, "last_used_at"), null);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return moment == null ? null : moment.toInstant();
	}

	private static OffsetDateTime time(Instant moment) {
		return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
	}
}
