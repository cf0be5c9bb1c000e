package nl.ontwikkelagenda.app.publication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.report.ReportId;

import org.jspecify.annotations.Nullable;

/**
 * A kept report as everybody may read it: as it was when it was kept, without names of persons and without ways to what is not published.
 *
 * @param partnership its name
 * @param subject     what it is about, by name
 * @param period      in words
 */
record PublishedReport(ReportId reportId, String partnership, String subject, String period, LocalDate madeOn, LocalDate publishedOn, List<Section> sections) {

	record Section(String title, List<Figure> figures, List<Table> tables) {
	}

	record Figure(String label, long count) {
	}

	record Table(String title, List<String> headings, List<List<Cell>> rows) {
	}

	/** Holds one value, or nothing. */
	record Cell(@Nullable String text, @Nullable BigDecimal number, @Nullable LocalDate day) {
	}
}
