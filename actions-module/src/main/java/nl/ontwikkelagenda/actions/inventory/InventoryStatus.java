package nl.ontwikkelagenda.actions.inventory;

/** Where an inventory stands. */
public enum InventoryStatus {
	OPEN, CLOSED
}
