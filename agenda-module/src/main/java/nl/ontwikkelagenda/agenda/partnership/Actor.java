package nl.ontwikkelagenda.agenda.partnership;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who recorded a fact: a person of the register ({@code person:<id>}) or a named job ({@code job:<name>}). */
public record Actor(@JsonValue String value) {

	private static final String PERSON = "person:";

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Actor {
		if (!value.startsWith(PERSON) && !value.startsWith("job:")) {
			throw new IllegalArgumentException("An actor is person:<id> or job:<name>, not " + value);
		}
	}

	public static Actor person(PersonId person) {
		return new Actor(PERSON + person);
	}

	public static Actor job(String name) {
		return new Actor("job:" + name);
	}

	/** The person who acted; empty for a job. */
	public Optional<PersonId> asPerson() {
		return isJob() ? Optional.empty() : Optional.of(PersonId.of(value.substring(PERSON.length())));
	}

	public boolean isJob() {
		return value.startsWith("job:");
	}

	@Override
	public String toString() {
		return value;
	}
}
