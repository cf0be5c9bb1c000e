package nl.ontwikkelagenda.app.calendar;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a calendar feed; says nothing about its address. */
public record CalendarFeedId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public CalendarFeedId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
