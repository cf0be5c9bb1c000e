package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.Objects;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.HoldersView;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.FoundPartnership;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GiveRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinOrganisation;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.WithdrawRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipKind;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.access.Caller;
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
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/partnerships")
class PartnershipController {

	private final Answers answers;
	private final Today today;

	PartnershipController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/**
	 * @param id            chosen by the client, or absent
	 * @param administrator who may give rights in it; absent means the founder
	 * @param foundedOn     absent means today
	 */
	record Founding(@Nullable PartnershipId id, PartnershipKind kind, @Words(max = 200, lines = false) FreeText name, SchoolRegion schoolRegion,
			@Nullable PersonId administrator, @Nullable LocalDate foundedOn) {
	}

	/** @param joinedOn absent means today */
	record Joining(@Nullable OrganisationId organisationId, @Words(max = 200, lines = false) FreeText name, Sector sector, @Nullable LocalDate joinedOn) {
	}

	/** @param from absent means today */
	record Giving(PersonId personId, Right right, @Nullable LocalDate from, @Nullable LocalDate to) {
	}

	@PostMapping
	ResponseEntity<PartnershipView> found(@RequestBody Founding founding) {
		PartnershipId id = Objects.requireNonNullElseGet(founding.id(), () -> new PartnershipId(Ids.next()));
		PersonId administrator = Objects.requireNonNullElseGet(founding.administrator(), () -> Caller.required().personId());
		return answers.created(new FoundPartnership(id, founding.kind(), founding.name(), founding.schoolRegion(), administrator, today.or(founding.foundedOn())),
				ReadModels.PARTNERSHIPS, id);
	}

	@GetMapping
	ResponseEntity<Listed<PartnershipView>> list() {
		return answers.list(ReadModels.PARTNERSHIPS);
	}

	@GetMapping("/{id}")
	ResponseEntity<PartnershipView> one(@PathVariable PartnershipId id) {
		return answers.one(ReadModels.PARTNERSHIPS, id);
	}

	@PostMapping("/{id}/organisations")
	ResponseEntity<PartnershipView> join(@PathVariable PartnershipId id, @RequestBody Joining joining) {
		OrganisationId organisation = Objects.requireNonNullElseGet(joining.organisationId(), () -> new OrganisationId(Ids.next()));
		return answers.created(new JoinOrganisation(id, organisation, joining.name(), joining.sector(), today.or(joining.joinedOn())), ReadModels.PARTNERSHIPS, id);
	}

	@GetMapping("/{id}/organisations")
	ResponseEntity<Listed<PartnershipView.Organisation>> organisations(@PathVariable PartnershipId id) {
		return answers.part(ReadModels.PARTNERSHIPS, id, PartnershipView::organisations);
	}

	@PostMapping("/{id}/rights")
	ResponseEntity<PartnershipView> give(@PathVariable PartnershipId id, @RequestBody Giving giving) {
		return answers.created(new GiveRight(id, giving.personId(), giving.right(), today.or(giving.from()), giving.to()), ReadModels.PARTNERSHIPS, id);
	}

	@GetMapping("/{id}/rights")
	ResponseEntity<Listed<HoldersView.Holder>> rights(@PathVariable PartnershipId id) {
		return answers.part(ReadModels.HOLDERS, id, HoldersView::holders);
	}

	@DeleteMapping("/{id}/rights/{personId}/{right}")
	ResponseEntity<PartnershipView> withdraw(@PathVariable PartnershipId id, @PathVariable PersonId personId, @PathVariable Right right) {
		return answers.changed(new WithdrawRight(id, personId, right, today.date()), ReadModels.PARTNERSHIPS, id);
	}
}
