package nl.ontwikkelagenda.reporting.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.AdoptIndicator;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.CorrectMeasurement;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.DefineIndicator;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.LinkSource;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.RecordMeasurements;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.RecordMeasurements.Reading;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.SetTarget;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.ShowByName;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.StopShowingByName;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.UnlinkSource;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.IndicatorAdopted;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.IndicatorDefined;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.IndicatorRetired;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.MeasurementCorrected;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.MeasurementRecorded;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.ShownByName;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.SourceLinked;
import nl.ontwikkelagenda.reporting.monitor.IndicatorEvent.TargetSet;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** The waiting list for youth mental health care, measured each month. */
class IndicatorTest {

	private static final IndicatorId WAITING = new IndicatorId(new UUID(0, 1));
	private static final IndicatorId OFFERED = new IndicatorId(new UUID(0, 2));
	private static final IndicatorId UNKNOWN = new IndicatorId(new UUID(0, 3));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 4));
	private static final PartnershipId PROGRAMME = new PartnershipId(new UUID(0, 5));
	private static final PartnershipId OTHER_REGION = new PartnershipId(new UUID(0, 6));
	private static final UUID INVENTORY = new UUID(0, 7);
	private static final UUID NOWHERE = new UUID(0, 8);
	private static final LocalDate DAY = LocalDate.of(2021, 4, 1);
	private static final IndicatorSource COUNTED = new IndicatorSource(IndicatorSource.Kind.INVENTORY, INVENTORY, null);
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));
	private static final IndicatorDefined DEFINED = defined(REGION, false);
	private static final IndicatorAdopted ADOPTED = new IndicatorAdopted(WAITING, REGION, null, OFFERED, text("Wachtlijst"), text("Leerlingen die wachten"), text("leerlingen"),
			Direction.DOWN, Rhythm.MONTH, text("Opgave"), DAY);
	private static final MeasurementRecorded MARCH = new MeasurementRecorded(WAITING, REGION, "2021-03", new BigDecimal("41"), null, DAY);
	private static final MeasurementCorrected MARCH_CORRECTED = new MeasurementCorrected(WAITING, REGION, "2021-03", new BigDecimal("41"), new BigDecimal("43"),
			text("Twee dubbel geteld"), DAY.plusDays(3));

	private final AggregateTestFixture<Indicator> indicator = fixture();

	private static AggregateTestFixture<Indicator> fixture() {
		AggregateTestFixture<Indicator> fixture = new AggregateTestFixture<>(Indicator.class);
		References references = (partnership, id) -> !id.toString().equals(NOWHERE.toString());
		fixture.registerInjectableResource(references);
		fixture.registerInjectableResource(new Indicators() {

			@Override
			public boolean isProgramme(PartnershipId partnership) {
				return partnership.equals(PROGRAMME);
			}

			@Override
			public Optional<IndicatorView> offered(IndicatorId id) {
				return id.equals(OFFERED) ? Optional.of(IndicatorView.on(null, defined(PROGRAMME, true), WHEN)) : Optional.empty();
			}

			@Override
			public boolean isAdopted(PartnershipId region, IndicatorId id) {
				return region.equals(OTHER_REGION);
			}
		});
		return fixture;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	private static IndicatorDefined defined(PartnershipId partnership, boolean offered) {
		return new IndicatorDefined(WAITING, partnership, null, text("Wachtlijst"), text("Leerlingen die wachten"), text("leerlingen"), Direction.DOWN, Rhythm.MONTH,
				text("Opgave"), offered, DAY);
	}

	private static DefineIndicator define(PartnershipId partnership) {
		return new DefineIndicator(WAITING, partnership, null, text("Wachtlijst"), text("Leerlingen die wachten"), text("leerlingen"), Direction.DOWN, Rhythm.MONTH,
				text("Opgave"), DAY);
	}

	private static AdoptIndicator adopt(PartnershipId partnership, IndicatorId offered) {
		return new AdoptIndicator(WAITING, partnership, null, offered, text("Wachtlijst"), text("Leerlingen die wachten"), text("leerlingen"), text("Opgave"), DAY);
	}

	private static RecordMeasurements measure(String... periods) {
		return new RecordMeasurements(WAITING, List.of(periods).stream().map(period -> new Reading(period, new BigDecimal("41"), null, DAY)).toList());
	}

	private static CorrectMeasurement correct(String period, String amount) {
		return new CorrectMeasurement(WAITING, period, new BigDecimal(amount), text("Twee dubbel geteld"), DAY.plusDays(3));
	}

	private void refused(Object command, String words, Object... given) {
		indicator.given(given).when(command).expectNoEvents().expectException(RuleBroken.class).expectExceptionMessage(containsString(words));
	}

	@Test
	void whatAProgrammeDefinesIsOfferedToRegions() {
		indicator.givenNoPriorActivity().when(define(REGION)).expectEvents(DEFINED);
		indicator.givenNoPriorActivity().when(define(PROGRAMME)).expectEvents(defined(PROGRAMME, true));
	}

	@Test
	void aRegionAdoptsAnIndicatorOfAProgrammeOnce() {
		indicator.givenNoPriorActivity().when(adopt(REGION, OFFERED)).expectEvents(ADOPTED);
		indicator.givenNoPriorActivity().when(adopt(REGION, UNKNOWN)).expectException(RuleBroken.class).expectExceptionMessage(containsString("kies er een uit de lijst"));
		indicator.givenNoPriorActivity().when(adopt(PROGRAMME, OFFERED)).expectException(RuleBroken.class).expectExceptionMessage(containsString("Alleen een regio"));
		indicator.givenNoPriorActivity().when(adopt(OTHER_REGION, OFFERED)).expectException(RuleBroken.class).expectExceptionMessage(containsString("al in de monitor"));
	}

	@Test
	void aPeriodIsMeasuredOnceAndFitsTheRhythm() {
		indicator.given(DEFINED).when(measure("2021-03")).expectEvents(MARCH);
		refused(measure("2021-03"), "maart 2021 is al een waarde", DEFINED, MARCH);
		refused(measure("2021-02", "2021-02"), "februari 2021 is al", DEFINED);
		refused(measure("2021-Q1"), "zoals 2021-03", DEFINED);
		refused(measure("onzin"), "zoals 2021-03", DEFINED);
		refused(measure("2021-05"), "nog niet begonnen", DEFINED);
	}

	@Test
	void aCorrectionKeepsWhatWasBefore() {
		indicator.given(DEFINED, MARCH).when(correct("2021-03", "43")).expectEvents(MARCH_CORRECTED);
		refused(correct("2021-02", "43"), "leg eerst een waarde vast", DEFINED, MARCH);
		refused(correct("2021-03", "41.0"), "al vastgelegd", DEFINED, MARCH);
		MeasurementView view = MeasurementView.on(MeasurementView.on(null, MARCH, WHEN), MARCH_CORRECTED, WHEN);
		assertThat(view.amount()).isEqualByComparingTo("43");
		assertThat(view.earlier()).containsExactly(new MeasurementView.Earlier(new BigDecimal("41"), "Twee dubbel geteld", DAY.plusDays(3)));
		assertThat(view.to()).isEqualTo("2021-03-31");
	}

	@Test
	void aTargetForTheSameDayTakesThePlaceOfTheEarlierOne() {
		TargetSet first = new TargetSet(WAITING, BigDecimal.TEN, DAY, null, DAY);
		TargetSet second = new TargetSet(WAITING, BigDecimal.ONE, DAY, text("Ambitieuzer"), DAY);
		indicator.given(DEFINED).when(new SetTarget(WAITING, BigDecimal.TEN, DAY, null, DAY)).expectEvents(first);
		IndicatorView view = IndicatorView.on(IndicatorView.on(IndicatorView.on(null, DEFINED, WHEN), first, WHEN), second, WHEN);
		assertThat(view.targets()).containsExactly(new IndicatorView.Target(BigDecimal.ONE, DAY, "Ambitieuzer", DAY, List.of(BigDecimal.TEN)));
	}

	@Test
	void aSourceCountsOnceAndIsThere() {
		indicator.given(DEFINED).when(new LinkSource(WAITING, COUNTED, DAY)).expectEvents(new SourceLinked(WAITING, COUNTED, DAY));
		refused(new LinkSource(WAITING, COUNTED, DAY), "telt al mee", DEFINED, new SourceLinked(WAITING, COUNTED, DAY));
		refused(new LinkSource(WAITING, new IndicatorSource(IndicatorSource.Kind.INVENTORY, INVENTORY, 2), DAY), "geen elementen", DEFINED);
		refused(new LinkSource(WAITING, new IndicatorSource(IndicatorSource.Kind.REFLECTION_ROUND, INVENTORY, null), DAY), "zes elementen", DEFINED);
		refused(new UnlinkSource(WAITING, INVENTORY, DAY), "telt niet mee", DEFINED);
		indicator.given(DEFINED).when(new LinkSource(WAITING, new IndicatorSource(IndicatorSource.Kind.INVENTORY, NOWHERE, null), DAY)).expectNoEvents()
				.expectException(UnknownReference.class);
	}

	@Test
	void onlyAnAdoptedIndicatorIsShownByName() {
		ShownByName shown = new ShownByName(WAITING, DAY);
		indicator.given(ADOPTED).when(new ShowByName(WAITING, DAY)).expectEvents(shown);
		refused(new ShowByName(WAITING, DAY), "van een programma", DEFINED);
		refused(new ShowByName(WAITING, DAY), "worden al", ADOPTED, shown);
		refused(new StopShowingByName(WAITING, DAY), "niets te stoppen", ADOPTED);
	}

	@Test
	void aRetiredIndicatorIsNotMeasured() {
		refused(measure("2021-03"), "niet meer gebruikt", DEFINED, new IndicatorRetired(WAITING, text("Andere definitie"), DAY));
	}

	@Test
	void periodsAreReadAndWrittenAlike() {
		for (String code : List.of("2021-03", "2021-Q1", "2021-Q4", "2021", "2020-2021", "2020-2021-P1", "2020-2021-P2", "2020-2021-P4")) {
			MeasuredPeriod period = MeasuredPeriod.read(code).orElseThrow();
			assertThat(period.code()).isEqualTo(code);
			assertThat(MeasuredPeriod.of(period.rhythm(), period.from())).isEqualTo(period);
			assertThat(MeasuredPeriod.of(period.rhythm(), period.to())).isEqualTo(period);
		}
		assertThat(List.of("2021-13", "2021-Q5", "2020-2022", "2020-2021-P5", "21", "", "2021-00")).allMatch(code -> MeasuredPeriod.read(code).isEmpty());
		assertThat(MeasuredPeriod.of(Rhythm.SCHOOL_QUARTER, LocalDate.of(2021, 1, 15)).dutch()).isEqualTo("2e periode 2020-2021");
		assertThat(MeasuredPeriod.of(Rhythm.SCHOOL_YEAR, LocalDate.of(2021, 7, 31)).dutch()).isEqualTo("schooljaar 2020-2021");
	}
}
