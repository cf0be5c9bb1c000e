package nl.ontwikkelagenda.app.person;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What persons want to be spared; kept in the register, as it is nobody else's business. */
@Component
public class Preferences {

	private final JdbcClient jdbc;

	Preferences(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param quietInSchoolHolidays no reminders while the schools of the region are closed; they come on the first day after */
	public record Preference(boolean quietInSchoolHolidays) {
	}

	/** What a person wants; who said nothing gets everything. */
	public Preference of(PersonId person) {
		return new Preference(jdbc.sql("select quiet_in_school_holidays from register.preference where person_id = ?").param(person.value()).query(Boolean.class).optional()
				.orElse(false));
	}

	public void set(PersonId person, Preference preference) {
		jdbc.sql("""
				insert into register.preference (person_id, quiet_in_school_holidays) values (?, ?)
				on conflict (person_id) do update set quiet_in_school_holidays = excluded.quiet_in_school_holidays""")
				.params(person.value(), preference.quietInSchoolHolidays()).update();
	}

	/** Everybody who wants quiet in school holidays. */
	public Set<PersonId> quietInSchoolHolidays() {
		return new HashSet<>(jdbc.sql("select person_id from register.preference where quiet_in_school_holidays").query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
				.list());
	}
}
