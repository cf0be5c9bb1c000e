package nl.ontwikkelagenda.agenda.priority;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.agenda.agenda.AgendaStatus;
import nl.ontwikkelagenda.agenda.agenda.Agendas;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.ClosePriorityRound;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.MoveDots;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.OpenPriorityRound;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.PlaceDots;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.WithdrawDots;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsMoved;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsPlaced;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsWithdrawn;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.PriorityRoundClosed;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.PriorityRoundOpened;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
@SuppressWarnings("NullAway.Init")
class PriorityRound {

	@AggregateIdentifier private PriorityRoundId priorityRoundId;
	private PartnershipId partnershipId;
	private PriorityRoundStatus status;
	private List<ThemeId> themes;
	private int dotsPerParticipant;
	private @Nullable Integer maxPerTheme;
	private final Map<PersonId, Map<ThemeId, Integer>> dots = new HashMap<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(OpenPriorityRound c, References references, Agendas agendas) {
		references.require(c.partnershipId(), "agendaId", c.agendaId());
		atLeastOne(c.dotsPerParticipant());
		if (c.maxPerTheme() != null) {
			atLeastOne(c.maxPerTheme());
		}
		if (agendas.find(c.agendaId()).filter(agenda -> agenda.status() == AgendaStatus.CLOSED).isPresent()) {
			throw new RuleBroken("a-closed-agenda-stays-closed", "Deze agenda is gesloten; open een ronde over een agenda die nog loopt.");
		}
		List<ThemeId> open = agendas.openThemes(c.agendaId()).stream().map(ThemeId::new).toList();
		if (open.size() < 2) {
			throw new RuleBroken("a-round-is-about-several-themes", "Een prioriteitenronde gaat over ten minste twee open thema's; draag eerst thema's aan.");
		}
		apply(new PriorityRoundOpened(c.priorityRoundId(), c.partnershipId(), c.agendaId(), c.title(), open, c.dotsPerParticipant(), c.maxPerTheme(), c.openedOn()));
	}

	@CommandHandler
	void decide(PlaceDots c, References references) {
		onlyWhileOpen();
		atLeastOne(c.dots());
		references.require(partnershipId, "personId", c.personId());
		mustBeInTheRound(c.themeId());
		// In long arithmetic: a sum of two ints can be negative, and then seems small.
		if ((long) inAll(c.personId()) + c.dots() > dotsPerParticipant) {
			throw new RuleBroken("dots-are-limited", "Een deelnemer heeft " + dotsPerParticipant + " stippen voor alle thema's samen; " + (dotsPerParticipant - inAll(c.personId()))
					+ " kunnen er nog bij, en verplaatsen kan altijd.");
		}
		mustFit(c.personId(), c.themeId(), c.dots());
		apply(new DotsPlaced(priorityRoundId, partnershipId, c.personId(), c.themeId(), c.dots()));
	}

	@CommandHandler
	void decide(MoveDots c) {
		onlyWhileOpen();
		atLeastOne(c.dots());
		mustBeInTheRound(c.from());
		mustBeInTheRound(c.to());
		if (c.from().equals(c.to())) {
			throw new RuleBroken("dots-move-to-another-theme", "Stippen verplaatsen gaat van het ene thema naar het andere; kies een ander thema.");
		}
		mustHave(c.personId(), c.from(), c.dots());
		mustFit(c.personId(), c.to(), c.dots());
		apply(new DotsMoved(priorityRoundId, partnershipId, c.personId(), c.from(), c.to(), c.dots()));
	}

	@CommandHandler
	void decide(WithdrawDots c) {
		onlyWhileOpen();
		mustBeInTheRound(c.themeId());
		mustHave(c.personId(), c.themeId(), 1);
		apply(new DotsWithdrawn(priorityRoundId, partnershipId, c.personId(), c.themeId(), on(c.personId(), c.themeId())));
	}

	@CommandHandler
	void decide(ClosePriorityRound c) {
		onlyWhileOpen();
		List<ThemeResult> results = themes.stream().map(this::result).sorted(Comparator.comparingInt(ThemeResult::rank)).toList();
		int participants = (int) dots.keySet().stream().filter(person -> inAll(person) > 0).count();
		apply(new PriorityRoundClosed(priorityRoundId, results, participants, c.closedOn()));
	}

	private ThemeResult result(ThemeId theme) {
		int given = givenTo(theme);
		int better = (int) themes.stream().filter(other -> givenTo(other) > given).count();
		return new ThemeResult(theme, given, (int) dots.keySet().stream().filter(person -> on(person, theme) > 0).count(), better + 1);
	}

	private int givenTo(ThemeId theme) {
		return dots.keySet().stream().mapToInt(person -> on(person, theme)).sum();
	}

	private int on(PersonId person, ThemeId theme) {
		return dots.getOrDefault(person, Map.of()).getOrDefault(theme, 0);
	}

	private int inAll(PersonId person) {
		return dots.getOrDefault(person, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
	}

	private void onlyWhileOpen() {
		if (status == PriorityRoundStatus.CLOSED) {
			throw new RuleBroken("a-closed-round-never-changes", "Deze ronde is gesloten en haar uitslag staat vast; open een nieuwe ronde, dan zijn de twee te vergelijken.");
		}
	}

	private static void atLeastOne(int number) {
		if (number < 1) {
			throw new RuleBroken("dots-are-at-least-one", "Het gaat om ten minste één stip; geef een getal van 1 of meer.");
		}
	}

	private void mustBeInTheRound(ThemeId theme) {
		if (!themes.contains(theme)) {
			throw new RuleBroken("a-theme-is-in-the-round", "Dit thema hoort niet bij deze ronde; kies een thema dat open was toen de ronde begon.");
		}
	}

	private void mustHave(PersonId person, ThemeId theme, int wanted) {
		if (on(person, theme) < wanted) {
			throw new RuleBroken("only-placed-dots-move", "Deze deelnemer heeft " + on(person, theme) + " stippen op dit thema; meer kunnen er niet af.");
		}
	}

	private void mustFit(PersonId person, ThemeId theme, int more) {
		if (maxPerTheme != null && (long) on(person, theme) + more > maxPerTheme) {
			throw new RuleBroken("dots-on-one-theme-are-limited", "Een deelnemer zet hoogstens " + maxPerTheme + " stippen op één thema; zet de andere op andere thema's.");
		}
	}

	private void change(PersonId person, ThemeId theme, int by) {
		dots.computeIfAbsent(person, participant -> new HashMap<>()).merge(theme, by, Integer::sum);
	}

	@EventSourcingHandler
	void evolve(PriorityRoundEvent event) {
		switch (event) {
			case PriorityRoundOpened e -> {
				priorityRoundId = e.priorityRoundId();
				partnershipId = e.partnershipId();
				status = PriorityRoundStatus.OPEN;
				themes = e.themeIds();
				dotsPerParticipant = e.dotsPerParticipant();
				maxPerTheme = e.maxPerTheme();
			}
			case DotsPlaced e -> change(e.personId(), e.themeId(), e.dots());
			case DotsMoved e -> {
				change(e.personId(), e.from(), -e.dots());
				change(e.personId(), e.to(), e.dots());
			}
			case DotsWithdrawn e -> change(e.personId(), e.themeId(), -e.dots());
			case PriorityRoundClosed e -> status = PriorityRoundStatus.CLOSED;
		}
	}
}
