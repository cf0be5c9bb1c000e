package nl.ontwikkelagenda.agenda.theme;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeRaised;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeRetired;

import org.jspecify.annotations.Nullable;

/** A theme as its page shows it. */
@RecordBuilder
public record ThemeView(ThemeId themeId, PartnershipId partnershipId, AgendaId agendaId, String title, @Nullable String description, boolean noticedAsMissing, LocalDate raisedOn,
		Status status, @Nullable String retiredBecause) implements ThemeViewBuilder.With {

	/** Where the theme stands. */
	public enum Status {
		OPEN, RETIRED
	}

	public static ThemeView on(@Nullable ThemeView current, ThemeEvent event, Recorded when) {
		return switch (event) {
			case ThemeRaised e -> new ThemeView(e.themeId(), e.partnershipId(), e.agendaId(), e.title().text(), FreeText.wordsOf(e.description()),
					e.noticedAsMissing(), e.raisedOn(), Status.OPEN, null);
			case ThemeRetired e -> requireNonNull(current).withStatus(Status.RETIRED).withRetiredBecause(e.reason().text());
		};
	}
}
