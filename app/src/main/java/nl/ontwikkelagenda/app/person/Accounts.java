package nl.ontwikkelagenda.app.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.sealing.SealedTable;
import nl.ontwikkelagenda.app.sealing.Sealer;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The accounts with which persons log in. Accounts of the demo exist only in demo mode, also when they are still in the database. */
@Component
public class Accounts {

	private static final String ARGON2 = "argon2id";
	/** What OWASP asks of argon2id: 19 MiB, two passes, one lane; takes some 80 ms. */
	private static final Argon2PasswordEncoder ENCODER = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
	private static final String COLUMNS = "select username, person_id, password_hash, email, administrator, generation from register.account ";

	private static final String EMAIL = "email";

	private final JdbcClient jdbc;
	private final Sealer sealer;
	private final boolean demo;
	private final PasswordEncoder encoder = new DelegatingPasswordEncoder(ARGON2, Map.of(ARGON2, ENCODER, "bcrypt", new BCryptPasswordEncoder()));

	Accounts(JdbcClient jdbc, Sealer sealer, @Value("${ontwikkelagenda.demo:false}") boolean demo) {
		this.jdbc = jdbc;
		this.sealer = sealer;
		this.demo = demo;
	}

	/**
	 * An account that may log in.
	 *
	 * @param passwordHash as the delegating encoder writes it, with its algorithm in front; absent for who has not chosen a password
	 * @param email        where links for this account go
	 * @param generation   counts new passwords and closings
	 */
	public record Account(String username, PersonId personId, @Nullable String passwordHash, @Nullable String email, boolean administrator, long generation) {

		@Override
		public String toString() {
			return "Account of " + personId;
		}
	}

	public PasswordEncoder encoder() {
		return encoder;
	}

	/** The enabled account with this name, in whatever case it is written. */
	public Optional<Account> find(String username) {
		return jdbc.sql(COLUMNS + "where username = ? and enabled and (not demo or ?)")
				.params(username.strip().toLowerCase(Locale.ROOT), demo)
				.query(this::account)
				.optional();
	}

	/** The enabled accounts, by name. */
	public List<Account> all() {
		return jdbc.sql(COLUMNS + "where enabled and (not demo or ?) order by username").param(demo)
				.query(this::account).list();
	}

	/**
	 * Opens an account for a person of the register, or replaces the password and flags of the one he has.
	 *
	 * @param administrator whether he administers this installation
	 */
	public void open(String username, PersonId person, String password, boolean administrator) {
		open(username, person, encoder.encode(password), administrator, false);
	}

	/** The enabled account of this person. */
	public Optional<Account> of(PersonId person) {
		return jdbc.sql(COLUMNS + "where person_id = ? and enabled and (not demo or ?)").params(person.value(), demo).query(this::account).optional();
	}

	/** The enabled accounts to which links go at this address, in whatever case it is written; those of the demo have none. */
	public List<Account> withEmail(String email) {
		return jdbc.sql(COLUMNS + "where email_index = any(?) and enabled and not demo").param(sealer.digests(SealedTable.ACCOUNT, EMAIL, email.strip())).query(this::account)
				.list();
	}

	/**
	 * Lets a person choose a password for an account, which is opened if there is none or it was closed; a password that he has goes on working.
	 *
	 * @param email where links for it go from now on
	 * @return false when another has this name
	 */
	public boolean invite(String username, PersonId person, String email, boolean administrator) {
		String name = username.strip().toLowerCase(Locale.ROOT);
		if (jdbc.sql("select exists (select from register.account where username = ? and person_id <> ?)").params(name, person.value()).query(Boolean.class).single()) {
			return false;
		}
		jdbc.sql("""
				insert into register.account (username, person_id, email, email_index, administrator) values (:name, :person, :email, :index, :administrator)
				on conflict (person_id) do update set username = excluded.username, email = excluded.email, email_index = excluded.email_index, administrator = excluded.administrator, demo = false,
					password_hash = case when account.enabled and not account.demo then account.password_hash end, enabled = true, generation = account.generation + 1,
					changed_at = now()""").param("name", name).param("person", person.value()).param("email", sealer.row(SealedTable.ACCOUNT, person).seal(EMAIL, email.strip()))
				.param("index", sealer.digest(SealedTable.ACCOUNT, EMAIL, email.strip())).param("administrator", administrator).update();
		return true;
	}

	/** The generation of the account of this person; none when he has no account that may log in. */
	public OptionalLong generation(PersonId person) {
		return of(person).map(account -> OptionalLong.of(account.generation())).orElseGet(OptionalLong::empty);
	}

	/** Gives the account of this person another password; all its sessions end. */
	public void changePassword(PersonId person, String password) {
		jdbc.sql("update register.account set password_hash = ?, generation = generation + 1, changed_at = now() where person_id = ?")
				.params(encoder.encode(password), person.value())
				.update();
		jdbc.sql("delete from register.known_device where person_id = ?").param(person.value()).update();
	}

	/** Keeps the same password in the way in which new ones are kept, if it was kept in an older one. */
	public void keepAsNew(Account account, String password) {
		String kept = account.passwordHash();
		if (kept != null && encoder.upgradeEncoding(kept)) {
			jdbc.sql("update register.account set password_hash = ? where username = ? and password_hash = ?")
					.params(encoder.encode(password), account.username(), kept).update();
		}
	}

	/** From now on nobody can log in with this account; answers false when there is none. */
	public boolean close(String username) {
		return jdbc.sql("update register.account set enabled = false, generation = generation + 1, changed_at = now() where username = ?")
				.param(username.strip().toLowerCase(Locale.ROOT)).update() == 1;
	}

	/** Whether this person had an account that was closed. */
	public boolean isClosed(PersonId person) {
		return jdbc.sql("select count(*) from register.account where person_id = ? and not enabled").param(person.value()).query(Integer.class).single() > 0;
	}

	/** Sets where links for the account of this person go; absent for nowhere. */
	public void reachAt(PersonId person, @Nullable String email) {
		jdbc.sql("update register.account set email = :email, email_index = :index where person_id = :person")
				.param("email", sealer.row(SealedTable.ACCOUNT, person).sealOrNone(EMAIL, email), Types.BINARY)
				.param("index", sealer.digestOrNone(SealedTable.ACCOUNT, EMAIL, email), Types.BINARY).param("person", person.value()).update();
	}

	/** The account of the one becomes that of the other, unless he has one that he can log in with, or both were closed: then it is gone. A closed one makes way for one that is open. */
	void move(PersonId from, PersonId to) {
		Account moved = whatever(from).orElse(null);
		if (moved == null) {
			return;
		}
		if (of(to).isPresent() || (whatever(to).isPresent() && of(from).isEmpty())) {
			delete(from);
		} else {
			delete(to);
			jdbc.sql("update register.account set person_id = ?, changed_at = now() where person_id = ?").params(to.value(), from.value()).update();
			// it was sealed for the row of the other
			reachAt(to, moved.email());
		}
	}

	/** The account of this person, also when it was closed. */
	Optional<Account> whatever(PersonId person) {
		return jdbc.sql(COLUMNS + "where person_id = ?").param(person.value()).query(this::account).optional();
	}

	private void delete(PersonId person) {
		jdbc.sql("delete from register.account where person_id = ?").param(person.value()).update();
	}

	void open(String username, PersonId person, String passwordHash, boolean administrator, boolean forDemo) {
		jdbc.sql("""
				insert into register.account (username, person_id, password_hash, administrator, demo) values (?, ?, ?, ?, ?)
				on conflict (username) do update set person_id = excluded.person_id, password_hash = excluded.password_hash, administrator = excluded.administrator,
					demo = excluded.demo, enabled = true, generation = account.generation + 1, changed_at = now()""")
				.params(username.strip().toLowerCase(Locale.ROOT), person.value(), passwordHash, administrator, forDemo).update();
	}

	private Account account(ResultSet row, int number) throws SQLException {
		return new Account(row.getString("username"), new PersonId(row.getObject("person_id", UUID.class)), row.getString("password_hash"),
				sealer.row(SealedTable.ACCOUNT, row.getObject("person_id", UUID.class)).openOrNone(EMAIL, row.getBytes(EMAIL)),
				row.getBoolean("administrator"),
				row.getLong("generation"));
	}
}
