package nl.ontwikkelagenda.app.command;

import java.util.Set;

import nl.ontwikkelagenda.app.command.Intentions.Intention;
import nl.ontwikkelagenda.app.visibility.Viewer;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.jspecify.annotations.Nullable;

/** Has commands decided here that Axon Server brings, from this instance or another, and answers with what came of them. */
class ReceivedCommands implements CommandBus {

	private final SimpleCommandBus here;
	private final Intentions intentions;

	ReceivedCommands(SimpleCommandBus here, Intentions intentions) {
		this.here = here;
		this.intentions = intentions;
	}

	@Override
	public <C> void dispatch(CommandMessage<C> command) {
		dispatch(command, (sent, result) -> {
		});
	}

	@Override
	@SuppressWarnings("unchecked")
	public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
		Routed.Received received = Routed.received(String.valueOf(command.getMetaData().get(RoutedCommands.SENDING)));
		Throwable failure = decided(command.withMetaData(command.getMetaData().withoutKeys(Set.of(RoutedCommands.SENDING))), received.sending(), received.sender());
		callback.onResult(command, (CommandResultMessage<R>) new GenericCommandResultMessage<>(Routed.answer(received.sending(), failure)));
	}

	private @Nullable Throwable decided(CommandMessage<?> command, Sending sending, Viewer sender) {
		Throwable[] failure = new Throwable[1];
		try {
			intend(command.getPayload(), sending);
			ScopedValue.where(Sending.CURRENT, sending).where(Viewer.CURRENT, Viewer.APPLICATION).where(Viewer.SENDER, sender).run(() -> here.dispatch(command, (sent, result) -> {
				if (result.isExceptional()) {
					failure[0] = result.exceptionResult();
				}
			}));
		} catch (RuntimeException e) {
			failure[0] = e;
		}
		return failure[0];
	}

	private void intend(Object command, Sending sending) {
		Intent.Once once = sending.intent.once();
		if (once != null) {
			sending.earlier = intentions.write(new Intention(sending.intent.actor(), once, String.valueOf(Rights.targetOf(command)))).orElse(null);
		}
	}

	@Override
	public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
		return here.subscribe(commandName, handler);
	}

	@Override
	public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
		return here.registerDispatchInterceptor(interceptor);
	}

	@Override
	public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
		return here.registerHandlerInterceptor(interceptor);
	}
}
