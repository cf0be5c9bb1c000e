package nl.ontwikkelagenda.agenda.theme;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A school year, written as {@code 2018-2019}. */
public record SchoolYear(@JsonValue String value) {

	private static final int DIGITS = 4;

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SchoolYear {
		if (!value.matches("[0-9]{4}-[0-9]{4}") || year(value, DIGITS + 1) != year(value, 0) + 1) {
			throw new IllegalArgumentException("Schrijf een schooljaar als 2018-2019.");
		}
	}

	private static int year(String value, int from) {
		return Integer.parseInt(value.substring(from, from + DIGITS));
	}

	@Override
	public String toString() {
		return value;
	}
}
