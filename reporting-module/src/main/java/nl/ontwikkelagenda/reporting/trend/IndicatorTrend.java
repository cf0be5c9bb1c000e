package nl.ontwikkelagenda.reporting.trend;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.monitor.IndicatorView;

import org.jspecify.annotations.Nullable;

/**
 * What was measured of an indicator, and how that is to be read.
 *
 * @param values     earliest period first
 * @param trend      of the last value against the one before
 * @param target     the first that is still to be reached, else the last one; absent when there is none
 * @param comparison in the last period with a value; absent for an indicator that was not taken from a programme, or without values
 */
public record IndicatorTrend(IndicatorView indicator, List<Value> values, Trend trend, @Nullable TargetState target, @Nullable Comparison comparison) {

	/** Where a value comes from. */
	public enum Origin {
		MEASUREMENT, INVENTORY, REFLECTION_ROUND
	}

	/** How the last value stands against the one before, judged by the direction of the indicator. */
	public enum Judgement {
		BETTER, WORSE, SAME, NONE
	}

	/**
	 * @param period   as {@code 2021-03}
	 * @param label    the period as readers say it
	 * @param sourceId the measurement, inventory or reflection round
	 */
	public record Value(String period, String label, LocalDate from, LocalDate to, BigDecimal amount, Origin origin, UUID sourceId) {
	}

	/** @param change last value less the one before; absent while there is only one */
	public record Trend(@Nullable BigDecimal change, Judgement judgement) {
	}

	/** @param reached whether the last value is as good as that or better; absent without values, or when the indicator has no direction */
	public record TargetState(BigDecimal amount, LocalDate by, @Nullable Boolean reached) {
	}

	/**
	 * The same indicator in other regions.
	 *
	 * @param others  how many other regions have a value in that period
	 * @param average of the others; absent when too few have a value
	 * @param named   those that let their values be seen with their name
	 * @param rule    what of others can be seen, in one Dutch sentence
	 */
	public record Comparison(String period, BigDecimal own, int others, @Nullable BigDecimal average, List<Named> named, String rule) {
	}

	public record Named(PartnershipId partnershipId, String name, BigDecimal amount) {
	}
}
