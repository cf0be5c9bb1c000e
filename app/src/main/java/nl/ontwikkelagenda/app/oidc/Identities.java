package nl.ontwikkelagenda.app.oidc;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.Accounts.Account;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of who logs in elsewhere. An address links somebody once: who has it later is another. */
@Component
class Identities {

	private final JdbcClient jdbc;
	private final Accounts accounts;
	private final Clock clock;

	Identities(JdbcClient jdbc, Accounts accounts, Clock clock) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.clock = clock;
	}

	/**
	 * The account with which somebody logs in.
	 *
	 * @param verifiedEmail an address of which the issuer says that it is his; absent when it does not say so
	 * @return none when nobody is known by this subject, and the address is not of exactly one account that is not linked yet
	 */
	Optional<Account> account(String issuer, String subject, @Nullable String verifiedEmail) {
		Optional<UUID> linked = jdbc.sql("select person_id from register.identity where issuer = ? and subject = ?").params(issuer, subject).query(UUID.class).optional();
		if (linked.isPresent()) {
			return linked.map(PersonId::new).flatMap(accounts::of);
		}
		List<Account> candidates = verifiedEmail == null ? List.of() : accounts.withEmail(verifiedEmail);
		return candidates.size() == 1 && link(issuer, subject, candidates.getFirst()) ? Optional.of(candidates.getFirst()) : Optional.empty();
	}

	private boolean link(String issuer, String subject, Account account) {
		return jdbc.sql("insert into register.identity (issuer, subject, person_id, linked_at) values (?, ?, ?, ?) on conflict do nothing")
				.params(issuer, subject, account.personId().value(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update() == 1;
	}
}
