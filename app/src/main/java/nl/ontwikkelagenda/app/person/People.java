package nl.ontwikkelagenda.app.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.text.Collator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.sealing.SealedTable;
import nl.ontwikkelagenda.app.sealing.Sealer;
import nl.ontwikkelagenda.app.visibility.Affiliations;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of persons. Names are looked up when they are shown, so that a person who was erased is gone everywhere at once. */
@Component
public class People implements Affiliations {

	/** Stands where the name of an erased person stood. */
	public static final String ERASED = "[verwijderd]";

	/** What somebody made for himself, and what ends with his account: it has to be of the entry that counts. */
	private static final List<String> OWNED = List.of("calendar_feed", "change_feed", "webhook", "report_subscription", "report_run", "access_token",
			"checkpoint_subscription", "preference");
	/** Of these everybody has one at most. */
	private static final List<String> ONE_EACH = List.of("checkpoint_subscription", "preference");
	private static final Pattern MENTION = Pattern.compile("@\\[([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})]");
	private static final String COLUMNS = "select id, name, function, organisation_id, email, phone, version, restricted_as, restricted_at from register.person";
	/** The entry that counts of the person with an id, which may be that of another entry of his. */
	private static final String COUNTS = "(select coalesce(asked.joined_into, asked.id) from register.person asked where asked.id = ?)";
	private static final long JOINED_FOR = Duration.ofSeconds(1).toNanos();
	private static final String NAME = "name";
	private static final String EMAIL = "email";

	private final JdbcClient jdbc;
	private final Sealer sealer;
	/** Everybody, opened: opening all of them again for every search would take long. */
	private volatile Opened opened = new Opened(Map.of());
	private volatile @Nullable Joined joined;

	People(JdbcClient jdbc, Sealer sealer) {
		this.jdbc = jdbc;
		this.sealer = sealer;
	}

	/** Who has several ids, as read at some moment. */
	private record Joined(Map<PersonId, List<PersonId>> ids, long nanos) {
	}

	/** Entries as they were at some moment, to be used again as far as their versions are still the same. */
	private record Opened(Map<UUID, Entry> entries) {
	}

	/** A person and how often the entry was changed (the ETag). */
	record Entry(Person person, long version, @Nullable Restriction restriction) {
	}

	/** One page of the register and how many there are in all. */
	record Entries(List<Entry> entries, long total) {
	}

	/** The names of these persons as known now; who is not in the register is {@value #ERASED}. One query, whatever their number. */
	public Map<PersonId, String> names(Collection<PersonId> persons) {
		Map<PersonId, String> names = new HashMap<>();
		persons.forEach(person -> names.put(person, ERASED));
		if (!names.isEmpty()) {
			jdbc.sql("""
					select asked.id as asked, counts.id, counts.name from register.person asked join register.person counts on counts.id = coalesce(asked.joined_into, asked.id)
					where asked.id = any(?)""").param(names.keySet().stream().map(PersonId::value).toArray(UUID[]::new)).query(row -> {
				String name = sealer.row(SealedTable.PERSON, row.getObject("id", UUID.class)).open(NAME, row.getBytes(NAME));
				names.put(new PersonId(row.getObject("asked", UUID.class)), name);
			});
		}
		return names;
	}

	/** Who has one of these names, in whatever capitals, also as an entry that was joined has it; by the name in small letters. One query, whatever their number. */
	public Map<String, List<PersonId>> withName(Collection<String> names) {
		Map<String, List<PersonId>> found = new HashMap<>();
		byte[][] digests = names.stream().flatMap(name -> Stream.of(sealer.digests(SealedTable.PERSON, NAME, name))).toArray(byte[][]::new);
		jdbc.sql("select id, name, coalesce(joined_into, id) as counts from register.person where name_index = any(?)").param(digests).query(row -> {
			String name = sealer.row(SealedTable.PERSON, row.getObject("id", UUID.class)).open(NAME, row.getBytes(NAME)).toLowerCase(Locale.ROOT);
			PersonId person = new PersonId(row.getObject("counts", UUID.class));
			List<PersonId> namesakes = found.computeIfAbsent(name, one -> new ArrayList<>());
			if (!namesakes.contains(person)) {
				namesakes.add(person);
			}
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

	/** As {@link #find}, with how it stands in the register. */
	public Optional<RegisteredPerson> registered(PersonId person) {
		return entry(person).map(RegisteredPerson::of);
	}

	/** Everybody of whom these words are part of the name or function, by name; at most so many. */
	public List<RegisteredPerson> search(String words, int most) {
		return list(words, null, Order.NAME, 1, most).entries().stream().map(RegisteredPerson::of).toList();
	}

	@Override
	public Optional<OrganisationId> organisationOf(PersonId person) {
		return find(person).map(Person::organisationId);
	}

	/** Who has this e-mail address, in whatever case it is written; an address may be shared. */
	public Set<PersonId> withEmail(String email) {
		return jdbc.sql("select distinct coalesce(joined_into, id) as id from register.person where email_index = any(?)").param(sealer.digests(SealedTable.PERSON, EMAIL, email))
				.query((row, number) -> new PersonId(row.getObject("id", UUID.class))).set();
	}

	/** Who has both this name and this e-mail address, in whatever case they are written; of several the one with the lowest id. */
	public Optional<PersonId> withNameAndEmail(String name, String email) {
		return jdbc.sql("select coalesce(joined_into, id) as id from register.person where name_index = any(?) and email_index = any(?) order by 1 limit 1")
				.params(sealer.digests(SealedTable.PERSON, NAME, name), sealer.digests(SealedTable.PERSON, EMAIL, email))
				.query((row, number) -> new PersonId(row.getObject("id", UUID.class))).optional();
	}

	/** Everybody who works for this organisation, as far as the register says, by every id that he has. */
	public Set<PersonId> of(OrganisationId organisation) {
		return new HashSet<>(jdbc.sql("""
				select asked.id from register.person asked join register.person counts on counts.id = coalesce(asked.joined_into, asked.id) where counts.organisation_id = ?""")
				.param(organisation.value())
				.query((row, number) -> new PersonId(row.getObject("id", UUID.class))).list());
	}

	/** Everybody who can be asked for something, by name; at most so many. Who is only kept is left out. */
	public List<Person> all(int most) {
		return everybody().stream().filter(entry -> entry.restriction() == null).sorted(Order.NAME.comparator()).limit(most).map(Entry::person).toList();
	}

	/** Those of these persons of whom what is known is only kept. */
	public Set<PersonId> restricted(Collection<PersonId> persons) {
		return new HashSet<>(jdbc.sql("""
				select asked.id from register.person asked join register.person counts on counts.id = coalesce(asked.joined_into, asked.id)
				where counts.restricted_as is not null and asked.id = any(?)""").param(persons.stream().map(PersonId::value).toArray(UUID[]::new))
				.query((row, number) -> new PersonId(row.getObject("id", UUID.class))).list());
	}

	@Override
	public List<PersonId> idsOf(PersonId person) {
		return joined().getOrDefault(person, List.of(person));
	}

	/** Of everybody with more than one entry: his ids, the one that counts first, by each of them. Asked with every request, so a join by another instance may show a second later. */
	private Map<PersonId, List<PersonId>> joined() {
		Joined known = joined;
		if (known == null || System.nanoTime() - known.nanos() > JOINED_FOR) {
			Map<PersonId, List<PersonId>> all = new HashMap<>();
			jdbc.sql("select joined_into, id from register.person where joined_into is not null order by id").query(row -> {
				PersonId counts = new PersonId(row.getObject("joined_into", UUID.class));
				List<PersonId> ids = all.computeIfAbsent(counts, id -> new ArrayList<>(List.of(id)));
				ids.add(new PersonId(row.getObject("id", UUID.class)));
				ids.forEach(id -> all.put(id, ids));
			});
			known = new Joined(all, System.nanoTime());
			joined = known;
		}
		return known.ids();
	}

	/** Every entry of the person with this id, as it stands by itself; the one that counts first. */
	public List<Person> entriesOf(PersonId person) {
		return jdbc.sql(COLUMNS + " where " + COUNTS + " in (id, joined_into) order by joined_into is not null, id").param(person.value()).query(this::read).list().stream()
				.map(Entry::person).toList();
	}

	/** Who looks like this: an entry that counts with the same name or e-mail address. */
	public List<Person> like(String name, @Nullable String email) {
		Set<PersonId> found = new LinkedHashSet<>(withName(List.of(name)).values().stream().flatMap(List::stream).toList());
		if (email != null) {
			found.addAll(withEmail(email));
		}
		return found.stream().flatMap(person -> find(person).stream()).toList();
	}

	/** Enters a person; answers false when there is one with this id. */
	public boolean enter(Person person) {
		return statement("insert into register.person (id, name, function, organisation_id, email, phone, name_index, email_index) "
				+ "values (:id, :name, :function, :organisation, :email, :phone, :nameIndex, :emailIndex) on conflict (id) do nothing", person).update() == 1;
	}

	boolean isErased(PersonId person) {
		return jdbc.sql("select exists (select from register.erasure where person_id = ?)").param(person.value()).query(Boolean.class).single();
	}

	Optional<Entry> entry(PersonId person) {
		return jdbc.sql(COLUMNS + " where id = " + COUNTS).param(person.value()).query(this::read).optional();
	}

	/** From now on the one entry stands for the other as well, and for those that were joined to that. */
	void join(PersonId kept, PersonId joined) {
		jdbc.sql("update register.person set joined_into = :kept, version = version + 1, changed_at = now() where id = :joined or joined_into = :joined")
				.param("kept", kept.value()).param("joined", joined.value()).update();
		jdbc.sql("""
				delete from register.report_subscription twice using register.report_subscription his where twice.person_id = :joined and his.person_id = :kept
				and (twice.subject_kind, twice.subject_id, twice.rhythm) = (his.subject_kind, his.subject_id, his.rhythm)""")
				.param("kept", kept.value()).param("joined", joined.value()).update();
		ONE_EACH.forEach(table -> jdbc.sql("delete from register." + table + " where person_id = :joined and exists (select from register." + table + " where person_id = :kept)")
				.param("kept", kept.value()).param("joined", joined.value()).update());
		OWNED.forEach(table -> jdbc.sql("update register." + table + " set person_id = :kept where person_id = :joined").param("kept", kept.value())
				.param("joined", joined.value()).update());
		this.joined = null;
	}

	/** Restricts an entry, or lifts that. */
	void restrict(PersonId person, Restriction.@Nullable Ground ground, Instant now) {
		jdbc.sql("update register.person set restricted_as = :ground, restricted_at = :now, version = version + 1, changed_at = now() where id = :id")
				.param("ground", ground == null ? null : ground.name(), Types.VARCHAR).param("now", ground == null ? null : Timestamp.from(now), Types.TIMESTAMP)
				.param("id", person.value()).update();
	}

	/** Notes that an entry was changed. */
	void note(PersonId person, EntryChange change) {
		jdbc.sql("insert into register.person_change (person_id, kind, fields, changed_by, changed_at) values (:person, :kind, :fields, :by, :at)").param("person", person.value())
				.param("kind", change.kind().name()).param("fields", change.fields().toArray(String[]::new)).param("by", change.changedBy().value())
				.param("at", Timestamp.from(change.changedAt())).update();
	}

	/** How an entry was changed, the latest first. */
	public List<EntryChange> changes(PersonId person) {
		return jdbc.sql("select kind, fields, changed_by, changed_at from register.person_change where person_id = ? order by number desc").param(person.value())
				.query((row, number) -> new EntryChange(EntryChange.Kind.valueOf(row.getString("kind")), List.of((String[]) row.getArray("fields").getArray()),
						new PersonId(row.getObject("changed_by", UUID.class)), row.getTimestamp("changed_at").toInstant()))
				.list();
	}

	/** Replaces an entry; answers false when it no longer has this version. */
	boolean replace(Person person, long version) {
		return statement("update register.person set name = :name, function = :function, organisation_id = :organisation, email = :email, phone = :phone, "
				+ "name_index = :nameIndex, email_index = :emailIndex, version = version + 1, changed_at = now() where id = :id and version = :version", person)
				.param("version", version).update() == 1;
	}

	/** In what order people are listed. */
	enum Order {
		NAME, FUNCTION;

		/** As a Dutch dictionary has it; who is the same stands by id. */
		Comparator<Entry> comparator() {
			Collator dutch = Collator.getInstance(Locale.forLanguageTag("nl"));
			return Comparator.comparing((Entry entry) -> by(entry.person()), dutch).thenComparing(entry -> entry.person().personId().value());
		}

		private String by(Person person) {
			return switch (this) {
				case NAME -> person.name();
				case FUNCTION -> person.function();
			};
		}
	}

	/** @param search part of a name or function, in whatever capitals */
	Entries list(@Nullable String search, @Nullable UUID organisation, Order order, int page, int pageSize) {
		return list(search, organisation, order.comparator(), page, pageSize);
	}

	/** As {@link #list(String, UUID, Order, int, int)}, the last one first. */
	Entries listDown(@Nullable String search, @Nullable UUID organisation, Order order, int page, int pageSize) {
		return list(search, organisation, order.comparator().reversed(), page, pageSize);
	}

	private Entries list(@Nullable String search, @Nullable UUID organisation, Comparator<Entry> order, int page, int pageSize) {
		String sought = search == null ? "" : search.toLowerCase(Locale.ROOT);
		List<Entry> found = everybody().stream().filter(entry -> (entry.person().name() + " " + entry.person().function()).toLowerCase(Locale.ROOT).contains(sought))
				.filter(entry -> organisation == null || organisation.equals(organisation(entry.person()))).sorted(order).toList();
		return new Entries(found.stream().skip((page - 1L) * pageSize).limit(pageSize).toList(), found.size());
	}

	/** All entries; only those are read and opened of which the version is another than the last time. */
	private Collection<Entry> everybody() {
		Map<UUID, Entry> known = opened.entries();
		Map<UUID, Entry> now = new HashMap<>();
		List<UUID> changed = new ArrayList<>();
		jdbc.sql("select id, version from register.person where joined_into is null").query(row -> {
			UUID id = row.getObject("id", UUID.class);
			Entry before = known.get(id);
			if (before != null && before.version() == row.getLong("version")) {
				now.put(id, before);
			} else {
				changed.add(id);
			}
		});
		jdbc.sql(COLUMNS + " where id = any(?)").param(changed.toArray(UUID[]::new)).query(this::read).list().forEach(entry -> now.put(entry.person().personId().value(), entry));
		opened = new Opened(now);
		return now.values();
	}

	private JdbcClient.StatementSpec statement(String sql, Person person) {
		Sealer.Row row = sealer.row(SealedTable.PERSON, person.personId());
		return jdbc.sql(sql).param("id", person.personId().value()).param(NAME, row.seal(NAME, person.name())).param("function", row.seal("function", person.function()))
				.param("organisation", organisation(person)).param(EMAIL, row.sealOrNone(EMAIL, person.email()), Types.BINARY)
				.param("phone", row.sealOrNone("phone", person.phone()), Types.BINARY).param("nameIndex", sealer.digest(SealedTable.PERSON, NAME, person.name()))
				.param("emailIndex", sealer.digestOrNone(SealedTable.PERSON, EMAIL, person.email()), Types.BINARY);
	}

	private static @Nullable UUID organisation(Person person) {
		return person.organisationId() == null ? null : person.organisationId().value();
	}

	private Entry read(ResultSet row, int number) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		UUID organisation = row.getObject("organisation_id", UUID.class);
		Sealer.Row sealed = sealer.row(SealedTable.PERSON, id);
		Person person = new Person(new PersonId(id), sealed.open(NAME, row.getBytes(NAME)), sealed.open("function", row.getBytes("function")),
				organisation == null ? null : new OrganisationId(organisation), sealed.openOrNone(EMAIL, row.getBytes(EMAIL)), sealed.openOrNone("phone", row.getBytes("phone")));
		String restricted = row.getString("restricted_as");
		return new Entry(person, row.getLong("version"),
				restricted == null ? null : new Restriction(Restriction.Ground.valueOf(restricted), row.getTimestamp("restricted_at").toInstant()));
	}
}
