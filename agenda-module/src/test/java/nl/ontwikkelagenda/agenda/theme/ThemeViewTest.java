package nl.ontwikkelagenda.agenda.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.FundingCorrected;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.FundingDisclosed;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.IdeaContributed;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.IdeaMergedInto;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeRaised;
import nl.ontwikkelagenda.agenda.theme.ThemeView.Correction;
import nl.ontwikkelagenda.agenda.theme.ThemeView.SourceTotal;
import nl.ontwikkelagenda.agenda.theme.ThemeView.YearTotal;

import org.junit.jupiter.api.Test;

class ThemeViewTest {

	private static final ThemeId THEME = new ThemeId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final AgendaId AGENDA = new AgendaId(new UUID(0, 3));
	private static final IdeaId IDEA = new IdeaId(new UUID(0, 4));
	private static final OrganisationId DE_REGIO = new OrganisationId(new UUID(0, 5));
	private static final FundingSource REGION_SIDE = new FundingSource(DE_REGIO, null);
	private static final FundingSource SCHOOLS_SIDE = new FundingSource(null, text("Het onderwijs"));
	private static final LocalDate DAY = LocalDate.of(2018, 9, 24);
	private static final LocalDate LATER = LocalDate.of(2019, 2, 4);
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void aPromiseAnAmountAndACorrectionAreOneEntryThatKeepsAll() {
		ThemeView view = after(new FundingDisclosed(THEME, SCHOOLS_SIDE, new SchoolYear("2018-2019"), null, DAY),
				new FundingDisclosed(THEME, new FundingSource(null, text("het onderwijs")), new SchoolYear("2018-2019"), new BigDecimal("80000.00"), LATER),
				new FundingCorrected(THEME, SCHOOLS_SIDE, new SchoolYear("2018-2019"), new BigDecimal("90000.00"), text("Vergeten post"), LATER));
		assertThat(view.funding()).singleElement().satisfies(funding -> {
			assertThat(funding.promisedOn()).isEqualTo(DAY);
			assertThat(funding.disclosedOn()).isEqualTo(LATER);
			assertThat(funding.corrections()).containsExactly(new Correction(new BigDecimal("80000.00"), new BigDecimal("90000.00"), "Vergeten post", LATER));
		});
	}

	@Test
	void fundingIsAddedUpPerSchoolYearAndPerSource() {
		ThemeView view = after(new FundingDisclosed(THEME, REGION_SIDE, new SchoolYear("2018-2019"), new BigDecimal("125000.00"), DAY),
				new FundingDisclosed(THEME, SCHOOLS_SIDE, new SchoolYear("2018-2019"), null, DAY),
				new FundingDisclosed(THEME, REGION_SIDE, new SchoolYear("2019-2020"), new BigDecimal("0.50"), DAY));
		assertThat(view.yearTotals()).containsExactly(new YearTotal("2018-2019", new BigDecimal("125000.00"), 1), new YearTotal("2019-2020", new BigDecimal("0.50"), 0));
		assertThat(view.sourceTotals()).containsExactlyInAnyOrder(new SourceTotal(DE_REGIO, null, new BigDecimal("125000.50")),
				new SourceTotal(null, "Het onderwijs", BigDecimal.ZERO));
	}

	@Test
	void oneSourceHasOneTotalHoweverItsNameWasTyped() {
		ThemeView view = after(new FundingDisclosed(THEME, SCHOOLS_SIDE, new SchoolYear("2018-2019"), new BigDecimal("80000.00"), DAY),
				new FundingDisclosed(THEME, new FundingSource(null, text("het ONDERWIJS")), new SchoolYear("2019-2020"), new BigDecimal("20000.00"), DAY));
		assertThat(view.sourceTotals()).containsExactly(new SourceTotal(null, "Het onderwijs", new BigDecimal("100000.00")));
	}

	@Test
	void anIdeaThatWentOnKeepsItsWords() {
		IdeaView idea = IdeaView.on(null, contributed(THEME), WHEN);
		IdeaId into = new IdeaId(new UUID(0, 6));
		IdeaView merged = IdeaView.on(idea, new IdeaMergedInto(THEME, IDEA, into, LATER), WHEN);
		assertThat(merged).isEqualTo(idea.withStatus(IdeaStatus.MERGED).withGoesOnIn(List.of(into)).withEndedOn(LATER));
	}

	@Test
	void anIdThatTwoThemesGaveAtOnceStaysOfTheFirst() {
		IdeaView first = IdeaView.on(null, contributed(THEME), WHEN);
		ThemeId other = new ThemeId(new UUID(0, 7));
		assertThat(IdeaView.on(first, contributed(other), WHEN)).isEqualTo(first);
		assertThat(IdeaView.on(first, new IdeaMergedInto(other, IDEA, new IdeaId(new UUID(0, 6)), LATER), WHEN)).isEqualTo(first);
	}

	private static IdeaContributed contributed(ThemeId theme) {
		return new IdeaContributed(theme, REGION, AGENDA, IDEA, text("Netwerkbijeenkomsten"), null, null, Period.on(DAY));
	}

	private static ThemeView after(ThemeEvent... events) {
		ThemeView view = ThemeView.on(null, new ThemeRaised(THEME, REGION, AGENDA, text("Thuiszitters"), null, false, null, null, null, DAY), WHEN);
		for (ThemeEvent event : events) {
			view = ThemeView.on(view, event, WHEN);
		}
		return view;
	}
}
