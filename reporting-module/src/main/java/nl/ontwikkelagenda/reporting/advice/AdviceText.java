package nl.ontwikkelagenda.reporting.advice;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.advice.AdviceAnswer;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteStatus;
import nl.ontwikkelagenda.agenda.advice.ParagraphId;
import nl.ontwikkelagenda.agenda.advice.Part;
import nl.ontwikkelagenda.agenda.advice.Source;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;

import org.jspecify.annotations.Nullable;

/**
 * An advice note as it is read.
 *
 * @param table   title of the table that advises
 * @param body    name of the body that is advised
 * @param version which submission this is; absent for a draft
 * @param parts   yield, opportunities and challenges, in that order
 */
public record AdviceText(AdviceNoteId adviceNoteId, PartnershipId partnershipId, String title, String table, String body, AdviceNoteStatus status, @Nullable Integer version,
		@Nullable LocalDate submittedOn, List<PartText> parts, @Nullable Verdict verdict) {

	/** One of the three parts. */
	public record PartText(Part part, List<ParagraphText> paragraphs) {
	}

	/**
	 * @param connection own words before the text
	 * @param title      short words above the text, where the source has both
	 * @param outdated   whether the source was put in other words or withdrawn since
	 * @param now        those other words; absent when there are none
	 * @param verdict    what the body said about this paragraph by itself
	 */
	public record ParagraphText(ParagraphId paragraphId, Source source, @Nullable String connection, @Nullable String title, String text, boolean outdated,
			@Nullable String now, @Nullable Verdict verdict) {
	}

	/** What the body said, of the whole or of a paragraph. */
	public record Verdict(AdviceAnswer answer, @Nullable String reasons) {
	}
}
