package nl.ontwikkelagenda.app.person;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * Somebody as the register knows him.
 *
 * @param function what he does for his organisation, in words
 */
public record Person(PersonId personId, String name, String function, @Nullable OrganisationId organisationId, @Nullable String email, @Nullable String phone) {
}
