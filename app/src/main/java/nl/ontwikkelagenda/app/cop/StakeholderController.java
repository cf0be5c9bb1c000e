package nl.ontwikkelagenda.app.cop;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.MoveStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.RegisterStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.WithdrawStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderId;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderView;
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
@RequestMapping(Api.BASE + "/stakeholders")
class StakeholderController {

	private final Answers answers;
	private final Today today;

	StakeholderController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/**
	 * @param personId       absent means oneself
	 * @param organisationId absent for who takes part in person
	 * @param registeredOn   absent means today
	 */
	record Registering(PartnershipId partnershipId, @Nullable PersonId personId, @Nullable OrganisationId organisationId, Sector sector, Perspective perspective,
			@Nullable @PastOrPresent LocalDate registeredOn) {
	}

	/** @param movedOn absent means today */
	record Moving(@Nullable OrganisationId organisationId, Sector sector, Perspective perspective, @Nullable @PastOrPresent LocalDate movedOn) {
	}

	@PostMapping
	ResponseEntity<StakeholderView> register(@RequestBody Registering stakeholder) {
		PersonId person = Objects.requireNonNullElseGet(stakeholder.personId(), () -> Caller.required().personId());
		StakeholderId id = StakeholderId.of(stakeholder.partnershipId(), person);
		return answers.created(new RegisterStakeholder(id, stakeholder.partnershipId(), person, stakeholder.organisationId(), stakeholder.sector(), stakeholder.perspective(),
				today.or(stakeholder.registeredOn())), ReadModels.STAKEHOLDERS, id);
	}

	@GetMapping
	ResponseEntity<Listed<StakeholderView>> list() {
		return answers.list(ReadModels.STAKEHOLDERS);
	}

	@GetMapping("/{id}")
	ResponseEntity<StakeholderView> one(@PathVariable StakeholderId id) {
		return answers.one(ReadModels.STAKEHOLDERS, id);
	}

	@PostMapping("/{id}/moves")
	ResponseEntity<StakeholderView> move(@PathVariable StakeholderId id, @RequestBody Moving moving) {
		PersonId person = answers.known(ReadModels.STAKEHOLDERS, id).personId();
		return answers.created(new MoveStakeholder(id, person, moving.organisationId(), moving.sector(), moving.perspective(), today.or(moving.movedOn())),
				ReadModels.STAKEHOLDERS, id);
	}

	@DeleteMapping("/{id}")
	ResponseEntity<StakeholderView> withdraw(@PathVariable StakeholderId id) {
		PersonId person = answers.known(ReadModels.STAKEHOLDERS, id).personId();
		return answers.changed(new WithdrawStakeholder(id, person, today.date()), ReadModels.STAKEHOLDERS, id);
	}
}
