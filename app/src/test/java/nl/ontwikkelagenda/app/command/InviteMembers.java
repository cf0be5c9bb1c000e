package nl.ontwikkelagenda.app.command;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GiveRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationJoined;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;

/** A small automation: who joins for an organisation (in this test: the person with its id) takes part from then on. */
@DisallowReplay
class InviteMembers {

	/** Partnerships for which it fails, with an SQL error. */
	static final Set<PartnershipId> OUT_OF_ORDER = ConcurrentHashMap.newKeySet();

	private final CommandGateway commands;
	private final JdbcTemplate jdbc;

	InviteMembers(CommandGateway commands, JdbcTemplate jdbc) {
		this.commands = commands;
		this.jdbc = jdbc;
	}

	@EventHandler
	void when(OrganisationJoined event) {
		if (OUT_OF_ORDER.contains(event.partnershipId())) {
			jdbc.queryForObject("select 1 / 0", Integer.class);
		}
		commands.sendAndWait(new GiveRight(event.partnershipId(), memberFor(event.organisationId().value()), Right.PARTICIPANT, event.joinedOn(), null));
	}

	static PersonId memberFor(UUID organisation) {
		return new PersonId(organisation);
	}
}
