package nl.ontwikkelagenda.app.erasure;

import java.util.Map;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.EraseStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderStatus;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** Ends the registrations as stakeholder of who is erased, in all partnerships, so that his seats and places in line come free. */
@Component
class EraseStakeholders {

	private final Documents documents;
	private final Commands commands;
	private final Today today;

	EraseStakeholders(Documents documents, Commands commands, Today today) {
		this.documents = documents;
		this.commands = commands;
		this.today = today;
	}

	/** What ended that way before is left as it is. */
	void erase(PersonId person, Actor actor) {
		documents.all(ReadModels.STAKEHOLDERS, Map.of("personId", person.toString()), AsOf.NOW).stream().filter(stakeholder -> stakeholder.status() != StakeholderStatus.ERASED)
				.forEach(stakeholder -> commands.send(new EraseStakeholder(stakeholder.stakeholderId(), today.date()), Intent.of(actor)));
	}
}
