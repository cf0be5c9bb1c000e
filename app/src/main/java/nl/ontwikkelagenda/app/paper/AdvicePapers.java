package nl.ontwikkelagenda.app.paper;

import nl.ontwikkelagenda.agenda.advice.AdviceNoteStatus;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.reporting.advice.AdviceText;
import nl.ontwikkelagenda.reporting.advice.AdviceText.ParagraphText;
import nl.ontwikkelagenda.reporting.advice.AdviceText.Verdict;
import nl.ontwikkelagenda.reporting.advice.AdviceTexts;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** An advice note as a paper for the body that it is for. */
@Component
public class AdvicePapers {

	private final Papers papers;
	private final AdviceTexts texts;
	private final Moments moments;

	AdvicePapers(Papers papers, AdviceTexts texts, Moments moments) {
		this.papers = papers;
		this.texts = texts;
		this.moments = moments;
	}

	/**
	 * @param version which submission; absent means the note as it is
	 * @throws NotFound when there was no such note or version then
	 */
	public ResponseEntity<PaperFile> note(AdviceNoteId id, @Nullable Integer version) {
		AdviceNoteView note = papers.seen(ReadModels.ADVICE_NOTES, id);
		AdviceText text = texts.of(id, version, moments.asOf()).orElseThrow(NotFound::new);
		Writing writing = papers.begin(note.partnershipId());
		writing.fact("Van", writing.words(text.table()));
		writing.fact("Aan", text.body());
		writing.fact("Ingediend op", text.submittedOn() == null ? null : writing.day(text.submittedOn()));
		text.parts().stream().filter(part -> !part.paragraphs().isEmpty()).forEach(part -> {
			writing.heading(1, Dutch.choice(part.part()));
			part.paragraphs().forEach(paragraph -> write(writing, paragraph));
		});
		answer(writing, text);
		return papers.finish(writing, "adviesnotitie", text.title(), null, mark(note.status(), text));
	}

	private static void write(Writing writing, ParagraphText paragraph) {
		if (paragraph.title() != null) {
			writing.heading(2, paragraph.title());
		}
		if (paragraph.connection() != null) {
			writing.text(paragraph.connection());
		}
		writing.text(paragraph.text());
		if (paragraph.verdict() != null) {
			writing.text(words(paragraph.verdict()));
		}
	}

	private static void answer(Writing writing, AdviceText text) {
		if (text.verdict() != null) {
			writing.heading(1, "Antwoord van " + text.body());
			writing.text(words(text.verdict()));
		}
	}

	private static String words(Verdict verdict) {
		return Dutch.choice(verdict.answer()) + (verdict.reasons() == null ? "." : ": " + verdict.reasons());
	}

	private static @Nullable String mark(AdviceNoteStatus status, AdviceText text) {
		return status == AdviceNoteStatus.WITHDRAWN ? "Ingetrokken" : text.version() == null ? "Concept" : null;
	}
}
