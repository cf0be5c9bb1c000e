package nl.ontwikkelagenda.agenda.theme;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/**
 * The theme of another region that a theme was copied from.
 *
 * @param region        what the other region is called
 * @param partnershipId that region, when it is known here
 * @param themeId       its theme, when it is known here
 */
public record CopiedFrom(FreeText region, @Nullable PartnershipId partnershipId, @Nullable ThemeId themeId) {

	public CopiedFrom {
		if (themeId != null && partnershipId == null) {
			throw new IllegalArgumentException("Noem bij een thema (themeId) ook het samenwerkingsverband (partnershipId) waar het van is.");
		}
	}
}
