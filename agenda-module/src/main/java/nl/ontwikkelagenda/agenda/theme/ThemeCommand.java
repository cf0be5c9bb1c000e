package nl.ontwikkelagenda.agenda.theme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a theme. */
public sealed interface ThemeCommand {

	ThemeId themeId();

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.PARTICIPANT, Right.BOARD})
	record RaiseTheme(@TargetAggregateIdentifier ThemeId themeId, PartnershipId partnershipId, AgendaId agendaId, FreeText title, @Nullable FreeText description,
			boolean noticedAsMissing, @Nullable PersonId personId, @Nullable OrganisationId organisationId, @Nullable CopiedFrom copiedFrom,
			LocalDate raisedOn) implements ThemeCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record DescribeTheme(@TargetAggregateIdentifier ThemeId themeId, FreeText description, LocalDate describedOn) implements ThemeCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.PARTICIPANT, Right.BOARD})
	record ContributeIdea(@TargetAggregateIdentifier ThemeId themeId, IdeaId ideaId, FreeText words, @Nullable PersonId personId, @Nullable OrganisationId organisationId,
			Period happenedOn) implements ThemeCommand {
	}

	/** @param ideaId the idea that they become together */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record MergeIdeas(@TargetAggregateIdentifier ThemeId themeId, IdeaId ideaId, FreeText words, List<IdeaId> origins, LocalDate mergedOn) implements ThemeCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record SplitIdea(@TargetAggregateIdentifier ThemeId themeId, IdeaId ideaId, List<IdeaPart> parts, LocalDate splitOn) implements ThemeCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.PARTICIPANT, Right.BOARD})
	record AnswerGuidingQuestion(@TargetAggregateIdentifier ThemeId themeId, GuidingAnswerId guidingAnswerId, GuidingQuestion question, @Nullable FreeText group, FreeText answer,
			LocalDate answeredOn) implements ThemeCommand {
	}

	/** @param amount in euros; absent when it is only promised to make it known */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record DiscloseFunding(@TargetAggregateIdentifier ThemeId themeId, FundingSource source, SchoolYear schoolYear, @Nullable BigDecimal amount,
			LocalDate disclosedOn) implements ThemeCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CorrectFunding(@TargetAggregateIdentifier ThemeId themeId, FundingSource source, SchoolYear schoolYear, BigDecimal amount, FreeText reason,
			LocalDate correctedOn) implements ThemeCommand {
	}

	/** @param themeId the theme that they become together */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record MergeThemes(@TargetAggregateIdentifier ThemeId themeId, PartnershipId partnershipId, AgendaId agendaId, FreeText title, @Nullable FreeText description,
			List<ThemeId> origins, LocalDate mergedOn) implements ThemeCommand {
	}

	/** Sent to each origin when themes have merged. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record EndMergedTheme(@TargetAggregateIdentifier ThemeId themeId, ThemeId into, LocalDate mergedOn) implements ThemeCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record SplitTheme(@TargetAggregateIdentifier ThemeId themeId, List<ThemePart> parts, LocalDate splitOn) implements ThemeCommand {
	}

	/** Sent for each part when a theme was split. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record RaiseThemePart(@TargetAggregateIdentifier ThemeId themeId, PartnershipId partnershipId, AgendaId agendaId, FreeText title, @Nullable FreeText description,
			ThemeId origin, LocalDate splitOn) implements ThemeCommand {
	}

	/** Sent to each theme that goes on when a new edition of its agenda has started. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CarryOverTheme(@TargetAggregateIdentifier ThemeId themeId, AgendaId agendaId, LocalDate carriedOverOn) implements ThemeCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record RetireTheme(@TargetAggregateIdentifier ThemeId themeId, FreeText reason, LocalDate retiredOn) implements ThemeCommand {
	}
}
