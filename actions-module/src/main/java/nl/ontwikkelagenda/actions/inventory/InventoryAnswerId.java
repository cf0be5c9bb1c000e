package nl.ontwikkelagenda.actions.inventory;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;

/** Identifies what one organisation answers to an inventory. */
public record InventoryAnswerId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public InventoryAnswerId {
	}

	/** Follows from the inventory and the organisation, which has one answer to it. */
	public static InventoryAnswerId of(InventoryId inventory, OrganisationId organisation) {
		return new InventoryAnswerId(UUID.nameUUIDFromBytes(("answer of " + organisation + " to inventory " + inventory).getBytes(StandardCharsets.UTF_8)));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
