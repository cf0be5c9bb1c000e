package nl.ontwikkelagenda.reporting.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.text.Collator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

import com.zaxxer.hikari.HikariDataSource;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AllOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AnyOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtLeast;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtMost;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.Notes.NoteEvent.NoteBinned;
import nl.ontwikkelagenda.reporting.readmodel.Notes.NoteEvent.NoteWritten;
import nl.ontwikkelagenda.reporting.readmodel.Notes.NoteView;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class DocumentsTest {

	private static final Instant MORNING = Instant.parse("2018-09-24T08:00:00Z");
	private static final PartnershipId PARTNERSHIP = Notes.PARTNERSHIPS.getFirst();

	@AutoClose private final ViewDatabase database = new ViewDatabase();
	private final MemoryLog log = new MemoryLog();
	private final ReadModelEngine engine = new ReadModelEngine(database.application(), log, List.of(Notes.NOTES, Notes.LABELS), DocumentJson.mapper(), (what, position, target) -> {
	}, Pace.FULL);
	private final HikariDataSource pool = new HikariDataSource();
	private final Documents documents = new JdbcDocuments(pool, DocumentJson.mapper());

	DocumentsTest() {
		pool.setDataSource(database.application());
		pool.setMaximumPoolSize(2);
	}

	@AfterEach
	void stop() {
		engine.stop();
		pool.close();
	}

	private void reach() {
		engine.start();
		assertThat(engine.awaitPosition(log.safePosition(), Duration.ofSeconds(30))).isTrue();
	}

	private static ListQuery query(Map<String, String> filters, @Nullable String search, String... sort) {
		return new ListQuery(filters, search, List.of(sort), 1, 100, null);
	}

	private List<String> titles(ListQuery query) {
		List<Stored<NoteView>> items = documents.items(Notes.NOTES, query, AsOf.NOW);
		Page<NoteView> list = documents.list(Notes.NOTES, query, AsOf.NOW);
		assertThat(items).as("without being counted").isEqualTo(list.items());
		assertThat(List.of(2, 1_000)).as("counted no further than this")
				.allSatisfy(most -> assertThat((long) documents.countUpTo(most, Notes.NOTES, query, AsOf.NOW)).isEqualTo(Math.min(most, list.total())));
		return items.stream().map(note -> note.document().title()).toList();
	}

	private void write(String... titles) {
		for (int i = 0; i < titles.length; i++) {
			log.append("note-" + i, 0, new NoteWritten("note-" + i, PARTNERSHIP, titles[i], LocalDate.of(2018, 9, 1 + i)), MORNING.plusSeconds(i));
		}
		reach();
	}

	/** The state of the notes when only what is up to a position had ever happened. */
	private Map<String, Stored<NoteView>> replayed(long position) {
		Map<String, Stored<NoteView>> notes = new HashMap<>();
		for (EventLog.Entry entry : log.upTo(position)) {
			NoteView before = Optional.ofNullable(notes.get(entry.aggregate())).map(Stored::document).orElse(null);
			NoteView after = NoteView.on(before, (Notes.NoteEvent) entry.event(), entry.when());
			if (after == null) {
				notes.remove(entry.aggregate());
			} else {
				notes.put(entry.aggregate(), new Stored<>(entry.aggregate(), after, entry.when().sequence(), entry.when().position(), entry.when().at()));
			}
		}
		return notes;
	}

	@Test
	void asOfEveryPositionIsWhatAReplayUpToThereGives() {
		Notes.happen(log, 7, 400, 12);
		reach();
		Random random = new Random(7);
		for (long position = 0; position <= log.safePosition() + 1; position++) {
			AsOf asOf = new AsOf(position);
			Map<String, Stored<NoteView>> expected = replayed(position);
			for (int note = 0; note < 12; note++) {
				String id = new java.util.UUID(7, note).toString();
				assertThat(documents.find(Notes.NOTES, id, asOf)).as("note %s at %s", note, position).isEqualTo(Optional.ofNullable(expected.get(id)));
			}
			String label = Notes.LABEL_NAMES.get(random.nextInt(Notes.LABEL_NAMES.size()));
			assertList(expected, asOf, new ListQuery(Map.of(), null, List.of("-rewordings"), 1, 5, null), note -> true, Comparator.comparingInt(NoteView::rewordings).reversed());
			assertList(expected, asOf, new ListQuery(Map.of("labels", label), null, List.of("writtenOn"), 1, 3, null), note -> note.labels().contains(label),
					Comparator.comparing(NoteView::writtenOn));
			assertList(expected, asOf, new ListQuery(Map.of("length", "LONG"), null, List.of("rewordedAt"), 1, 4, Set.of(PARTNERSHIP)),
					note -> note.length() == Notes.Length.LONG && PARTNERSHIP.equals(note.partnershipId()),
					Comparator.comparing(NoteView::rewordedAt, Comparator.nullsLast(Comparator.naturalOrder())));
			for (PartnershipId asked : Notes.PARTNERSHIPS) {
				assertList(expected, asOf, new ListQuery(Map.of("partnershipId", asked.toString()), null, List.of(), 1, 4, Set.of(PARTNERSHIP)),
						note -> asked.equals(PARTNERSHIP) && asked.equals(note.partnershipId()), (_, _) -> 0);
			}
			String day = LocalDate.of(2018, 9, 1).plusDays(random.nextInt(30)).toString();
			assertList(expected, asOf, new ListQuery(Map.of(), List.of(new AtMost("writtenOn", day)), null, List.of("-writtenOn"), 1, 4, null),
					note -> !note.writtenOn().isAfter(LocalDate.parse(day)), Comparator.comparing(NoteView::writtenOn).reversed());
			assertList(expected, asOf, new ListQuery(Map.of(), List.of(new AtMost("rewordings", "2"), new Is("labels", label)), null, List.of(), 1, 4, null),
					note -> note.rewordings() <= 2 && note.labels().contains(label), (_, _) -> 0);
			assertList(expected, asOf, new ListQuery(Map.of(), List.of(new OneOf("length", Set.of("LONG", "SHORT"))), null, List.of(), 1, 4, null),
					note -> note.length() == Notes.Length.LONG || note.length() == Notes.Length.SHORT, (_, _) -> 0);
			assertList(expected, asOf, new ListQuery(Map.of(), List.of(new OneOf("length", Set.of())), null, List.of(), 1, 4, null), note -> false, (_, _) -> 0);
			assertList(expected, asOf,
					new ListQuery(Map.of(),
							List.of(new AtLeast("writtenOn", day),
									new AnyOf(List.of(new AtMost("rewordings", "0"), new AllOf(List.of(new Is("labels", label), new Is("length", "LONG")))))),
							null, List.of(), 1, 4, null),
					note -> !note.writtenOn().isBefore(LocalDate.parse(day)) && (note.rewordings() == 0 || (note.labels().contains(label) && note.length() == Notes.Length.LONG)),
					(_, _) -> 0);
			assertCountsAndDifferences(expected, new AsOf(random.nextLong(position + 1)), asOf);
			assertList(expected, asOf, new ListQuery(Map.of(), "reunie", List.of(), 1, 5, null), note -> note.title().contains("reünie"), (_, _) -> 0);
		}
	}

	private void assertCountsAndDifferences(Map<String, Stored<NoteView>> now, AsOf earlier, AsOf asOf) {
		Map<String, Stored<NoteView>> before = replayed(earlier.position());
		List<ListQuery.Condition> isLong = List.of(new Is("length", "LONG"));
		assertThat(documents.count(Notes.NOTES, List.of(List.of(), isLong, List.of(new OneOf("id", now.keySet()))), asOf)).containsExactly((long) now.size(),
				now.values().stream().filter(note -> note.document().length() == Notes.Length.LONG).count(), (long) now.size());
		assertThat(documents.differences(Notes.NOTES, isLong, "title", earlier, asOf)).as("from %s to %s", earlier, asOf)
				.containsExactlyInAnyOrderElementsOf(now.values().stream().filter(note -> note.document().length() == Notes.Length.LONG && note.position() > earlier.position())
						.map(note -> {
							Stored<NoteView> was = before.get(note.id());
							return new Documents.Difference(note.id(), was == null, was == null ? null : was.document().title(), note.document().title());
						}).toList());
	}

	private void assertList(Map<String, Stored<NoteView>> all, AsOf asOf, ListQuery query, Predicate<NoteView> wanted, Comparator<NoteView> order) {
		List<Stored<NoteView>> expected = all.values().stream().filter(note -> wanted.test(note.document()))
				.sorted(Comparator.<Stored<NoteView>, NoteView>comparing(Stored::document, order).thenComparing(Stored::id)).toList();
		List<Stored<NoteView>> found = new ArrayList<>();
		for (int page = 1; page == 1 || (page - 1) * query.pageSize() < expected.size(); page++) {
			Page<NoteView> part = documents.list(Notes.NOTES,
					new ListQuery(query.filters(), query.conditions(), query.search(), query.sort(), page, query.pageSize(), query.partnerships()), asOf);
			assertThat(part.total()).isEqualTo(expected.size());
			found.addAll(part.items());
		}
		assertThat(found).as("%s at %s", query, asOf.position()).isEqualTo(expected);
	}

	@Test
	void theDifferenceBetweenTwoPositionsIsThatBetweenTwoReplays() {
		Notes.happen(log, 17, 400, 15);
		reach();
		Random random = new Random(17);
		for (int round = 0; round < 60; round++) {
			long one = random.nextLong(log.safePosition() + 1);
			long other = random.nextLong(log.safePosition() + 1);
			AsOf from = new AsOf(Math.min(one, other));
			AsOf to = new AsOf(Math.max(one, other));
			Set<PartnershipId> partnerships = round % 2 == 0 ? Set.copyOf(Notes.PARTNERSHIPS) : Set.of(PARTNERSHIP);
			List<ListQuery.Condition> anyOf = round % 3 == 0 ? List.of(new Is("length", "LONG"), new Is("labels", "school")) : List.of();
			Predicate<NoteView> inScope = note -> partnerships.contains(note.partnershipId())
					&& (anyOf.isEmpty() || note.length() == Notes.Length.LONG || note.labels().contains("school"));
			Map<String, Stored<NoteView>> before = only(replayed(from.position()), inScope);
			Map<String, Stored<NoteView>> after = only(replayed(to.position()), inScope);
			Scope scope = new Scope(partnerships, anyOf, new OneOf("length", Set.of("LONG")));
			List<Change<?>> found = new ArrayList<>();
			Differences page = documents.differences(Map.of(Notes.NOTES, scope), from, to, 1, 4);
			for (int number = 2; !page.items().isEmpty(); number++) {
				found.addAll(page.items());
				page = documents.differences(Map.of(Notes.NOTES, scope), from, to, number, 4);
			}
			Set<String> touched = new java.util.TreeSet<>(before.keySet());
			touched.addAll(after.keySet());
			touched.removeIf(id -> before.containsKey(id) && after.containsKey(id) && before.get(id).document().equals(after.get(id).document()));
			assertThat(found.stream().map(Change::id)).as("%s to %s", from, to).containsExactlyInAnyOrderElementsOf(touched);
			assertThat(found).isSortedAccordingTo(Comparator.comparingLong(Change<?>::position).reversed());
			found.forEach(change -> {
				assertThat(Optional.ofNullable(change.before())).as("before %s at %s", change.id(), from).isEqualTo(Optional.ofNullable(before.get(change.id())));
				assertThat(Optional.ofNullable(change.after())).as("after %s at %s", change.id(), to).isEqualTo(Optional.ofNullable(after.get(change.id())));
				assertThat(change.ended()).isEqualTo(isLong(change.after()) && !isLong(change.before()));
			});
			assertThat(page.total()).isEqualTo(touched.size());
			assertThat(page.ended()).isEqualTo(found.stream().filter(Change::ended).count());
		}
	}

	@Test
	void oneChangeAfterAnotherLeadsFromOneReplayToTheNext() {
		Notes.happen(log, 23, 400, 15);
		reach();
		Map<ReadModel<?, ?>, Scope> everything = Map.of(Notes.NOTES, new Scope(Set.copyOf(Notes.PARTNERSHIPS), List.of(), null));
		Map<String, NoteView> known = new java.util.HashMap<>();
		long reached = 0;
		for (List<Change<?>> next = next(everything, reached); !next.isEmpty(); next = next(everything, reached)) {
			for (Change<?> change : next) {
				assertThat(change.before() == null ? null : change.before().document()).as("before %s", change).isEqualTo(known.get(change.id()));
				if (change.after() == null) {
					known.remove(change.id());
				} else {
					known.put(change.id(), (NoteView) change.after().document());
				}
				reached = change.position();
			}
			Map<String, NoteView> replayed = new java.util.HashMap<>();
			replayed(reached).forEach((id, note) -> replayed.put(id, note.document()));
			assertThat(known).as("at %s", reached).isEqualTo(replayed);
		}
		assertThat(reached).isGreaterThan(350);
		List<Change<?>> latest = documents.changes(everything, 0, log.safePosition(), Documents.Direction.LATEST_FIRST, 5);
		assertThat(latest.stream().map(Change::position)).hasSize(5).startsWith(reached).isSortedAccordingTo(Comparator.reverseOrder());
	}

	/** Also of what moves into a scope and out of it, is seen without a change, or is gone and comes back. */
	@Test
	void thePlacesOfChangesAreWhereTheyAreTold() {
		Notes.happen(log, 29, 600, 25);
		reach();
		long last = log.safePosition();
		for (Set<PartnershipId> partnerships : List.of(Set.copyOf(Notes.PARTNERSHIPS), Set.of(PARTNERSHIP))) {
			for (List<ListQuery.Condition> anyOf : List.<List<ListQuery.Condition>>of(List.of(), List.of(new Is("length", "LONG")),
					List.of(new Is("length", "SHORT"), new Is("labels", "school")))) {
				Scope scope = new Scope(partnerships, anyOf, null);
				Map<ReadModel<?, ?>, Scope> where = Map.of(Notes.NOTES, scope, Notes.LABELS, new Scope(partnerships, List.of(), null));
				for (long upTo : List.of(1L, last / 3, last / 2, last)) {
					assertThat(documents.positions(where, upTo)).as("%s up to %s", scope, upTo).isEqualTo(
							documents.changes(where, 0, upTo, Documents.Direction.OLDEST_FIRST, 10_000).stream().map(Change::position).distinct().toList());
				}
			}
		}
	}

	private List<Change<?>> next(Map<ReadModel<?, ?>, Scope> everything, long after) {
		return documents.changes(everything, after, log.safePosition(), Documents.Direction.OLDEST_FIRST, 7);
	}

	private static boolean isLong(@Nullable Stored<?> note) {
		return note != null && ((NoteView) note.document()).length() == Notes.Length.LONG;
	}

	private static Map<String, Stored<NoteView>> only(Map<String, Stored<NoteView>> notes, Predicate<NoteView> wanted) {
		Map<String, Stored<NoteView>> some = new java.util.HashMap<>(notes);
		some.values().removeIf(note -> !wanted.test(note.document()));
		return some;
	}

	@Test
	void asOfAMomentIsTheLongestPrefixWhoseNewestRecordingIsNotLater() {
		Notes.happen(log, 3, 300, 10);
		reach();
		List<EventLog.Entry> all = log.upTo(Long.MAX_VALUE);
		for (EventLog.Entry some : all) {
			for (long millis : new long[] {-1, 0, 1}) {
				Instant moment = some.when().at().plusMillis(millis);
				long prefix = 0;
				for (EventLog.Entry entry : all) {
					if (entry.when().at().isAfter(moment)) {
						break;
					}
					prefix = entry.when().position();
				}
				assertThat(replayed(documents.asOf(moment).position())).as("as of %s", moment).isEqualTo(replayed(prefix));
			}
		}
		assertThat(documents.asOf(Instant.parse("2000-01-01T00:00:00Z"))).isEqualTo(new AsOf(0));
		assertThat(documents.asOf(Instant.parse("2100-01-01T00:00:00Z"))).isEqualTo(new AsOf(log.safePosition()));
	}

	@Test
	void dutchWordsSortAsInADictionaryAndNumbersInThemAsNumbers() {
		write("Zwolle", "apen", "Ölands", "Thema 10", "ärger", "Thema 2", "Apen 2", "olie");
		List<String> expected = List.of("apen", "Apen 2", "ärger", "Ölands", "olie", "Thema 2", "Thema 10", "Zwolle");
		Collator dutch = Collator.getInstance(Locale.of("nl"));
		assertThat(dutch.compare("Ölands", "olie")).isNegative();
		assertThat(titles(query(Map.of(), null, "title"))).isEqualTo(expected);
		assertThat(titles(query(Map.of(), null, "-title"))).isEqualTo(expected.reversed());
	}

	@Test
	void whatHasNoValueComesLastInBothDirections() {
		write("een", "twee", "drie");
		log.append("note-1", 1, new Notes.NoteEvent.NoteReworded("note-1", "twee!"), MORNING.plusMillis(5_000));
		log.append("note-2", 1, new Notes.NoteEvent.NoteReworded("note-2", "drie!"), MORNING.plusMillis(5_100));
		assertThat(engine.awaitPosition(log.safePosition(), Duration.ofSeconds(10))).isTrue();
		assertThat(titles(query(Map.of(), null, "rewordedAt"))).containsExactly("twee!", "drie!", "een");
		assertThat(titles(query(Map.of(), null, "-rewordedAt"))).containsExactly("drie!", "twee!", "een");
	}

	@Test
	void searchFindsOtherFormsOfAWordPartsOfItAndWordsWithoutTheirDiacritics() {
		write("Twee ontwikkeltafels in Zwolle", "De reünie van basisscholen", "100% zeker", "samen_werken", "Samenwerken met ouders");
		assertThat(titles(query(Map.of(), "ontwikkeltafel"))).containsExactly("Twee ontwikkeltafels in Zwolle");
		assertThat(titles(query(Map.of(), "tafels zwol"))).containsExactly("Twee ontwikkeltafels in Zwolle");
		assertThat(titles(query(Map.of(), "REUNIE"))).containsExactly("De reünie van basisscholen");
		assertThat(titles(query(Map.of(), "réunie scholen"))).containsExactly("De reünie van basisscholen");
		assertThat(titles(query(Map.of(), "0%"))).containsExactly("100% zeker");
		assertThat(titles(query(Map.of(), "n_w"))).containsExactly("samen_werken");
		assertThat(titles(query(Map.of(), "ouders reünie"))).isEmpty();
		assertThat(titles(query(Map.of(), "' or 1=1 --"))).isEmpty();
	}

	@Test
	void oneWordMayBeAFormAndTheNextAPart() {
		write("Het leerlingenvervoer en de scholen", "De scholen");
		assertThat(titles(query(Map.of(), "school vervoer"))).containsExactly("Het leerlingenvervoer en de scholen");
	}

	@Test
	void aSearchOverViewsGivesTheBestAnswersFirstAndOnlyVisibleOnes() {
		write("Lange tekst over van alles en nog wat, en ergens ook over thuiszitters", "Thuiszitters", "Anders");
		assertThat(hits("thuiszitter", PARTNERSHIP, AsOf.NOW)).containsExactly("Thuiszitters", "Lange tekst over van alles en nog wat, en ergens ook over thuiszitters");
		assertThat(hits("uiszit", PARTNERSHIP, AsOf.NOW)).hasSize(2);
		assertThat(hits("ui", PARTNERSHIP, AsOf.NOW)).as("a part too short for the index of parts").hasSize(2);
		assertThat(hits("ui uiszit", PARTNERSHIP, AsOf.NOW)).hasSize(2);
		assertThat(hits("thuiszitter", PARTNERSHIP, new AsOf(1))).hasSize(1);
		assertThat(hits("thuiszitter", Notes.PARTNERSHIPS.getLast(), AsOf.NOW)).isEmpty();
		assertThat(documents.search(Map.of(Notes.NOTES, Set.of(PARTNERSHIP)), "thuiszitter", 3, 1, AsOf.NOW).total()).as("also beyond the last page").isEqualTo(2);
	}

	@Test
	void ofAViewTheDocumentsOfEachPartnershipThatChangedLastAreLookedAtWhenThereAreVeryMany() {
		PartnershipId other = Notes.PARTNERSHIPS.getLast();
		log.append("oldest", 0, new NoteWritten("oldest", PARTNERSHIP, "School", LocalDate.of(2018, 9, 1)), MORNING);
		log.append("theirs", 0, new NoteWritten("theirs", other, "School", LocalDate.of(2018, 9, 1)), MORNING);
		for (int i = 1; i < Hits.MOST; i++) {
			log.append("note-" + i, 0, new NoteWritten("note-" + i, PARTNERSHIP, "Iets over de school en meer " + i, LocalDate.of(2018, 9, 2)), MORNING.plusSeconds(i));
		}
		long all = log.safePosition();
		log.append("newest", 0, new NoteWritten("newest", PARTNERSHIP, "Iets over de school dat het laatst kwam", LocalDate.of(2018, 9, 3)), MORNING.plusSeconds(Hits.MOST));
		reach();
		Map<ReadModel<?, ?>, Set<PartnershipId>> both = Map.of(Notes.NOTES, Set.of(PARTNERSHIP, other));

		Hits latest = documents.search(both, "school", 1, Hits.MOST + 1, AsOf.NOW);
		Hits earlier = documents.search(both, "school", 1, Hits.MOST + 1, new AsOf(all));

		assertThat(latest.items()).extracting(hit -> hit.found().id()).contains("theirs", "newest").doesNotContain("oldest").hasSize(Hits.MOST + 1);
		assertThat(latest.total()).isEqualTo(Hits.MOST + 1);
		assertThat(latest.more()).isTrue();
		assertThat(earlier.items()).extracting(hit -> hit.found().id()).contains("theirs", "oldest").doesNotContain("newest").hasSize(Hits.MOST + 1);
		assertThat(documents.search(both, "laatst", 1, 10, AsOf.NOW).more()).isFalse();
	}

	@Test
	void viewsThatTellOfMoreThanTheLogHoldsAreBuiltAnew() throws SQLException {
		write("een", "twee");
		engine.stop();
		try (var connection = database.application().getConnection(); var statement = connection.createStatement()) {
			statement.execute("update view.keeper set position = position + 1000");
		}
		assertThat(engine.forgetBeyond(log.safePosition())).isTrue();
		reach();
		assertThat(titles(query(Map.of(), null, "title"))).containsExactly("een", "twee");
		assertThat(documents.asOf(MORNING)).isEqualTo(new AsOf(1));
		assertThat(engine.forgetBeyond(log.safePosition())).isFalse();
	}

	@Test
	void viewsInWhichNothingIsAreSearchedToo() {
		reach();
		Map<ReadModel<?, ?>, Set<PartnershipId>> both = Map.of(Notes.NOTES, Set.of(PARTNERSHIP), Notes.LABELS, Set.of(PARTNERSHIP));
		assertThat(documents.search(both, "school", 1, 10, AsOf.NOW)).isEqualTo(new Hits(List.of(), 0, false));
		write("De school");
		assertThat(documents.search(both, "school", 1, 10, AsOf.NOW).total()).isEqualTo(1);
		log.append("note-0", 1, new NoteBinned("note-0"), MORNING.plusSeconds(60));
		assertThat(engine.awaitPosition(log.safePosition(), Duration.ofSeconds(10))).isTrue();
		assertThat(documents.search(both, "school", 1, 10, AsOf.NOW).total()).isZero();
		assertThat(documents.search(both, "school", 1, 10, new AsOf(1)).total()).as("what is gone, as of earlier").isEqualTo(1);
	}

	@Test
	void onlyViewsWithAnythingOfAScopeAreConcerned() {
		reach();
		PartnershipId other = Notes.PARTNERSHIPS.getLast();
		Map<ReadModel<?, ?>, Scope> own = Map.of(Notes.NOTES, new Scope(Set.of(PARTNERSHIP), List.of(), null), Notes.LABELS, new Scope(Set.of(PARTNERSHIP), List.of(), null));
		assertThat(documents.concerned(own)).isEmpty();
		write("De school");
		assertThat(documents.concerned(own)).containsExactly(Notes.NOTES);
		assertThat(documents.concerned(Map.of(Notes.NOTES, new Scope(Set.of(other), List.of(), null)))).isEmpty();
		assertThat(documents.concerned(Map.of(Notes.NOTES, new Scope(Set.of(PARTNERSHIP), List.of(new OneOf("id", Set.of("another"))), null)))).isEmpty();
		log.append("note-0", 1, new NoteBinned("note-0"), MORNING.plusSeconds(60));
		assertThat(engine.awaitPosition(log.safePosition(), Duration.ofSeconds(10))).isTrue();
		assertThat(documents.concerned(own)).as("what is gone").containsExactly(Notes.NOTES);
	}

	private List<String> hits(String words, PartnershipId partnership, AsOf asOf) {
		Hits hits = documents.search(Map.of(Notes.NOTES, Set.of(partnership)), words, 1, 10, asOf);
		assertThat(hits.total()).isEqualTo(hits.items().size());
		return hits.items().stream().map(hit -> ((NoteView) hit.found().document()).title()).toList();
	}

	@Test
	void aTextIsFilteredAsAWholeHoweverLong() {
		String text = "woord ".repeat(1_000);
		write(text + "een", text + "twee");
		assertThat(titles(query(Map.of("title", text + "twee"), null))).containsExactly(text + "twee");
		assertThat(titles(query(Map.of("title", "woord"), null))).isEmpty();
	}

	@Test
	void anUnknownFieldIsNamedWithTheOnesThatAreAllowed() {
		write("een");
		assertThatThrownBy(() -> titles(query(Map.of("colour", "red"), null))).isInstanceOfSatisfying(UnknownField.class, e -> {
			assertThat(e.field()).isEqualTo("colour");
			assertThat(e.allowed()).contains("title", "labels");
		});
		assertThatThrownBy(() -> titles(query(Map.of(), null, "-title'"))).isInstanceOf(UnknownField.class).hasMessageContaining("writtenOn");
		assertThatThrownBy(() -> titles(query(Map.of(), null, "labels"))).isInstanceOf(UnknownField.class);
		assertThatThrownBy(() -> titles(query(Map.of("rewordings", "many"), null))).isInstanceOf(UnusableValue.class).hasMessageContaining("rewordings");
	}

	@Test
	void thePartnershipOfAThingIsKnownAlsoWhenTheThingHasEnded() {
		write("een", "twee");
		log.append("note-1", 1, new NoteBinned("note-1"), MORNING.plusSeconds(60));
		assertThat(engine.awaitPosition(log.safePosition(), Duration.ofSeconds(10))).isTrue();
		assertThat(documents.partnershipOf("note-0")).contains(PARTNERSHIP);
		assertThat(documents.find(Notes.NOTES, "note-1", AsOf.NOW)).isEmpty();
		assertThat(documents.partnershipOf("note-1")).contains(PARTNERSHIP);
		assertThat(documents.partnershipOf("nobody")).isEmpty();
	}
}
