package nl.ontwikkelagenda.app.feed;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a feed of changes; says nothing about its address. */
public record ChangeFeedId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ChangeFeedId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
