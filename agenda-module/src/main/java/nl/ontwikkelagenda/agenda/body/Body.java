package nl.ontwikkelagenda.agenda.body;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.BodyCommand.AgreeRulesOfProcedure;
import nl.ontwikkelagenda.agenda.body.BodyCommand.ChangeAccess;
import nl.ontwikkelagenda.agenda.body.BodyCommand.DissolveBody;
import nl.ontwikkelagenda.agenda.body.BodyCommand.EstablishBody;
import nl.ontwikkelagenda.agenda.body.BodyCommand.HandOverSeat;
import nl.ontwikkelagenda.agenda.body.BodyCommand.HandOverSeats;
import nl.ontwikkelagenda.agenda.body.BodyCommand.LeaveSeat;
import nl.ontwikkelagenda.agenda.body.BodyCommand.TakeSeat;
import nl.ontwikkelagenda.agenda.body.BodyEvent.AccessChanged;
import nl.ontwikkelagenda.agenda.body.BodyEvent.BodyDissolved;
import nl.ontwikkelagenda.agenda.body.BodyEvent.BodyEstablished;
import nl.ontwikkelagenda.agenda.body.BodyEvent.RulesOfProcedureAgreed;
import nl.ontwikkelagenda.agenda.body.BodyEvent.SeatHandedOver;
import nl.ontwikkelagenda.agenda.body.BodyEvent.SeatLeft;
import nl.ontwikkelagenda.agenda.body.BodyEvent.SeatTaken;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Body {

	@AggregateIdentifier private BodyId bodyId;
	private PartnershipId partnershipId;
	private boolean dissolved;
	private final Map<SeatId, SeatTaken> seats = new LinkedHashMap<>();
	private final Map<SeatId, LocalDate> endings = new LinkedHashMap<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(EstablishBody c, References references) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		apply(new BodyEstablished(c.bodyId(), c.partnershipId(), c.kind(), c.name(), c.access()));
	}

	@CommandHandler
	void decide(AgreeRulesOfProcedure c) {
		onlyWhileItStands();
		if (c.quorum() != null && c.quorum() < 1) {
			throw new RuleBroken("a-quorum-is-at-least-one", "Een quorum is ten minste één aanwezige zetel; laat het weg als er geen quorum is afgesproken.");
		}
		boolean inWriting = c.minutesAdoption() == MinutesAdoption.IN_WRITING;
		if (inWriting != (c.objectionDays() != null) || (c.objectionDays() != null && c.objectionDays() < 1)) {
			throw new RuleBroken("adoption-in-writing-has-a-term",
					"Wie verslagen schriftelijk vaststelt, spreekt een termijn van ten minste één dag af; bij vaststellen in een latere bijeenkomst is er geen termijn.");
		}
		apply(new RulesOfProcedureAgreed(bodyId, c.quorum(), c.minutesAdoption(), c.objectionDays(), c.agreedOn()));
	}

	@CommandHandler
	void decide(ChangeAccess c) {
		onlyWhileItStands();
		apply(new AccessChanged(bodyId, c.access(), c.changedOn()));
	}

	@CommandHandler
	void decide(TakeSeat c, References references) {
		onlyWhileItStands();
		references.require(partnershipId, "personId", c.personId());
		references.require(partnershipId, "organisationId", c.organisationId());
		take(new SeatTaken(bodyId, partnershipId, c.seatId(), c.personId(), c.organisationId(), c.role(), c.from(), c.to(), null));
	}

	@CommandHandler
	void decide(LeaveSeat c) {
		standing(c.seatId(), c.leftOn());
		apply(new SeatLeft(bodyId, c.seatId(), c.leftOn()));
	}

	@CommandHandler
	void decide(HandOverSeat c, References references) {
		onlyWhileItStands();
		references.require(partnershipId, "personId", c.personId());
		references.require(partnershipId, "organisationId", c.organisationId());
		SeatTaken seat = standing(c.seatId(), c.handedOverOn());
		OrganisationId organisation = c.organisationId() == null ? seat.organisationId() : c.organisationId();
		handOver(seat, new SeatTaken(bodyId, partnershipId, c.successorSeatId(), c.personId(), organisation, seat.role(), c.handedOverOn(), seat.to(), seat.seatId()), c.reason());
	}

	@CommandHandler
	void decide(HandOverSeats c, References references) {
		onlyWhileItStands();
		references.require(partnershipId, "successor", c.successor());
		List<SeatTaken> ofOrganisation = seats.values().stream().filter(seat -> c.organisationId().equals(seat.organisationId()) && holdsOn(seat, c.handedOverOn())).toList();
		if (ofOrganisation.isEmpty() || c.organisationId().equals(c.successor())) {
			throw new RuleBroken("only-seats-of-an-organisation-are-handed-over",
					"Deze organisatie heeft op die dag geen zetel die naar een andere organisatie kan; kies een organisatie met zetels en een andere opvolger.");
		}
		ofOrganisation.forEach(seat -> handOver(seat, new SeatTaken(bodyId, partnershipId, successorOf(seat.seatId()), seat.personId(), c.successor(), seat.role(),
				c.handedOverOn(), seat.to(), seat.seatId()), c.reason()));
	}

	@CommandHandler
	void decide(DissolveBody c) {
		onlyWhileItStands();
		List<SeatTaken> stillTaken = new ArrayList<>(seats.values());
		stillTaken.removeIf(seat -> endsBefore(seat, c.dissolvedOn()));
		stillTaken.forEach(seat -> apply(new SeatLeft(bodyId, seat.seatId(), seat.from().isAfter(c.dissolvedOn()) ? seat.from() : c.dissolvedOn())));
		apply(new BodyDissolved(bodyId, c.reason(), c.dissolvedOn()));
	}

	private void handOver(SeatTaken seat, SeatTaken successor, FreeText reason) {
		apply(new SeatHandedOver(bodyId, seat.seatId(), successor.seatId(), reason, successor.from()));
		take(successor);
	}

	private void take(SeatTaken seat) {
		if (seats.containsKey(seat.seatId())) {
			throw new RuleBroken("id-is-new", "Deze zetel bestaat al; kies een ander id voor een nieuwe zetel.");
		}
		if (seat.to() != null && seat.to().isBefore(seat.from())) {
			throw new RuleBroken("a-seat-ends-after-it-starts", "De zetel eindigt voordat hij begint; kies een einddatum op of na de begindatum.");
		}
		boolean twice = seats.values().stream().anyMatch(other -> other.personId().equals(seat.personId()) && other.role() == seat.role()
				&& Objects.equals(other.organisationId(), seat.organisationId()) && !endsBefore(other, seat.from())
				&& (seat.to() == null || !other.from().isAfter(seat.to())));
		if (twice) {
			throw new RuleBroken("a-seat-is-taken-once", "Deze persoon heeft in deze tijd al zo'n zetel in dit overlegorgaan; laat hem die eerst verlaten of kies een andere rol.");
		}
		apply(seat);
	}

	private SeatTaken standing(SeatId id, LocalDate day) {
		SeatTaken seat = seats.get(id);
		if (seat == null || !holdsOn(seat, day)) {
			throw new RuleBroken("only-a-taken-seat-is-left", "Deze zetel is op die dag niet bezet; kies een zetel van dit overlegorgaan en een dag waarop hij bezet is.");
		}
		return seat;
	}

	private boolean holdsOn(SeatTaken seat, LocalDate day) {
		return !day.isBefore(seat.from()) && !endsBefore(seat, day);
	}

	/** Whether the seat is no longer taken on this day. */
	private boolean endsBefore(SeatTaken seat, LocalDate day) {
		LocalDate last = endings.getOrDefault(seat.seatId(), seat.to());
		return last != null && last.isBefore(day);
	}

	/** An id that follows from the seat: a command that hands over many seats cannot bring an id for each. */
	private static SeatId successorOf(SeatId seat) {
		return new SeatId(UUID.nameUUIDFromBytes(("successor of " + seat).getBytes(StandardCharsets.UTF_8)));
	}

	private void onlyWhileItStands() {
		if (dissolved) {
			throw new RuleBroken("a-dissolved-body-stays-dissolved", "Dit overlegorgaan is opgeheven; er kan niets meer in veranderen. Richt een nieuw overlegorgaan in.");
		}
	}

	@EventSourcingHandler
	void evolve(BodyEvent event) {
		switch (event) {
			case BodyEstablished e -> {
				bodyId = e.bodyId();
				partnershipId = e.partnershipId();
			}
			case RulesOfProcedureAgreed e -> {
			}
			case AccessChanged e -> {
			}
			case SeatTaken e -> seats.put(e.seatId(), e);
			case SeatLeft e -> endings.put(e.seatId(), e.leftOn().minusDays(1));
			case SeatHandedOver e -> endings.put(e.seatId(), e.handedOverOn().minusDays(1));
			case BodyDissolved e -> dissolved = true;
		}
	}
}
