package nl.ontwikkelagenda.reporting.monitor;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.actions.inventory.InventoryId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundId;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.AdoptIndicator;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.CorrectMeasurement;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.DefineIndicator;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.LinkSource;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.RecordMeasurements;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.RecordMeasurements.Reading;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.RetireIndicator;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.SetTarget;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.ShowByName;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.StopShowingByName;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.UnlinkSource;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.IndicatorAdopted;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.IndicatorDefined;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.IndicatorRetired;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.MeasurementCorrected;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.MeasurementRecorded;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.NoLongerShownByName;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.ShownByName;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.SourceLinked;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.SourceUnlinked;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.TargetSet;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Indicator {

	private static final LocalDate EXAMPLE = LocalDate.of(2021, 3, 1);

	@AggregateIdentifier private IndicatorId indicatorId;
	private PartnershipId partnershipId;
	private Rhythm rhythm;
	private IndicatorStatus status;
	private boolean adopted;
	private boolean shownByName;
	private final Map<String, BigDecimal> amounts = new HashMap<>();
	private final Set<UUID> sources = new HashSet<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(DefineIndicator c, References references, Indicators indicators) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		references.require(c.partnershipId(), "themeId", c.themeId());
		apply(new IndicatorDefined(c.indicatorId(), c.partnershipId(), c.themeId(), c.name(), c.definition(), c.unit(), c.direction(), c.rhythm(), c.source(),
				indicators.isProgramme(c.partnershipId()), c.definedOn()));
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(AdoptIndicator c, References references, Indicators indicators) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		references.require(c.partnershipId(), "themeId", c.themeId());
		IndicatorView offered = indicators.offered(c.offered()).orElseThrow(() -> new RuleBroken("only-an-indicator-of-a-programme-is-adopted",
				"Alleen een indicator die een programma aanbiedt en nog gebruikt, kan worden overgenomen; kies er een uit de lijst, of leg een eigen indicator vast."));
		if (indicators.isProgramme(c.partnershipId())) {
			throw new RuleBroken("regions-adopt-indicators", "Alleen een regio neemt een indicator van een programma over; een programma legt zijn eigen indicatoren vast.");
		}
		if (indicators.isAdopted(c.partnershipId(), c.offered())) {
			throw new RuleBroken("an-indicator-is-adopted-once", "Deze indicator staat al in de monitor van dit samenwerkingsverband; leg daar de metingen vast.");
		}
		apply(new IndicatorAdopted(c.indicatorId(), c.partnershipId(), c.themeId(), c.offered(), c.name(), c.definition(), c.unit(),
				offered.direction(), offered.rhythm(), c.source(), c.adoptedOn()));
	}

	@CommandHandler
	void decide(RecordMeasurements c) {
		onlyWhileInUse();
		for (Reading reading : c.readings()) {
			MeasuredPeriod period = ofItsRhythm(reading.period());
			if (reading.measuredOn().isBefore(period.from())) {
				throw new RuleBroken("a-period-that-is-to-come-is-not-measured",
						"De periode " + period.dutch() + " was op " + reading.measuredOn() + " nog niet begonnen; kies een eerdere periode of een latere datum.");
			}
			if (amounts.containsKey(period.code())) {
				throw new RuleBroken("a-period-is-measured-once",
						"Over " + period.dutch() + " is al een waarde vastgelegd; leg een andere waarde vast als correctie, met een reden.");
			}
			apply(new MeasurementRecorded(indicatorId, partnershipId, period.code(), plain(reading.amount()), reading.remark(), reading.measuredOn()));
		}
	}

	@CommandHandler
	void decide(CorrectMeasurement c) {
		onlyWhileInUse();
		BigDecimal earlier = amounts.get(c.period());
		if (earlier == null) {
			throw new RuleBroken("only-a-recorded-measurement-is-corrected", "Over deze periode is nog niets vastgelegd; leg eerst een waarde vast.");
		}
		if (earlier.compareTo(c.amount()) == 0) {
			throw new RuleBroken("a-correction-changes-the-value", "Deze waarde is al vastgelegd; een correctie geeft een andere waarde.");
		}
		apply(new MeasurementCorrected(indicatorId, partnershipId, c.period(), earlier, plain(c.amount()), c.reason(), c.correctedOn()));
	}

	@CommandHandler
	void decide(SetTarget c) {
		onlyWhileInUse();
		apply(new TargetSet(indicatorId, plain(c.amount()), c.by(), c.reason(), c.setOn()));
	}

	@CommandHandler
	void decide(LinkSource c, References references) {
		onlyWhileInUse();
		switch (c.source().kind()) {
			case INVENTORY -> references.require(partnershipId, "id", new InventoryId(c.source().id()));
			case REFLECTION_ROUND -> references.require(partnershipId, "id", new ReflectionRoundId(c.source().id()));
		}
		boolean needsElement = c.source().kind() == IndicatorSource.Kind.REFLECTION_ROUND;
		if (needsElement != (c.source().element() != null)) {
			throw new RuleBroken("an-element-is-of-a-reflection-round",
					needsElement ? "Kies van de reflectieronde een van de zes elementen: 1 tot en met 6." : "Een inventarisatie heeft geen elementen; laat element weg.");
		}
		if (sources.contains(c.source().id())) {
			throw new RuleBroken("a-source-counts-once", "Deze bron telt al mee voor deze indicator; kies een andere, of ontkoppel haar eerst.");
		}
		apply(new SourceLinked(indicatorId, c.source(), c.linkedOn()));
	}

	@CommandHandler
	void decide(UnlinkSource c) {
		onlyWhileInUse();
		if (!sources.contains(c.sourceId())) {
			throw new RuleBroken("only-a-linked-source-is-unlinked", "Deze bron telt niet mee voor deze indicator; kies een bron die gekoppeld is.");
		}
		apply(new SourceUnlinked(indicatorId, c.sourceId(), c.unlinkedOn()));
	}

	@CommandHandler
	void decide(ShowByName c) {
		onlyWhileInUse();
		if (!adopted) {
			throw new RuleBroken("only-an-adopted-indicator-is-shown-by-name", "Met naam delen kan alleen bij een indicator die van een programma is overgenomen.");
		}
		if (shownByName) {
			throw new RuleBroken("values-are-shown-by-name-once", "De waarden worden al met de naam van de regio gedeeld.");
		}
		apply(new ShownByName(indicatorId, c.shownOn()));
	}

	@CommandHandler
	void decide(StopShowingByName c) {
		if (!shownByName) {
			throw new RuleBroken("only-what-is-shown-by-name-is-stopped", "De waarden worden niet met de naam van de regio gedeeld; er is niets te stoppen.");
		}
		apply(new NoLongerShownByName(indicatorId, c.stoppedOn()));
	}

	@CommandHandler
	void decide(RetireIndicator c) {
		onlyWhileInUse();
		apply(new IndicatorRetired(indicatorId, c.reason(), c.retiredOn()));
	}

	private void onlyWhileInUse() {
		if (status == IndicatorStatus.RETIRED) {
			throw new RuleBroken("a-retired-indicator-is-not-measured", "Deze indicator wordt niet meer gebruikt; leg een nieuwe vast om verder te meten.");
		}
	}

	private MeasuredPeriod ofItsRhythm(String code) {
		return MeasuredPeriod.read(code).filter(period -> period.rhythm() == rhythm).orElseThrow(() -> new RuleBroken("a-measurement-fits-the-rhythm",
				"Deze periode past niet bij de indicator; schrijf haar zoals " + MeasuredPeriod.of(rhythm, EXAMPLE).code() + "."));
	}

	private static BigDecimal plain(BigDecimal amount) {
		return amount.scale() < 0 ? amount.setScale(0) : amount;
	}

	@EventSourcingHandler
	void evolve(IndicatorEvent event) {
		switch (event) {
			case IndicatorDefined e -> begin(e.indicatorId(), e.partnershipId(), e.rhythm(), false);
			case IndicatorAdopted e -> begin(e.indicatorId(), e.partnershipId(), e.rhythm(), true);
			case MeasurementRecorded e -> amounts.put(e.period(), e.amount());
			case MeasurementCorrected e -> amounts.put(e.period(), e.amount());
			case TargetSet e -> {
			}
			case SourceLinked e -> sources.add(e.source().id());
			case SourceUnlinked e -> sources.remove(e.sourceId());
			case ShownByName e -> shownByName = true;
			case NoLongerShownByName e -> shownByName = false;
			case IndicatorRetired e -> status = IndicatorStatus.RETIRED;
		}
	}

	private void begin(IndicatorId id, PartnershipId partnership, Rhythm measured, boolean fromProgramme) {
		indicatorId = id;
		partnershipId = partnership;
		rhythm = measured;
		adopted = fromProgramme;
		status = IndicatorStatus.IN_USE;
	}
}
