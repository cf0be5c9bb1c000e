package nl.ontwikkelagenda.app.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.visibility.Affiliations;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of persons. Names are looked up when they are shown, so that a person who was erased is gone everywhere at once. */
@Component
public class People implements Affiliations {

	/** Stands where the name of an erased person stood. */
	public static final String ERASED = "[verwijderd]";

	private static final Pattern MENTION = Pattern.compile("@\\[([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})]");
	private static final String COLUMNS = "select id, name, function, organisation_id, email, phone, version from register.person";

	private final JdbcClient jdbc;

	People(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A person and how often the entry was changed (the ETag). */
	record Entry(Person person, long version) {
	}

	/** One page of the register and how many there are in all. */
	record Entries(List<Entry> entries, long total) {
	}

	/** The names of these persons as known now; who is not in the register is {@value #ERASED}. One query, whatever their number. */
	public Map<PersonId, String> names(Collection<PersonId> persons) {
		Map<PersonId, String> names = new HashMap<>();
		persons.forEach(person -> names.put(person, ERASED));
		if (!names.isEmpty()) {
			jdbc.sql("select id, name from register.person where id = any(?)").param(names.keySet().stream().map(PersonId::value).toArray(UUID[]::new))
					.query(row -> {
						names.put(new PersonId(row.getObject("id", UUID.class)), row.getString("name"));
					});
		}
		return names;
	}

	/** Who has one of these names, in whatever capitals; by the name in small letters. One query, whatever their number. */
	public Map<String, List<PersonId>> withName(Collection<String> names) {
		Map<String, List<PersonId>> found = new HashMap<>();
		jdbc.sql("select id, lower(name) as name from register.person where lower(name) = any(?)")
				.param(names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toArray(String[]::new))
				.query(row -> {
					found.computeIfAbsent(row.getString("name"), name -> new ArrayList<>()).add(new PersonId(row.getObject("id", UUID.class)));
				});
		return found;
	}

	/** A text with every mention ({@code @[PersonId]}) replaced by the person's name. */
	public String withNames(String text) {
		return withNames(List.of(text)).getFirst();
	}

	/** As {@link #withNames(String)}, for many texts with one query. */
	public List<String> withNames(List<String> texts) {
		Set<PersonId> mentioned = new HashSet<>();
		texts.forEach(text -> MENTION.matcher(text).results().forEach(mention -> mentioned.add(PersonId.of(mention.group(1)))));
		Map<PersonId, String> names = names(mentioned);
		return texts.stream().map(text -> MENTION.matcher(text)
				.replaceAll(mention -> Matcher.quoteReplacement(names.getOrDefault(PersonId.of(mention.group(1)), ERASED)))).toList();
	}

	public Optional<Person> find(PersonId person) {
		return entry(person).map(Entry::person);
	}

	@Override
	public Optional<OrganisationId> organisationOf(PersonId person) {
		return find(person).map(Person::organisationId);
	}

	/** Who has this e-mail address, in whatever case it is written; an address may be shared. */
	public Set<PersonId> withEmail(String email) {
		return jdbc.sql("select id from register.person where lower(email) = lower(?)").param(email).query((row, number) -> new PersonId(row.getObject("id", UUID.class))).set();
	}

	/** Who has both this name and this e-mail address, in whatever case they are written; of several the one with the lowest id. */
	public Optional<PersonId> withNameAndEmail(String name, String email) {
		return jdbc.sql("select id from register.person where lower(name) = lower(?) and lower(email) = lower(?) order by id limit 1").params(name, email)
				.query((row, number) -> new PersonId(row.getObject("id", UUID.class))).optional();
	}

	/** Everybody who works for this organisation, as far as the register says. */
	public Set<PersonId> of(OrganisationId organisation) {
		return new HashSet<>(jdbc.sql("select id from register.person where organisation_id = ?").param(organisation.value())
				.query((row, number) -> new PersonId(row.getObject("id", UUID.class))).list());
	}

	/** Everybody, by name; at most so many. */
	public List<Person> all(int most) {
		return list(null, null, "name", 1, most).entries().stream().map(Entry::person).toList();
	}

	/** Enters a person; answers false when there is one with this id. */
	public boolean enter(Person person) {
		return statement("insert into register.person (id, name, function, organisation_id, email, phone) values (:id, :name, :function, :organisation, :email, :phone) "
				+ "on conflict (id) do nothing", person).update() == 1;
	}

	boolean isErased(PersonId person) {
		return jdbc.sql("select exists (select from register.erasure where person_id = ?)").param(person.value()).query(Boolean.class).single();
	}

	Optional<Entry> entry(PersonId person) {
		return jdbc.sql(COLUMNS + " where id = ?").param(person.value()).query(People::entry).optional();
	}

	/** Replaces an entry; answers false when it no longer has this version. */
	boolean replace(Person person, long version) {
		return statement("update register.person set name = :name, function = :function, organisation_id = :organisation, email = :email, phone = :phone, "
				+ "version = version + 1, changed_at = now() where id = :id and version = :version", person).param("version", version).update() == 1;
	}

	/** @param order column names with direction, never from outside */
	Entries list(@Nullable String search, @Nullable UUID organisation, String order, int page, int pageSize) {
		String where = " where (cast(:search as text) is null or strpos(lower(name || ' ' || function), lower(:search)) > 0) and (cast(:organisation as uuid) is null or organisation_id = :organisation)";
		long total = jdbc.sql("select count(*) from register.person" + where).param("search", search).param("organisation", organisation)
				.query(Long.class).single();
		List<Entry> entries = jdbc.sql(COLUMNS + where + " order by " + order + ", id limit :limit offset :offset").param("search", search)
				.param("organisation", organisation).param("limit", pageSize).param("offset", (page - 1L) * pageSize).query(People::entry).list();
		return new Entries(entries, total);
	}

	private JdbcClient.StatementSpec statement(String sql, Person person) {
		return jdbc.sql(sql).param("id", person.personId().value()).param("name", person.name()).param("function", person.function()).param("organisation", organisation(person))
				.param("email", person.email()).param("phone", person.phone());
	}

	private static @Nullable UUID organisation(Person person) {
		return person.organisationId() == null ? null : person.organisationId().value();
	}

	private static Entry entry(ResultSet row, int number) throws SQLException {
		UUID organisation = row.getObject("organisation_id", UUID.class);
		Person person = new Person(new PersonId(row.getObject("id", UUID.class)), row.getString("name"), row.getString("function"),
				organisation == null ? null : new OrganisationId(organisation), row.getString("email"), row.getString("phone"));
		return new Entry(person, row.getLong("version"));
	}
}
