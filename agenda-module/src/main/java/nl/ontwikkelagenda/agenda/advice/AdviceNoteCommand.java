package nl.ontwikkelagenda.agenda.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.agenda.table.TableId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an advice note. */
public sealed interface AdviceNoteCommand {

	AdviceNoteId adviceNoteId();

	/** @param bodyId the body that it will be submitted to */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record DraftAdvice(@TargetAggregateIdentifier AdviceNoteId adviceNoteId, PartnershipId partnershipId, TableId tableId, BodyId bodyId, FreeText title,
			LocalDate draftedOn) implements AdviceNoteCommand {
	}

	/** The whole note as it is from now on, in the order in which it is read. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CompileAdvice(@TargetAggregateIdentifier AdviceNoteId adviceNoteId, List<Chosen> paragraphs, LocalDate compiledOn) implements AdviceNoteCommand {

		/** A paragraph that is wanted; which wording of its source that means is found when it is compiled. */
		public record Chosen(ParagraphId paragraphId, Part part, Source.Kind kind, UUID id, @Nullable FreeText connection) {
		}
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record SubmitAdvice(@TargetAggregateIdentifier AdviceNoteId adviceNoteId, LocalDate submittedOn) implements AdviceNoteCommand {
	}

	/** @param meetingId where the body talked about it */
	@AllowedTo({Right.BOARD, Right.SECRETARY, Right.PROJECT_LEAD})
	record ReturnAdvice(@TargetAggregateIdentifier AdviceNoteId adviceNoteId, FreeText questions, LocalDate returnedOn,
			@Nullable MeetingId meetingId) implements AdviceNoteCommand {
	}

	/**
	 * @param paragraphs what the body says about single paragraphs, where that differs or needs reasons of its own
	 * @param meetingId  where the body answered
	 */
	@AllowedTo({Right.BOARD, Right.SECRETARY, Right.PROJECT_LEAD})
	record AnswerAdvice(@TargetAggregateIdentifier AdviceNoteId adviceNoteId, AdviceAnswer answer, FreeText reasons, List<Paragraph.Answer> paragraphs, LocalDate answeredOn,
			@Nullable MeetingId meetingId) implements AdviceNoteCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record WithdrawAdvice(@TargetAggregateIdentifier AdviceNoteId adviceNoteId, FreeText reason, LocalDate withdrawnOn) implements AdviceNoteCommand {
	}
}
