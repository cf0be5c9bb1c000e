package nl.ontwikkelagenda.cop.stakeholder;

import java.util.Optional;

/** Who is registered; answered from the views. */
public interface Stakeholders {

	/** Empty for who never registered. */
	Optional<StakeholderView> find(StakeholderId stakeholder);

	/** As {@link #find(StakeholderId)}, as recorded up to this position in the log. */
	Optional<StakeholderView> find(StakeholderId stakeholder, long position);
}
