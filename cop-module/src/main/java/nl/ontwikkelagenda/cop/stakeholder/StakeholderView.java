package nl.ontwikkelagenda.cop.stakeholder;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.LocalDate;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderEvent.StakeholderErased;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderEvent.StakeholderMoved;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderEvent.StakeholderRegistered;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderEvent.StakeholderWithdrawn;

import org.jspecify.annotations.Nullable;

/**
 * A stakeholder as the register shows him.
 *
 * @param withdrawnOn since when he takes no part any more, as he withdrew or was erased; absent while he does
 */
@RecordBuilder
public record StakeholderView(StakeholderId stakeholderId, PartnershipId partnershipId, PersonId personId, @Nullable OrganisationId organisationId, Sector sector,
		Perspective perspective, StakeholderStatus status, LocalDate registeredOn, Instant recordedAt, @Nullable LocalDate withdrawnOn) implements StakeholderViewBuilder.With {

	public boolean registered() {
		return status == StakeholderStatus.REGISTERED;
	}

	public static StakeholderView on(@Nullable StakeholderView current, StakeholderEvent event, Recorded when) {
		return switch (event) {
			case StakeholderRegistered e -> new StakeholderView(e.stakeholderId(), e.partnershipId(), e.personId(), e.organisationId(), e.sector(), e.perspective(),
					StakeholderStatus.REGISTERED, e.registeredOn(), when.at(), null);
			case StakeholderMoved e -> requireNonNull(current).withOrganisationId(e.organisationId()).withSector(e.sector()).withPerspective(e.perspective());
			case StakeholderWithdrawn e -> requireNonNull(current).withStatus(StakeholderStatus.WITHDRAWN).withWithdrawnOn(e.withdrawnOn());
			case StakeholderErased e -> requireNonNull(current).withStatus(StakeholderStatus.ERASED).withWithdrawnOn(requireNonNullElse(current.withdrawnOn, e.erasedOn()));
		};
	}
}
