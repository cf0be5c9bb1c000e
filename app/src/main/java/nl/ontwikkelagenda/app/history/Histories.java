package nl.ontwikkelagenda.app.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.audit.AuditAccesses;
import nl.ontwikkelagenda.app.audit.EventId;
import nl.ontwikkelagenda.app.audit.SubjectFacts;
import nl.ontwikkelagenda.app.audit.VisibleFacts;
import nl.ontwikkelagenda.app.change.FieldChange;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.change.Thing;
import nl.ontwikkelagenda.app.change.VisibleChanges;
import nl.ontwikkelagenda.app.change.VisibleChanges.Asked;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.history.HistoryFact.Authority;
import nl.ontwikkelagenda.app.history.HistoryFact.Changed;
import nl.ontwikkelagenda.app.history.HistoryFact.Kind;
import nl.ontwikkelagenda.app.history.HistoryFact.Recorder;
import nl.ontwikkelagenda.app.history.HistoryFact.Seat;
import nl.ontwikkelagenda.app.history.HistoryFact.Standing;
import nl.ontwikkelagenda.app.history.Places.Place;
import nl.ontwikkelagenda.app.pages.ChangeWords;
import nl.ontwikkelagenda.app.person.InstallationAdministrators;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.store.RecordedFacts;
import nl.ontwikkelagenda.app.store.RecordedFacts.Fact;
import nl.ontwikkelagenda.app.visibility.RestrictedBodies;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Change;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AnyOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Scope;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Histories that the caller may see, for the page and for the API alike. A fact belongs to the history of a thing when it changed the thing, or something that belongs to it; who keeps
 * or audits the partnership also sees facts of the thing itself that changed nothing to be seen. What an auditor reads is written down.
 */
@Component
class Histories implements SubjectFacts, VisibleFacts {

	/** Whose dots they are is shown to nobody. */
	private static final Set<String> BALLOTS = Set.of("agenda.DotsPlaced", "agenda.DotsMoved", "agenda.DotsWithdrawn");
	private static final RecordedFacts.Filter EVERYTHING = HistoryQuestion.EVERYTHING.filter();
	private static final Recorder VOTER = new Recorder(null, null, "Een deelnemer; wie, wordt niet getoond", null, null, null);

	private static final List<ReadModel<?, ?>> PARTS = List.of(ReadModels.THEMES, ReadModels.PRIORITY_ROUNDS, ReadModels.PROJECTS, ReadModels.TABLES, ReadModels.COMMUNITIES,
			ReadModels.MEETINGS, ReadModels.DECISIONS, ReadModels.ADVICE_NOTES, ReadModels.ACTIONS);
	private static final int MOST_PARTS = 12;

	private final VisibleChanges changes;
	private final RecordedFacts facts;
	private final EventLog log;
	private final Happened happened;
	private final Documents documents;
	private final RestrictedBodies restricted;
	private final ReadModelEngine views;
	private final Readers readers;
	private final AuditAccesses accesses;
	private final ChangeWords words;
	private final People people;
	private final InstallationAdministrators administrators;
	private final Entitlements entitlements;

	Histories(VisibleChanges changes, RecordedFacts facts, EventLog log, Happened happened, Documents documents, RestrictedBodies restricted, ReadModelEngine views,
			Readers readers, AuditAccesses accesses, ChangeWords words, People people, InstallationAdministrators administrators, Entitlements entitlements) {
		this.changes = changes;
		this.facts = facts;
		this.log = log;
		this.happened = happened;
		this.documents = documents;
		this.restricted = restricted;
		this.views = views;
		this.readers = readers;
		this.accesses = accesses;
		this.words = words;
		this.people = people;
		this.administrators = administrators;
		this.entitlements = entitlements;
	}

	/**
	 * The life of one thing, as the caller may see it.
	 *
	 * @param views  in which it is found; an action and the outcome that it came from have one id
	 * @param asked  what belongs to it
	 * @param keeper whether he may see who holds which rights, and all facts
	 * @param facts  where they are in the log, oldest first
	 */
	record Life(UUID id, PartnershipId partnershipId, List<ReadModel<?, ?>> views, Asked asked, boolean keeper, SortedSet<Long> facts) {
	}

	/**
	 * Whose history is asked for, with what concerns it of the meetings in which it was agreed; that it was read is written down when an auditor asks.
	 *
	 * @param part what of it is read, by name
	 * @throws NotFound when there is no such thing, or the caller may not see it
	 */
	Life open(UUID id, Map<String, String> part) {
		Life life = life(id);
		if (readers.heldNow().stream().anyMatch(held -> held.right() == Right.AUDITOR && held.partnershipId().equals(life.partnershipId()))) {
			Map<String, String> scope = new LinkedHashMap<>(part);
			scope.put("id", id.toString());
			accesses.record(Caller.required().personId(), life.partnershipId(), AuditAccesses.Kind.HISTORY_READ, scope);
		}
		return life;
	}

	@Override
	public Found about(UUID id) {
		Life life = life(id);
		return new Found(life.partnershipId(), List.copyOf(life.facts()));
	}

	@Override
	public boolean isVisible(EventId fact) {
		OptionalLong position = log.positionOf(fact.value());
		return position.isPresent() && (isChangeSeen(position.getAsLong()) || isKept(position.getAsLong()));
	}

	private boolean isChangeSeen(long position) {
		return !documents.changesAt(changes.everything(Caller.required().personId()).where(), List.of(position)).isEmpty();
	}

	/** Whether it is of a thing that the caller may see, in a partnership of which he may see all facts. */
	private boolean isKept(long position) {
		return log.readAfter(position - 1, 1).stream().filter(entry -> entry.when().position() == position).findFirst().map(EventLog.Entry::aggregate)
				.flatMap(documents::partnershipOf).filter(readers.partnerships(ReadModels.RIGHTS, Caller.required().personId())::contains).isPresent();
	}

	private Life life(UUID id) {
		Caller caller = Caller.required();
		List<ReadModel<?, ?>> seen = documents.holding(id.toString()).stream().filter(view -> isVisible(view, id, caller)).toList();
		if (seen.isEmpty()) {
			throw new NotFound();
		}
		PartnershipId partnership = documents.partnershipOf(seen.getFirst(), id.toString()).orElseThrow(NotFound::new);
		// before it is asked which views are concerned: what comes into another one meanwhile is later than what is told
		long upTo = views.position();
		boolean keeper = readers.partnerships(ReadModels.RIGHTS, caller.personId()).contains(partnership);
		Asked own = belonging(id, seen, caller.personId());
		SortedSet<Long> positions = new TreeSet<>(documents.positions(own.where(), upTo));
		Set<String> visited = restricted.visitedBy(new Viewer.Somebody(caller.personId()));
		if (keeper && !isOf(id, seen, visited)) {
			positions.addAll(facts.positionsOf(id.toString(), upTo));
		}
		AgreedThere there = AgreedThere.of(seen.stream().flatMap(view -> documents.find(view, id.toString(), AsOf.NOW).stream()).map(Stored::document)).without(visited);
		Asked with = withMeetings(own, there, caller.personId());
		if (!with.equals(own)) {
			positions.addAll(facts.positionsOf(there.meetings(), AgreedThere.CONCERNING, there.outcomes(), upTo));
		}
		return new Life(id, partnership, seen, with, keeper, positions);
	}

	/** Whether this is one of these meetings, or a group of one. */
	private boolean isOf(UUID id, List<ReadModel<?, ?>> seen, Set<String> meetings) {
		return meetings.contains(id.toString()) || (seen.contains(ReadModels.GROUPS)
				&& documents.find(ReadModels.GROUPS, id.toString(), AsOf.NOW).filter(group -> meetings.contains(group.document().meetingId().toString())).isPresent());
	}

	/** With the meetings in which it was agreed and the outcomes as which, where the reader may see those meetings. */
	private Asked withMeetings(Asked own, AgreedThere there, PersonId reader) {
		Set<String> meetings = there.meetings().stream().map(UUID::toString).filter(meeting -> documents.find(ReadModels.MEETINGS, meeting, AsOf.NOW).isPresent())
				.collect(Collectors.toSet());
		if (meetings.isEmpty()) {
			return own;
		}
		Map<ReadModel<?, ?>, Scope> where = new LinkedHashMap<>(own.where());
		where.putAll(changes.some(ReadModels.MEETINGS, meetings, reader).where());
		if (!there.outcomes().isEmpty()) {
			where.putAll(changes.some(ReadModels.OUTCOMES, there.outcomes().stream().map(UUID::toString).collect(Collectors.toSet()), reader).where());
		}
		return new Asked(where);
	}

	private boolean isVisible(ReadModel<?, ?> view, UUID id, Caller caller) {
		return Thing.byName().containsKey(view.name()) && documents.partnershipOf(view, id.toString()).filter(readers.partnerships(view, caller.personId())::contains).isPresent();
	}

	private Asked belonging(UUID id, List<ReadModel<?, ?>> seen, PersonId reader) {
		Map<ReadModel<?, ?>, Scope> where = new LinkedHashMap<>();
		seen.forEach(view -> where.putAll(Subject.in(view, id).map(subject -> changes.of(subject, reader)).orElseGet(() -> changes.one(view, id.toString(), reader)).where()));
		where.keySet().retainAll(documents.concerned(where));
		return new Asked(where);
	}

	/**
	 * Where the facts of this life are, oldest first, each with its number.
	 *
	 * @param of only facts that changed a document of this collection; null for any
	 */
	Places places(Life life, RecordedFacts.Filter filter, @Nullable String of) {
		List<Long> all = List.copyOf(life.facts());
		boolean names = filter.by() != null || filter.naming() != null;
		List<Long> chosen = filter.equals(EVERYTHING) ? all : matching(all, filter, names ? BALLOTS : Set.of());
		if (of != null) {
			Set<Long> changing = Set.copyOf(documents.positions(life.asked().only(List.of(of)).where(), views.position()));
			chosen = chosen.stream().filter(changing::contains).toList();
		}
		return new Places(all, chosen, facts::places);
	}

	/** Also what was recorded by or about somebody under another of his ids, from before two entries turned out to be one person. */
	private List<Long> matching(List<Long> all, RecordedFacts.Filter filter, Set<String> otherThan) {
		SortedSet<Long> found = new TreeSet<>();
		for (PersonId by : idsOf(filter.by())) {
			for (PersonId naming : idsOf(filter.naming() == null ? null : new PersonId(filter.naming()))) {
				found.addAll(facts.matching(all, new RecordedFacts.Filter(by, filter.type(), filter.from(), filter.until(), naming == null ? null : naming.value(),
						filter.correlationId()), otherThan));
			}
		}
		return List.copyOf(found);
	}

	/** One null for nobody in particular. */
	private List<@Nullable PersonId> idsOf(@Nullable PersonId person) {
		return person == null ? Collections.singletonList(null) : List.copyOf(people.idsOf(person));
	}

	/** Where a fact is among these; empty when it is not. */
	OptionalInt find(Places places, UUID fact) {
		OptionalLong position = log.positionOf(fact);
		int index = position.isEmpty() ? -1 : places.indexOf(position.getAsLong());
		return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
	}

	/** Which types of facts there are, and who recorded facts. */
	record Kinds(Set<String> types, Set<PersonId> recorders) {
	}

	/** What there is to choose from in this life. */
	Kinds kinds(Life life) {
		List<RecordedFacts.Kind> found = facts.kinds(life.facts());
		return new Kinds(found.stream().map(RecordedFacts.Kind::type).collect(Collectors.toSet()),
				found.stream().filter(kind -> !BALLOTS.contains(kind.type())).flatMap(kind -> kind.by().asPerson().stream())
						.map(person -> people.idsOf(person).getFirst()).collect(Collectors.toSet()));
	}

	/** The views of which documents belong to this life. */
	Set<ReadModel<?, ?>> collections(Life life) {
		return life.asked().where().keySet();
	}

	/** The organisations that facts can be about. */
	List<PartnershipView.Organisation> organisations(Life life) {
		return documents.find(ReadModels.PARTNERSHIPS, life.partnershipId().toString(), AsOf.NOW).map(found -> found.document().organisations()).orElse(List.of());
	}

	/** A fact, with the documents that it changed as they were and became. */
	record Told(HistoryFact fact, List<Change<?>> changes) {
	}

	/** The facts at these places, with names as known now, and with what those who recorded them were where the caller may see that. */
	List<HistoryFact> facts(Life life, List<Place> places) {
		return told(life, places, place -> true).stream().map(Told::fact).toList();
	}

	/** @param standing of which it is told what who recorded it was, where the caller may see that */
	List<Told> told(Life life, List<Place> places, Predicate<Place> standing) {
		List<Long> positions = places.stream().map(Place::position).toList();
		List<Fact> found = facts.at(positions);
		Map<Long, List<Change<?>>> changed = documents.changesAt(life.asked().where(), positions).stream().collect(Collectors.groupingBy(Change::position));
		List<String> texts = new ArrayList<>();
		found.forEach(fact -> {
			texts.add(ChangeWords.name(fact.by()));
			changed.getOrDefault(fact.position(), List.of()).forEach(change -> texts.add(words.thing(change)));
		});
		Iterator<String> named = people.withNames(texts).iterator();
		return IntStream.range(0, found.size()).mapToObj(i -> {
			Fact fact = found.get(i);
			String name = named.next();
			Period happenedOn = happened.on(fact.type(), fact.payload());
			Recorder recorder = BALLOTS.contains(fact.type()) ? VOTER : recorder(life, fact, happenedOn, name, life.keeper() && standing.test(places.get(i)));
			List<Change<?>> its = changed.getOrDefault(fact.position(), List.of());
			return new Told(fact(life, places.get(i).number(), fact, happenedOn, recorder, its, its.stream().map(change -> changed(change, named.next())).toList()), its);
		}).toList();
	}

	/** Who might do what on the days of a fact; empty for who may not see that. */
	Optional<Entitled.Days> entitled(Life life, HistoryFact fact) {
		return life.keeper() ? Optional.of(days(entitlements.at(life.partnershipId(), fact.position()), fact)) : Optional.empty();
	}

	/** As {@link #entitled(Life, HistoryFact)}, for many facts of this life. */
	Function<HistoryFact, Optional<Entitled.Days>> entitled(Life life) {
		if (!life.keeper()) {
			return fact -> Optional.empty();
		}
		LongFunction<Entitlements.Known> known = entitlements.upTo(life.partnershipId(), views.position());
		return fact -> Optional.of(days(known.apply(fact.position()), fact));
	}

	private static Entitled.Days days(Entitlements.Known known, HistoryFact fact) {
		LocalDate recorded = day(fact.recordedAt());
		return new Entitled.Days(known.on(recorded), earlier(fact.happenedOn(), recorded).map(known::on).orElse(null));
	}

	/** The last day on which something happened, when it was not recorded on that day. */
	private static Optional<LocalDate> earlier(@Nullable Period happenedOn, LocalDate recorded) {
		return Optional.ofNullable(happenedOn).map(Period::to).filter(day -> !day.equals(recorded));
	}

	/** How the thing was after a fact, in each view that had it. */
	Map<ReadModel<?, ?>, Object> state(Life life, long position) {
		Map<ReadModel<?, ?>, Object> state = new LinkedHashMap<>();
		life.views().forEach(view -> documents.find(view, life.id().toString(), new AsOf(position)).ifPresent(stored -> state.put(view, stored.document())));
		return state;
	}

	/**
	 * What of one kind belonged to a thing.
	 *
	 * @param titles of the first ones
	 */
	record Belonging(ReadModel<?, ?> view, List<String> titles, long total) {
	}

	/** What belonged to the thing after a fact, of the kinds that a reader looks for; what it is itself is left out. */
	List<Belonging> belonging(Life life, long position) {
		return PARTS.stream().filter(view -> !life.views().contains(view) && life.asked().where().containsKey(view)).map(view -> belonging(life, view, new AsOf(position)))
				.filter(belonging -> belonging.total() > 0).toList();
	}

	private <D> Belonging belonging(Life life, ReadModel<D, ?> view, AsOf then) {
		Scope scope = Objects.requireNonNull(life.asked().where().get(view));
		List<Condition> any = scope.anyOf().isEmpty() ? List.of() : List.of(new AnyOf(scope.anyOf()));
		Page<D> page = documents.list(view, new ListQuery(Map.of(), any, null, List.of("id"), 1, MOST_PARTS, scope.partnerships()), then);
		return new Belonging(view, page.items().stream().map(stored -> Thing.of(view).title().apply(stored.document())).toList(), page.total());
	}

	/** How the thing is, or how it last was, in each view that has it. */
	Map<ReadModel<?, ?>, Object> latest(Life life) {
		return state(life, views.position());
	}

	private HistoryFact fact(Life life, int number, Fact fact, @Nullable Period happenedOn, Recorder recorder, List<Change<?>> its, List<Changed> changed) {
		EventId id = new EventId(fact.eventId());
		return new HistoryFact(number, id, fact.position(), fact.type(), EventWords.of(fact.type()), happenedOn, fact.recordedAt(), recorder,
				changed, authority(its, fact.position()), recorder.equals(VOTER) ? null : uuid(fact.correlationId()), recorder.equals(VOTER) ? null : uuid(fact.causationId()),
				Api.path("histories", life.id()) + "/facts/" + id,
				Api.path("audit/proofs", id));
	}

	private static Changed changed(Change<?> change, String title) {
		Kind kind = change.before() == null ? Kind.ADDED : change.after() == null ? Kind.REMOVED : Kind.CHANGED;
		List<FieldChange> fields = FieldChange.between(change.before() == null ? null : change.before().document(), change.after() == null ? null : change.after().document());
		return new Changed(change.view().name(), change.id(), title, kind, change.ended(), fields);
	}

	private @Nullable Authority authority(List<Change<?>> changed, long position) {
		return changed.stream().filter(change -> change.view().equals(ReadModels.DECISIONS) && change.after() != null)
				.map(change -> ((DecisionView) change.latest()).particulars()).filter(Objects::nonNull).findFirst()
				.map(stated -> new Authority(
						Optional.ofNullable(stated.mandateId()).flatMap(id -> documents.find(ReadModels.MANDATES, id.toString(), new AsOf(position))).map(Stored::document)
								.orElse(null),
						stated.mandateHolder(), stated.amount(), stated.withoutMandateBecause()))
				.orElse(null);
	}

	private Recorder recorder(Life life, Fact fact, @Nullable Period happenedOn, String name, boolean standing) {
		Actor by = fact.by();
		Right role = fact.role() == null ? null : Right.valueOf(fact.role());
		PersonId person = by.asPerson().orElse(null);
		if (person == null || !standing) {
			return new Recorder(by.value(), person, name, role, null, null);
		}
		Held held = held(life.partnershipId(), people.idsOf(person), new AsOf(fact.position()));
		LocalDate recorded = day(fact.recordedAt());
		return new Recorder(by.value(), person, name, role, standing(held, recorded, fact.recordedAt()),
				earlier(happenedOn, recorded).map(day -> standing(held, day, Today.endOf(day))).orElse(null));
	}

	/** What somebody held, holds and will hold in a partnership, as far as it was known at one place in the log. */
	private record Held(List<PersonId> ids, List<RightsView.Held> rights, List<SeatView> seats, List<MandateView> mandates, AsOf then) {
	}

	private Held held(PartnershipId partnership, List<PersonId> ids, AsOf then) {
		return new Held(ids,
				ids.stream().flatMap(id -> documents.find(ReadModels.RIGHTS, id.toString(), then).map(Stored::document).map(RightsView::rights).stream()).flatMap(List::stream)
						.filter(held -> held.partnershipId().equals(partnership)).toList(),
				ids.stream().flatMap(id -> documents.all(ReadModels.SEATS, of(id, partnership), then).stream()).toList(),
				ids.stream().flatMap(id -> documents.all(ReadModels.MANDATES, of(id, partnership), then).stream()).toList(), then);
	}

	private Standing standing(Held held, LocalDate day, Instant moment) {
		return new Standing(day, held.rights().stream().filter(right -> right.on(day)).map(RightsView.Held::right).distinct().toList(),
				held.seats().stream().filter(seat -> seat.holdsOn(day)).map(seat -> seat(seat, held.then())).toList(),
				held.mandates().stream().filter(mandate -> mandate.holdsOn(day)).toList(), administrators.did(held.ids(), moment));
	}

	private static Map<String, String> of(PersonId person, PartnershipId partnership) {
		return Map.of("personId", person.toString(), "partnershipId", partnership.toString());
	}

	private Seat seat(SeatView seat, AsOf then) {
		return new Seat(seat.bodyId(), documents.find(ReadModels.BODIES, seat.bodyId().toString(), then).map(body -> body.document().name()).orElse(""), seat.role());
	}

	private static LocalDate day(Instant moment) {
		return LocalDate.ofInstant(moment, Today.AMSTERDAM);
	}

	private static @Nullable UUID uuid(@Nullable String id) {
		return id == null ? null : UUID.fromString(id);
	}
}
