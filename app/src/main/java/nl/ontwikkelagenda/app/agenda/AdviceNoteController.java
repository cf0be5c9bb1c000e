package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import nl.ontwikkelagenda.agenda.advice.AdviceAnswer;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.AnswerAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.CompileAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.CompileAdvice.Chosen;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.DraftAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.ReturnAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.SubmitAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.WithdrawAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.advice.Paragraph;
import nl.ontwikkelagenda.agenda.advice.ParagraphId;
import nl.ontwikkelagenda.agenda.advice.Part;
import nl.ontwikkelagenda.agenda.advice.Source;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.advice.AdviceText;
import nl.ontwikkelagenda.reporting.advice.AdviceTexts;
import nl.ontwikkelagenda.reporting.advice.SourceText;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/advice-notes")
class AdviceNoteController {

	private final Answers answers;
	private final AdviceTexts texts;
	private final Readers readers;
	private final Moments moments;
	private final Today today;

	AdviceNoteController(Answers answers, AdviceTexts texts, Readers readers, Moments moments, Today today) {
		this.answers = answers;
		this.texts = texts;
		this.readers = readers;
		this.moments = moments;
		this.today = today;
	}

	/** @param draftedOn absent means today */
	record Drafting(@Nullable AdviceNoteId id, PartnershipId partnershipId, TableId tableId, BodyId bodyId, @Words(max = 200, lines = false) FreeText title,
			@Nullable @PastOrPresent LocalDate draftedOn) {
	}

	/**
	 * @param paragraphs the whole note, in reading order
	 * @param compiledOn absent means today
	 */
	record Compiling(
			@NotEmpty(message = "Een adviesnotitie heeft ten minste één alinea.") @Size(max = 50, message = "Een adviesnotitie heeft hoogstens 50 alinea's.") List<Choosing> paragraphs,
			@Nullable @PastOrPresent LocalDate compiledOn) {
	}

	/** @param connection own words before those of the source */
	record Choosing(@Nullable ParagraphId id, Part part, Pointing source, @Nullable @Words(max = 400) FreeText connection) {

		Chosen chosen() {
			return new Chosen(Objects.requireNonNullElseGet(id, () -> new ParagraphId(Ids.next())), part, source.kind(), source.id(), connection);
		}
	}

	/** What a paragraph refers to; its wording is the latest. */
	record Pointing(Source.Kind kind, UUID id) {
	}

	/** @param submittedOn absent means today */
	record Submitting(@Nullable @PastOrPresent LocalDate submittedOn) {
	}

	/** @param returnedOn absent means today */
	record Returning(@Words(max = 2000) FreeText questions, @Nullable @PastOrPresent LocalDate returnedOn, @Nullable MeetingId meetingId) {
	}

	/** @param answeredOn absent means today */
	record Answering(AdviceAnswer answer, @Words(max = 2000) FreeText reasons, List<AnsweringParagraph> paragraphs, @Nullable @PastOrPresent LocalDate answeredOn,
			@Nullable MeetingId meetingId) {
	}

	/** What the body says about one paragraph. */
	record AnsweringParagraph(ParagraphId paragraphId, AdviceAnswer answer, @Nullable @Words(max = 400) FreeText reasons) {
	}

	/** @param withdrawnOn absent means today */
	record Withdrawing(@Words(max = 1000) FreeText reason, @Nullable @PastOrPresent LocalDate withdrawnOn) {
	}

	@PostMapping
	ResponseEntity<AdviceNoteView> draft(@RequestBody Drafting note) {
		AdviceNoteId id = Objects.requireNonNullElseGet(note.id(), () -> new AdviceNoteId(Ids.next()));
		return answers.created(new DraftAdvice(id, note.partnershipId(), note.tableId(), note.bodyId(), note.title(), today.or(note.draftedOn())), ReadModels.ADVICE_NOTES, id);
	}

	@GetMapping
	ResponseEntity<Listed<AdviceNoteView>> list() {
		return answers.list(ReadModels.ADVICE_NOTES);
	}

	@GetMapping("/{id}")
	ResponseEntity<AdviceNoteView> one(@PathVariable AdviceNoteId id) {
		return answers.one(ReadModels.ADVICE_NOTES, id);
	}

	/** The note with the words of its sources: as it is, or as it was submitted that time. */
	@GetMapping("/{id}/text")
	@MayRead(anyone = true)
	ResponseEntity<AdviceText> text(@PathVariable AdviceNoteId id, @RequestParam(required = false) @Nullable Integer version) {
		readers.check(ReadModels.ADVICE_NOTES, id.toString());
		return ResponseEntity.ok().headers(moments.contentLocation()).body(texts.of(id, version, moments.asOf()).orElseThrow(NotFound::new));
	}

	/** What the table has to advise with and is not in the note yet. */
	@GetMapping("/{id}/suggestions")
	@MayRead(anyone = true)
	ResponseEntity<Listed<SourceText>> suggestions(@PathVariable AdviceNoteId id) {
		readers.check(ReadModels.ADVICE_NOTES, id.toString());
		List<SourceText> all = texts.suggestions(id, moments.asOf()).orElseThrow(NotFound::new);
		return ResponseEntity.ok().headers(moments.contentLocation()).body(new Listed<>(all, 1, Math.max(1, all.size()), all.size()));
	}

	@PostMapping("/{id}/paragraphs")
	ResponseEntity<AdviceNoteView> compile(@PathVariable AdviceNoteId id, @RequestBody Compiling note) {
		return answers.created(new CompileAdvice(id, note.paragraphs().stream().map(Choosing::chosen).toList(), today.or(note.compiledOn())), ReadModels.ADVICE_NOTES, id);
	}

	@GetMapping("/{id}/paragraphs")
	ResponseEntity<Listed<AdviceNoteView.Paragraph>> paragraphs(@PathVariable AdviceNoteId id) {
		return answers.part(ReadModels.ADVICE_NOTES, id, AdviceNoteView::paragraphs);
	}

	@PostMapping("/{id}/submission")
	ResponseEntity<AdviceNoteView> submit(@PathVariable AdviceNoteId id, @RequestBody Submitting submitting) {
		return answers.created(new SubmitAdvice(id, today.or(submitting.submittedOn())), ReadModels.ADVICE_NOTES, id);
	}

	@PostMapping("/{id}/return")
	ResponseEntity<AdviceNoteView> sendBack(@PathVariable AdviceNoteId id, @RequestBody Returning returning) {
		return answers.created(new ReturnAdvice(id, returning.questions(), today.or(returning.returnedOn()), returning.meetingId()), ReadModels.ADVICE_NOTES, id);
	}

	@PostMapping("/{id}/answer")
	ResponseEntity<AdviceNoteView> answer(@PathVariable AdviceNoteId id, @RequestBody Answering answering) {
		List<Paragraph.Answer> paragraphs = answering.paragraphs().stream().map(each -> new Paragraph.Answer(each.paragraphId(), each.answer(), each.reasons())).toList();
		return answers.created(new AnswerAdvice(id, answering.answer(), answering.reasons(), paragraphs, today.or(answering.answeredOn()), answering.meetingId()),
				ReadModels.ADVICE_NOTES, id);
	}

	@PostMapping("/{id}/withdrawal")
	ResponseEntity<AdviceNoteView> withdraw(@PathVariable AdviceNoteId id, @RequestBody Withdrawing withdrawing) {
		return answers.created(new WithdrawAdvice(id, withdrawing.reason(), today.or(withdrawing.withdrawnOn())), ReadModels.ADVICE_NOTES, id);
	}
}
