package nl.ontwikkelagenda.app.visibility;

import java.util.Set;

import nl.ontwikkelagenda.agenda.meeting.GroupView;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;

/**
 * What is left out of documents that somebody does see.
 *
 * @param mentioned ids of what is hidden from him
 * @param visited   ids of meetings of which he sees what was announced, and not what came of it
 */
record LeftOut(Set<String> mentioned, Set<String> visited) {

	static final LeftOut NOTHING = new LeftOut(Set.of(), Set.of());

	boolean isNothing() {
		return mentioned.isEmpty() && visited.isEmpty();
	}

	@SuppressWarnings("unchecked")
	<D> D of(D document) {
		D announced = (D) switch (document) {
			case MeetingView meeting when visited.contains(meeting.meetingId().toString()) -> meeting.announced();
			case GroupView group when visited.contains(group.meetingId().toString()) -> group.announced();
			default -> document;
		};
		return Mentions.without(announced, mentioned);
	}
}
