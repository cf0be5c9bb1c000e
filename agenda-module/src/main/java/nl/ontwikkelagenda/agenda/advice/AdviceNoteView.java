package nl.ontwikkelagenda.agenda.advice;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceAnswered;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceCompiled;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceDrafted;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceReturned;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceSubmitted;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceWithdrawn;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.agenda.table.TableId;

import org.jspecify.annotations.Nullable;

/**
 * An advice note as it is kept: what it refers to, and where it stands. Its words are put in when it is read.
 *
 * @param paragraphs  the note as it is now, in reading order
 * @param cites       ids of the goals, proposals and outcomes in it
 * @param submissions every version that the body received, first one first
 */
@RecordBuilder
public record AdviceNoteView(AdviceNoteId adviceNoteId, PartnershipId partnershipId, TableId tableId, BodyId bodyId, String title, AdviceNoteStatus status, LocalDate draftedOn,
		List<Paragraph> paragraphs, List<UUID> cites, List<Submission> submissions, @Nullable Answer answer, @Nullable String withdrawnBecause,
		@Nullable LocalDate withdrawnOn) implements AdviceNoteViewBuilder.With {

	/** @param connection own words before those of the source */
	public record Paragraph(ParagraphId paragraphId, Part part, Source source, @Nullable String connection) {
	}

	/** @param returned absent unless the body sent this version back */
	public record Submission(int version, LocalDate submittedOn, Instant recordedAt, List<Paragraph> paragraphs, @Nullable Return returned) {
	}

	/** Why and when a version came back. */
	public record Return(String questions, LocalDate returnedOn, @Nullable MeetingId meetingId, Instant recordedAt) {
	}

	/** @param paragraphs what was said about single paragraphs */
	public record Answer(AdviceAnswer answer, String reasons, List<ParagraphAnswer> paragraphs, LocalDate answeredOn, @Nullable MeetingId meetingId, Instant recordedAt) {
	}

	/** What a body said about one paragraph. */
	public record ParagraphAnswer(ParagraphId paragraphId, AdviceAnswer answer, @Nullable String reasons) {
	}

	public static AdviceNoteView on(@Nullable AdviceNoteView current, AdviceNoteEvent event, Recorded when) {
		return switch (event) {
			case AdviceDrafted e -> new AdviceNoteView(e.adviceNoteId(), e.partnershipId(), e.tableId(), e.bodyId(), e.title().text(), AdviceNoteStatus.DRAFT, e.draftedOn(),
					List.of(), List.of(), List.of(), null, null, null);
			case AdviceCompiled e -> requireNonNull(current)
					.withParagraphs(e.paragraphs().stream().map(p -> new Paragraph(p.paragraphId(), p.part(), p.source(), FreeText.wordsOf(p.connection()))).toList())
					.withCites(e.paragraphs().stream().map(p -> p.source().id()).distinct().toList());
			case AdviceSubmitted e -> {
				AdviceNoteView view = requireNonNull(current);
				Submission submission = new Submission(e.version(), e.submittedOn(), when.at(), view.paragraphs(), null);
				yield view.withStatus(AdviceNoteStatus.SUBMITTED).withSubmissions(Stream.concat(view.submissions().stream(), Stream.of(submission)).toList());
			}
			case AdviceReturned e -> {
				AdviceNoteView view = requireNonNull(current);
				Return returned = new Return(e.questions().text(), e.returnedOn(), e.meetingId(), when.at());
				yield view.withStatus(AdviceNoteStatus.DRAFT).withSubmissions(view.submissions().stream()
						.map(s -> s.version() == e.version() ? new Submission(s.version(), s.submittedOn(), s.recordedAt(), s.paragraphs(), returned) : s).toList());
			}
			case AdviceAnswered e -> requireNonNull(current).withStatus(AdviceNoteStatus.ANSWERED).withAnswer(new Answer(e.answer(), e.reasons().text(),
					e.paragraphs().stream().map(p -> new ParagraphAnswer(p.paragraphId(), p.answer(), FreeText.wordsOf(p.reasons()))).toList(), e.answeredOn(), e.meetingId(),
					when.at()));
			case AdviceWithdrawn e -> requireNonNull(current).withStatus(AdviceNoteStatus.WITHDRAWN).withWithdrawnBecause(e.reason().text()).withWithdrawnOn(e.withdrawnOn());
		};
	}
}
