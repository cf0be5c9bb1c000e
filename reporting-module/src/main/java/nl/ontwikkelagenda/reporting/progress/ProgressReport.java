package nl.ontwikkelagenda.reporting.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.reporting.chart.Chart;

import org.jspecify.annotations.Nullable;

/**
 * What came of something, as far as recorded. Its words are Dutch; persons stand in them as mentions ({@code @[PersonId]}), so that their names are those of now.
 *
 * @param reportId     the kept report that this is; absent when it was made only to be read now
 * @param period       absent for everything so far
 * @param onDay        the day on which it is true; what is late is late on that day
 * @param asOf         what was recorded up to then is in it
 * @param comparedWith the earlier report beside it; absent when there is none
 */
public record ProgressReport(@Nullable ReportId reportId, Subject subject, @Nullable ReportPeriod period, LocalDate onDay, Instant asOf, @Nullable Earlier comparedWith,
		List<Section> sections) {

	/** What a report is about, under its name of then. */
	public record Subject(ReportSubject.Kind kind, UUID id, String title, PartnershipId partnershipId) {
	}

	/** A kept report that another one is compared with. */
	public record Earlier(ReportId reportId, LocalDate madeOn, @Nullable ReportPeriod period) {
	}

	/**
	 * @param name   the same in every report ({@code actions})
	 * @param title  its heading
	 * @param charts to be drawn; empty where there is too little to see
	 */
	public record Section(String name, String title, List<Figure> figures, List<Table> tables, List<Chart> charts) {

		/** Whether there is anything in it to tell, now or in the report that this one is compared with. */
		public boolean tells() {
			return figures.stream().anyMatch(Figure::tells);
		}
	}

	/**
	 * A number, what it counts, and where the facts behind it are listed.
	 *
	 * @param name      the same in every report ({@code actions-late})
	 * @param label     what it counts, in words
	 * @param before    the same number in the report that this one is compared with
	 * @param attention whether it asks for attention
	 * @param facts     list of this interface with exactly so many items, relative to its base path
	 */
	public record Figure(String name, String label, long count, @Nullable Long before, boolean attention, String facts) {

		/** Whether it counts something, now or in the report that this one is compared with. */
		public boolean tells() {
			return count > 0 || (before != null && before > 0);
		}
	}

	/**
	 * @param rows  at most {@value #MOST_ROWS}
	 * @param total how many rows there are in all
	 * @param none  the sentence that stands in place of a table without rows
	 */
	public record Table(String title, List<String> headings, List<Row> rows, long total, String none) {

		/** A longer table belongs in a file of the list itself. */
		public static final int MOST_ROWS = 100;

		/** Of a table that has no more rows than these; shows the first ones. */
		static Table of(String title, List<String> headings, List<Row> rows, String none) {
			return new Table(title, headings, rows.stream().limit(MOST_ROWS).toList(), rows.size(), none);
		}
	}

	/** @param id what the row is about; absent where it is about a number of things */
	public record Row(@Nullable UUID id, List<Cell> cells) {
	}

	/**
	 * Holds one value, or nothing.
	 *
	 * @param facts   where the facts behind a number are
	 * @param address where what the text names is shown, as of a {@link Fact}
	 */
	public record Cell(@Nullable String text, @Nullable BigDecimal number, @Nullable LocalDate day, @Nullable String facts, @Nullable String address) {

		static Cell of(@Nullable String text) {
			return new Cell(text, null, null, null, null);
		}

		static Cell naming(String text, @Nullable String address) {
			return new Cell(text, null, null, null, address);
		}

		static Cell of(@Nullable LocalDate day) {
			return new Cell(null, null, day, null, null);
		}

		static Cell of(@Nullable BigDecimal number, String facts) {
			return new Cell(null, number, null, number == null ? null : facts, null);
		}

		static Cell of(long number, String facts) {
			return of(BigDecimal.valueOf(number), facts);
		}
	}
}
