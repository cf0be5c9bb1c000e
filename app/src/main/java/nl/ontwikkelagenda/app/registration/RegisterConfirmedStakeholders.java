package nl.ontwikkelagenda.app.registration;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.app.registration.Registrations.Confirmed;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.RegisterStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Records as stakeholders those who confirmed that they registered. Who is one already stays as he is. */
@Component
public class RegisterConfirmedStakeholders implements RecurringJob {

	private static final Logger LOG = LoggerFactory.getLogger(RegisterConfirmedStakeholders.class);
	private static final Duration PAUSE = Duration.ofSeconds(30);

	private final Registrations registrations;
	private final Commands commands;
	private final References references;

	RegisterConfirmedStakeholders(Registrations registrations, Commands commands, References references) {
		this.registrations = registrations;
		this.commands = commands;
		this.references = references;
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(PAUSE);
	}

	@Override
	public void run() {
		registrations.toRecord().forEach(this::record);
	}

	private void record(Confirmed confirmed) {
		Registration registration = confirmed.registration();
		StakeholderId stakeholder = StakeholderId.of(registration.partnershipId(), confirmed.personId());
		// an organisation can have gone since; then he takes part in person
		OrganisationId chosen = registration.organisationId();
		OrganisationId organisation = chosen != null && references.has(registration.partnershipId(), chosen) ? chosen : null;
		try {
			commands.send(new RegisterStakeholder(stakeholder, registration.partnershipId(), confirmed.personId(), organisation, registration.sector(), registration.perspective(),
					confirmed.confirmedOn()), Intent.of(Actor.job(RegisterConfirmedStakeholders.class.getSimpleName())));
		} catch (RuleBroken | UnknownReference e) {
			// registered before, or erased a moment ago: it must not keep the others waiting
			LOG.info("Stakeholder {} is not registered: {}", stakeholder, e.getMessage());
		}
		registrations.remove(registration);
	}
}
