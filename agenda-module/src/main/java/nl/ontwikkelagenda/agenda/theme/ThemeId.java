package nl.ontwikkelagenda.agenda.theme;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a theme (thema) of an agenda. */
public record ThemeId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ThemeId {
	}

	public static ThemeId of(String value) {
		return new ThemeId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
