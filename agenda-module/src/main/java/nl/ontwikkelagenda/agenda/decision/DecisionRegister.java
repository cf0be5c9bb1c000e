package nl.ontwikkelagenda.agenda.decision;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.Bodies;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.ConfirmDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.NoteReviewDue;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.ReviewDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.ReviseDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.RevokeDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.StateParticulars;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.TakeDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionConfirmed;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionReviewDue;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionReviewed;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionRevised;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionRevoked;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionTaken;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.ParticularsStated;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.partnership.MandateId;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.Mandates;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
@SuppressWarnings("NullAway.Init")
class DecisionRegister {

	@AggregateIdentifier private DecisionRegisterId registerId;
	private int lastSerial;
	private final Map<DecisionId, RegisterEntry> decisions = new HashMap<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	void decide(TakeDecision c, References references, Bodies bodies, Mandates mandates, Attendance attendance, Decisions others) {
		RegisterEntry known = decisions.get(c.decisionId());
		OutcomeId outcome = c.outcomeId();
		if (known != null && outcome != null && outcome.equals(known.taken().outcomeId()) && c.particulars() == null) {
			return;
		}
		if (known != null || others.find(c.decisionId()).isPresent()) {
			throw new RuleBroken("id-is-new", "Dit besluit bestaat al; kies een ander id voor een nieuw besluit.");
		}
		if (outcome != null && !outcome.value().equals(c.decisionId().value())) {
			throw new RuleBroken("a-decision-has-the-id-of-its-outcome", "Een besluit uit een bijeenkomst heeft hetzelfde id als de uitkomst; laat het id weg.");
		}
		references.require(c.partnershipId(), "bodyId", c.bodyId());
		references.require(c.partnershipId(), "meetingId", c.meetingId());
		if (outcome == null) {
			// What is in the minutes was decided; whether the body could meet was for the meeting to say.
			bodies.requireStanding(c.bodyId(), c.decidedOn());
		}
		if (c.reviewOn() != null && c.reviewOn().isBefore(c.decidedOn())) {
			throw new RuleBroken("a-review-comes-after-the-decision", "De herziening valt voor het besluit; kies een dag op of na de dag van het besluit.");
		}
		if (c.revises() != null && !isInForce(c.revises(), others)) {
			throw new RuleBroken("only-a-decision-in-force-changes", "Het besluit dat dit besluit vervangt geldt niet meer; kies een besluit dat nog geldt.");
		}
		DecisionTaken taken = new DecisionTaken(c.registerId(), c.partnershipId(), c.bodyId(), c.decidedOn().getYear(), lastSerial + 1, c.decisionId(), c.title(), c.text(),
				c.decidedOn(), c.meetingId(), c.outcomeId(), c.reviewOn(), c.revises());
		apply(taken);
		if (c.particulars() != null) {
			apply(stated(taken, c.particulars(), c.decidedOn(), references, bodies, mandates, attendance));
		}
		if (c.revises() != null && c.revises().registerId().equals(c.registerId())) {
			apply(new DecisionRevised(registerId, c.revises().decisionId(), new DecisionRef(registerId, c.decisionId()), c.decidedOn()));
		}
	}

	@CommandHandler
	void decide(StateParticulars c, References references, Bodies bodies, Mandates mandates, Attendance attendance) {
		RegisterEntry entry = inForce(c.decisionId());
		if (entry.stated()) {
			throw new RuleBroken("particulars-are-stated-once", "Hoe dit besluit tot stand kwam is al vastgelegd; neem een nieuw besluit dat het vervangt.");
		}
		apply(stated(entry.taken(), c.particulars(), c.statedOn(), references, bodies, mandates, attendance));
	}

	@CommandHandler
	void decide(ConfirmDecision c) {
		RegisterEntry entry = inForce(c.decisionId());
		if (!entry.stated()) {
			throw new RuleBroken("particulars-come-before-confirmation", "Van dit besluit is niet vastgelegd hoe het tot stand kwam; leg dat eerst vast en bekrachtig het dan.");
		}
		if (!entry.flagged()) {
			throw new RuleBroken("only-a-flagged-decision-is-confirmed", "Aan dit besluit ontbreekt niets, of het is al bekrachtigd; er valt niets te bekrachtigen.");
		}
		apply(new DecisionConfirmed(registerId, c.decisionId(), c.words(), c.confirmedOn()));
	}

	/** Asked every day of every decision that may be due, so what needs no note is no mistake. */
	@CommandHandler
	void decide(NoteReviewDue c) {
		RegisterEntry entry = decisions.get(c.decisionId());
		if (entry != null && entry.isDueOn(c.today())) {
			apply(new DecisionReviewDue(registerId, c.decisionId(), requireNonNull(entry.reviewOn())));
		}
	}

	@CommandHandler
	void decide(ReviewDecision c) {
		inForce(c.decisionId());
		if (c.reviewOn() != null && !c.reviewOn().isAfter(c.reviewedOn())) {
			throw new RuleBroken("a-next-review-comes-later", "De volgende herziening valt niet na deze; kies een latere dag of laat haar weg.");
		}
		apply(new DecisionReviewed(registerId, c.decisionId(), c.finding(), c.reviewedOn(), c.reviewOn()));
	}

	/** Comes after the decision that replaces this one was taken, so there is nothing left to refuse. */
	@CommandHandler
	void decide(ReviseDecision c) {
		RegisterEntry entry = decisions.get(c.decisionId());
		if (entry != null && entry.inForce()) {
			apply(new DecisionRevised(registerId, c.decisionId(), c.replacement(), c.revisedOn()));
		}
	}

	@CommandHandler
	void decide(RevokeDecision c) {
		inForce(c.decisionId());
		apply(new DecisionRevoked(registerId, c.decisionId(), c.reason(), c.revokedOn()));
	}

	private static ParticularsStated stated(DecisionTaken of, Particulars p, LocalDate statedOn, References references, Bodies bodies, Mandates mandates, Attendance attendance) {
		if ((p.method() == DecisionMethod.VOTE) != (p.votes() != null)) {
			throw new RuleBroken("a-vote-and-nothing-else-is-counted", "Bij een stemming hoort de uitslag (votes), en alleen bij een stemming.");
		}
		if (!p.dissents().stream().allMatch(Dissent::isOfSomeone)) {
			throw new RuleBroken("a-dissent-is-of-someone", "Wie het niet eens was, is een persoon of organisatie, of een aantal van ten minste één; niet allebei.");
		}
		if (p.amount() != null && p.amount() < 1) {
			throw new RuleBroken("an-amount-is-above-zero", "Een besluit geeft ten minste één euro uit; laat het bedrag weg als het niets uitgeeft.");
		}
		p.present().forEach(person -> references.require(of.partnershipId(), "present", person));
		p.dissents().forEach(dissent -> {
			references.require(of.partnershipId(), "dissents.personId", dissent.personId());
			references.require(of.partnershipId(), "dissents.organisationId", dissent.organisationId());
		});
		List<PersonId> present = p.present().isEmpty() && of.meetingId() != null ? sorted(attendance.presentAt(of.meetingId())) : p.present().stream().distinct().toList();
		Set<PersonId> deciding = bodies.decidingOn(of.bodyId(), of.decidedOn()).stream().map(attendance::counting).collect(Collectors.toSet());
		Set<PersonId> represented = of.meetingId() == null ? Set.of() : attendance.representedAt(of.meetingId());
		int seatsPresent = (int) Stream.concat(present.stream(), represented.stream()).map(attendance::counting).distinct().filter(deciding::contains).count();
		Integer quorum = bodies.find(of.bodyId()).map(BodyView::quorum).orElse(null);
		MandateView mandate = mandate(of, p, present.stream().map(attendance::counting).collect(Collectors.toSet()), mandates, attendance);
		return new ParticularsStated(of.registerId(), of.decisionId(), p.method(), p.votes(), present, quorum, seatsPresent, p.dissents(),
				mandate == null ? null : mandate.mandateId(), mandate == null ? null : mandate.personId(), p.withoutMandateBecause(), p.amount(), statedOn);
	}

	private static @Nullable MandateView mandate(DecisionTaken of, Particulars p, Set<PersonId> present, Mandates mandates, Attendance attendance) {
		MandateId id = p.mandateId();
		if ((id == null) == (p.withoutMandateBecause() == null)) {
			throw new RuleBroken("a-decision-names-its-mandate-or-why-none",
					"Een besluit noemt het mandaat waarop het rust (mandateId), of waarom er geen is (withoutMandateBecause); niet allebei.");
		}
		if (id == null) {
			if (p.method() == DecisionMethod.MANDATE) {
				throw new RuleBroken("a-decision-by-mandate-names-it", "Wie bij mandaat besluit, noemt het mandaat (mandateId); kies anders een andere wijze van besluiten.");
			}
			return null;
		}
		MandateView held = mandates.heldOn(of.partnershipId(), id, of.decidedOn()).filter(mandate -> present.contains(attendance.counting(mandate.personId())))
				.orElseThrow(() -> new RuleBroken("a-mandate-is-held-by-someone-present",
						"Niemand van de aanwezigen hield dit mandaat op de dag van het besluit; kies een ander mandaat, of leg vast waarom er geen was."));
		if (held.maxAmount() != null && p.amount() != null && p.amount() > held.maxAmount()) {
			throw new RuleBroken("a-mandate-covers-the-amount", "Dit mandaat gaat tot " + held.maxAmount() + " euro; kies een ruimer mandaat, of leg vast waarom er geen was.");
		}
		return held;
	}

	private static List<PersonId> sorted(Set<PersonId> persons) {
		return persons.stream().sorted(Comparator.comparing(PersonId::value)).toList();
	}

	private boolean isInForce(DecisionRef ref, Decisions others) {
		RegisterEntry here = decisions.get(ref.decisionId());
		DecisionStatus status = here != null
				? here.status()
				: others.find(ref.decisionId()).filter(found -> found.registerId().equals(ref.registerId())).map(DecisionView::status).orElse(null);
		return status == DecisionStatus.IN_FORCE;
	}

	private RegisterEntry inForce(DecisionId id) {
		RegisterEntry entry = decisions.get(id);
		if (entry == null || !entry.inForce()) {
			throw new RuleBroken("only-a-decision-in-force-changes", "Dit besluit geldt niet meer: het is vervangen of ingetrokken; kies een besluit dat nog geldt.");
		}
		return entry;
	}

	private void change(DecisionEvent event, UnaryOperator<RegisterEntry> change) {
		decisions.computeIfPresent(event.decisionId(), (id, entry) -> change.apply(entry));
	}

	@EventSourcingHandler
	void evolve(DecisionEvent event) {
		switch (event) {
			case DecisionTaken e -> {
				registerId = e.registerId();
				lastSerial = e.serial();
				decisions.put(e.decisionId(), RegisterEntry.of(e));
			}
			case ParticularsStated e -> change(e, entry -> entry.withStated(true).withFlagged(e.mandateId() == null || !e.quorumMet()));
			case DecisionConfirmed e -> change(e, entry -> entry.withFlagged(false));
			case DecisionReviewDue e -> change(e, entry -> entry.withReviewDue(true));
			case DecisionReviewed e -> change(e, entry -> entry.withReviewOn(e.reviewOn()).withReviewDue(false));
			case DecisionRevised e -> change(e, entry -> entry.withStatus(DecisionStatus.REVISED));
			case DecisionRevoked e -> change(e, entry -> entry.withStatus(DecisionStatus.REVOKED));
		}
	}
}
