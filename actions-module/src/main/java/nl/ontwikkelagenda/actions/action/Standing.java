package nl.ontwikkelagenda.actions.action;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.actions.deadline.Deadline;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.Owner;

import org.jspecify.annotations.Nullable;

/**
 * How it is with a promise, as far as decisions need it.
 *
 * @param accepted by the owner that it has now
 * @param meeting  the promised meeting, once planned and while it is not cancelled
 */
@RecordBuilder
record Standing(Owner owner, Deadline deadline, boolean accepted, boolean kept, @Nullable MeetingId meeting) implements StandingBuilder.With {

	static Standing of(Promise promise) {
		return new Standing(promise.owner(), promise.deadline(), false, false, null);
	}
}
