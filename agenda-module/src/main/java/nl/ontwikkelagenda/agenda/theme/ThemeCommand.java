package nl.ontwikkelagenda.agenda.theme;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a theme. */
public sealed interface ThemeCommand {

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.PARTICIPANT})
	record RaiseTheme(@TargetAggregateIdentifier ThemeId themeId, PartnershipId partnershipId, AgendaId agendaId, FreeText title, @Nullable FreeText description,
			boolean noticedAsMissing, LocalDate raisedOn) implements ThemeCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record RetireTheme(@TargetAggregateIdentifier ThemeId themeId, FreeText reason, LocalDate retiredOn) implements ThemeCommand {
	}
}
