package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.body.BodyCommand.AgreeRulesOfProcedure;
import nl.ontwikkelagenda.agenda.body.BodyCommand.ChangeAccess;
import nl.ontwikkelagenda.agenda.body.BodyCommand.DissolveBody;
import nl.ontwikkelagenda.agenda.body.BodyCommand.EstablishBody;
import nl.ontwikkelagenda.agenda.body.BodyCommand.HandOverSeat;
import nl.ontwikkelagenda.agenda.body.BodyCommand.HandOverSeats;
import nl.ontwikkelagenda.agenda.body.BodyCommand.LeaveSeat;
import nl.ontwikkelagenda.agenda.body.BodyCommand.TakeSeat;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.body.MinutesAdoption;
import nl.ontwikkelagenda.agenda.body.SeatId;
import nl.ontwikkelagenda.agenda.body.SeatRole;
import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/bodies")
class BodyController {

	private final Answers answers;
	private final Today today;

	BodyController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/** @param access absent means open */
	record Establishing(@Nullable BodyId id, PartnershipId partnershipId, BodyKind kind, @Words(max = 200, lines = false) FreeText name, @Nullable Access access) {
	}

	/**
	 * @param quorum        absent means that none is agreed
	 * @param objectionDays only for minutes that are adopted in writing
	 * @param agreedOn      absent means today
	 */
	record Rules(@Nullable Integer quorum, MinutesAdoption minutesAdoption, @Nullable Integer objectionDays, @Nullable @PastOrPresent LocalDate agreedOn) {
	}

	/** @param changedOn absent means today */
	record Changing(Access access, @Nullable LocalDate changedOn) {
	}

	/** @param dissolvedOn first day on which it is no longer there; absent means today */
	record Dissolving(FreeText reason, @Nullable LocalDate dissolvedOn) {
	}

	/**
	 * @param role absent means member
	 * @param from absent means today
	 * @param to   last day; absent means that no end is agreed
	 */
	record Seating(@Nullable SeatId id, PersonId personId, @Nullable OrganisationId organisationId, @Nullable SeatRole role, @Nullable LocalDate from, @Nullable LocalDate to) {
	}

	/**
	 * @param id             of the seat of who takes over
	 * @param organisationId absent means the same one
	 * @param handedOverOn   first day of who takes over; absent means today
	 */
	record HandingOver(@Nullable SeatId id, PersonId personId, @Nullable OrganisationId organisationId, FreeText reason, @Nullable LocalDate handedOverOn) {
	}

	/** @param handedOverOn first day of the successor; absent means today */
	record HandingOverAll(OrganisationId organisationId, OrganisationId successor, FreeText reason, @Nullable LocalDate handedOverOn) {
	}

	@PostMapping
	ResponseEntity<BodyView> establish(@RequestBody Establishing body) {
		BodyId id = Objects.requireNonNullElseGet(body.id(), () -> new BodyId(Ids.next()));
		return answers.created(new EstablishBody(id, body.partnershipId(), body.kind(), body.name(), Objects.requireNonNullElse(body.access(), Access.OPEN)), ReadModels.BODIES,
				id);
	}

	@GetMapping
	ResponseEntity<Listed<BodyView>> list() {
		return answers.list(ReadModels.BODIES);
	}

	@GetMapping("/{id}")
	ResponseEntity<BodyView> one(@PathVariable BodyId id) {
		return answers.one(ReadModels.BODIES, id);
	}

	@PostMapping("/{id}/rules")
	ResponseEntity<BodyView> agree(@PathVariable BodyId id, @RequestBody Rules rules) {
		return answers.created(new AgreeRulesOfProcedure(id, rules.quorum(), rules.minutesAdoption(), rules.objectionDays(), today.or(rules.agreedOn())), ReadModels.BODIES, id);
	}

	@PostMapping("/{id}/access")
	ResponseEntity<BodyView> change(@PathVariable BodyId id, @RequestBody Changing changing) {
		return answers.created(new ChangeAccess(id, changing.access(), today.or(changing.changedOn())), ReadModels.BODIES, id);
	}

	@PostMapping("/{id}/dissolution")
	ResponseEntity<BodyView> dissolve(@PathVariable BodyId id, @RequestBody Dissolving dissolving) {
		return answers.created(new DissolveBody(id, dissolving.reason(), today.or(dissolving.dissolvedOn())), ReadModels.BODIES, id);
	}

	@PostMapping("/{id}/seats")
	ResponseEntity<SeatView> take(@PathVariable BodyId id, @RequestBody Seating seat) {
		SeatId seatId = Objects.requireNonNullElseGet(seat.id(), () -> new SeatId(Ids.next()));
		return answers.created(new TakeSeat(id, seatId, seat.personId(), seat.organisationId(), Objects.requireNonNullElse(seat.role(), SeatRole.MEMBER), today.or(seat.from()),
				seat.to()), ReadModels.SEATS, seatId);
	}

	@GetMapping("/{id}/seats")
	ResponseEntity<Listed<SeatView>> seats(@PathVariable BodyId id) {
		return answers.list(ReadModels.SEATS, Map.of("bodyId", id));
	}

	/** @param leftOn first day on which the seat is empty; absent means today */
	@DeleteMapping("/{id}/seats/{seatId}")
	ResponseEntity<SeatView> leave(@PathVariable BodyId id, @PathVariable SeatId seatId, @RequestParam(required = false) @Nullable LocalDate leftOn) {
		return answers.changed(new LeaveSeat(id, seatId, today.or(leftOn)), ReadModels.SEATS, seatId);
	}

	@PostMapping("/{id}/seats/{seatId}/handover")
	ResponseEntity<SeatView> handOver(@PathVariable BodyId id, @PathVariable SeatId seatId, @RequestBody HandingOver handover) {
		SeatId successor = Objects.requireNonNullElseGet(handover.id(), () -> new SeatId(Ids.next()));
		return answers.created(
				new HandOverSeat(id, seatId, successor, handover.personId(), handover.organisationId(), handover.reason(), today.or(handover.handedOverOn())), ReadModels.SEATS,
				successor);
	}

	/** All seats of one organisation at once, as after a merger. */
	@PostMapping("/{id}/handovers")
	ResponseEntity<BodyView> handOverAll(@PathVariable BodyId id, @RequestBody HandingOverAll handover) {
		return answers.created(new HandOverSeats(id, handover.organisationId(), handover.successor(), handover.reason(), today.or(handover.handedOverOn())), ReadModels.BODIES, id);
	}
}
