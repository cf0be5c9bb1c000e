package nl.ontwikkelagenda.agenda.meeting;

import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

import org.jspecify.annotations.Nullable;

/**
 * Who promises something.
 *
 * @param id   a person of the register, or an organisation of the partnership; absent for a team, and for an organisation that takes no part
 * @param name what a team or an outside organisation is called; absent for a person, whose name is in the register only
 */
public record Owner(Kind kind, @Nullable UUID id, @Nullable FreeText name) {

	/** What sort of owner. */
	public enum Kind {
		PERSON, TEAM, ORGANISATION
	}

	/** Refuses an owner that nobody could find: an unknown id, a person without one, a team without a name. */
	public void mustBeKnown(PartnershipId partnership, References references) {
		switch (kind) {
			case PERSON -> {
				if (id == null || name != null) {
					throw new RuleBroken("a-person-is-named-by-id", "Een persoon als eigenaar wordt gekozen uit het personenregister (id), niet met een naam getypt.");
				}
				references.require(partnership, "promises.owner.id", new PersonId(id));
			}
			case TEAM -> {
				if (id != null || name == null) {
					throw new RuleBroken("a-team-has-a-name", "Een team als eigenaar heeft een naam en geen id.");
				}
			}
			case ORGANISATION -> {
				if ((id == null) == (name == null)) {
					throw new RuleBroken("an-organisation-is-chosen-or-named",
							"Een organisatie als eigenaar wordt gekozen (id), of met een naam genoemd als zij niet meedoet; niet allebei.");
				}
				if (id != null) {
					references.require(partnership, "promises.owner.id", new OrganisationId(id));
				}
			}
		}
	}
}
