package nl.ontwikkelagenda.app.history;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;

import org.jspecify.annotations.Nullable;

/**
 * In which meetings something was agreed, and as which outcomes.
 *
 * @param meetings ids
 * @param outcomes ids
 */
record AgreedThere(Set<UUID> meetings, Set<UUID> outcomes) {

	/** Facts of a meeting that concern whatever was agreed in it; of outcomes only its own. */
	static final List<String> CONCERNING = List.of("agenda.MeetingHeld", "agenda.OutcomeRecorded", "agenda.MinutesRecorded", "agenda.MinutesSentRound", "agenda.MinutesAdopted",
			"agenda.MeetingPublished");

	/** What documents about one thing tell of it. */
	static AgreedThere of(Stream<Object> documents) {
		AgreedThere there = new AgreedThere(new HashSet<>(), new HashSet<>());
		documents.forEach(there::read);
		return there;
	}

	/** Less what was agreed in these meetings. */
	AgreedThere without(Set<String> left) {
		return new AgreedThere(meetings.stream().filter(meeting -> !left.contains(meeting.toString())).collect(Collectors.toSet()), outcomes);
	}

	private void read(Object document) {
		switch (document) {
			case DecisionView decision -> add(decision.meetingId(), decision.outcomeId());
			case ActionView action -> add(action.meetingId(), action.outcomeId());
			case AdviceNoteView note -> {
				note.submissions().stream().map(AdviceNoteView.Submission::returned).filter(Objects::nonNull).forEach(returned -> add(returned.meetingId(), null));
				if (note.answer() != null) {
					add(note.answer().meetingId(), null);
				}
			}
			default -> {
				// was not agreed in a meeting, or is itself one
			}
		}
	}

	private void add(@Nullable MeetingId meeting, @Nullable OutcomeId outcome) {
		if (meeting != null) {
			meetings.add(meeting.value());
		}
		if (outcome != null) {
			outcomes.add(outcome.value());
		}
	}
}
