package nl.ontwikkelagenda.agenda.theme;

import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RaiseThemePart;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeSplit;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** The parts of a theme become themes, under the ids that the split gave them; so each is raised once. */
@Component
@DisallowReplay
@ProcessingGroup("RaisePartsWhenThemeSplit")
class RaisePartsWhenThemeSplit {

	private final CommandGateway commands;

	RaisePartsWhenThemeSplit(CommandGateway commands) {
		this.commands = commands;
	}

	@EventHandler
	void on(ThemeSplit e) {
		e.parts().forEach(part -> commands.sendAndWait(
				new RaiseThemePart(part.themeId(), e.partnershipId(), e.agendaId(), part.title(), part.description(), e.themeId(), e.splitOn())));
	}
}
