package nl.ontwikkelagenda.agenda.theme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/** What happened to a theme. */
public sealed interface ThemeEvent {

	ThemeId themeId();

	/** What happened to an idea of a theme. */
	sealed interface IdeaEvent extends ThemeEvent {

		IdeaId ideaId();
	}

	/**
	 * @param noticedAsMissing whether it was raised because those present missed it
	 * @param personId         who raised it, as far as that is known
	 * @param organisationId   for which organisation, as far as that is known
	 */
	record ThemeRaised(ThemeId themeId, PartnershipId partnershipId, AgendaId agendaId, FreeText title, @Nullable FreeText description, boolean noticedAsMissing,
			@Nullable PersonId personId, @Nullable OrganisationId organisationId, @Nullable CopiedFrom copiedFrom, LocalDate raisedOn) implements ThemeEvent {
	}

	/** What the theme is about was put into other words. */
	record ThemeDescribed(ThemeId themeId, FreeText description, LocalDate describedOn) implements ThemeEvent {
	}

	/**
	 * @param personId       whose idea it is, as far as that is known
	 * @param organisationId for which organisation, as far as that is known
	 */
	record IdeaContributed(ThemeId themeId, PartnershipId partnershipId, AgendaId agendaId, IdeaId ideaId, FreeText words, @Nullable PersonId personId,
			@Nullable OrganisationId organisationId, Period happenedOn) implements IdeaEvent {
	}

	/** Several ideas became one new idea; they stay to be read, and each {@link IdeaMergedInto} points to the new one. */
	record IdeasMerged(ThemeId themeId, PartnershipId partnershipId, AgendaId agendaId, IdeaId ideaId, FreeText words, List<IdeaId> origins,
			LocalDate mergedOn) implements IdeaEvent {
	}

	/** This idea goes on in another. */
	record IdeaMergedInto(ThemeId themeId, IdeaId ideaId, IdeaId into, LocalDate mergedOn) implements IdeaEvent {
	}

	/** This idea goes on in several others, each with its own {@link IdeaSplitOff}. */
	record IdeaSplit(ThemeId themeId, IdeaId ideaId, List<IdeaId> into, LocalDate splitOn) implements IdeaEvent {
	}

	/** A new idea that was part of another. */
	record IdeaSplitOff(ThemeId themeId, PartnershipId partnershipId, AgendaId agendaId, IdeaId ideaId, FreeText words, IdeaId origin, LocalDate splitOn) implements IdeaEvent {
	}

	/** @param group what the group that answered is called */
	record GuidingQuestionAnswered(ThemeId themeId, PartnershipId partnershipId, AgendaId agendaId, GuidingAnswerId guidingAnswerId, GuidingQuestion question,
			@Nullable FreeText group, FreeText answer, LocalDate answeredOn) implements ThemeEvent {
	}

	/**
	 * A source made known what it gives to the theme in a school year, or promised to make it known.
	 *
	 * @param amount in euros; absent for a promise to make it known
	 */
	record FundingDisclosed(ThemeId themeId, FundingSource source, SchoolYear schoolYear, @Nullable BigDecimal amount, LocalDate disclosedOn) implements ThemeEvent {
	}

	/** @param amount in euros, in the place of what was said before */
	record FundingCorrected(ThemeId themeId, FundingSource source, SchoolYear schoolYear, BigDecimal amount, FreeText reason, LocalDate correctedOn) implements ThemeEvent {
	}

	/** Several themes became this new one; they stay to be read, and each {@link ThemeMergedInto} points to this one. */
	record ThemesMerged(ThemeId themeId, PartnershipId partnershipId, AgendaId agendaId, FreeText title, @Nullable FreeText description, List<ThemeId> origins,
			LocalDate mergedOn) implements ThemeEvent {
	}

	/** This theme goes on in another. */
	record ThemeMergedInto(ThemeId themeId, ThemeId into, LocalDate mergedOn) implements ThemeEvent {
	}

	/** This theme goes on in several others, each with its own {@link ThemeSplitOff}. */
	record ThemeSplit(ThemeId themeId, PartnershipId partnershipId, AgendaId agendaId, List<ThemePart> parts, LocalDate splitOn) implements ThemeEvent {
	}

	/** A new theme that was part of another. */
	record ThemeSplitOff(ThemeId themeId, PartnershipId partnershipId, AgendaId agendaId, FreeText title, @Nullable FreeText description, ThemeId origin,
			LocalDate splitOn) implements ThemeEvent {
	}

	/** @param agendaId the new edition of its agenda, on which it goes on */
	record ThemeCarriedOver(ThemeId themeId, AgendaId agendaId, LocalDate carriedOverOn) implements ThemeEvent {
	}

	record ThemeRetired(ThemeId themeId, FreeText reason, LocalDate retiredOn) implements ThemeEvent {
	}
}
