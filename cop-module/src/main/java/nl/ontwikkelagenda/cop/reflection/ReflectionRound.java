package nl.ontwikkelagenda.cop.reflection;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundCommand.AbandonReflectionRound;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundCommand.CloseReflectionRound;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundCommand.OpenReflectionRound;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundEvent.MemberHasAnswered;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundEvent.ReflectionRoundAbandoned;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundEvent.ReflectionRoundClosed;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundEvent.ReflectionRoundOpened;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@SuppressWarnings("NullAway.Init")
class ReflectionRound {

	private static final int MOST_MEMBERS = 200;

	@AggregateIdentifier private ReflectionRoundId reflectionRoundId;
	private ReflectionRoundStatus status;
	private Set<PersonId> members;

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(OpenReflectionRound c, References references, ReflectionRounds rounds) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		references.require(c.partnershipId(), "about", c.about());
		c.members().forEach(member -> references.require(c.partnershipId(), "members", member));
		List<PersonId> group = c.members().stream().distinct().toList();
		if (group.size() < ReflectionRoundView.ENOUGH || group.size() > MOST_MEMBERS) {
			throw new RuleBroken("a-round-is-for-a-group", "Een reflectie is voor een groep van " + ReflectionRoundView.ENOUGH + " tot " + MOST_MEMBERS
					+ " mensen, omdat een uitslag pas vanaf " + ReflectionRoundView.ENOUGH + " antwoorden anoniem is.");
		}
		if (Instrument.find(c.instrument()).isEmpty()) {
			throw new UnknownReference("instrument", "Deze versie van de vragen is er niet; kies " + Instrument.OF_2023.version() + ".");
		}
		if (c.closesOn().isBefore(c.openedOn())) {
			throw new RuleBroken("a-round-closes-after-it-opens", "Een reflectie sluit op of na de dag waarop zij opent; kies een latere laatste dag.");
		}
		if (c.repeatOf() != null) {
			Optional<ReflectionRoundView> earlier = rounds.find(c.repeatOf());
			references.require(c.partnershipId(), "repeatOf", c.repeatOf());
			if (earlier.filter(round -> round.status() == ReflectionRoundStatus.CLOSED && round.instrument().equals(c.instrument())).isEmpty()) {
				throw new RuleBroken("a-repeat-follows-a-closed-round",
						"Een herhaling volgt op een gesloten reflectie met dezelfde vragen; kies zo'n reflectie, of begin met een nulmeting.");
			}
		}
		apply(new ReflectionRoundOpened(c.reflectionRoundId(), c.partnershipId(), c.about(), c.title(), c.instrument(), group, c.repeatOf(), c.openedOn(), c.closesOn()));
	}

	/** Asked again after a crash, it is done already. */
	@CommandHandler
	void decide(CloseReflectionRound c) {
		if (status != ReflectionRoundStatus.OPEN) {
			return;
		}
		Set<PersonId> respondents = new TreeSet<>((one, other) -> one.value().compareTo(other.value()));
		respondents.addAll(c.respondents());
		if (!members.containsAll(respondents)) {
			throw new IllegalStateException("Somebody outside the group has answered");
		}
		respondents.forEach(person -> apply(new MemberHasAnswered(reflectionRoundId, person)));
		List<AnswerTally> tallies = respondents.size() < ReflectionRoundView.ENOUGH
				? List.of()
				: c.tallies().stream().map(tally -> tally.fromAtLeast(ReflectionRoundView.ENOUGH)).toList();
		apply(new ReflectionRoundClosed(reflectionRoundId, respondents.size(), tallies, c.closedOn()));
	}

	@CommandHandler
	void decide(AbandonReflectionRound c, SealedRounds sealed) {
		if (status != ReflectionRoundStatus.OPEN || !sealed.lost(reflectionRoundId)) {
			throw new RuleBroken("only-a-round-that-is-lost-is-abandoned",
					"Alleen een open reflectie waarvan de antwoorden niet meer te openen zijn wordt opgegeven; laat andere reflecties sluiten.");
		}
		apply(new ReflectionRoundAbandoned(reflectionRoundId, c.reason(), c.abandonedOn()));
	}

	@EventSourcingHandler
	void evolve(ReflectionRoundEvent event) {
		switch (event) {
			case ReflectionRoundOpened e -> {
				reflectionRoundId = e.reflectionRoundId();
				members = new HashSet<>(e.members());
				status = ReflectionRoundStatus.OPEN;
			}
			case MemberHasAnswered e -> {
			}
			case ReflectionRoundClosed e -> status = ReflectionRoundStatus.CLOSED;
			case ReflectionRoundAbandoned e -> status = ReflectionRoundStatus.ABANDONED;
		}
	}
}
