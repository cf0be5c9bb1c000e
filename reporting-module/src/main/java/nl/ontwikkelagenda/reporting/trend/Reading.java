package nl.ontwikkelagenda.reporting.trend;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.monitor.Direction;
import nl.ontwikkelagenda.reporting.monitor.IndicatorView.Target;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Comparison;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Judgement;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Named;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.TargetState;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Trend;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Value;

import org.jspecify.annotations.Nullable;

/** How values are read: pure rules over numbers. */
final class Reading {

	/** So many other regions that are not named have to have a value, or an average would tell too much about one of them. */
	static final int ENOUGH = 5;

	static final String RULE = "U ziet het gemiddelde van de andere regio's zodra ten minste vijf daarvan over die periode een waarde hebben die zij niet met hun naam delen;"
			+ " met naam ziet u alleen regio's die dat zelf willen.";

	private static final int DECIMALS = 2;

	private Reading() {
	}

	/** Another region's value in one period. */
	record Other(PartnershipId partnershipId, String name, BigDecimal amount, boolean shownByName) {
	}

	static Trend trend(List<Value> values, Direction direction) {
		if (values.size() < 2) {
			return new Trend(null, Judgement.NONE);
		}
		BigDecimal change = values.getLast().amount().subtract(values.get(values.size() - 2).amount());
		if (direction == Direction.NONE) {
			return new Trend(change, Judgement.NONE);
		}
		int better = direction == Direction.UP ? change.signum() : -change.signum();
		return new Trend(change, better > 0 ? Judgement.BETTER : better < 0 ? Judgement.WORSE : Judgement.SAME);
	}

	/** @param targets by the day on which they should be reached */
	static @Nullable TargetState target(List<Target> targets, List<Value> values, Direction direction, LocalDate onDay) {
		if (targets.isEmpty()) {
			return null;
		}
		Target target = targets.stream().filter(one -> !one.by().isBefore(onDay)).findFirst().orElse(targets.getLast());
		if (values.isEmpty() || direction == Direction.NONE) {
			return new TargetState(target.amount(), target.by(), null);
		}
		int difference = values.getLast().amount().compareTo(target.amount());
		return new TargetState(target.amount(), target.by(), direction == Direction.UP ? difference >= 0 : difference <= 0);
	}

	/** The own value is no part of the average, and nobody else's can be reckoned from it: of those without a name there are enough, or none. */
	static Comparison comparison(Value own, List<Other> others) {
		List<Named> named = others.stream().filter(Other::shownByName).map(other -> new Named(other.partnershipId(), other.name(), other.amount()))
				.sorted(Comparator.comparing(Named::name)).toList();
		int nameless = others.size() - named.size();
		boolean enough = others.size() >= ENOUGH && (nameless == 0 || nameless >= ENOUGH);
		return new Comparison(own.period(), own.amount(), others.size(), enough ? average(others) : null, named, RULE);
	}

	private static BigDecimal average(List<Other> others) {
		return others.stream().map(Other::amount).reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(others.size()), MathContext.DECIMAL64).setScale(DECIMALS,
				RoundingMode.HALF_UP);
	}
}
