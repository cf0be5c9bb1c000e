package nl.ontwikkelagenda.reporting.readmodel;

import static nl.ontwikkelagenda.reporting.readmodel.ReadModels.*;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AnyOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Names;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;

/** Through which fields the documents of each view belong to a body: every view is declared here, and a test fails for one that is not. */
public final class BodyPaths {

	/**
	 * One way in which a document can belong to a body.
	 *
	 * @param field holds the id of the thing through which it belongs
	 * @param view  the view that this thing is of
	 */
	public record Path(String field, ReadModel<?, ?> view) {
	}

	/** In this order a view comes after those that its paths lead to. */
	private static final Map<ReadModel<?, ?>, List<Path>> DECLARED = new LinkedHashMap<>();

	static {
		ofNoBody(PARTNERSHIPS, RIGHTS, HOLDERS, DEPARTURES, PROGRAMMES, MANDATES, AGENDAS, COMMENTS, THEMES, IDEAS, GUIDING_ANSWERS, PROJECTS, PRIORITY_ROUNDS, BALLOTS,
				SCHOOL_HOLIDAYS, TERMS, STAKEHOLDERS, LIBRARY_ITEMS, INDICATORS, MEASUREMENTS, REDACTIONS);
		declare(BODIES, path("id", BODIES));
		Stream.of(SEATS, SERIES, MEETINGS, DECISION_REGISTERS, TABLES, COMMUNITIES).forEach(view -> declare(view, path("bodyId", BODIES)));
		Stream.of(INVITATIONS, GROUPS, SOURCES, OUTCOMES, MINUTES, REMARKS, QUESTIONS).forEach(view -> declare(view, path("meetingId", MEETINGS)));
		Stream.of(ITEMS, BARRIERS, DECISIONS).forEach(view -> declare(view, path("bodyId", BODIES), path("meetingId", MEETINGS)));
		// an advice note is of the table that writes it; its body is the one that it is meant for
		Stream.of(STATEMENTS, ADVICE_NOTES).forEach(view -> declare(view, path("tableId", TABLES)));
		declare(ENROLMENTS, path("communityId", COMMUNITIES));
		declare(INSIGHTS, path("communityId", COMMUNITIES), path("meetingId", MEETINGS));
		declare(ACTIONS, path("meetingId", MEETINGS), path("outcomeId", OUTCOMES));
		Stream.of(PROMISE_PLACES, INVENTORIES, CALLS, PARTICIPANTS).forEach(view -> declare(view, path("actionId", ACTIONS)));
		declare(INVENTORY_ANSWERS, path("inventoryId", INVENTORIES));
		declare(REFLECTION_ROUNDS, paths("about", TABLES, COMMUNITIES));
		declare(PROGRESS_REPORTS, paths("subjectId", TABLES, COMMUNITIES, MEETINGS));
		ReadModel<?, ?>[] all = DECLARED.entrySet().stream().filter(view -> !view.getValue().isEmpty()).map(Map.Entry::getKey).toArray(ReadModel[]::new);
		declare(ATTACHMENTS, paths("attachedTo", all));
	}

	private BodyPaths() {
	}

	public static boolean isDeclared(ReadModel<?, ?> view) {
		return DECLARED.containsKey(view);
	}

	/** The ways in which documents of this view can belong to a body; empty when they never do. */
	public static List<Path> of(ReadModel<?, ?> view) {
		List<Path> paths = DECLARED.get(view);
		if (paths == null) {
			throw new IllegalStateException("Nobody declared through which fields documents of " + view.name() + " belong to a body");
		}
		return paths;
	}

	/**
	 * For every view of which documents can belong to a body, what holds of those that belong to one of these bodies.
	 *
	 * @param bodies     their ids
	 * @param ofActions  what to make of it for actions, and so for what belongs to those
	 */
	public static Map<ReadModel<?, ?>, Condition> belongingTo(Set<String> bodies, UnaryOperator<Condition> ofActions) {
		Map<ReadModel<?, ?>, Condition> belonging = new LinkedHashMap<>();
		DECLARED.forEach((view, paths) -> belonging(view, paths, bodies, belonging).map(condition -> view.equals(ACTIONS) ? ofActions.apply(condition) : condition)
				.ifPresent(condition -> belonging.put(view, condition)));
		return belonging;
	}

	private static Optional<Condition> belonging(ReadModel<?, ?> view, List<Path> paths, Set<String> bodies, Map<ReadModel<?, ?>, Condition> known) {
		if (paths.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new AnyOf(paths.stream().map(path -> path.view().equals(BODIES) ? new OneOf(path.field(), bodies) : names(view, path, known)).toList()));
	}

	private static Condition names(ReadModel<?, ?> view, Path path, Map<ReadModel<?, ?>, Condition> known) {
		Condition such = known.get(path.view());
		if (such == null) {
			throw new IllegalStateException(view.name() + " is declared before " + path.view().name() + ", to which its field " + path.field() + " leads");
		}
		return new Names(path.field(), path.view(), such);
	}

	private static void ofNoBody(ReadModel<?, ?>... views) {
		Arrays.stream(views).forEach(BodyPaths::declare);
	}

	private static void declare(ReadModel<?, ?> view, Path... paths) {
		DECLARED.put(view, List.of(paths));
	}

	private static Path path(String field, ReadModel<?, ?> view) {
		return new Path(field, view);
	}

	private static Path[] paths(String field, ReadModel<?, ?>... views) {
		return Arrays.stream(views).map(view -> path(field, view)).toArray(Path[]::new);
	}
}
