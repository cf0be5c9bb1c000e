package nl.ontwikkelagenda.agenda.partnership;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who recorded a fact: a person of the register ({@code person:<id>}) or a named job ({@code job:<name>}). */
public record Actor(@JsonValue String value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Actor {
		if (!value.startsWith("person:") && !value.startsWith("job:")) {
			throw new IllegalArgumentException("An actor is person:<id> or job:<name>, not " + value);
		}
	}

	public static Actor person(PersonId person) {
		return new Actor("person:" + person);
	}

	public static Actor job(String name) {
		return new Actor("job:" + name);
	}

	public boolean isJob() {
		return value.startsWith("job:");
	}

	@Override
	public String toString() {
		return value;
	}
}
