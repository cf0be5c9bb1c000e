package nl.ontwikkelagenda.app.start;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;

import org.jspecify.annotations.Nullable;

/**
 * Who looks at the start page.
 *
 * @param ids          all his ids, as two entries may turn out to be of one person
 * @param organisation for which he works, as far as the register says
 * @param day          that is shown
 * @param past         whether that day is over
 * @param readable     partnerships of which he may read what members read
 * @param rights       which he holds today, by partnership
 */
record Reader(PersonId person, Set<PersonId> ids, @Nullable OrganisationId organisation, LocalDate day, boolean past, Set<PartnershipId> readable,
		Map<PartnershipId, Set<Right>> rights) {

	/** That this field has one of his ids. */
	Condition his(String field) {
		return new OneOf(field, ids.stream().map(PersonId::toString).collect(Collectors.toSet()));
	}

	boolean is(@Nullable PersonId other) {
		return other != null && ids.contains(other);
	}

	/** Whether it is he who has this id, of a person, team or organisation. */
	boolean isOwner(@Nullable UUID owner) {
		return owner != null && ids.contains(new PersonId(owner));
	}

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
