package nl.ontwikkelagenda.app.command;

import org.axonframework.commandhandling.GenericCommandMessage;

/** The part of the pipeline that ends with the commit, for measurements: nobody waits until the views show it. */
public final class Appends {

	private final AxonCommands commands;

	public Appends(Commands commands) {
		this.commands = (AxonCommands) commands;
	}

	public void append(Object command, Intent intent) {
		commands.effect(new GenericCommandMessage<>(command), intent);
	}
}
