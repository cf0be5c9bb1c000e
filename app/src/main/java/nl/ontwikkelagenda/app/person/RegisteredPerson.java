package nl.ontwikkelagenda.app.person;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the register as it is shown.
 *
 * @param personId    of the entry that counts, also when it was asked for by the id of one that was joined to it
 * @param restriction present while what is known of him is only kept
 */
public record RegisteredPerson(PersonId personId, String name, String function, @Nullable OrganisationId organisationId, @Nullable String email, @Nullable String phone,
		@Nullable Restriction restriction) {

	static RegisteredPerson of(People.Entry entry) {
		Person person = entry.person();
		return new RegisteredPerson(person.personId(), person.name(), person.function(), person.organisationId(), person.email(), person.phone(), entry.restriction());
	}
}
