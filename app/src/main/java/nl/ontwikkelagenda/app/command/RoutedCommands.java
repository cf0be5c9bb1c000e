package nl.ontwikkelagenda.app.command;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.ErrorCategory;
import nl.ontwikkelagenda.app.visibility.LoggedIn;

import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.serialization.SerializationException;

/**
 * Sends commands by way of Axon Server, which hands all those of one aggregate to one instance, and waits for what comes of them, though never longer than twice the patience for one
 * answer: a server that hangs must not make people hang. What was asked and what came of it is in the {@link Sending} of the caller.
 */
class RoutedCommands implements CommandBus {

	/** Metadata: what goes with a command. */
	static final String SENDING = "sending";

	private static final long AGAIN_MILLIS = 100;

	private final AxonServerCommandBus server;
	private final LoggedIn loggedIn;
	private final Duration patience;

	RoutedCommands(AxonServerCommandBus server, LoggedIn loggedIn, Duration patience) {
		this.server = server;
		this.loggedIn = loggedIn;
		this.patience = patience.multipliedBy(2);
	}

	@Override
	public <C> void dispatch(CommandMessage<C> command) {
		dispatch(command, (sent, result) -> {
		});
	}

	@Override
	@SuppressWarnings("unchecked")
	public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
		Sending sending = Sending.current();
		RuntimeException failure;
		try {
			failure = Routed.take(sent(command.andMetaData(Map.of(SENDING, Routed.asked(sending, loggedIn.viewer())))), sending);
		} catch (StoreUnavailable e) {
			failure = e;
		}
		callback.onResult(command, failure == null ? new GenericCommandResultMessage<>((R) null) : GenericCommandResultMessage.asCommandResultMessage(failure));
	}

	/** Just after a connection came back the server may not know yet who handles what; nothing has been done then. */
	private String sent(CommandMessage<?> command) {
		long end = System.nanoTime() + patience.toNanos();
		while (true) {
			CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
			server.dispatch(command, (CommandMessage<?> asked, CommandResultMessage<?> result) -> answer.complete(result));
			try {
				CommandResultMessage<?> result = answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
				if (!result.isExceptional()) {
					return String.valueOf(result.getPayload());
				}
				if (!isWithoutHandler(result.exceptionResult()) || System.nanoTime() > end) {
					throw failed(result.exceptionResult());
				}
				Thread.sleep(AGAIN_MILLIS);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new StoreUnavailable(e);
			} catch (ExecutionException | TimeoutException e) {
				throw new StoreUnavailable(e);
			}
		}
	}

	private static boolean isWithoutHandler(Throwable failure) {
		return failure instanceof NoHandlerForCommandException
				|| (failure.getCause() instanceof AxonServerException refused && refused.getErrorCategory() == ErrorCategory.NO_HANDLER_FOR_COMMAND);
	}

	/** Refusals come back as answers, so what is left is that the server, or the way to it, did not do; or that a command can not be written as JSON, which is a mistake. */
	private static RuntimeException failed(Throwable failure) {
		return failure.getCause() instanceof SerializationException ? new IllegalStateException(failure) : new StoreUnavailable(failure);
	}

	@Override
	public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
		return server.subscribe(commandName, handler);
	}

	@Override
	public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
		return server.registerDispatchInterceptor(interceptor);
	}

	@Override
	public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
		return server.registerHandlerInterceptor(interceptor);
	}
}
