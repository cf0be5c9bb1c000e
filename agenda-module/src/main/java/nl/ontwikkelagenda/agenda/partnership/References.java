package nl.ontwikkelagenda.agenda.partnership;

import org.jspecify.annotations.Nullable;

/** Whether the things that a command refers to exist; answered from the views. */
@FunctionalInterface
public interface References {

	/**
	 * @param partnership where it must belong; organisations and persons are known there too
	 * @param id          an id of this project, such as {@code AgendaId}
	 */
	boolean has(PartnershipId partnership, Object id);

	/** Refuses a reference to something that is not there; absent references are fine. */
	default void require(PartnershipId partnership, String field, @Nullable Object id) {
		if (id != null && !has(partnership, id)) {
			throw new UnknownReference(field, "Deze verwijzing bestaat niet in dit samenwerkingsverband; controleer de waarde van " + field + ".");
		}
	}
}
