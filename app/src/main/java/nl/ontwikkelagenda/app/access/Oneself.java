package nl.ontwikkelagenda.app.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.visibility.Affiliations;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who the caller is in what was recorded. Two entries of the register may turn out to be one person, and facts keep the id under which they were recorded: he is each of them. */
@Component
public class Oneself {

	private final Affiliations affiliations;

	Oneself(Affiliations affiliations) {
		this.affiliations = affiliations;
	}

	/** All his ids; that of the entry that counts comes first. */
	public Set<PersonId> ids() {
		return new LinkedHashSet<>(affiliations.idsOf(Caller.required().personId()));
	}

	/** The id under which new facts are recorded. */
	public PersonId id() {
		return Caller.required().personId();
	}

	public boolean is(@Nullable PersonId person) {
		return person != null && (person.equals(id()) || ids().contains(person));
	}

	/** As {@link #is(PersonId)}, for an id of which the kind is not known. */
	public boolean is(@Nullable UUID id) {
		return id != null && is(new PersonId(id));
	}

	/** Under which of his ids he is one of these; the usual one when he is none of them. */
	public PersonId among(Collection<PersonId> persons) {
		return ids().stream().filter(persons::contains).findFirst().orElseGet(this::id);
	}
}
