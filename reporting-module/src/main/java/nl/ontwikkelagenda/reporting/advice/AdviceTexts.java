package nl.ontwikkelagenda.reporting.advice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.advice.AdviceNoteStatus;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView.Answer;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView.Paragraph;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView.ParagraphAnswer;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView.Submission;
import nl.ontwikkelagenda.agenda.advice.ParagraphId;
import nl.ontwikkelagenda.agenda.advice.Part;
import nl.ontwikkelagenda.agenda.advice.Source;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.reporting.advice.AdviceText.ParagraphText;
import nl.ontwikkelagenda.reporting.advice.AdviceText.PartText;
import nl.ontwikkelagenda.reporting.advice.AdviceText.Verdict;
import nl.ontwikkelagenda.reporting.advice.SourceTexts.Said;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the words of its sources into an advice note, and tells what it could still refer to. */
@Component
public class AdviceTexts {

	private final Documents documents;
	private final SourceTexts sources;

	AdviceTexts(Documents documents, SourceTexts sources) {
		this.documents = documents;
		this.sources = sources;
	}

	/**
	 * @param version which submission; absent means the note as it is
	 * @return empty when there was no such note or version then
	 */
	public Optional<AdviceText> of(AdviceNoteId id, @Nullable Integer version, AsOf asOf) {
		return documents.find(ReadModels.ADVICE_NOTES, id.toString(), asOf).map(Stored::document).flatMap(note -> {
			Optional<Submission> last = Optional.of(note.submissions()).filter(all -> !all.isEmpty()).map(List::getLast);
			if (version == null) {
				return Optional.of(note.status() == AdviceNoteStatus.DRAFT || last.isEmpty() ? text(note, note.paragraphs(), null, asOf) : text(note, last.get(), asOf));
			}
			return note.submissions().stream().filter(submission -> submission.version() == version).findFirst().map(submission -> text(note, submission, asOf));
		});
	}

	/** What the table has to advise with and is not in the note yet; empty when there was no such note. */
	public Optional<List<SourceText>> suggestions(AdviceNoteId id, AsOf asOf) {
		return documents.find(ReadModels.ADVICE_NOTES, id.toString(), asOf).map(Stored::document).map(note -> {
			Set<Source> used = note.paragraphs().stream().map(Paragraph::source).collect(Collectors.toSet());
			return sources.all(note.tableId(), asOf).stream().filter(source -> !used.contains(source.source())).toList();
		});
	}

	private AdviceText text(AdviceNoteView note, Submission submission, AsOf asOf) {
		return text(note, submission.paragraphs(), submission, asOf);
	}

	private AdviceText text(AdviceNoteView note, List<Paragraph> paragraphs, @Nullable Submission submission, AsOf asOf) {
		Answer answer = submission != null && submission.equals(note.submissions().getLast()) ? note.answer() : null;
		Map<ParagraphId, Verdict> verdicts = answer == null
				? Map.of()
				: answer.paragraphs().stream().collect(Collectors.toMap(ParagraphAnswer::paragraphId, each -> new Verdict(each.answer(), each.reasons()), (one, other) -> other));
		Said said = sources.read(note.tableId(), paragraphs.stream().map(Paragraph::source).toList(), asOf);
		List<PartText> parts = Stream.of(Part.values()).map(part -> new PartText(part, paragraphs.stream().filter(paragraph -> paragraph.part() == part)
				.flatMap(paragraph -> text(paragraph, verdicts.get(paragraph.paragraphId()), said).stream()).toList())).toList();
		return new AdviceText(note.adviceNoteId(), note.partnershipId(), note.title(), name(ReadModels.TABLES, note.tableId(), TableView::title, asOf),
				name(ReadModels.BODIES, note.bodyId(), BodyView::name, asOf), note.status(), submission == null ? null : submission.version(),
				submission == null ? null : submission.submittedOn(), parts, answer == null ? null : new Verdict(answer.answer(), answer.reasons()));
	}

	private static Optional<ParagraphText> text(Paragraph paragraph, @Nullable Verdict verdict, Said said) {
		Source source = paragraph.source();
		boolean outdated = said.isOutdated(source);
		return said.meant(source).map(meant -> new ParagraphText(paragraph.paragraphId(), source, paragraph.connection(), meant.title(), meant.text(), outdated,
				outdated ? said.now(source) : null, verdict));
	}

	private <D> String name(ReadModel<D, ?> view, Object id, Function<D, String> name, AsOf asOf) {
		return documents.find(view, id.toString(), asOf).map(Stored::document).map(name).orElseThrow();
	}
}
