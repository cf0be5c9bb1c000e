package nl.ontwikkelagenda.agenda.theme;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/** What happened to a theme. */
public sealed interface ThemeEvent {

	ThemeId themeId();

	/** @param noticedAsMissing whether it was raised because those present missed it */
	record ThemeRaised(ThemeId themeId, PartnershipId partnershipId, AgendaId agendaId, FreeText title, @Nullable FreeText description, boolean noticedAsMissing,
			LocalDate raisedOn) implements ThemeEvent {
	}

	record ThemeRetired(ThemeId themeId, FreeText reason, LocalDate retiredOn) implements ThemeEvent {
	}
}
