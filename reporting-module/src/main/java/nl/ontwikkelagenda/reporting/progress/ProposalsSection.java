package nl.ontwikkelagenda.reporting.progress;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.advice.AdviceNoteStatus;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.report.ReportSubject.Kind;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.agenda.table.TableView.Proposal;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Cell;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Row;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Table;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The proposals of tables and what became of them. */
@Component
@Order(20)
class ProposalsSection implements ReportSection {

	private static final List<String> HEADINGS = List.of("Voorstel", "Ontwikkeltafel", "Door", "Wat ervan werd", "Op");

	/** What became of a proposal, the furthest that it came. */
	private enum Fate {
		ADOPTED("Overgenomen"), PARTLY("Deels overgenomen"), DECLINED("Niet overgenomen"), SUBMITTED("In een advies voorgelegd, wacht op antwoord"), DRAFTED(
				"In een advies dat wordt voorbereid"), OPEN("Nog niet in een advies"), WITHDRAWN("Ingetrokken");

		private final String words;

		Fate(String words) {
			this.words = words;
		}

		String figure() {
			return "proposals-" + name().toLowerCase(Locale.ROOT);
		}
	}

	/** @param on when that happened */
	private record Line(TableView table, Proposal proposal, Fate fate, @Nullable LocalDate on) {

		Fact fact() {
			return new Fact("proposals", proposal.proposalId().toString(), proposal.words(), on == null ? proposal.wordings().getFirst().on() : on, fate.words,
					"tables/" + table.tableId());
		}

		Row row() {
			return new Row(proposal.proposalId().value(),
					List.of(Cell.of(proposal.words()), Cell.naming(table.title(), FactLines.address(table)), Cell.of(proposal.by()), Cell.of(fate.words), Cell.of(on)));
		}
	}

	/** What a note made of a proposal. */
	private record Step(Fate fate, @Nullable LocalDate on) {
	}

	@Override
	public String name() {
		return "proposals";
	}

	@Override
	public String title() {
		return "Voorstellen en wat ervan werd";
	}

	@Override
	public Set<Kind> subjects() {
		return Set.of(Kind.PARTNERSHIP, Kind.AGENDA, Kind.THEME, Kind.TABLE);
	}

	@Override
	public Content of(Scope scope) {
		List<AdviceNoteView> notes = scope.all(ReadModels.ADVICE_NOTES, scope.of(ReadModels.ADVICE_NOTES));
		List<Line> lines = scope.all(ReadModels.TABLES, scope.of(ReadModels.TABLES)).stream().flatMap(
				table -> table.proposals().stream().filter(proposal -> scope.until(proposal.wordings().getFirst().on())).map(proposal -> line(table, proposal, notes, scope)))
				.toList();
		Stream<Counted> all = Stream.of(Counted.of("proposals", "Voorstellen", lines.stream().map(Line::fact).toList()),
				Counted.of("proposals-made-in-period", "In deze periode gedaan",
						lines.stream().filter(line -> scope.within(line.proposal().wordings().getFirst().on())).map(Line::fact).toList()));
		Stream<Counted> fates = Arrays.stream(Fate.values())
				.map(fate -> Counted.of(fate.figure(), fate.words, lines.stream().filter(line -> line.fate() == fate).map(Line::fact).toList()));
		return new Content(Stream.concat(all, fates).toList(),
				() -> List.of(Table.of("Voorstellen", HEADINGS, lines.stream().map(Line::row).toList(), "Er zijn nog geen voorstellen gedaan.")));
	}

	private static Line line(TableView table, Proposal proposal, List<AdviceNoteView> notes, Scope scope) {
		if (scope.until(proposal.withdrawnOn())) {
			return new Line(table, proposal, Fate.WITHDRAWN, proposal.withdrawnOn());
		}
		Step furthest = notes.stream().flatMap(note -> step(note, proposal.proposalId().value(), scope).stream()).min(Comparator.comparing(Step::fate))
				.orElse(new Step(Fate.OPEN, null));
		return new Line(table, proposal, furthest.fate(), furthest.on());
	}

	private static Optional<Step> step(AdviceNoteView note, UUID proposal, Scope scope) {
		if (!note.cites().contains(proposal) || note.status() == AdviceNoteStatus.WITHDRAWN || !scope.until(note.draftedOn())) {
			return Optional.empty();
		}
		AdviceNoteView.Answer answer = note.answer();
		if (answer != null && scope.until(answer.answeredOn())) {
			return Optional.of(new Step(Fate.valueOf(answerTo(proposal, note, answer)), answer.answeredOn()));
		}
		return Optional.of(note.submissions().stream().filter(submission -> scope.until(submission.submittedOn()) && submission.returned() == null)
				.reduce((first, last) -> last).map(last -> new Step(Fate.SUBMITTED, last.submittedOn())).orElse(new Step(Fate.DRAFTED, note.draftedOn())));
	}

	/** What was said about the paragraph with the proposal goes before what was said about the note. */
	private static String answerTo(UUID proposal, AdviceNoteView note, AdviceNoteView.Answer answer) {
		return note.paragraphs().stream().filter(paragraph -> paragraph.source().id().equals(proposal))
				.flatMap(paragraph -> answer.paragraphs().stream().filter(said -> said.paragraphId().equals(paragraph.paragraphId()))).findFirst()
				.map(AdviceNoteView.ParagraphAnswer::answer).orElse(answer.answer()).name();
	}
}
