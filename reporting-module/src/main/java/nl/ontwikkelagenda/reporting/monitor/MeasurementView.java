package nl.ontwikkelagenda.reporting.monitor;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.MeasurementCorrected;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.MeasurementRecorded;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.OfMeasurement;

import org.jspecify.annotations.Nullable;

/**
 * What was measured of an indicator in one period, with every value that it had before.
 *
 * @param period     as {@link MeasuredPeriod} writes it
 * @param from       its first day
 * @param to         its last day
 * @param amount     in the unit of the indicator
 * @param measuredOn when it was measured, or last corrected
 * @param earlier    what it was before it was corrected, first value first
 */
@RecordBuilder
public record MeasurementView(MeasurementId measurementId, PartnershipId partnershipId, IndicatorId indicatorId, String period, LocalDate from, LocalDate to, BigDecimal amount,
		@Nullable String remark, LocalDate measuredOn, List<Earlier> earlier, Instant recordedAt) implements MeasurementViewBuilder.With {

	/** @param reason why it was corrected */
	public record Earlier(BigDecimal amount, String reason, LocalDate correctedOn) {
	}

	public static String key(OfMeasurement event) {
		return MeasurementId.of(event.indicatorId(), event.period()).toString();
	}

	public static MeasurementView on(@Nullable MeasurementView current, OfMeasurement event, Recorded when) {
		return switch (event) {
			case MeasurementRecorded e -> {
				MeasuredPeriod period = MeasuredPeriod.read(e.period()).orElseThrow();
				yield new MeasurementView(MeasurementId.of(e.indicatorId(), e.period()), e.partnershipId(), e.indicatorId(), e.period(), period.from(), period.to(), e.amount(),
						FreeText.wordsOf(e.remark()), e.measuredOn(), List.of(), when.at());
			}
			case MeasurementCorrected e -> {
				MeasurementView view = requireNonNull(current);
				Earlier earlier = new Earlier(e.earlier(), e.reason().text(), e.correctedOn());
				yield view.with(to -> to.amount(e.amount()).measuredOn(e.correctedOn()).earlier(Stream.concat(view.earlier.stream(), Stream.of(earlier)).toList()));
			}
		};
	}
}
