package nl.ontwikkelagenda.agenda.partnership;

import java.util.Optional;

/** Which partnerships there are; answered from the views. */
@FunctionalInterface
public interface Partnerships {

	Optional<PartnershipKind> kindOf(PartnershipId partnership);
}
