package nl.ontwikkelagenda.agenda.project;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/**
 * Where a project was copied from.
 *
 * @param words         as it would be told: which project, of which region
 * @param partnershipId the other region, where it is known here
 * @param projectId     its project, where it is known here
 */
public record Origin(FreeText words, @Nullable PartnershipId partnershipId, @Nullable ProjectId projectId) {
}
