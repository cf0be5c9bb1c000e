package nl.ontwikkelagenda.reporting.monitor;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.IndicatorAdopted;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.IndicatorDefined;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.IndicatorRetired;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.NoLongerShownByName;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.OfMeasurement;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.ShownByName;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.SourceLinked;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.SourceUnlinked;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.TargetSet;

import org.jspecify.annotations.Nullable;

/**
 * An indicator as its page shows it; what was measured is a view of its own ({@link MeasurementView}).
 *
 * @param definition   what exactly is counted
 * @param source       where the numbers come from
 * @param offered      whether regions can take it into their own monitor: it is a programme's
 * @param offeredBy    the indicator of the programme that it was taken from
 * @param shownByName  whether other regions see its values with the region's name
 * @param targets      by the day on which they should be reached
 * @param sources      whose results are values of it
 * @param sourceIds    the ids of those, to list by
 * @param definedOn    when it was defined, or taken from a programme
 */
@RecordBuilder
public record IndicatorView(IndicatorId indicatorId, PartnershipId partnershipId, @Nullable ThemeId themeId, String name, String definition, String unit, Direction direction,
		Rhythm rhythm, String source, boolean offered, @Nullable IndicatorId offeredBy, boolean shownByName, IndicatorStatus status, @Nullable String retiredBecause,
		List<Target> targets, List<Link> sources, List<UUID> sourceIds, LocalDate definedOn, Instant recordedAt) implements IndicatorViewBuilder.With {

	/** @param earlier what it was for the same day before, oldest first */
	public record Target(BigDecimal amount, LocalDate by, @Nullable String reason, LocalDate setOn, List<BigDecimal> earlier) {
	}

	public record Link(IndicatorSource source, LocalDate linkedOn) {
	}

	public static IndicatorView on(@Nullable IndicatorView current, IndicatorEvent event, Recorded when) {
		return switch (event) {
			case IndicatorDefined e -> new IndicatorView(e.indicatorId(), e.partnershipId(), e.themeId(), e.name().text(), e.definition().text(), e.unit().text(), e.direction(),
					e.rhythm(), e.source().text(), e.offered(), null, false, IndicatorStatus.IN_USE, null, List.of(), List.of(), List.of(), e.definedOn(), when.at());
			case IndicatorAdopted e -> new IndicatorView(e.indicatorId(), e.partnershipId(), e.themeId(), e.name().text(), e.definition().text(), e.unit().text(), e.direction(),
					e.rhythm(), e.source().text(), false, e.offered(), false, IndicatorStatus.IN_USE, null, List.of(), List.of(), List.of(), e.adoptedOn(), when.at());
			case OfMeasurement e -> requireNonNull(current);
			case TargetSet e -> requireNonNull(current).aimingAt(e);
			case SourceLinked e ->
				requireNonNull(current).counting(new Link(e.source(), e.linkedOn()));
			case SourceUnlinked e -> requireNonNull(current).notCounting(e.sourceId());
			case ShownByName e -> requireNonNull(current).withShownByName(true);
			case NoLongerShownByName e -> requireNonNull(current).withShownByName(false);
			case IndicatorRetired e -> requireNonNull(current).with(view -> view.status(IndicatorStatus.RETIRED).retiredBecause(e.reason().text()));
		};
	}

	private IndicatorView aimingAt(TargetSet event) {
		List<BigDecimal> earlier = targets.stream().filter(target -> target.by().equals(event.by()))
				.flatMap(target -> Stream.concat(target.earlier().stream(), Stream.of(target.amount()))).toList();
		Target now = new Target(event.amount(), event.by(), FreeText.wordsOf(event.reason()), event.setOn(), earlier);
		return withTargets(Stream.concat(all(targets, target -> !target.by().equals(event.by())).stream(), Stream.of(now)).sorted(Comparator.comparing(Target::by)).toList());
	}

	private static <T> List<T> all(List<T> from, Predicate<T> which) {
		return from.stream().filter(which).toList();
	}

	private IndicatorView counting(Link link) {
		return countingOn(Stream.concat(sources.stream(), Stream.of(link)).toList());
	}

	private IndicatorView notCounting(UUID source) {
		return countingOn(all(sources, link -> !link.source().id().equals(source)));
	}

	private IndicatorView countingOn(List<Link> all) {
		return with(view -> view.sources(all).sourceIds(all.stream().map(link -> link.source().id()).toList()));
	}
}
