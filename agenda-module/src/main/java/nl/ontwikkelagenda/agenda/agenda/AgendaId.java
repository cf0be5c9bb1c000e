package nl.ontwikkelagenda.agenda.agenda;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a development agenda (ontwikkelagenda). */
public record AgendaId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public AgendaId {
	}

	public static AgendaId of(String value) {
		return new AgendaId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
