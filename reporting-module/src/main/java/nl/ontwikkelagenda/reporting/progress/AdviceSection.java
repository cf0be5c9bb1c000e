package nl.ontwikkelagenda.reporting.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import nl.ontwikkelagenda.agenda.advice.AdviceAnswer;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteStatus;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.report.ReportSubject.Kind;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Cell;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Row;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Table;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The advice that tables gave and the answers of the bodies. */
@Component
@Order(70)
class AdviceSection implements ReportSection {

	private static final List<String> HEADINGS = List.of("Advies", "Stand", "Voorgelegd op", "Antwoord", "Waarom", "Beantwoord op");

	@Override
	public String name() {
		return "advice";
	}

	@Override
	public String title() {
		return "Adviezen en antwoorden";
	}

	@Override
	public Set<Kind> subjects() {
		return Set.of(Kind.PARTNERSHIP, Kind.AGENDA, Kind.THEME, Kind.TABLE);
	}

	@Override
	public Content of(Scope scope) {
		List<AdviceNoteView> notes = scope.all(ReadModels.ADVICE_NOTES, scope.of(ReadModels.ADVICE_NOTES)).stream().filter(note -> scope.until(note.draftedOn())).toList();
		Predicate<AdviceNoteView> answered = note -> note.answer() != null && scope.within(note.answer().answeredOn());
		return new Content(List.of(
				counted("advice-submitted", "Voorgelegd", notes, note -> note.submissions().stream().anyMatch(submission -> scope.within(submission.submittedOn()))),
				counted("advice-answered", "Beantwoord", notes, answered), counted("advice-adopted", "Daarvan overgenomen", notes, answered.and(said(AdviceAnswer.ADOPTED))),
				counted("advice-partly", "Daarvan deels overgenomen", notes, answered.and(said(AdviceAnswer.PARTLY))),
				counted("advice-declined", "Daarvan niet overgenomen", notes, answered.and(said(AdviceAnswer.DECLINED))),
				counted("advice-waiting", "Wachten op antwoord", notes, note -> note.status() == AdviceNoteStatus.SUBMITTED).asksForAttention(),
				counted("advice-draft", "In voorbereiding", notes, note -> note.status() == AdviceNoteStatus.DRAFT)),
				() -> List.of(Table.of("Adviezen", HEADINGS, notes.stream().map(AdviceSection::row).toList(), "Er zijn nog geen adviezen.")));
	}

	private static Predicate<AdviceNoteView> said(AdviceAnswer answer) {
		return note -> note.answer() != null && note.answer().answer() == answer;
	}

	private static Counted counted(String name, String label, List<AdviceNoteView> notes, Predicate<AdviceNoteView> which) {
		return Counted.of(name, label, notes.stream().filter(which).map(FactLines::of).toList());
	}

	private static Row row(AdviceNoteView note) {
		AdviceNoteView.Answer answer = note.answer();
		return new Row(note.adviceNoteId().value(),
				List.of(Cell.naming(note.title(), FactLines.address(note)), Cell.of(Wording.status(note.status())), Cell.of(submittedOn(note)),
						Cell.of(answer == null ? null : Wording.answer(answer.answer())),
						Cell.of(answer == null ? null : answer.reasons()), Cell.of(answer == null ? null : answer.answeredOn())));
	}

	private static @Nullable LocalDate submittedOn(AdviceNoteView note) {
		return note.submissions().isEmpty() ? null : note.submissions().getLast().submittedOn();
	}
}
