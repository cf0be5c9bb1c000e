package nl.ontwikkelagenda.agenda.theme;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.agenda.Agendas;
import nl.ontwikkelagenda.agenda.partnership.NewIds;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
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

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Theme {

	private static final int CENTS = 2;

	/** What one source gives in one school year. */
	private record Gift(String source, SchoolYear schoolYear) {
	}

	@AggregateIdentifier private ThemeId themeId;
	private PartnershipId partnershipId;
	private AgendaId agendaId;
	private ThemeStatus status;
	private final Set<ThemeId> goesOnIn = new HashSet<>();
	private final Set<IdeaId> openIdeas = new HashSet<>();
	private final Set<IdeaId> ideasThatWentOn = new HashSet<>();
	private final Set<GuidingAnswerId> answers = new HashSet<>();
	private final Map<Gift, Boolean> amountKnown = new HashMap<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(RaiseTheme c, References references, Agendas agendas) {
		references.require(c.partnershipId(), "agendaId", c.agendaId());
		agendas.mustTakeThemes(c.agendaId());
		references.require(c.partnershipId(), "personId", c.personId());
		references.require(c.partnershipId(), "organisationId", c.organisationId());
		CopiedFrom from = c.copiedFrom();
		if (from != null && from.partnershipId() != null) {
			references.require(from.partnershipId(), "copiedFrom.partnershipId", from.partnershipId());
			references.require(from.partnershipId(), "copiedFrom.themeId", from.themeId());
		}
		apply(new ThemeRaised(c.themeId(), c.partnershipId(), c.agendaId(), c.title(), c.description(), c.noticedAsMissing(), c.personId(), c.organisationId(), from,
				c.raisedOn()));
	}

	@CommandHandler
	void decide(DescribeTheme c) {
		onlyWhileOpen();
		apply(new ThemeDescribed(themeId, c.description(), c.describedOn()));
	}

	@CommandHandler
	void decide(ContributeIdea c, References references, NewIds ids) {
		onlyWhileOpen();
		mustBeNew(c.ideaId(), ids);
		references.require(partnershipId, "personId", c.personId());
		references.require(partnershipId, "organisationId", c.organisationId());
		apply(new IdeaContributed(themeId, partnershipId, agendaId, c.ideaId(), c.words(), c.personId(), c.organisationId(), c.happenedOn()));
	}

	@CommandHandler
	void decide(MergeIdeas c, NewIds ids) {
		onlyWhileOpen();
		List<IdeaId> origins = c.origins().stream().distinct().toList();
		if (origins.size() < 2) {
			throw new RuleBroken("a-merger-has-two-origins", "Samenvoegen gaat over ten minste twee verschillende ideeën of thema's; kies er nog een.");
		}
		origins.forEach(origin -> mustBeOpen(origin, "ideaIds"));
		mustBeNew(c.ideaId(), ids);
		apply(new IdeasMerged(themeId, partnershipId, agendaId, c.ideaId(), c.words(), origins, c.mergedOn()));
		origins.forEach(origin -> apply(new IdeaMergedInto(themeId, origin, c.ideaId(), c.mergedOn())));
	}

	@CommandHandler
	void decide(SplitIdea c, NewIds ids) {
		onlyWhileOpen();
		mustBeOpen(c.ideaId(), "ideaId");
		List<IdeaId> into = c.parts().stream().map(IdeaPart::ideaId).toList();
		mustBeTwoDifferent(into);
		into.forEach(part -> mustBeNew(part, ids));
		apply(new IdeaSplit(themeId, c.ideaId(), into, c.splitOn()));
		c.parts().forEach(part -> apply(new IdeaSplitOff(themeId, partnershipId, agendaId, part.ideaId(), part.words(), c.ideaId(), c.splitOn())));
	}

	@CommandHandler
	void decide(AnswerGuidingQuestion c, NewIds ids) {
		onlyWhileOpen();
		if (answers.contains(c.guidingAnswerId())) {
			throw new RuleBroken("id-is-new", "Dit antwoord is al vastgelegd; kies een ander id voor een nieuw antwoord.");
		}
		ids.require(c.guidingAnswerId());
		apply(new GuidingQuestionAnswered(themeId, partnershipId, agendaId, c.guidingAnswerId(), c.question(), c.group(), c.answer(), c.answeredOn()));
	}

	/** Also for a theme that has ended: what was spent can come to light later. */
	@CommandHandler
	void decide(DiscloseFunding c, References references) {
		c.source().mustBeKnown(partnershipId, references);
		Boolean known = amountKnown.get(new Gift(c.source().key(), c.schoolYear()));
		if (known != null && (known || c.amount() == null)) {
			throw new RuleBroken("funding-is-disclosed-once", "Deze bron heeft dit voor dit schooljaar al gemeld; een ander bedrag is een correctie met een reden.");
		}
		apply(new FundingDisclosed(themeId, c.source(), c.schoolYear(), inCents(c.amount()), c.disclosedOn()));
	}

	@CommandHandler
	void decide(CorrectFunding c, References references) {
		c.source().mustBeKnown(partnershipId, references);
		if (!amountKnown.getOrDefault(new Gift(c.source().key(), c.schoolYear()), false)) {
			throw new RuleBroken("only-a-disclosed-amount-is-corrected", "Deze bron heeft voor dit schooljaar nog geen bedrag gemeld; meld het eerst.");
		}
		apply(new FundingCorrected(themeId, c.source(), c.schoolYear(), c.amount().setScale(CENTS), c.reason(), c.correctedOn()));
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(MergeThemes c, References references, Agendas agendas) {
		references.require(c.partnershipId(), "agendaId", c.agendaId());
		agendas.mustTakeThemes(c.agendaId());
		List<ThemeId> origins = c.origins().stream().distinct().toList();
		if (origins.size() < 2) {
			throw new RuleBroken("a-merger-has-two-origins", "Samenvoegen gaat over ten minste twee verschillende ideeën of thema's; kies er nog een.");
		}
		origins.forEach(origin -> references.require(c.partnershipId(), "themeIds", origin));
		if (!agendas.openThemes(c.agendaId()).containsAll(origins.stream().map(ThemeId::value).toList())) {
			throw new RuleBroken("open-themes-of-one-agenda-merge", "Alleen open thema's van deze agenda kunnen worden samengevoegd; kies andere thema's.");
		}
		apply(new ThemesMerged(c.themeId(), c.partnershipId(), c.agendaId(), c.title(), c.description(), origins, c.mergedOn()));
	}

	/** Also when it has ended meanwhile: the merger happened, and is seen on both sides. */
	@CommandHandler
	void decide(EndMergedTheme c) {
		if (!goesOnIn.contains(c.into())) {
			apply(new ThemeMergedInto(themeId, c.into(), c.mergedOn()));
		}
	}

	@CommandHandler
	void decide(SplitTheme c, NewIds ids, Agendas agendas) {
		onlyWhileOpen();
		agendas.mustTakeThemes(agendaId);
		mustBeTwoDifferent(c.parts().stream().map(ThemePart::themeId).toList());
		c.parts().forEach(part -> ids.require(part.themeId()));
		apply(new ThemeSplit(themeId, partnershipId, agendaId, c.parts(), c.splitOn()));
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(RaiseThemePart c) {
		apply(new ThemeSplitOff(c.themeId(), c.partnershipId(), c.agendaId(), c.title(), c.description(), c.origin(), c.splitOn()));
	}

	/** One that ended meanwhile stays on the agenda where it ended. */
	@CommandHandler
	void decide(CarryOverTheme c) {
		if (status == ThemeStatus.OPEN && !agendaId.equals(c.agendaId())) {
			apply(new ThemeCarriedOver(themeId, c.agendaId(), c.carriedOverOn()));
		}
	}

	@CommandHandler
	void decide(RetireTheme c) {
		if (status == ThemeStatus.RETIRED) {
			throw new RuleBroken("theme-is-retired-once", "Dit thema is al afgesloten; een nieuw thema kan altijd worden aangedragen.");
		}
		onlyWhileOpen();
		apply(new ThemeRetired(themeId, c.reason(), c.retiredOn()));
	}

	private void onlyWhileOpen() {
		switch (status) {
			case OPEN -> {
			}
			case RETIRED -> throw new RuleBroken("a-retired-theme-takes-no-more", "Dit thema is afgesloten; draag een nieuw thema aan.");
			case MERGED, SPLIT -> throw new RuleBroken("a-theme-that-went-on-takes-no-more",
					"Dit thema gaat verder in een ander thema; kies dat thema.");
		}
	}

	private void mustBeNew(IdeaId idea, NewIds ids) {
		if (openIdeas.contains(idea) || ideasThatWentOn.contains(idea)) {
			throw new RuleBroken("id-is-new", "Dit idee is al vastgelegd; kies een ander id voor een nieuw idee.");
		}
		ids.require(idea);
	}

	private void mustBeOpen(IdeaId idea, String field) {
		if (ideasThatWentOn.contains(idea)) {
			throw new RuleBroken("an-idea-goes-on-once", "Dit idee is al samengevoegd of gesplitst; kies het idee waarin het verder gaat.");
		}
		if (!openIdeas.contains(idea)) {
			throw new UnknownReference(field, "Dit idee hoort niet bij dit thema; kies een idee van dit thema.");
		}
	}

	private static void mustBeTwoDifferent(List<?> parts) {
		if (parts.stream().distinct().count() < 2 || parts.stream().distinct().count() < parts.size()) {
			throw new RuleBroken("a-split-has-two-parts", "Splitsen geeft ten minste twee delen, elk met een eigen id; noem er nog een.");
		}
	}

	private static @Nullable BigDecimal inCents(@Nullable BigDecimal amount) {
		return amount == null ? null : amount.setScale(CENTS);
	}

	private void starts(ThemeId theme, PartnershipId partnership, AgendaId agenda) {
		themeId = theme;
		partnershipId = partnership;
		agendaId = agenda;
		status = ThemeStatus.OPEN;
	}

	private void goesOn(IdeaId idea) {
		openIdeas.remove(idea);
		ideasThatWentOn.add(idea);
	}

	@EventSourcingHandler
	void evolve(ThemeEvent event) {
		switch (event) {
			case ThemeRaised e -> starts(e.themeId(), e.partnershipId(), e.agendaId());
			case ThemesMerged e -> starts(e.themeId(), e.partnershipId(), e.agendaId());
			case ThemeSplitOff e -> starts(e.themeId(), e.partnershipId(), e.agendaId());
			case ThemeDescribed e -> {
			}
			case IdeaContributed e -> openIdeas.add(e.ideaId());
			case IdeasMerged e -> openIdeas.add(e.ideaId());
			case IdeaMergedInto e -> goesOn(e.ideaId());
			case IdeaSplit e -> goesOn(e.ideaId());
			case IdeaSplitOff e -> openIdeas.add(e.ideaId());
			case GuidingQuestionAnswered e -> answers.add(e.guidingAnswerId());
			case FundingDisclosed e -> amountKnown.put(new Gift(e.source().key(), e.schoolYear()), e.amount() != null);
			case FundingCorrected e -> {
			}
			case ThemeMergedInto e -> {
				status = ThemeStatus.MERGED;
				goesOnIn.add(e.into());
			}
			case ThemeSplit e -> status = ThemeStatus.SPLIT;
			case ThemeCarriedOver e -> agendaId = e.agendaId();
			case ThemeRetired e -> status = ThemeStatus.RETIRED;
		}
	}
}
