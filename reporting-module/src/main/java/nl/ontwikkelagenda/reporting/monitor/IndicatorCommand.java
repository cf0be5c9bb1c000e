package nl.ontwikkelagenda.reporting.monitor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an indicator. */
public sealed interface IndicatorCommand {

	IndicatorId indicatorId();

	/**
	 * One that a programme defines is offered to all regions.
	 *
	 * @param definition what exactly is counted
	 * @param source     where the numbers come from
	 * @param themeId    the theme that it tells about
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record DefineIndicator(@TargetAggregateIdentifier IndicatorId indicatorId, PartnershipId partnershipId, @Nullable ThemeId themeId, FreeText name, FreeText definition,
			FreeText unit, Direction direction, Rhythm rhythm, FreeText source, LocalDate definedOn) implements IndicatorCommand {
	}

	/**
	 * Takes an indicator of a programme into the monitor of a region, as it is defined there.
	 *
	 * @param offered the indicator of the programme
	 * @param name    as it is called there now; so for the other texts
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AdoptIndicator(@TargetAggregateIdentifier IndicatorId indicatorId, PartnershipId partnershipId, @Nullable ThemeId themeId, IndicatorId offered,
			FreeText name, FreeText definition, FreeText unit, FreeText source, LocalDate adoptedOn) implements IndicatorCommand {
	}

	/** All of these, or none. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record RecordMeasurements(@TargetAggregateIdentifier IndicatorId indicatorId, List<Reading> readings) implements IndicatorCommand {

		/** @param period as {@link MeasuredPeriod} writes it */
		public record Reading(String period, BigDecimal amount, @Nullable FreeText remark, LocalDate measuredOn) {
		}
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CorrectMeasurement(@TargetAggregateIdentifier IndicatorId indicatorId, String period, BigDecimal amount, FreeText reason,
			LocalDate correctedOn) implements IndicatorCommand {
	}

	/** @param by the day on which it should be reached; a target for a day that has one takes its place */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record SetTarget(@TargetAggregateIdentifier IndicatorId indicatorId, BigDecimal amount, LocalDate by, @Nullable FreeText reason, LocalDate setOn) implements IndicatorCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record LinkSource(@TargetAggregateIdentifier IndicatorId indicatorId, IndicatorSource source, LocalDate linkedOn) implements IndicatorCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record UnlinkSource(@TargetAggregateIdentifier IndicatorId indicatorId, UUID sourceId, LocalDate unlinkedOn) implements IndicatorCommand {
	}

	/** Lets other regions with the same indicator see the values with the region's name. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record ShowByName(@TargetAggregateIdentifier IndicatorId indicatorId, LocalDate shownOn) implements IndicatorCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record StopShowingByName(@TargetAggregateIdentifier IndicatorId indicatorId, LocalDate stoppedOn) implements IndicatorCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record RetireIndicator(@TargetAggregateIdentifier IndicatorId indicatorId, FreeText reason, LocalDate retiredOn) implements IndicatorCommand {
	}
}
