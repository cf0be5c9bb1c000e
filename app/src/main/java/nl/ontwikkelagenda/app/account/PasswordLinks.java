package nl.ontwikkelagenda.app.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.mail.OutgoingMails;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.Accounts.Account;
import nl.ontwikkelagenda.app.rest.PublicAddress;
import nl.ontwikkelagenda.app.security.LinkSecrets;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The links with which people choose a password: once, and for a while. Of one account only the latest works. */
@Component
class PasswordLinks {

	/** Path before the secret of a mailed link. */
	static final String PATH = "/wachtwoord/kiezen/";
	static final Duration INVITED_FOR = Duration.ofDays(7);
	static final Duration RESET_WITHIN = Duration.ofHours(1);

	private static final String BY_SECRET = "select person_id, kind from register.password_link where token_hash = ? and expires_at > ?";

	private final JdbcClient jdbc;
	private final Accounts accounts;
	private final OutgoingMails mails;
	private final PublicAddress address;
	private final Clock clock;
	private final TransactionTemplate transaction;

	PasswordLinks(JdbcClient jdbc, Accounts accounts, OutgoingMails mails, PublicAddress address, Clock clock, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.mails = mails;
		this.address = address;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Why it was sent. */
	enum Kind {
		INVITATION, RESET
	}

	/** A link that works. */
	record Link(Account account, Kind kind) {
	}

	/** Opens the account and mails the link; answers false when another has this name. */
	boolean invite(PersonId person, String username, String email, boolean administrator) {
		return Boolean.TRUE.equals(transaction.execute(status -> {
			boolean free = accounts.invite(username, person, email, administrator);
			if (free) {
				mails.writeToAccount(person, "Uw account voor de Ontwikkelagenda", invitation(username, keep(person, Kind.INVITATION, INVITED_FOR)));
			}
			return free;
		}));
	}

	/** Mails a link to who forgot his password. */
	void reset(Account account) {
		transaction.executeWithoutResult(status -> mails.writeToAccount(account.personId(), "Een nieuw wachtwoord voor de Ontwikkelagenda",
				forgotten(account.username(), keep(account.personId(), Kind.RESET, RESET_WITHIN))));
	}

	/** None when it was used, is too old, or its account was closed. */
	Optional<Link> find(String secret) {
		return LinkSecrets.hasForm(secret)
				? jdbc.sql(BY_SECRET).params(LinkSecrets.hash(secret), now()).query(PasswordLinks::found).optional().flatMap(this::link)
				: Optional.empty();
	}

	/** Sets the password, once: answers the account as it is now, or none when the link no longer works, as when two use it at once. */
	Optional<Account> use(String secret, String password) {
		return find(secret).flatMap(link -> transaction.execute(status -> {
			boolean first = jdbc.sql("delete from register.password_link where token_hash = ? and expires_at > ?").params(LinkSecrets.hash(secret), now()).update() == 1;
			if (first) {
				accounts.changePassword(link.account().personId(), password);
			}
			return first ? accounts.of(link.account().personId()) : Optional.<Account>empty();
		}));
	}

	/** A password was chosen in another way: the link that may be under way is of no use any more. */
	void withdraw(PersonId person) {
		jdbc.sql("delete from register.password_link where person_id = ?").param(person.value()).update();
	}

	void forgetExpired() {
		jdbc.sql("delete from register.password_link where expires_at < ?").param(now()).update();
	}

	private String keep(PersonId person, Kind kind, Duration valid) {
		String secret = LinkSecrets.next();
		jdbc.sql("""
				insert into register.password_link (person_id, kind, token_hash, expires_at) values (:person, :kind, :hash, :until)
				on conflict (person_id) do update set kind = excluded.kind, token_hash = excluded.token_hash, expires_at = excluded.expires_at""").param("person", person.value())
				.param("kind", kind.name()).param("hash", LinkSecrets.hash(secret)).param("until", now().plus(valid)).update();
		return secret;
	}

	private record Found(PersonId person, Kind kind) {
	}

	private Optional<Link> link(Found found) {
		return accounts.of(found.person()).map(account -> new Link(account, found.kind()));
	}

	private static Found found(ResultSet row, int number) throws SQLException {
		return new Found(new PersonId(row.getObject("person_id", UUID.class)), Kind.valueOf(row.getString("kind")));
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
	}

	private String invitation(String username, String secret) {
		return """
				Goedendag,

				U krijgt een account voor de Ontwikkelagenda. Uw gebruikersnaam is: %s. Kies binnen 7 dagen een wachtwoord op deze pagina:

				%s

				Is dat te laat, vraag dan de beheerder om u opnieuw uit te nodigen.
				""".formatted(username, address.inMail(PATH + secret));
	}

	private String forgotten(String username, String secret) {
		return """
				Goedendag,

				Iemand heeft voor uw account %s om een nieuw wachtwoord gevraagd. Was u dat? Kies het dan binnen een uur op deze pagina:

				%s

				Was u het niet, dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.
				""".formatted(username, address.inMail(PATH + secret));
	}
}
