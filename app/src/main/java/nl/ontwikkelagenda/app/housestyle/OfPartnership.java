package nl.ontwikkelagenda.app.housestyle;

import nl.ontwikkelagenda.agenda.partnership.PartnershipView;

/** What a page is about, where that belongs to one partnership: the page then looks as that partnership chose. */
public interface OfPartnership {

	PartnershipView partnership();
}
