package nl.ontwikkelagenda.reporting.monitor;

import java.util.Optional;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

/** What is known of partnerships and of the indicators of others; answered from the views. */
public interface Indicators {

	boolean isProgramme(PartnershipId partnership);

	/** How a programme defined an indicator for its regions; empty for one that is not a programme's, or that it no longer uses. */
	Optional<IndicatorView> offered(IndicatorId indicator);

	/** Whether a region has this indicator of a programme in its monitor already. */
	boolean isAdopted(PartnershipId region, IndicatorId indicator);
}
