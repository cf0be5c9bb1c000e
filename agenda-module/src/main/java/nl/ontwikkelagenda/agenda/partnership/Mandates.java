package nl.ontwikkelagenda.agenda.partnership;

import java.time.LocalDate;
import java.util.Optional;

/** Which mandates are held; answered from the views. */
@FunctionalInterface
public interface Mandates {

	/** The mandate as it holds on this day; empty when it does not, or is of another partnership. */
	Optional<MandateView> heldOn(PartnershipId partnership, MandateId mandate, LocalDate day);
}
