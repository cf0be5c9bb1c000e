package nl.ontwikkelagenda.agenda.theme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.agenda.AgendaStatus;
import nl.ontwikkelagenda.agenda.agenda.Agendas;
import nl.ontwikkelagenda.agenda.agenda.Agendas.Standing;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.NewIds;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.AnswerGuidingQuestion;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.CarryOverTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.ContributeIdea;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.CorrectFunding;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.DescribeTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.DiscloseFunding;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.EndMergedTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.MergeIdeas;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.MergeThemes;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RaiseTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RaiseThemePart;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RetireTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.SplitIdea;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.SplitTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.FundingCorrected;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.FundingDisclosed;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.GuidingQuestionAnswered;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.IdeaContributed;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.IdeaMergedInto;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.IdeaSplit;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.IdeaSplitOff;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.IdeasMerged;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeCarriedOver;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeDescribed;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeMergedInto;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeRaised;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeRetired;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeSplit;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeSplitOff;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemesMerged;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThemeTest {

	private static final ThemeId THEME = new ThemeId(new UUID(0, 1));
	private static final ThemeId OTHER_THEME = new ThemeId(new UUID(0, 2));
	private static final ThemeId THIRD_THEME = new ThemeId(new UUID(0, 3));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 4));
	private static final PartnershipId OTHER_REGION = new PartnershipId(new UUID(0, 5));
	private static final AgendaId AGENDA = new AgendaId(new UUID(0, 6));
	private static final AgendaId ADOPTED_AGENDA = new AgendaId(new UUID(0, 14));
	private static final AgendaId CLOSED_AGENDA = new AgendaId(new UUID(0, 15));
	private static final OrganisationId DE_REGIO = new OrganisationId(new UUID(0, 7));
	private static final OrganisationId STRANGER = new OrganisationId(new UUID(0, 8));
	private static final IdeaId MEETINGS = new IdeaId(new UUID(0, 9));
	private static final IdeaId VISITS = new IdeaId(new UUID(0, 10));
	private static final IdeaId TOGETHER = new IdeaId(new UUID(0, 11));
	private static final IdeaId TAKEN = new IdeaId(new UUID(0, 12));
	private static final GuidingAnswerId ANSWER = new GuidingAnswerId(new UUID(0, 13));
	private static final LocalDate DAY = LocalDate.of(2018, 9, 24);
	private static final SchoolYear YEAR = new SchoolYear("2018-2019");
	private static final FundingSource REGION_SIDE = new FundingSource(DE_REGIO, null);
	private static final FundingSource SCHOOLS_SIDE = new FundingSource(null, text("Het onderwijs"));
	private static final BigDecimal AMOUNT = new BigDecimal("125000.00");
	private static final ThemeRaised RAISED = raised(null);
	private static final ThemeRetired RETIRED = new ThemeRetired(THEME, text("Opgenomen in een ander overleg"), DAY);

	private final AggregateTestFixture<Theme> theme = fixture();

	private static AggregateTestFixture<Theme> fixture() {
		AggregateTestFixture<Theme> fixture = new AggregateTestFixture<>(Theme.class);
		References references = (partnership, id) -> !STRANGER.equals(id) && !(id.equals(THEME) && partnership.equals(OTHER_REGION));
		NewIds ids = id -> !TAKEN.equals(id);
		Agendas agendas = agenda -> Optional.of(new Standing(statusOf(agenda), false, 1, false, List.of(OTHER_THEME.value(), THIRD_THEME.value())));
		fixture.registerInjectableResource(references);
		fixture.registerInjectableResource(ids);
		fixture.registerInjectableResource(agendas);
		return fixture;
	}

	private static AgendaStatus statusOf(AgendaId agenda) {
		return agenda.equals(ADOPTED_AGENDA) ? AgendaStatus.ADOPTED : agenda.equals(CLOSED_AGENDA) ? AgendaStatus.CLOSED : AgendaStatus.DRAFT;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	private static ThemeRaised raised(@Nullable CopiedFrom from) {
		return new ThemeRaised(THEME, REGION, AGENDA, text("Hoe vinden we elkaar?"), null, false, null, DE_REGIO, from, DAY);
	}

	private static RaiseTheme raise(@Nullable OrganisationId by, @Nullable CopiedFrom from) {
		return new RaiseTheme(THEME, REGION, AGENDA, text("Hoe vinden we elkaar?"), null, false, null, by, from, DAY);
	}

	private static IdeaContributed contributed(IdeaId idea, String words) {
		return new IdeaContributed(THEME, REGION, AGENDA, idea, text(words), null, null, Period.on(DAY));
	}

	private static final IdeaContributed NETWORK_MEETINGS = contributed(MEETINGS, "Netwerkbijeenkomsten");
	private static final IdeaContributed WORK_VISITS = contributed(VISITS, "Werkbezoeken");

	@Test
	void aThemeIsRaisedByWhoTakesPart() {
		theme.givenNoPriorActivity().when(raise(DE_REGIO, null)).expectEvents(RAISED);
		theme.givenNoPriorActivity().when(raise(STRANGER, null)).expectException(UnknownReference.class).expectNoEvents();
	}

	@Test
	void aThemeThatWasCopiedKeepsItsSource() {
		CopiedFrom known = new CopiedFrom(text("Achterhoek"), OTHER_REGION, OTHER_THEME);
		theme.givenNoPriorActivity().when(raise(DE_REGIO, known)).expectEvents(raised(known));
	}

	@Test
	void aSourceThatIsNamedByIdExists() {
		theme.givenNoPriorActivity().when(raise(DE_REGIO, new CopiedFrom(text("Achterhoek"), OTHER_REGION, THEME))).expectException(UnknownReference.class).expectNoEvents();
	}

	@Test
	void aThemeIsPutIntoOtherWords() {
		theme.given(RAISED).when(new DescribeTheme(THEME, text("Elkaar ontmoeten"), DAY)).expectEvents(new ThemeDescribed(THEME, text("Elkaar ontmoeten"), DAY));
	}

	@Test
	void anIdeaIsContributedToATheme() {
		theme.given(RAISED).when(new ContributeIdea(THEME, MEETINGS, text("Netwerkbijeenkomsten"), null, null, Period.on(DAY))).expectEvents(NETWORK_MEETINGS);
	}

	@Test
	void anIdeaHasAnIdOfItsOwn() {
		refused(new ContributeIdea(THEME, MEETINGS, text("Nog eens"), null, null, Period.on(DAY)), RAISED, NETWORK_MEETINGS);
		refused(new ContributeIdea(THEME, TAKEN, text("Van een ander thema"), null, null, Period.on(DAY)), RAISED);
	}

	@Test
	void mergedIdeasBecomeANewOneAndEachPointsToIt() {
		theme.given(RAISED, NETWORK_MEETINGS, WORK_VISITS)
				.when(new MergeIdeas(THEME, TOGETHER, text("Ontmoeten"), List.of(MEETINGS, VISITS), DAY))
				.expectEvents(new IdeasMerged(THEME, REGION, AGENDA, TOGETHER, text("Ontmoeten"), List.of(MEETINGS, VISITS), DAY),
						new IdeaMergedInto(THEME, MEETINGS, TOGETHER, DAY), new IdeaMergedInto(THEME, VISITS, TOGETHER, DAY));
	}

	@Test
	void mergingTakesTwoIdeas() {
		refused(new MergeIdeas(THEME, TOGETHER, text("Ontmoeten"), List.of(MEETINGS, MEETINGS), DAY), RAISED, NETWORK_MEETINGS);
	}

	@Test
	void onlyIdeasOfTheThemeMerge() {
		theme.given(RAISED, NETWORK_MEETINGS).when(new MergeIdeas(THEME, TOGETHER, text("Ontmoeten"), List.of(MEETINGS, VISITS), DAY))
				.expectException(UnknownReference.class).expectNoEvents();
	}

	@Test
	void anIdeaGoesOnOnce() {
		refused(new SplitIdea(THEME, MEETINGS, List.of(new IdeaPart(TOGETHER, text("Groot")), new IdeaPart(VISITS, text("Klein"))), DAY), RAISED, NETWORK_MEETINGS,
				new IdeaMergedInto(THEME, MEETINGS, TOGETHER, DAY));
	}

	@Test
	void aSplitIdeaPointsToItsPartsAndEachPartToIt() {
		theme.given(RAISED, NETWORK_MEETINGS)
				.when(new SplitIdea(THEME, MEETINGS, List.of(new IdeaPart(VISITS, text("Werkbezoeken")), new IdeaPart(TOGETHER, text("Lunches"))), DAY))
				.expectEvents(new IdeaSplit(THEME, MEETINGS, List.of(VISITS, TOGETHER), DAY),
						new IdeaSplitOff(THEME, REGION, AGENDA, VISITS, text("Werkbezoeken"), MEETINGS, DAY),
						new IdeaSplitOff(THEME, REGION, AGENDA, TOGETHER, text("Lunches"), MEETINGS, DAY));
	}

	@Test
	void aSplitHasTwoDifferentParts() {
		refused(new SplitIdea(THEME, MEETINGS, List.of(new IdeaPart(VISITS, text("Werkbezoeken"))), DAY), RAISED, NETWORK_MEETINGS);
		refused(new SplitIdea(THEME, MEETINGS, List.of(new IdeaPart(VISITS, text("Werkbezoeken")), new IdeaPart(VISITS, text("Lunches"))), DAY), RAISED, NETWORK_MEETINGS);
	}

	@Test
	void aGroupAnswersAGuidingQuestion() {
		theme.given(RAISED).when(new AnswerGuidingQuestion(THEME, ANSWER, GuidingQuestion.WHAT_IS_NEEDED, text("Groep 2"), text("Vertrouwen"), DAY))
				.expectEvents(new GuidingQuestionAnswered(THEME, REGION, AGENDA, ANSWER, GuidingQuestion.WHAT_IS_NEEDED, text("Groep 2"), text("Vertrouwen"), DAY));
	}

	@Test
	void anAnswerIsRecordedOnce() {
		refused(new AnswerGuidingQuestion(THEME, ANSWER, GuidingQuestion.WHAT_FOR, null, text("Nog eens"), DAY), RAISED,
				new GuidingQuestionAnswered(THEME, REGION, AGENDA, ANSWER, GuidingQuestion.WHAT_FOR, null, text("De leerling"), DAY));
	}

	@Test
	void fundingIsPromisedAndThenDisclosedInCents() {
		FundingDisclosed promised = new FundingDisclosed(THEME, SCHOOLS_SIDE, YEAR, null, DAY);
		theme.given(RAISED).when(new DiscloseFunding(THEME, SCHOOLS_SIDE, YEAR, null, DAY)).expectEvents(promised);
		theme.given(RAISED, promised).when(new DiscloseFunding(THEME, SCHOOLS_SIDE, YEAR, new BigDecimal("125000"), DAY))
				.expectEvents(new FundingDisclosed(THEME, SCHOOLS_SIDE, YEAR, AMOUNT, DAY));
	}

	@Test
	void fundingHasOneSource() {
		refused(new DiscloseFunding(THEME, new FundingSource(DE_REGIO, text("De Regio")), YEAR, AMOUNT, DAY), RAISED);
		refused(new DiscloseFunding(THEME, new FundingSource(null, null), YEAR, AMOUNT, DAY), RAISED);
	}

	@Test
	void aSourceDisclosesASchoolYearOnce() {
		refused(new DiscloseFunding(THEME, new FundingSource(null, text("het onderwijs")), YEAR, AMOUNT, DAY), RAISED,
				new FundingDisclosed(THEME, SCHOOLS_SIDE, YEAR, AMOUNT, DAY));
		refused(new DiscloseFunding(THEME, REGION_SIDE, YEAR, null, DAY), RAISED, new FundingDisclosed(THEME, REGION_SIDE, YEAR, null, DAY));
	}

	@Test
	void anAmountIsCorrectedWithAReason() {
		theme.given(RAISED, new FundingDisclosed(THEME, REGION_SIDE, YEAR, new BigDecimal("99000.00"), DAY))
				.when(new CorrectFunding(THEME, REGION_SIDE, YEAR, AMOUNT, text("Jeugdhulp vergeten"), DAY))
				.expectEvents(new FundingCorrected(THEME, REGION_SIDE, YEAR, AMOUNT, text("Jeugdhulp vergeten"), DAY));
	}

	@Test
	void whatWasNotDisclosedIsNotCorrected() {
		refused(new CorrectFunding(THEME, REGION_SIDE, YEAR, AMOUNT, text("Vergissing"), DAY), RAISED, new FundingDisclosed(THEME, REGION_SIDE, YEAR, null, DAY));
	}

	@Test
	void openThemesOfAnAgendaBecomeOne() {
		theme.givenNoPriorActivity().when(new MergeThemes(THEME, REGION, AGENDA, text("Jongeren die niet meedoen"), null, List.of(OTHER_THEME, THIRD_THEME), DAY))
				.expectEvents(new ThemesMerged(THEME, REGION, AGENDA, text("Jongeren die niet meedoen"), null, List.of(OTHER_THEME, THIRD_THEME), DAY));
	}

	@Test
	void whatIsNotOpenOnTheAgendaDoesNotMerge() {
		theme.givenNoPriorActivity().when(new MergeThemes(THEME, REGION, AGENDA, text("Samen"), null, List.of(OTHER_THEME, new ThemeId(new UUID(0, 99))), DAY))
				.expectException(RuleBroken.class).expectNoEvents();
		theme.givenNoPriorActivity().when(new MergeThemes(THEME, REGION, AGENDA, text("Samen"), null, List.of(OTHER_THEME), DAY)).expectException(RuleBroken.class)
				.expectNoEvents();
	}

	@Test
	void aMergedThemeEndsOnceAndTakesNoMore() {
		ThemeMergedInto merged = new ThemeMergedInto(THEME, OTHER_THEME, DAY);
		theme.given(RAISED).when(new EndMergedTheme(THEME, OTHER_THEME, DAY)).expectEvents(merged);
		theme.given(RAISED, merged).when(new EndMergedTheme(THEME, OTHER_THEME, DAY)).expectNoEvents();
		refused(new ContributeIdea(THEME, MEETINGS, text("Te laat"), null, null, Period.on(DAY)), RAISED, merged);
	}

	@Test
	void aThemeIsSplitIntoParts() {
		List<ThemePart> parts = List.of(new ThemePart(OTHER_THEME, text("Missie"), null), new ThemePart(THIRD_THEME, text("Visie"), null));
		theme.given(RAISED).when(new SplitTheme(THEME, parts, DAY)).expectEvents(new ThemeSplit(THEME, REGION, AGENDA, parts, DAY));
		theme.givenNoPriorActivity().when(new RaiseThemePart(OTHER_THEME, REGION, AGENDA, text("Missie"), null, THEME, DAY))
				.expectEvents(new ThemeSplitOff(OTHER_THEME, REGION, AGENDA, text("Missie"), null, THEME, DAY));
		refused(new SplitTheme(THEME, parts.subList(0, 1), DAY), RAISED);
	}

	@Test
	void anAdoptedOrClosedAgendaTakesNoThemes() {
		for (AgendaId agenda : List.of(ADOPTED_AGENDA, CLOSED_AGENDA)) {
			theme.givenNoPriorActivity().when(new RaiseTheme(THEME, REGION, agenda, text("Te laat"), null, false, null, null, null, DAY)).expectException(RuleBroken.class)
					.expectNoEvents();
			theme.givenNoPriorActivity().when(new MergeThemes(THEME, REGION, agenda, text("Te laat"), null, List.of(OTHER_THEME, THIRD_THEME), DAY))
					.expectException(RuleBroken.class).expectNoEvents();
		}
		refused(new SplitTheme(THEME, List.of(new ThemePart(OTHER_THEME, text("Missie"), null), new ThemePart(THIRD_THEME, text("Visie"), null)), DAY), RAISED,
				new ThemeCarriedOver(THEME, ADOPTED_AGENDA, DAY));
	}

	@Test
	void aThemeGoesOnInANewEditionUnlessItEnded() {
		ThemeCarriedOver carried = new ThemeCarriedOver(THEME, ADOPTED_AGENDA, DAY);
		theme.given(RAISED).when(new CarryOverTheme(THEME, ADOPTED_AGENDA, DAY)).expectEvents(carried);
		theme.given(RAISED, carried).when(new CarryOverTheme(THEME, ADOPTED_AGENDA, DAY)).expectNoEvents();
		theme.given(RAISED, RETIRED).when(new CarryOverTheme(THEME, ADOPTED_AGENDA, DAY)).expectNoEvents();
	}

	@Test
	void aRetiredThemeTakesNoMore() {
		theme.given(RAISED).when(new RetireTheme(THEME, RETIRED.reason(), DAY)).expectEvents(RETIRED);
		refused(new RetireTheme(THEME, RETIRED.reason(), DAY), RAISED, RETIRED);
		refused(new ContributeIdea(THEME, MEETINGS, text("Te laat"), null, null, Period.on(DAY)), RAISED, RETIRED);
	}

	private void refused(ThemeCommand command, ThemeEvent... history) {
		theme.given((Object[]) history).when(command).expectException(RuleBroken.class).expectNoEvents();
	}
}
