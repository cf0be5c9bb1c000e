package nl.ontwikkelagenda.app.demo;

import static nl.ontwikkelagenda.app.demo.Story.id;
import static nl.ontwikkelagenda.app.demo.Story.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.AdoptAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.OpenAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.PublishAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.StateAmbition;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GiveRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.report.ReportCommand.MakeReport;
import nl.ontwikkelagenda.agenda.report.ReportCommand.PublishReport;
import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RaiseTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.reporting.monitor.Direction;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.AdoptIndicator;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.DefineIndicator;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.RecordMeasurements;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.RecordMeasurements.Reading;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.SetTarget;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.ShowByName;
import nl.ontwikkelagenda.reporting.monitor.IndicatorId;
import nl.ontwikkelagenda.reporting.monitor.Rhythm;

import org.jspecify.annotations.Nullable;

/**
 * An indicator that the programme offers and some of its regions measure. The documents tell that there is to be a monitor, and hold no number: everything here is invented, and says
 * so where it is read.
 */
final class RegionalMonitor {

	static final IndicatorId OFFERED = new IndicatorId(id("indicator thuiszitters"));
	static final ReportId REPORT = new ReportId(id("verslag Berkenveld"));
	static final AgendaId AGENDA = new AgendaId(id("agenda Berkenveld"));
	/** The one with a target, a theme and a kept report. */
	static final Measuring FIRST = new Measuring("Berkenveld", 48, 44, 39);

	/** As many as are needed for an average of regions that are not named, and one that is. */
	private static final List<Measuring> REGIONS = List.of(FIRST, new Measuring("Duinrand", 31, 33, 30), new Measuring("Eikendal", 52, 47, 47),
			new Measuring("Heidezoom", 27, 25, 21), new Measuring("Kleihoek", 64, 58, 51), new Measuring("Lindehof", 36, 36, 38), new Measuring("Merenrijk", 41, 35, 29));
	private static final Measuring NAMED = REGIONS.getLast();

	private static final List<String> YEARS = List.of("2018-2019", "2019-2020", "2020-2021");
	private static final int FIRST_YEARS = 2;
	private static final String NAME = "Voorbeeld: thuiszitters";
	private static final String DEFINITION = "Voorbeeld van een definitie: leerplichtige jongeren die langer dan vier weken geen onderwijs volgen, geteld op de laatste schooldag.";
	private static final String UNIT = "jongeren";
	private static final String SOURCE = "Voorbeeld van een bron: de verzuimregisters van de gemeenten";

	private static final LocalDate OFFERED_ON = LocalDate.of(2020, 12, 14);
	private static final LocalDate AGREED = LocalDate.of(2020, 12, 15);
	private static final LocalDate LATER = LocalDate.of(2022, 9, 5);
	private static final LocalDate REPORTED = LocalDate.of(2022, 9, 12);
	private static final LocalDate PUBLISHED = LocalDate.of(2022, 9, 26);
	private static final Period SCHOOL_YEAR = new Period(LocalDate.of(2020, 8, 1), LocalDate.of(2021, 7, 31));
	private static final BigDecimal TARGET = BigDecimal.valueOf(40);
	private static final LocalDate TARGET_DAY = LocalDate.of(2023, 7, 31);

	private final Story story;

	RegionalMonitor(Story story) {
		this.story = story;
	}

	/** A region and what it counted in each of the school years. */
	record Measuring(String name, int... amounts) {

		PartnershipId partnership() {
			return MetAndereOgen.region(name);
		}

		IndicatorId indicator() {
			return new IndicatorId(id("indicator thuiszitters " + name));
		}

		private Reading reading(int year, LocalDate day) {
			return new Reading(YEARS.get(year), BigDecimal.valueOf(amounts[year]), text("Voorbeeld van een telling"), day);
		}
	}

	/** The programme offers the indicator; regions take it over with what they counted so far. */
	void tellOfFirstYears() {
		story.as(Cast.SECRETARY).on(OFFERED_ON, "10:00");
		story.tell(new DefineIndicator(OFFERED, MetAndereOgen.PROGRAMME, null, text(NAME), text(DEFINITION), text(UNIT), Direction.DOWN, Rhythm.SCHOOL_YEAR, text(SOURCE),
				OFFERED_ON));
		story.as(Cast.PROJECT_LEAD).on(AGREED, "09:00");
		ThemeId theme = theme();
		REGIONS.forEach(region -> takeOver(region, region.name().equals(FIRST.name()) ? theme : null));
		story.tell(new SetTarget(FIRST.indicator(), TARGET, TARGET_DAY, text("Voorbeeld van een afspraak in het bestuurlijk overleg"), AGREED));
		story.tell(new ShowByName(NAMED.indicator(), AGREED));
	}

	private ThemeId theme() {
		ThemeId theme = new ThemeId(id("thema thuiszitters Berkenveld"));
		story.tell(new OpenAgenda(AGENDA, FIRST.partnership(), text("Voorbeeld: agenda van Berkenveld"), AGREED));
		story.tell(new RaiseTheme(theme, FIRST.partnership(), AGENDA, text("Voorbeeld: iedereen op school"), null, false, null, null, null, AGREED));
		return theme;
	}

	private void takeOver(Measuring region, @Nullable ThemeId theme) {
		story.tell(new AdoptIndicator(region.indicator(), region.partnership(), theme, OFFERED, text(NAME), text(DEFINITION), text(UNIT), text(SOURCE), AGREED));
		story.tell(new RecordMeasurements(region.indicator(), IntStream.range(0, FIRST_YEARS).mapToObj(year -> region.reading(year, AGREED)).toList()));
	}

	/** The third school year, a report that the first region keeps, and what it publishes. */
	void tellOfThirdYear() {
		story.as(Cast.PROJECT_LEAD).on(LATER, "09:00");
		REGIONS.forEach(region -> story.tell(new RecordMeasurements(region.indicator(), List.of(region.reading(FIRST_YEARS, LATER)))));
		story.on(REPORTED, "09:00");
		story.tell(new MakeReport(REPORT, FIRST.partnership(), new ReportSubject(ReportSubject.Kind.PARTNERSHIP, FIRST.partnership().value()), SCHOOL_YEAR, REPORTED));
		story.on(PUBLISHED, "15:00");
		story.tell(new StateAmbition(AGENDA, text("Voorbeeld van een rode draad: ieder kind gaat naar school, ook als dat een tijd anders moet."), PUBLISHED));
		story.tell(new AdoptAgenda(AGENDA, null, PUBLISHED));
		story.tell(new PublishAgenda(AGENDA, PUBLISHED));
		story.as(Cast.ADMINISTRATOR).tell(new GiveRight(FIRST.partnership(), Cast.DIRECTOR_D, Right.BOARD, PUBLISHED, null));
		story.as(Cast.DIRECTOR_D).tell(new PublishReport(REPORT, PUBLISHED));
	}
}
