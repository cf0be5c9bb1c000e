package nl.ontwikkelagenda.app.command;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import nl.ontwikkelagenda.app.command.Intent.Once;
import nl.ontwikkelagenda.app.store.OrderedEventStorageEngine;
import nl.ontwikkelagenda.app.store.RowBeside;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Stands around every command, inside its transaction: claims the idempotency key before, remembers the outcome after the events, and lets no answer of the database be waited for too long. */
class CommandLedger implements MessageHandlerInterceptor<CommandMessage<?>> {

	private static final int TURNS = 20180926;

	private final DataSource dataSource;
	private final JdbcTemplate jdbc;
	private final IdempotencyKeys keys;
	private final Supplier<List<InTransaction>> companions;
	private final Duration patience;

	/** @param patience how long one answer of the database may take */
	CommandLedger(DataSource dataSource, IdempotencyKeys keys, Supplier<List<InTransaction>> companions, Duration patience) {
		this.companions = companions;
		this.dataSource = dataSource;
		this.jdbc = new JdbcTemplate(dataSource);
		this.keys = keys;
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
			memory.in(unitOfWork);
		}
		List<Runnable> also = new ArrayList<>();
		companions.get().forEach(companion -> also.add(companion.before(unitOfWork.getMessage().getPayload())));
		Object result = chain.proceed();
		// Registered after the event bus registered its own, in proceed(), so called when the events have been appended.
		unitOfWork.onPrepareCommit(unit -> {
			sending.position = unit.root().getResource(OrderedEventStorageEngine.APPENDED_UP_TO);
			if (once != null && memory != null && !memory.isWrittenAt(sending.position)) {
				keys.remember(sending.intent.actor(), once, sending.position);
			}
			also.forEach(Runnable::run);
		});
		return result;
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
