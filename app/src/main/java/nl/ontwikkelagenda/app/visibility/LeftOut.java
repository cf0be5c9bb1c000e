package nl.ontwikkelagenda.app.visibility;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.meeting.GroupView;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.reporting.readmodel.Change;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AllOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AnyOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtLeast;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtMost;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Names;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Not;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

/**
 * What is left out of documents that somebody does see.
 *
 * @param mentioned ids of what is hidden from him
 * @param visited   ids of meetings of which he sees what was announced, and not what came of it
 */
record LeftOut(Set<String> mentioned, Set<String> visited) {

	static final LeftOut NOTHING = new LeftOut(Set.of(), Set.of());

	/** What a visitor does not see of a meeting and of its groups: as {@link MeetingView#announced()} and {@link GroupView#announced()} leave it out. */
	private static final Map<ReadModel<?, ?>, Set<String>> FIELDS = Map.of(ReadModels.MEETINGS, Set.of("attendance", "headcount", "numberOfOutcomes", "minutes", "publication"),
			ReadModels.GROUPS, Set.of("reports"));
	/** Views whose documents are found by words in those fields. */
	private static final Set<ReadModel<?, ?>> FOUND_BY_THEM = Set.of(ReadModels.GROUPS);

	/** Whether a visitor would learn what he does not see of a document by whether it is found by words. */
	static boolean foundByWords(ReadModel<?, ?> view) {
		return FOUND_BY_THEM.contains(view);
	}

	/** Whether a visitor would learn what he does not see of a document by whether it is like this. */
	static boolean tells(ReadModel<?, ?> view, Condition condition) {
		return FIELDS.containsKey(view) && fields(condition).anyMatch(field -> tells(view, field));
	}

	/** Whether a visitor does not see this field, or one within a field. */
	static boolean tells(ReadModel<?, ?> view, String field) {
		return FIELDS.getOrDefault(view, Set.of()).stream().anyMatch(hidden -> field.equals(hidden) || field.startsWith(hidden + "."));
	}

	private static Stream<String> fields(Condition condition) {
		return switch (condition) {
			case Is is -> Stream.of(is.field());
			case OneOf oneOf -> Stream.of(oneOf.field());
			case AtMost atMost -> Stream.of(atMost.field());
			case AtLeast atLeast -> Stream.of(atLeast.field());
			case Names names -> Stream.of(names.field());
			case Not not -> fields(not.condition());
			case AllOf all -> all.conditions().stream().flatMap(LeftOut::fields);
			case AnyOf any -> any.conditions().stream().flatMap(LeftOut::fields);
		};
	}

	boolean isNothing() {
		return mentioned.isEmpty() && visited.isEmpty();
	}

	/** Whether a change is of only what a visitor does not see. */
	boolean hides(Change<?> change) {
		Stored<?> before = change.before();
		Stored<?> after = change.after();
		return before != null && after != null && isVisited(after.document()) && announced(before.document()).equals(announced(after.document()));
	}

	private boolean isVisited(Object document) {
		return switch (document) {
			case MeetingView meeting -> visited.contains(meeting.meetingId().toString());
			case GroupView group -> visited.contains(group.meetingId().toString());
			default -> false;
		};
	}

	private static Object announced(Object document) {
		return switch (document) {
			case MeetingView meeting -> meeting.announced();
			case GroupView group -> group.announced();
			default -> document;
		};
	}

	@SuppressWarnings("unchecked")
	<D> D of(D document) {
		D announced = isVisited(document) ? (D) announced(document) : document;
		return Mentions.without(announced, mentioned);
	}
}
