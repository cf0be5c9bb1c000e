package nl.ontwikkelagenda.agenda.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MinutesCorrected;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MinutesDrafted;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OfMinutes;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/**
 * A part of the minutes of a meeting; where the minutes stand is in {@link MeetingView}.
 *
 * @param itemId      the item that it is about; absent for the meeting as a whole
 * @param text        as it was adopted, or as it stands until then
 * @param corrections what was put right after it was adopted, oldest first
 */
public record MinutesPartView(MinutesPartId partId, PartnershipId partnershipId, MeetingId meetingId, @Nullable ItemId itemId, String text, List<Correction> corrections,
		Instant recordedAt) {

	public record Correction(String text, String reason, LocalDate correctedOn, Instant recordedAt) {
	}

	public static @Nullable MinutesPartView on(@Nullable MinutesPartView current, OfMinutes event, Recorded when) {
		if (current != null && !current.meetingId.equals(event.meetingId())) {
			return current;
		}
		return switch (event) {
			case MinutesDrafted e -> new MinutesPartView(e.partId(), e.partnershipId(), e.meetingId(), e.itemId(), e.text().text(), List.of(), when.at());
			case MinutesCorrected e when current != null -> new MinutesPartView(current.partId, current.partnershipId, current.meetingId, current.itemId, current.text, Stream
					.concat(current.corrections.stream(), Stream.of(new Correction(e.text().text(), e.reason().text(), e.correctedOn(), when.at()))).toList(), current.recordedAt);
			case MinutesCorrected e -> null;
		};
	}
}
