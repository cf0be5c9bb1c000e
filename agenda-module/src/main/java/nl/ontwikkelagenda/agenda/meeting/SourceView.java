package nl.ontwikkelagenda.agenda.meeting;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.SourceDiscussed;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/** A source that was discussed at a meeting. */
public record SourceView(SourceId sourceId, PartnershipId partnershipId, MeetingId meetingId, String title, @Nullable String address, @Nullable AttachmentId attachmentId,
		LocalDate consultedOn, @Nullable ItemId itemId) {

	public static SourceView on(@Nullable SourceView current, SourceDiscussed e, Recorded when) {
		return current == null
				? new SourceView(e.sourceId(), e.partnershipId(), e.meetingId(), e.title().text(), FreeText.wordsOf(e.address()), e.attachmentId(), e.consultedOn(), e.itemId())
				: current;
	}
}
