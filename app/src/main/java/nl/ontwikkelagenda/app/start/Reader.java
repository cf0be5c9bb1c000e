package nl.ontwikkelagenda.app.start;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.jspecify.annotations.Nullable;

/**
 * Who looks at the start page.
 *
 * @param organisation for which he works, as far as the register says
 * @param day          today
 * @param readable     partnerships of which he may read what members read
 * @param rights       which he holds today, by partnership
 */
record Reader(PersonId person, @Nullable OrganisationId organisation, LocalDate day, Set<PartnershipId> readable, Map<PartnershipId, Set<Right>> rights) {

	/** The partnerships in which he holds one of these rights. */
	Set<PartnershipId> holding(Right... any) {
		Set<Right> wanted = Set.copyOf(Arrays.asList(any));
		return rights.entrySet().stream().filter(held -> held.getValue().stream().anyMatch(wanted::contains)).map(Map.Entry::getKey).collect(Collectors.toSet());
	}

	/** The partnerships in which he keeps the records. */
	Set<PartnershipId> keeping() {
		return holding(Right.SECRETARY, Right.PROJECT_LEAD);
	}
}
