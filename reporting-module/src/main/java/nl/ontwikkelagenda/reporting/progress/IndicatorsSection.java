package nl.ontwikkelagenda.reporting.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.report.ReportSubject.Kind;
import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.monitor.IndicatorStatus;
import nl.ontwikkelagenda.reporting.monitor.IndicatorView;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Cell;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Row;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Table;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.trend.IndicatorCharts;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Judgement;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.TargetState;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Value;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrends;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The indicators of the monitor: the newest value over a period that had ended by the end of that of the report, how it goes, and whether the target is reached. */
@Component
@Order(75)
class IndicatorsSection implements ReportSection {

	private static final List<String> HEADINGS = List.of("Indicator", "Periode", "Waarde", "Verschil", "Streefwaarde", "Uiterlijk", "Stand");
	private static final int MOST_CHARTS = 6;
	private static final int FEWEST_POINTS = 2;

	private final IndicatorTrends trends;

	IndicatorsSection(IndicatorTrends trends) {
		this.trends = trends;
	}

	@Override
	public String name() {
		return "indicators";
	}

	@Override
	public String title() {
		return "Indicatoren";
	}

	@Override
	public Set<Kind> subjects() {
		return Set.of(Kind.PARTNERSHIP, Kind.AGENDA, Kind.THEME);
	}

	@Override
	public Content of(Scope scope) {
		List<IndicatorTrend> shown = scope.all(ReadModels.INDICATORS, scope.of(ReadModels.INDICATORS)).stream().sorted(Comparator.comparing(IndicatorView::name))
				.map(indicator -> trends.alone(indicator, scope.asOf(), scope.lastDay(), value -> scope.until(value.to()))).filter(trend -> belongs(trend, scope)).toList();
		return new Content(List.of(counted("indicators", "Indicatoren", shown, trend -> true),
				counted("indicators-measured", "Gemeten in deze periode", shown, trend -> trend.values().stream().anyMatch(value -> scope.within(value.to()))),
				counted("indicators-target-reached", "Streefwaarde gehaald", shown, trend -> reached(trend, true)),
				counted("indicators-target-not-reached", "Streefwaarde nog niet gehaald", shown, trend -> reached(trend, false)),
				counted("indicators-worse", "Slechter dan de vorige meting", shown, trend -> trend.trend().judgement() == Judgement.WORSE).asksForAttention()),
				() -> List.of(Table.of("Indicatoren", HEADINGS, shown.stream().map(IndicatorsSection::row).toList(), "Er zijn nog geen indicatoren vastgelegd.")),
				() -> shown.stream().filter(trend -> trend.values().size() >= FEWEST_POINTS).limit(MOST_CHARTS).<Chart>map(IndicatorCharts::trend).toList());
	}

	/** What is no longer measured is told of as long as there is a value. */
	private static boolean belongs(IndicatorTrend trend, Scope scope) {
		IndicatorView indicator = trend.indicator();
		return !trend.values().isEmpty() || (indicator.status() == IndicatorStatus.IN_USE && scope.until(indicator.definedOn()));
	}

	private static boolean reached(IndicatorTrend trend, boolean wanted) {
		TargetState target = trend.target();
		return target != null && target.reached() != null && target.reached() == wanted;
	}

	private static Counted counted(String name, String label, List<IndicatorTrend> shown, Predicate<IndicatorTrend> which) {
		return Counted.of(name, label, shown.stream().filter(which).map(IndicatorsSection::fact).toList());
	}

	private static Fact fact(IndicatorTrend trend) {
		IndicatorView indicator = trend.indicator();
		Value newest = newest(trend);
		LocalDate day = newest == null ? indicator.definedOn() : newest.to();
		String status = newest == null ? "Nog niet gemeten" : Chart.words(newest.amount()) + " " + indicator.unit() + ", " + newest.label();
		return new Fact("indicators", indicator.indicatorId().toString(), indicator.name(), day, status, "indicators/" + indicator.indicatorId());
	}

	private static Row row(IndicatorTrend trend) {
		IndicatorView indicator = trend.indicator();
		String address = "indicators/" + indicator.indicatorId() + "/trend";
		Value newest = newest(trend);
		TargetState target = trend.target();
		BigDecimal amount = newest == null ? null : newest.amount();
		BigDecimal wanted = target == null ? null : target.amount();
		return new Row(indicator.indicatorId().value(),
				List.of(Cell.naming(indicator.name() + " (" + indicator.unit() + ")", FactLines.address(indicator)), Cell.of(newest == null ? null : newest.label()),
						Cell.of(amount, address),
						Cell.of(trend.trend().change(), address), Cell.of(wanted, address), Cell.of(target == null ? null : target.by()), Cell.of(standing(trend))));
	}

	private static @Nullable Value newest(IndicatorTrend trend) {
		return trend.values().isEmpty() ? null : trend.values().getLast();
	}

	private static @Nullable String standing(IndicatorTrend trend) {
		String measured = trend.values().isEmpty() ? "nog niet gemeten" : switch (trend.trend().judgement()) {
			case BETTER -> "beter";
			case WORSE -> "slechter";
			case SAME -> "gelijk";
			case NONE -> "";
		};
		String target = reached(trend, true) ? "streefwaarde gehaald" : reached(trend, false) ? "streefwaarde nog niet gehaald" : "";
		String ended = trend.indicator().status() == IndicatorStatus.RETIRED ? "wordt niet meer gemeten" : "";
		String all = Stream.of(measured, target, ended).filter(words -> !words.isEmpty()).collect(Collectors.joining(", "));
		return all.isEmpty() ? null : all;
	}
}
