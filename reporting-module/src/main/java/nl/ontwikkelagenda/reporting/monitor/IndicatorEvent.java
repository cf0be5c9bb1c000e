package nl.ontwikkelagenda.reporting.monitor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/** What happened to an indicator. */
public sealed interface IndicatorEvent {

	IndicatorId indicatorId();

	/** What was measured in one period. */
	sealed interface OfMeasurement extends IndicatorEvent {

		PartnershipId partnershipId();

		String period();
	}

	/**
	 * @param definition what exactly is counted
	 * @param source     where the numbers come from
	 * @param themeId    the theme that it tells about
	 * @param offered    whether regions can take it into their own monitor: it is a programme's
	 */
	record IndicatorDefined(IndicatorId indicatorId, PartnershipId partnershipId, @Nullable ThemeId themeId, FreeText name, FreeText definition, FreeText unit,
			Direction direction, Rhythm rhythm, FreeText source, boolean offered, LocalDate definedOn) implements IndicatorEvent {
	}

	/**
	 * A region took an indicator of a programme into its monitor, as it was defined then.
	 *
	 * @param offered the indicator of the programme
	 */
	record IndicatorAdopted(IndicatorId indicatorId, PartnershipId partnershipId, @Nullable ThemeId themeId, IndicatorId offered, FreeText name, FreeText definition,
			FreeText unit, Direction direction, Rhythm rhythm, FreeText source, LocalDate adoptedOn) implements IndicatorEvent {
	}

	/** @param period as {@link MeasuredPeriod} writes it */
	record MeasurementRecorded(IndicatorId indicatorId, PartnershipId partnershipId, String period, BigDecimal amount, @Nullable FreeText remark,
			LocalDate measuredOn) implements OfMeasurement {
	}

	/** @param earlier the value until then */
	record MeasurementCorrected(IndicatorId indicatorId, PartnershipId partnershipId, String period, BigDecimal earlier, BigDecimal amount, FreeText reason,
			LocalDate correctedOn) implements OfMeasurement {
	}

	/** Takes the place of an earlier target for the same day. */
	record TargetSet(IndicatorId indicatorId, BigDecimal amount, LocalDate by, @Nullable FreeText reason, LocalDate setOn) implements IndicatorEvent {
	}

	/** The result of this source is a value of the indicator, once there is one. */
	record SourceLinked(IndicatorId indicatorId, IndicatorSource source, LocalDate linkedOn) implements IndicatorEvent {
	}

	record SourceUnlinked(IndicatorId indicatorId, UUID sourceId, LocalDate unlinkedOn) implements IndicatorEvent {
	}

	/** From now on other regions see the values with the name of the region. */
	record ShownByName(IndicatorId indicatorId, LocalDate shownOn) implements IndicatorEvent {
	}

	record NoLongerShownByName(IndicatorId indicatorId, LocalDate stoppedOn) implements IndicatorEvent {
	}

	record IndicatorRetired(IndicatorId indicatorId, FreeText reason, LocalDate retiredOn) implements IndicatorEvent {
	}
}
