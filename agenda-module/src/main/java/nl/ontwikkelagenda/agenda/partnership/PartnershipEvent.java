package nl.ontwikkelagenda.agenda.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What happened to a partnership. */
public sealed interface PartnershipEvent {

	PartnershipId partnershipId();

	record PartnershipFounded(PartnershipId partnershipId, PartnershipKind kind, FreeText name, SchoolRegion schoolRegion, LocalDate foundedOn) implements PartnershipEvent {
	}

	record OrganisationJoined(PartnershipId partnershipId, OrganisationId organisationId, FreeText name, Sector sector, LocalDate joinedOn) implements PartnershipEvent {
	}

	/** About one region that takes part in this programme. */
	sealed interface OfRegion extends PartnershipEvent {

		PartnershipId regionId();
	}

	record RegionJoined(PartnershipId partnershipId, PartnershipId regionId, LocalDate joinedOn) implements OfRegion {
	}

	/** @param leftOn first day on which it no longer takes part */
	record RegionLeft(PartnershipId partnershipId, PartnershipId regionId, LocalDate leftOn) implements OfRegion {
	}

	/** @param to last day on which the right holds; absent while no end is agreed */
	record RightGiven(PartnershipId partnershipId, PersonId personId, Right right, LocalDate from, @Nullable LocalDate to) implements PartnershipEvent {
	}

	/** @param withdrawnOn first day on which the right no longer holds */
	record RightWithdrawn(PartnershipId partnershipId, PersonId personId, Right right, LocalDate withdrawnOn) implements PartnershipEvent {
	}

	/** Whoever has a role, what it asks of him; a later description of the same role replaces it. */
	record RoleDescribed(PartnershipId partnershipId, RoleId roleId, FreeText name, List<FreeText> tasks, List<FreeText> responsibilities,
			LocalDate describedOn) implements PartnershipEvent {
	}

	/** About one mandate. */
	sealed interface OfMandate extends PartnershipEvent {

		MandateId mandateId();
	}

	/**
	 * @param organisationId on whose behalf; absent for the partnership as a whole
	 * @param maxAmount      up to how many whole euros; absent when no amount is agreed
	 * @param to             last day on which it holds; absent while no end is agreed
	 * @param follows        the mandate that was handed over
	 */
	record MandateGranted(PartnershipId partnershipId, MandateId mandateId, PersonId personId, @Nullable OrganisationId organisationId, FreeText subject,
			@Nullable Long maxAmount, LocalDate from, @Nullable LocalDate to, @Nullable MandateId follows) implements OfMandate {
	}

	/** @param withdrawnOn first day on which it no longer holds */
	record MandateWithdrawn(PartnershipId partnershipId, MandateId mandateId, FreeText reason, LocalDate withdrawnOn) implements OfMandate {
	}

	/** A mandate was passed on; the mandate that follows it is granted at the same time. */
	record MandateHandedOver(PartnershipId partnershipId, MandateId mandateId, MandateId successorMandateId, FreeText reason, LocalDate handedOverOn) implements OfMandate {
	}

	/**
	 * An organisation went up in another one; what it did stays readable.
	 *
	 * @param into     the organisation that took its place
	 * @param mergedOn first day of the merged organisation
	 */
	record OrganisationMerged(PartnershipId partnershipId, OrganisationId organisationId, OrganisationId into, LocalDate mergedOn) implements PartnershipEvent {
	}

	/** @param leftOn first day on which it no longer takes part */
	record OrganisationLeft(PartnershipId partnershipId, OrganisationId organisationId, FreeText reason, LocalDate leftOn) implements PartnershipEvent {
	}

	/**
	 * Someone left; the rights that he still held are withdrawn at the same time.
	 *
	 * @param leftOn first day without him
	 */
	record PersonLeft(PartnershipId partnershipId, PersonId personId, FreeText reason, LocalDate leftOn) implements PartnershipEvent {
	}

	/**
	 * How the papers of the partnership look from now on.
	 *
	 * @param colour of titles and lines, as {@code #154273}
	 * @param tint   behind the headers of tables
	 * @param logoId an attachment; absent for none
	 */
	record HouseStyleChosen(PartnershipId partnershipId, String colour, String tint, @Nullable UUID logoId, LocalDate chosenOn) implements PartnershipEvent {
	}
}
