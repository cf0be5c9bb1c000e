package nl.ontwikkelagenda.agenda.theme;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RaiseTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RetireTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeRaised;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeRetired;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Theme {

	@AggregateIdentifier private ThemeId themeId;
	private boolean retired;

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(RaiseTheme c, References references) {
		references.require(c.partnershipId(), "agendaId", c.agendaId());
		apply(new ThemeRaised(c.themeId(), c.partnershipId(), c.agendaId(), c.title(), c.description(), c.noticedAsMissing(), c.raisedOn()));
	}

	@CommandHandler
	void decide(RetireTheme c) {
		if (retired) {
			throw new RuleBroken("theme-is-retired-once", "Dit thema is al afgesloten; een nieuw thema kan altijd worden aangedragen.");
		}
		apply(new ThemeRetired(themeId, c.reason(), c.retiredOn()));
	}

	@EventSourcingHandler
	void evolve(ThemeEvent event) {
		switch (event) {
			case ThemeRaised e -> themeId = e.themeId();
			case ThemeRetired e -> retired = true;
		}
	}
}
