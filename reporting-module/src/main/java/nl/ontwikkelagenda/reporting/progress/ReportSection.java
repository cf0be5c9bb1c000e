package nl.ontwikkelagenda.reporting.progress;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.reporting.chart.Chart;

/** A section of a report. A new one only has to be a bean, with {@link org.springframework.core.annotation.Order} for its place; it then stands in every form of every report. */
interface ReportSection {

	/** The same in every report ({@code actions}). */
	String name();

	/** Its heading. */
	String title();

	/** What it can be about. */
	Set<ReportSubject.Kind> subjects();

	Content of(Scope scope);

	/**
	 * @param figures in order; their names are not used by another section
	 * @param tables  made when the whole report is asked for, and not when only the facts behind one number are
	 * @param charts  the same
	 */
	record Content(List<Counted> figures, Supplier<List<ProgressReport.Table>> tables, Supplier<List<Chart>> charts) {

		static final Content NONE = new Content(List.of(), List::of);

		Content(List<Counted> figures, Supplier<List<ProgressReport.Table>> tables) {
			this(figures, tables, List::of);
		}
	}
}
