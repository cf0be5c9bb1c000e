package nl.ontwikkelagenda.app.administration;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies something that an automation could not do. */
public record DeadLetterId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public DeadLetterId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
