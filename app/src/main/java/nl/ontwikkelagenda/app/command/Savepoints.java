package nl.ontwikkelagenda.app.command;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts a savepoint before every automation's handler. After an SQL error PostgreSQL refuses every further statement of the transaction, also the one that parks the event as
 * a dead letter.
 */
class Savepoints implements HandlerEnhancerDefinition {

	private final PlatformTransactionManager transactions;

	Savepoints(PlatformTransactionManager transactions) {
		this.transactions = transactions;
	}

	@Override
	public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
		if (!original.canHandleMessageType(EventMessage.class) || original.hasAnnotation(EventSourcingHandler.class)) {
			return original;
		}
		return new WrappedMessageHandlingMember<>(original) {

			@Override
			public @Nullable Object handle(Message<?> message, @Nullable T target) throws Exception {
				if (!TransactionSynchronizationManager.isActualTransactionActive()) {
					return super.handle(message, target);
				}
				TransactionStatus savepoint = transactions.getTransaction(new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
				Object result;
				try {
					result = super.handle(message, target);
				} catch (Exception e) {
					transactions.rollback(savepoint);
					throw e;
				}
				transactions.commit(savepoint);
				return result;
			}
		};
	}
}
