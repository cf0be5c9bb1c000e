package nl.ontwikkelagenda.agenda.advice;

import nl.ontwikkelagenda.agenda.partnership.FreeText;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph of an advice note.
 *
 * @param connection own words before those of the source, that connect it with the rest
 */
public record Paragraph(ParagraphId paragraphId, Part part, Source source, @Nullable FreeText connection) {

	/** What a body says about one paragraph. */
	public record Answer(ParagraphId paragraphId, AdviceAnswer answer, @Nullable FreeText reasons) {
	}
}
