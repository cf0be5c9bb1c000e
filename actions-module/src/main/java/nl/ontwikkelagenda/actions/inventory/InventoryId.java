package nl.ontwikkelagenda.actions.inventory;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an inventory (inventarisatie). */
public record InventoryId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public InventoryId {
	}

	public static InventoryId of(String value) {
		return new InventoryId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
