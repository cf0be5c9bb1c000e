package nl.ontwikkelagenda.app.oidc;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.Accounts.Account;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The register of who logs in elsewhere. An address links somebody once: who has it later is another. Who was unlinked is linked again by himself only, and not by an address.
 */
@Component
public class Identities {

	private final JdbcClient jdbc;
	private final Accounts accounts;
	private final Clock clock;

	Identities(JdbcClient jdbc, Accounts accounts, Clock clock) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.clock = clock;
	}

	/**
	 * That somebody logs in elsewhere.
	 *
	 * @param issuer   its address
	 * @param linkedAt since when
	 */
	public record Linked(String issuer, Instant linkedAt) {
	}

	/**
	 * The account with which somebody logs in.
	 *
	 * @param verifiedEmail an address of which the issuer says that it is his; absent when it does not say so
	 * @return none when nobody is known by this subject, and the address is not of exactly one account that was never linked
	 */
	Optional<Account> account(String issuer, String subject, @Nullable String verifiedEmail) {
		Optional<UUID> linked = jdbc.sql("select person_id from register.identity where issuer = ? and subject = ? and unlinked_at is null").params(issuer, subject)
				.query(UUID.class).optional();
		if (linked.isPresent()) {
			return linked.map(PersonId::new).flatMap(accounts::of);
		}
		List<Account> candidates = verifiedEmail == null ? List.of() : accounts.withEmail(verifiedEmail);
		return candidates.size() == 1 && linkFirst(issuer, subject, candidates.getFirst()) ? Optional.of(candidates.getFirst()) : Optional.empty();
	}

	private boolean linkFirst(String issuer, String subject, Account account) {
		return jdbc.sql("""
				insert into register.identity (issuer, subject, person_id, linked_at) select :issuer, :subject, :person, :now
				where not exists (select from register.identity where issuer = :issuer and person_id = :person) on conflict do nothing""")
				.param("issuer", issuer).param("subject", subject).param("person", account.personId().value()).param("now", now()).update() == 1;
	}

	/** Links somebody who is logged in and says so himself; answers false when he is linked already, or the subject is that of another. */
	boolean link(String issuer, String subject, PersonId person) {
		try {
			return jdbc.sql("""
					insert into register.identity as known (issuer, subject, person_id, linked_at) values (:issuer, :subject, :person, :now)
					on conflict (issuer, subject) do update set linked_at = excluded.linked_at, unlinked_at = null
					where known.person_id = excluded.person_id and known.unlinked_at is not null""")
					.param("issuer", issuer).param("subject", subject).param("person", person.value()).param("now", now()).update() == 1;
		} catch (DuplicateKeyException e) {
			return false;
		}
	}

	/** Where he logs in, beside here. */
	public Optional<Linked> of(PersonId person) {
		return jdbc.sql("select issuer, linked_at from register.identity where person_id = ? and unlinked_at is null order by linked_at desc limit 1").param(person.value())
				.query((row, number) -> new Linked(row.getString("issuer"), row.getObject("linked_at", OffsetDateTime.class).toInstant())).optional();
	}

	/** From now on he logs in here only. */
	public void unlink(PersonId person) {
		jdbc.sql("update register.identity set unlinked_at = ? where person_id = ? and unlinked_at is null").params(now(), person.value()).update();
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
	}
}
