package nl.ontwikkelagenda.app.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The accounts with which persons log in. Accounts of the demo exist only in demo mode, also when they are still in the database. */
@Component
public class Accounts {

	private final JdbcClient jdbc;
	private final boolean demo;
	private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

	Accounts(JdbcClient jdbc, @Value("${ontwikkelagenda.demo:false}") boolean demo) {
		this.jdbc = jdbc;
		this.demo = demo;
	}

	/**
	 * An account that may log in.
	 *
	 * @param passwordHash as the delegating encoder writes it, with its algorithm in front
	 */
	public record Account(String username, PersonId personId, String passwordHash, boolean administrator) {

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
		return jdbc.sql("select username, person_id, password_hash, administrator from register.account where username = ? and enabled and (not demo or ?)")
				.params(username.strip().toLowerCase(Locale.ROOT), demo)
				.query(Accounts::account)
				.optional();
	}

	/** The enabled accounts, by name. */
	public List<Account> all() {
		return jdbc.sql("select username, person_id, password_hash, administrator from register.account where enabled and (not demo or ?) order by username").param(demo)
				.query(Accounts::account).list();
	}

	/**
	 * Opens an account for a person of the register, or replaces the password and flags of the one he has.
	 *
	 * @param administrator whether he administers this installation
	 */
	public void open(String username, PersonId person, String password, boolean administrator) {
		open(username, person, password, administrator, false);
	}

	/** From now on nobody can log in with this account; answers false when there is none. */
	public boolean close(String username) {
		return jdbc.sql("update register.account set enabled = false, changed_at = now() where username = ?").param(username.strip().toLowerCase(Locale.ROOT)).update() == 1;
	}

	/** Whether this person had an account that was closed. */
	public boolean isClosed(PersonId person) {
		return jdbc.sql("select count(*) from register.account where person_id = ? and not enabled").param(person.value()).query(Integer.class).single() > 0;
	}

	/** The account of the one becomes that of the other, unless he has one: then it is gone. */
	void move(PersonId from, PersonId to) {
		if (isOpen(to)) {
			jdbc.sql("delete from register.account where person_id = ?").param(from.value()).update();
		} else {
			jdbc.sql("update register.account set person_id = ?, changed_at = now() where person_id = ?").params(to.value(), from.value()).update();
		}
	}

	boolean isOpen(PersonId person) {
		return jdbc.sql("select count(*) from register.account where person_id = ?").param(person.value()).query(Integer.class).single() > 0;
	}

	void open(String username, PersonId person, String password, boolean administrator, boolean forDemo) {
		jdbc.sql("""
				insert into register.account (username, person_id, password_hash, administrator, demo) values (?, ?, ?, ?, ?)
				on conflict (username) do update set person_id = excluded.person_id, password_hash = excluded.password_hash, administrator = excluded.administrator,
					demo = excluded.demo, enabled = true, changed_at = now()""")
				.params(username.strip().toLowerCase(Locale.ROOT), person.value(), encoder.encode(password), administrator, forDemo).update();
	}

	private static Account account(ResultSet row, int number) throws SQLException {
		return new Account(row.getString("username"), new PersonId(row.getObject("person_id", UUID.class)), row.getString("password_hash"), row.getBoolean("administrator"));
	}
}
