package nl.ontwikkelagenda.reporting.trend;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.inventory.InventoryStatus;
import nl.ontwikkelagenda.actions.inventory.InventoryView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.reporting.monitor.IndicatorId;
import nl.ontwikkelagenda.reporting.monitor.IndicatorSource;
import nl.ontwikkelagenda.reporting.monitor.IndicatorView;
import nl.ontwikkelagenda.reporting.monitor.MeasuredPeriod;
import nl.ontwikkelagenda.reporting.monitor.MeasurementView;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Comparison;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Origin;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Value;
import nl.ontwikkelagenda.reporting.trend.Reading.Other;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Composes what an indicator says from its own view, its measurements and the sources linked to it, all as of one position. The result of a source is read where it stands, so it is
 * right as of any moment and after any rebuild.
 */
@Component
public class IndicatorTrends {

	private final Documents documents;

	IndicatorTrends(Documents documents) {
		this.documents = documents;
	}

	/**
	 * @param onDay the day by which a target lies ahead or behind
	 * @return empty when there was no such indicator then
	 */
	public Optional<IndicatorTrend> of(IndicatorId id, AsOf asOf, LocalDate onDay) {
		return documents.find(ReadModels.INDICATORS, id.toString(), asOf).map(Stored::document).map(indicator -> of(indicator, asOf, onDay));
	}

	/** All of a partnership, by name. */
	public List<IndicatorTrend> ofPartnership(PartnershipId id, AsOf asOf, LocalDate onDay) {
		return documents.all(ReadModels.INDICATORS, Map.of("partnershipId", id.toString()), asOf).stream().sorted(Comparator.comparing(IndicatorView::name))
				.map(indicator -> of(indicator, asOf, onDay)).toList();
	}

	/**
	 * What an indicator says by itself, without other regions.
	 *
	 * @param counting the values that count
	 */
	public IndicatorTrend alone(IndicatorView indicator, AsOf asOf, LocalDate onDay, Predicate<Value> counting) {
		return trend(indicator, values(indicator, asOf).stream().filter(counting).toList(), onDay, null);
	}

	private IndicatorTrend of(IndicatorView indicator, AsOf asOf, LocalDate onDay) {
		List<Value> values = values(indicator, asOf);
		return trend(indicator, values, onDay, comparison(indicator, values, asOf));
	}

	private static IndicatorTrend trend(IndicatorView indicator, List<Value> values, LocalDate onDay, @Nullable Comparison comparison) {
		return new IndicatorTrend(indicator, values, Reading.trend(values, indicator.direction()), Reading.target(indicator.targets(), values, indicator.direction(), onDay),
				comparison);
	}

	/** What was recorded for a period counts before what a source gives; of several sources in one period the one that was linked last. */
	private List<Value> values(IndicatorView indicator, AsOf asOf) {
		Map<String, Value> byPeriod = new HashMap<>();
		indicator.sources().stream().flatMap(link -> value(indicator, link.source(), asOf).stream()).forEach(value -> byPeriod.put(value.period(), value));
		documents.all(ReadModels.MEASUREMENTS, Map.of("indicatorId", indicator.indicatorId().toString()), asOf)
				.forEach(measurement -> byPeriod.put(measurement.period(), value(measurement)));
		return byPeriod.values().stream().sorted(Comparator.comparing(Value::from)).toList();
	}

	private static Value value(MeasurementView measurement) {
		MeasuredPeriod period = MeasuredPeriod.read(measurement.period()).orElseThrow();
		return value(period, measurement.amount(), Origin.MEASUREMENT, measurement.measurementId().value());
	}

	private static Value value(MeasuredPeriod period, BigDecimal amount, Origin origin, UUID source) {
		return new Value(period.code(), period.dutch(), period.from(), period.to(), amount, origin, source);
	}

	private Optional<Value> value(IndicatorView indicator, IndicatorSource source, AsOf asOf) {
		return switch (source.kind()) {
			case INVENTORY -> documents.find(ReadModels.INVENTORIES, source.id().toString(), asOf).map(Stored::document).flatMap(inventory -> value(indicator, inventory));
			case REFLECTION_ROUND -> documents.find(ReadModels.REFLECTION_ROUNDS, source.id().toString(), asOf).map(Stored::document)
					.flatMap(round -> value(indicator, round, source.element()));
		};
	}

	private static Optional<Value> value(IndicatorView indicator, InventoryView inventory) {
		LocalDate closedOn = inventory.closedOn();
		return inventory.status() != InventoryStatus.CLOSED || closedOn == null
				? Optional.empty()
				: Optional.of(value(MeasuredPeriod.of(indicator.rhythm(), closedOn), inventory.total(), Origin.INVENTORY, inventory.inventoryId().value()));
	}

	/** A round of which too few answered has no results, and gives no value. */
	private static Optional<Value> value(IndicatorView indicator, ReflectionRoundView round, @Nullable Integer element) {
		LocalDate closedOn = round.closedOn();
		if (closedOn == null || element == null) {
			return Optional.empty();
		}
		return round.elements().stream().filter(result -> result.number() == element).map(result -> result.score().average()).filter(Objects::nonNull).findFirst()
				.map(average -> value(MeasuredPeriod.of(indicator.rhythm(), closedOn), average, Origin.REFLECTION_ROUND, round.reflectionRoundId().value()));
	}

	private @Nullable Comparison comparison(IndicatorView indicator, List<Value> values, AsOf asOf) {
		IndicatorId offeredBy = indicator.offeredBy();
		if (offeredBy == null || values.isEmpty()) {
			return null;
		}
		Value own = values.getLast();
		List<Other> others = documents.all(ReadModels.INDICATORS, Map.of("offeredBy", offeredBy.toString()), asOf).stream()
				.filter(other -> !other.partnershipId().equals(indicator.partnershipId())).flatMap(other -> other(other, own.period(), asOf)).toList();
		return Reading.comparison(own, others);
	}

	private Stream<Other> other(IndicatorView indicator, String period, AsOf asOf) {
		return values(indicator, asOf).stream().filter(value -> value.period().equals(period)).map(value -> new Other(indicator.partnershipId(),
				indicator.shownByName() ? name(indicator.partnershipId(), asOf) : "", value.amount(), indicator.shownByName()));
	}

	private String name(PartnershipId id, AsOf asOf) {
		return documents.find(ReadModels.PARTNERSHIPS, id.toString(), asOf).map(Stored::document).map(PartnershipView::name).orElse("");
	}
}
