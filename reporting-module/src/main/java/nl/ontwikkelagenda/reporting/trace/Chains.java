package nl.ontwikkelagenda.reporting.trace;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.PromisePlaceView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.table.StatementView;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.trace.Drawings.Part;
import nl.ontwikkelagenda.reporting.trace.Shelf.Held;
import nl.ontwikkelagenda.reporting.trace.Sketch.Look;
import nl.ontwikkelagenda.reporting.trace.Trace.Link;
import nl.ontwikkelagenda.reporting.trace.Trace.Ref;
import nl.ontwikkelagenda.reporting.trace.Trace.Side;
import nl.ontwikkelagenda.reporting.trace.Trace.Step;
import nl.ontwikkelagenda.reporting.trace.Trace.Subject;

import org.jspecify.annotations.Nullable;

/** Follows the links from one thing, nearest first: to what it came from, to what that came from, and so on; and the same way to what came of it. */
final class Chains {

	private static final Map<StepKind, Part<?>> BY_KIND = Drawings.ALL.stream().collect(Collectors.toMap(Part::kind, part -> part));
	private static final Map<ReadModel<?, ?>, Part<?>> BY_VIEW = Drawings.ALL.stream().collect(Collectors.toMap(Part::view, part -> part));
	private static final Comparator<Step> ORDER = comparing(Chains::day, nullsFirst(Comparator.<LocalDate>naturalOrder())).thenComparing(Step::kind).thenComparing(Step::title)
			.thenComparing(Step::id);

	private final Shelf shelf;
	private final UUID id;
	private final PartnershipId partnership;
	private final int most;
	private final Sketch sketch = new Sketch();
	private final Map<Ref, Step> found = new LinkedHashMap<>();
	private int leftOut;

	private Chains(Shelf shelf, UUID id, PartnershipId partnership, int most) {
		this.shelf = shelf;
		this.id = id;
		this.partnership = partnership;
		this.most = most;
	}

	/** The thing with this id, or the whole that it is a part of; empty when it is of no kind that can be traced, or not there then. */
	static Optional<Subject> subject(Shelf shelf, UUID id) {
		return homes(shelf, id).map(Home::partnership).filter(Objects::nonNull).findFirst().map(partnership -> new Subject(id, partnership))
				.or(() -> Wholes.of(shelf, id).flatMap(whole -> subject(shelf, whole)));
	}

	/**
	 * @param subject nothing of another partnership than its own becomes part of the chain
	 * @param most    how many steps there can be on each side
	 */
	static Trace of(Shelf shelf, Subject subject, int most) {
		return new Chains(shelf, subject.id(), subject.partnershipId(), most).trace();
	}

	/** A document in which a thing is told of. */
	private record Home(Part<?> part, Object document) {

		@Nullable
		PartnershipId partnership() {
			return partnershipOf(part, document);
		}

		private static <D> PartnershipId partnershipOf(Part<D> part, Object document) {
			return part.partnership().apply(part.view().document().cast(document));
		}
	}

	private static Stream<Home> homes(Shelf shelf, UUID id) {
		String key = id.toString();
		Predicate<ReadModel<?, ?>> mayHave = shelf.mayHave(key);
		Stream<Home> own = Drawings.ALL.stream().filter(part -> mayHave.test(part.view())).flatMap(part -> home(shelf, part, key));
		Stream<Home> ofStatement = Stream.of(ReadModels.STATEMENTS).filter(mayHave).flatMap(view -> shelf.find(view, key).stream()).map(StatementView::tableId)
				.flatMap(table -> home(shelf, part(StepKind.TABLE), table.toString()));
		Stream<Home> ofPromise = Stream.of(ReadModels.PROMISE_PLACES).filter(mayHave).flatMap(view -> shelf.find(view, key).stream()).map(PromisePlaceView::actionId)
				.flatMap(action -> home(shelf, part(StepKind.ACTION), action.toString()));
		return Stream.of(own, ofStatement, ofPromise).flatMap(homes -> homes);
	}

	private static Stream<Home> home(Shelf shelf, Part<?> part, String id) {
		return shelf.find(part.view(), id).stream().map(document -> new Home(part, document));
	}

	private static @Nullable LocalDate day(Step step) {
		return step.on() == null ? null : step.on().from();
	}

	private static Part<?> part(StepKind kind) {
		return requireNonNull(BY_KIND.get(kind));
	}

	private Trace trace() {
		homes(shelf, id).forEach(home -> home.part().draw(home.document(), partnership, sketch));
		Set<Ref> itself = sketch.steps().stream().filter(step -> step.id().equals(id) && step.kind() != StepKind.RESULT && step.kind() != StepKind.ANSWER).map(Step::ref)
				.collect(Collectors.toCollection(LinkedHashSet::new));
		itself.forEach(ref -> found.put(ref, requireNonNull(sketch.step(ref)).withSide(Side.ITSELF)));
		follow(itself, Side.BEFORE);
		follow(itself, Side.AFTER);
		List<Link> links = sketch.links(found.keySet()).stream().sorted(comparing((Link link) -> position(link.from())).thenComparing(link -> position(link.to()))).toList();
		return new Trace(id, partnership, found.values().stream().sorted(ORDER).toList(), links, leftOut);
	}

	private String position(Ref ref) {
		Step step = requireNonNull(found.get(ref));
		LocalDate day = day(step);
		return (day == null ? "" : day) + " " + ref;
	}

	private void follow(Set<Ref> from, Side side) {
		int room = most;
		Set<Ref> frontier = from;
		for (int distance = 1; !frontier.isEmpty(); distance++) {
			look(frontier, side);
			List<Step> next = frontier.stream().flatMap(ref -> sketch.next(ref, side).stream()).distinct().filter(ref -> !found.containsKey(ref)).map(this::described)
					.filter(Objects::nonNull).sorted(ORDER).toList();
			frontier = new LinkedHashSet<>();
			for (Step step : next.subList(0, Math.min(room, next.size()))) {
				found.put(step.ref(), step.withSide(side).withDistance(distance));
				frontier.add(step.ref());
			}
			room -= frontier.size();
			if (next.size() > frontier.size()) {
				leftOut += next.size() - frontier.size();
				return;
			}
		}
	}

	/** Draws every document that holds a link to one of these steps. */
	private void look(Set<Ref> steps, Side side) {
		Map<ReadModel<?, ?>, Map<String, Set<String>>> looks = new LinkedHashMap<>();
		steps.stream().flatMap(step -> sketch.looks(step, side).stream()).forEach(look -> add(looks, look));
		looks.forEach((view, fields) -> fields.forEach((field, values) -> draw(requireNonNull(BY_VIEW.get(view)), field, values)));
	}

	private static void add(Map<ReadModel<?, ?>, Map<String, Set<String>>> looks, Look look) {
		looks.computeIfAbsent(look.view(), view -> new HashMap<>()).computeIfAbsent(look.field(), field -> new HashSet<>()).add(look.value());
	}

	private void draw(Part<?> part, String field, Set<String> values) {
		if (field.equals(Sketch.ID)) {
			values.forEach(value -> home(shelf, part, value).forEach(home -> part.draw(home.document(), partnership, sketch)));
		} else {
			Held<?> held = shelf.holding(part.view(), field, values);
			held.documents().forEach(document -> part.draw(document, partnership, sketch));
			leftOut += held.more();
		}
	}

	/** A step with what it is; looked up when only its id is known. Null when there is no such thing, or not in this partnership. */
	private @Nullable Step described(Ref ref) {
		Step known = sketch.step(ref);
		if (known != null) {
			return known;
		}
		if (ref.kind() == StepKind.GOAL || ref.kind() == StepKind.PROPOSAL) {
			shelf.find(ReadModels.STATEMENTS, ref.id().toString()).ifPresent(statement -> draw(part(StepKind.TABLE), Sketch.ID, Set.of(statement.tableId().toString())));
		} else if (BY_KIND.containsKey(ref.kind())) {
			draw(part(ref.kind()), Sketch.ID, Set.of(ref.id().toString()));
		}
		return sketch.step(ref);
	}
}
