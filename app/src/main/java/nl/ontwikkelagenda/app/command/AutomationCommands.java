package nl.ontwikkelagenda.app.command;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.app.command.Intent.Once;
import nl.ontwikkelagenda.app.store.Provenance;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The bus behind the command gateway of automations. A command has its effect in a transaction of its own, so that it can be decided again after a collision, and exactly
 * once: its idempotency key is the event that the automation reacts to, whose position is stored in another transaction.
 */
class AutomationCommands implements CommandBus {

	/** Key of the unit of work's resource that holds the automation's name. */
	static final String AUTOMATION = AutomationCommands.class.getName() + ".automation";

	private final CommandBus bus;
	private final AxonCommands commands;
	private final Automations automations;
	private final Executor threads;

	/** @param threads where commands are sent from: an automation's own thread holds the transaction of its token */
	AutomationCommands(CommandBus bus, AxonCommands commands, Automations automations, Executor threads) {
		this.bus = bus;
		this.commands = commands;
		this.automations = automations;
		this.threads = threads;
	}

	@Override
	public <C> void dispatch(CommandMessage<C> command) {
		effect(command);
	}

	@Override
	public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
		try {
			effect(command);
			callback.onResult(command, new GenericCommandResultMessage<>((R) null));
		} catch (RuntimeException e) {
			callback.onResult(command, GenericCommandResultMessage.asCommandResultMessage(e));
		}
	}

	private void effect(CommandMessage<?> command) {
		UnitOfWork<?> unit = CurrentUnitOfWork.map(current -> (UnitOfWork<?>) current)
				.orElseThrow(() -> new IllegalStateException("Only automations send commands here; everything else uses Commands"));
		Message<?> event = unit.getMessage();
		String name = unit.getResource(AUTOMATION);
		Actor actor = Actor.job(name);
		AtomicInteger number = unit.root().getOrComputeResource(AUTOMATION + event.getIdentifier(), key -> new AtomicInteger());
		Once once = new Once(event.getIdentifier() + "/" + number.incrementAndGet(), command.getPayloadType().getSimpleName(), 204, "/");
		// Commands are not stored, so what this one causes refers to the event behind it.
		CommandMessage<?> caused = new GenericCommandMessage<>(new GenericMessage<>(event.getIdentifier(), command.getPayload(),
				command.getMetaData().and(Provenance.CORRELATION, event.getMetaData().getOrDefault(Provenance.CORRELATION, event.getIdentifier()))), command.getCommandName());
		try {
			CompletableFuture.runAsync(() -> automations.appended(commands.effect(caused, new Intent(actor, false, once, null))), threads).join();
		} catch (CompletionException e) {
			if (e.getCause() instanceof AlreadyDone) {
				return;
			}
			throw e.getCause() instanceof RuntimeException cause ? cause : e;
		}
	}

	@Override
	public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
		return bus.subscribe(commandName, handler);
	}

	@Override
	public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
		return bus.registerDispatchInterceptor(interceptor);
	}

	@Override
	public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
		return bus.registerHandlerInterceptor(interceptor);
	}
}
