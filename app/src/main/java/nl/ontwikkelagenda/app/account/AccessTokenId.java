package nl.ontwikkelagenda.app.account;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an access token; says nothing about its secret. */
public record AccessTokenId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public AccessTokenId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
