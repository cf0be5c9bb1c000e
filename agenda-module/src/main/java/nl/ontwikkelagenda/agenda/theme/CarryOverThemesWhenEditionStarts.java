package nl.ontwikkelagenda.agenda.theme;

import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.EditionStarted;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.CarryOverTheme;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** The themes that a new edition names go on in it; one that is on it already stays as it is. */
@Component
@DisallowReplay
@ProcessingGroup("CarryOverThemesWhenEditionStarts")
class CarryOverThemesWhenEditionStarts {

	private final CommandGateway commands;

	CarryOverThemesWhenEditionStarts(CommandGateway commands) {
		this.commands = commands;
	}

	@EventHandler
	void on(EditionStarted e) {
		e.themeIds().forEach(theme -> commands.sendAndWait(new CarryOverTheme(new ThemeId(theme), e.agendaId(), e.startedOn())));
	}
}
