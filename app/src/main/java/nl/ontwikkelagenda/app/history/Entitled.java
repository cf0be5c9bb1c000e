package nl.ontwikkelagenda.app.history;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.HoldersView.Holder;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * Who might do what in a partnership on one day, as far as it was known when a fact was recorded.
 *
 * @param holders who held which right there
 * @param readers who might read there as participants do, because a region in which they held a right took part
 */
record Entitled(LocalDate on, List<Holder> holders, List<RegionReader> readers) {

	/** @param region its name */
	record RegionReader(PersonId personId, PartnershipId regionId, String region) {
	}

	/**
	 * Of one fact.
	 *
	 * @param recorded on the day of recording
	 * @param happened on the last day on which it happened; null when the fact does not tell, or when that is the day of recording
	 */
	record Days(Entitled recorded, @Nullable Entitled happened) {
	}
}
