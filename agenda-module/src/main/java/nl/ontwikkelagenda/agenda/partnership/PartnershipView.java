package nl.ontwikkelagenda.agenda.partnership;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.HouseStyleChosen;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationJoined;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationLeft;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationMerged;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PartnershipFounded;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PersonLeft;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RegionJoined;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RegionLeft;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightGiven;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightWithdrawn;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RoleDescribed;

import org.jspecify.annotations.Nullable;

/**
 * A partnership as its pages show it: who takes part, in which roles. Rights are kept per person, in {@link RightsView}, and mandates in {@link MandateView}.
 *
 * @param regions    those that take part, or once did; of a programme only
 * @param houseStyle how its papers look; absent while none was chosen
 */
@RecordBuilder
public record PartnershipView(PartnershipId partnershipId, PartnershipKind kind, String name, SchoolRegion schoolRegion, LocalDate foundedOn,
		List<Organisation> organisations, List<Role> roles, List<Region> regions, @Nullable HouseStyle houseStyle) implements PartnershipViewBuilder.With {

	/**
	 * @param leftOn     first day on which it no longer takes part; absent while it does
	 * @param mergedInto the organisation that took its place
	 */
	public record Organisation(OrganisationId organisationId, String name, Sector sector, LocalDate joinedOn, @Nullable LocalDate leftOn, @Nullable OrganisationId mergedInto) {

		private Organisation until(OrganisationId who, LocalDate day, @Nullable OrganisationId into) {
			return organisationId.equals(who) ? new Organisation(organisationId, name, sector, joinedOn, day, into) : this;
		}
	}

	/**
	 * A region that takes part in this programme.
	 *
	 * @param leftOn first day on which it no longer takes part; absent while it does
	 */
	public record Region(PartnershipId regionId, LocalDate joinedOn, @Nullable LocalDate leftOn) {

		public boolean on(LocalDate day) {
			return !day.isBefore(joinedOn) && (leftOn == null || day.isBefore(leftOn));
		}

		private Region without(RegionLeft e) {
			return regionId.equals(e.regionId()) && leftOn == null ? new Region(regionId, joinedOn, e.leftOn()) : this;
		}
	}

	/** What a role in the partnership asks of whoever has it. */
	public record Role(RoleId roleId, String name, List<String> tasks, List<String> responsibilities, LocalDate describedOn) {
	}

	/**
	 * @param colour of titles and lines, as {@code #154273}
	 * @param tint   behind the headers of tables
	 * @param logoId an attachment; absent for none
	 */
	public record HouseStyle(String colour, String tint, @Nullable UUID logoId, LocalDate chosenOn) {
	}

	public static @Nullable PartnershipView on(@Nullable PartnershipView current, PartnershipEvent event, Recorded when) {
		return switch (event) {
			case PartnershipFounded e -> new PartnershipView(e.partnershipId(), e.kind(), e.name().text(), e.schoolRegion(), e.foundedOn(), List.of(), List.of(), List.of(),
					null);
			case OrganisationJoined e -> {
				PartnershipView view = requireNonNull(current);
				List<Organisation> organisations = new ArrayList<>(view.organisations());
				organisations.add(new Organisation(e.organisationId(), e.name().text(), e.sector(), e.joinedOn(), null, null));
				yield view.withOrganisations(List.copyOf(organisations));
			}
			case OrganisationMerged e -> requireNonNull(current).left(e.organisationId(), e.mergedOn(), e.into());
			case OrganisationLeft e -> requireNonNull(current).left(e.organisationId(), e.leftOn(), null);
			case RoleDescribed e -> requireNonNull(current)
					.described(new Role(e.roleId(), e.name().text(), e.tasks().stream().map(FreeText::text).toList(), e.responsibilities().stream().map(FreeText::text).toList(),
							e.describedOn()));
			case HouseStyleChosen e -> requireNonNull(current).withHouseStyle(new HouseStyle(e.colour(), e.tint(), e.logoId(), e.chosenOn()));
			case PartnershipEvent.OfMandate e -> current;
			case PersonLeft e -> current;
			case RegionJoined e -> requireNonNull(current)
					.withRegions(Stream.concat(current.regions.stream(), Stream.of(new Region(e.regionId(), e.joinedOn(), null))).toList());
			case RegionLeft e -> requireNonNull(current).withRegions(current.regions.stream().map(region -> region.without(e)).toList());
			case RightGiven e -> current;
			case RightWithdrawn e -> current;
		};
	}

	private PartnershipView left(OrganisationId who, LocalDate day, @Nullable OrganisationId into) {
		return withOrganisations(organisations.stream().map(organisation -> organisation.until(who, day, into)).toList());
	}

	private PartnershipView described(Role role) {
		List<Role> all = new ArrayList<>(roles);
		all.removeIf(earlier -> earlier.roleId().equals(role.roleId()));
		all.add(role);
		return withRoles(List.copyOf(all));
	}
}
