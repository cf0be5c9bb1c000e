package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.PutBarrierOnAgenda;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.ReportBarrier;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.ResolveBarrier;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.TakeUpBarrier;
import nl.ontwikkelagenda.agenda.barrier.BarrierId;
import nl.ontwikkelagenda.agenda.barrier.BarrierView;
import nl.ontwikkelagenda.agenda.barrier.Resolution;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/barriers")
class BarrierController {

	private final Answers answers;
	private final Today today;

	BarrierController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/**
	 * @param rule       which law or rule it is
	 * @param bodyId     the body, such as a community, in which it was reported
	 * @param reportedOn absent means today
	 */
	record Reporting(@Nullable BarrierId id, PartnershipId partnershipId, @Words(max = 400) FreeText rule, FreeText hinders, @Nullable MeetingId meetingId, @Nullable BodyId bodyId,
			@Nullable ThemeId themeId, @Nullable @PastOrPresent LocalDate reportedOn) {
	}

	/** @param putOn absent means today */
	record Putting(AgendaId agendaId, @Nullable @PastOrPresent LocalDate putOn) {
	}

	/** @param takenUpOn absent means today */
	record TakingUp(@Nullable PersonId personId, @Nullable OrganisationId organisationId, @Nullable BodyId bodyId, @Nullable @PastOrPresent LocalDate takenUpOn) {
	}

	/** @param resolvedOn absent means today */
	record Resolving(Resolution resolution, FreeText outcome, @Nullable @PastOrPresent LocalDate resolvedOn) {
	}

	@PostMapping
	ResponseEntity<BarrierView> report(@RequestBody Reporting barrier) {
		BarrierId id = Objects.requireNonNullElseGet(barrier.id(), () -> new BarrierId(Ids.next()));
		return answers.created(new ReportBarrier(id, barrier.partnershipId(), barrier.rule(), barrier.hinders(), barrier.meetingId(), barrier.bodyId(), barrier.themeId(),
				today.or(barrier.reportedOn())), ReadModels.BARRIERS, id);
	}

	@GetMapping
	ResponseEntity<Listed<BarrierView>> list() {
		return answers.list(ReadModels.BARRIERS);
	}

	@GetMapping("/{id}")
	ResponseEntity<BarrierView> one(@PathVariable BarrierId id) {
		return answers.one(ReadModels.BARRIERS, id);
	}

	@PostMapping("/{id}/agendas")
	ResponseEntity<BarrierView> put(@PathVariable BarrierId id, @RequestBody Putting putting) {
		return answers.created(new PutBarrierOnAgenda(id, putting.agendaId(), today.or(putting.putOn())), ReadModels.BARRIERS, id);
	}

	@PostMapping("/{id}/uptakes")
	ResponseEntity<BarrierView> takeUp(@PathVariable BarrierId id, @RequestBody TakingUp taking) {
		return answers.created(new TakeUpBarrier(id, taking.personId(), taking.organisationId(), taking.bodyId(), today.or(taking.takenUpOn())), ReadModels.BARRIERS, id);
	}

	@PostMapping("/{id}/resolution")
	ResponseEntity<BarrierView> resolve(@PathVariable BarrierId id, @RequestBody Resolving resolving) {
		return answers.created(new ResolveBarrier(id, resolving.resolution(), resolving.outcome(), today.or(resolving.resolvedOn())), ReadModels.BARRIERS, id);
	}
}
