package nl.ontwikkelagenda.reporting.monitor;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something whose result is a value of an indicator, by reference: it counts in the period in which it was closed.
 *
 * @param element of a reflection round, whose average it is: 1 to 6; absent for the total of an inventory
 */
public record IndicatorSource(Kind kind, UUID id, @Nullable Integer element) {

	/** What has a result that can be counted on. */
	public enum Kind {
		INVENTORY, REFLECTION_ROUND
	}
}
