package nl.ontwikkelagenda.agenda.partnership;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationJoined;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PartnershipFounded;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightGiven;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightWithdrawn;

import org.jspecify.annotations.Nullable;

/** A partnership as its pages show it: who takes part. Rights are kept per person, in {@link RightsView}. */
@RecordBuilder
public record PartnershipView(PartnershipId partnershipId, PartnershipKind kind, String name, SchoolRegion schoolRegion, LocalDate foundedOn,
		List<Organisation> organisations) implements PartnershipViewBuilder.With {

	public record Organisation(OrganisationId organisationId, String name, Sector sector, LocalDate joinedOn) {
	}

	public static @Nullable PartnershipView on(@Nullable PartnershipView current, PartnershipEvent event, Recorded when) {
		return switch (event) {
			case PartnershipFounded e -> new PartnershipView(e.partnershipId(), e.kind(), e.name().text(), e.schoolRegion(), e.foundedOn(), List.of());
			case OrganisationJoined e -> {
				PartnershipView view = requireNonNull(current);
				List<Organisation> organisations = new ArrayList<>(view.organisations());
				organisations.add(new Organisation(e.organisationId(), e.name().text(), e.sector(), e.joinedOn()));
				yield view.withOrganisations(List.copyOf(organisations));
			}
			case RightGiven e -> current;
			case RightWithdrawn e -> current;
		};
	}
}
