package nl.ontwikkelagenda.agenda.advice;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.agenda.table.TableId;

import org.jspecify.annotations.Nullable;

/** What happened to an advice note. */
public sealed interface AdviceNoteEvent {

	AdviceNoteId adviceNoteId();

	/** @param bodyId the body that it will be submitted to */
	record AdviceDrafted(AdviceNoteId adviceNoteId, PartnershipId partnershipId, TableId tableId, BodyId bodyId, FreeText title, LocalDate draftedOn) implements AdviceNoteEvent {
	}

	/** The whole note, in the order in which it is read; its words stay with the goals, proposals and outcomes that it refers to. */
	record AdviceCompiled(AdviceNoteId adviceNoteId, List<Paragraph> paragraphs, LocalDate compiledOn) implements AdviceNoteEvent {
	}

	/**
	 * The note lies with the body and does not change any more.
	 *
	 * @param version 1 for the first time, one more after every return
	 */
	record AdviceSubmitted(AdviceNoteId adviceNoteId, int version, LocalDate submittedOn) implements AdviceNoteEvent {
	}

	/** The body has questions first; the note is a draft again, and what was submitted stays to be seen. */
	record AdviceReturned(AdviceNoteId adviceNoteId, int version, FreeText questions, LocalDate returnedOn, @Nullable MeetingId meetingId) implements AdviceNoteEvent {
	}

	record AdviceAnswered(AdviceNoteId adviceNoteId, PartnershipId partnershipId, TableId tableId, int version, AdviceAnswer answer, FreeText reasons,
			List<Paragraph.Answer> paragraphs, LocalDate answeredOn, @Nullable MeetingId meetingId) implements AdviceNoteEvent {
	}

	record AdviceWithdrawn(AdviceNoteId adviceNoteId, FreeText reason, LocalDate withdrawnOn) implements AdviceNoteEvent {
	}
}
