package nl.ontwikkelagenda.cop.stakeholder;

import java.util.Optional;

/** Who is registered; answered from the views. */
@FunctionalInterface
public interface Stakeholders {

	/** Empty for who never registered. */
	Optional<StakeholderView> find(StakeholderId stakeholder);
}
