package nl.ontwikkelagenda.app.command;

import org.axonframework.commandhandling.CommandMessageHandlingMember;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every decision of an aggregate: it is loaded and locked, nothing has been decided. The sequence that the sender expected must be exactly the one it has, and
 * the thing must be where the sender says it is. Should another node append in between, the database refuses the append and all is decided again.
 */
class AggregateVersions implements HandlerEnhancerDefinition {

	private final Rights rights;

	AggregateVersions(Rights rights) {
		this.rights = rights;
	}

	@Override
	public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
		return original.unwrap(CommandMessageHandlingMember.class).isEmpty() ? original : new WrappedMessageHandlingMember<>(original) {

			@Override
			public @Nullable Object handle(Message<?> message, @Nullable T target) throws Exception {
				Sending sending = Sending.current();
				Long version = AggregateLifecycle.getVersion();
				if (version != null) {
					// first of all: which version it has is no business of who cannot see it
					rights.verifyPlace(message.getPayload());
				}
				Long expected = sending.intent.expectedSequence();
				if (expected != null && !expected.equals(version)) {
					throw new VersionMismatch(expected, version == null ? -1 : version);
				}
				Intentions.verifyNothingCameBetween(sending, version);
				Object result = super.handle(message, target);
				sending.sequence = AggregateLifecycle.getVersion();
				return result;
			}
		};
	}
}
