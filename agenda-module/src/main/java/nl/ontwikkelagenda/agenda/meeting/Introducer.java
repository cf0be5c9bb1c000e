package nl.ontwikkelagenda.agenda.meeting;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

import org.jspecify.annotations.Nullable;

/**
 * Who introduces an item: a person of the register, or an invited speaker who is described without a name.
 *
 * @param organisation where a speaker comes from, in words
 */
public record Introducer(@Nullable PersonId personId, @Nullable FreeText description, @Nullable FreeText organisation) {

	/** Refuses an introducer who is nobody, or two. */
	public void mustBeKnown(PartnershipId partnership, References references) {
		if ((personId == null) == (description == null)) {
			throw new RuleBroken("an-introducer-is-chosen-or-described",
					"Wie een punt inleidt is iemand uit het personenregister (personId), of een spreker die wordt omschreven (description); niet allebei.");
		}
		references.require(partnership, "introducedBy.personId", personId);
	}
}
