package nl.ontwikkelagenda.app.command;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import javax.sql.DataSource;

import nl.ontwikkelagenda.app.command.Intent.Once;
import nl.ontwikkelagenda.app.command.Intentions.Intention;
import nl.ontwikkelagenda.app.store.OrderedEventStorageEngine;
import nl.ontwikkelagenda.app.store.RowBeside;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Stands around every command, inside its transaction: claims the idempotency key before, remembers the outcome after the events, and lets no answer of the database be waited for too long. */
class CommandLedger implements MessageHandlerInterceptor<CommandMessage<?>> {

	private static final int TURNS = 20180926;

	private final DataSource dataSource;
	private final JdbcTemplate jdbc;
	private final IdempotencyKeys keys;
	private final @Nullable Intentions intentions;
	private final LongSupplier head;
	private final Supplier<List<InTransaction>> companions;
	private final Duration patience;

	/**
	 * @param intentions what stands in for the one transaction; null where events and key are in one
	 * @param head       where the log is now
	 * @param patience   how long one answer of the database may take
	 */
	CommandLedger(DataSource dataSource, IdempotencyKeys keys, @Nullable Intentions intentions, LongSupplier head, Supplier<List<InTransaction>> companions, Duration patience) {
		this.companions = companions;
		this.dataSource = dataSource;
		this.jdbc = new JdbcTemplate(dataSource);
		this.keys = keys;
		this.intentions = intentions;
		this.head = head;
		this.patience = patience;
	}

	@Override
	public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
		Sending sending = Sending.current();
		boundWaiting();
		if (sending.afterCollision) {
			takeTurns(unitOfWork.getMessage().getPayload());
		}
		Once once = sending.intent.once();
		RowBeside memory = once == null ? null : keys.memory(sending.intent.actor(), once);
		if (once != null && memory != null) {
			keys.claim(sending.intent.actor(), once);
			if (intentions == null) {
				memory.in(unitOfWork);
			} else {
				settleEarlier(sending, once, unitOfWork.getMessage().getPayload());
			}
		}
		List<Runnable> also = new ArrayList<>();
		companions.get().forEach(companion -> also.add(companion.before(unitOfWork.getMessage().getPayload())));
		Object result = chain.proceed();
		// Registered after the event bus registered its own, in proceed(), so called when the events have been appended.
		unitOfWork.onPrepareCommit(unit -> {
			sending.position = unit.root().getResource(OrderedEventStorageEngine.APPENDED_UP_TO);
			if (once != null && memory != null && !memory.isWrittenAt(sending.position)) {
				remember(sending, once);
			}
			also.forEach(Runnable::run);
		});
		return result;
	}

	private void settleEarlier(Sending sending, Once once, Object command) {
		if (intentions != null && sending.earlier != null) {
			intentions.settle(sending.earlier, new Intention(sending.intent.actor(), once, String.valueOf(Rights.targetOf(command))), sending);
		}
	}

	private void remember(Sending sending, Once once) {
		if (intentions == null) {
			keys.remember(sending.intent.actor(), once, sending.position);
		} else {
			keys.remember(sending.intent.actor(), once, sending.position == null ? (Long) head.getAsLong() : sending.position);
			intentions.forget(sending.intent.actor(), once);
		}
	}

	/** Writers of several instances that met on an aggregate queue for it in the database, so that each has its turn; without having met they need no such lock. */
	private void takeTurns(Object command) {
		String aggregate = Rights.targetOf(command);
		if (aggregate != null) {
			jdbc.query("select set_config('lock_timeout', ?, true), pg_advisory_xact_lock(?, hashtext(?))", row -> {
			}, patience.toMillis() + "ms", TURNS, aggregate);
		}
	}

	/** Of the socket: a server that hangs cannot be asked to stop. The pool resets it when the connection comes back. */
	private void boundWaiting() {
		try {
			DataSourceUtils.getConnection(dataSource).setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
		} catch (SQLException e) {
			throw new CannotGetJdbcConnectionException("The transaction's connection is closed", e);
		}
	}
}
