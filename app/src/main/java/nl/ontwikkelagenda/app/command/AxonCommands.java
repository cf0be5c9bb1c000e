package nl.ontwikkelagenda.app.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.command.Intent.Once;
import nl.ontwikkelagenda.app.store.Provenance;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;

/** Sends commands over Axon's command bus, on the calling thread, and waits for what follows. */
class AxonCommands implements Commands {

	/** Waits until every view shows a position, at most so long. */
	@FunctionalInterface
	interface Views {
		boolean awaitPosition(long position, Duration patience);
	}

	private static final int MOST_ATTEMPTS = 50;
	private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
	/** Waiting for others to commit is no fault of the database: it may take so many times as long as one of its answers. */
	private static final int PATIENCE_IN_LINE = 4;
	private static final int MOST_CHAINED = 5;
	private static final int MOST_EVENTS = 100;

	private final CommandBus bus;
	private final Rights rights;
	private final IdempotencyKeys keys;
	private final @Nullable Intentions intentions;
	private final EventLog log;
	private final Views views;
	private final Automations automations;
	private final Duration patience;
	private final Turns turns;

	AxonCommands(CommandBus bus, Rights rights, IdempotencyKeys keys, @Nullable Intentions intentions, EventLog log, Views views, Automations automations, Duration patience) {
		this.bus = bus;
		this.rights = rights;
		this.keys = keys;
		this.intentions = intentions;
		this.log = log;
		this.views = views;
		this.automations = automations;
		this.patience = patience;
		this.turns = new Turns(patience.multipliedBy(PATIENCE_IN_LINE));
	}

	@Override
	public Done send(Object command, Intent intent) {
		Sending sent;
		try {
			sent = effect(new GenericCommandMessage<>(command), intent);
		} catch (AlreadyDone e) {
			throw new AlreadyDone(shown(e.outcome()));
		}
		long position = sent.position == null ? storeCall(log::safePosition) : sent.position;
		boolean visible = settled(() -> automations.reactionsTo(sent.events, position), position);
		if (command instanceof PartnershipCommand) {
			rights.forget();
		}
		return new Done(position, sent.sequence, visible);
	}

	@Override
	public void record(Object command, Intent intent) {
		effect(new GenericCommandMessage<>(command), intent);
		if (command instanceof PartnershipCommand) {
			rights.forget();
		}
	}

	@Override
	public Optional<Outcome> earlier(Intent intent) {
		Once once = intent.once();
		return once == null ? Optional.empty() : storeCall(() -> keys.find(intent.actor(), once)).map(this::shown);
	}

	@Override
	public int forgetOldKeys(int limit) {
		return keys.forget(limit) + (intentions == null ? 0 : intentions.forgetOld(limit));
	}

	/** Has the command's effect, once, and does not wait for anybody to see it. Errors as {@link #send(Object, Intent)}. */
	Sending effect(CommandMessage<?> command, Intent intent) {
		return turns.inTurn(Rights.targetOf(command.getPayload()), () -> decided(command, intent));
	}

	private Sending decided(CommandMessage<?> command, Intent intent) {
		long end = System.nanoTime() + patience.toNanos();
		for (int attempt = 1;; attempt++) {
			Sending sending = new Sending(intent, attempt > 1);
			Throwable failure = attempt(command, sending);
			if (failure == null) {
				return sending;
			}
			if (Failures.isUnknownAggregate(failure)) {
				throw new NotFound();
			}
			if (Failures.isCreationOfExisting(failure) && attempt > 1) {
				throw new RuleBroken("id-is-new", "Er bestaat al iets met dit id; kies een ander id of laat het weg.");
			}
			boolean collision = Failures.isCollision(failure);
			if (!collision || attempt == MOST_ATTEMPTS || System.nanoTime() > end) {
				throw collision || Failures.isAway(failure) ? new StoreUnavailable(failure) : unchecked(failure);
			}
			LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
		}
	}

	private @Nullable Throwable attempt(CommandMessage<?> command, Sending sending) {
		CommandMessage<?> message = command.andMetaData(Map.of(Provenance.ACTOR, sending.intent.actor().value()));
		Throwable[] failure = new Throwable[1];
		try {
			// the rules know all that is known, whoever sends it
			ScopedValue.where(Sending.CURRENT, sending).where(Viewer.CURRENT, Viewer.APPLICATION).run(() -> bus.dispatch(message, (sent, result) -> {
				if (result.isExceptional()) {
					failure[0] = result.exceptionResult();
				}
			}));
		} catch (RuntimeException e) {
			failure[0] = e;
		}
		return failure[0];
	}

	private boolean settled(Supplier<Automations.Awaited> reactions, long position) {
		long end = System.nanoTime() + patience.toNanos();
		long target = position;
		try {
			Automations.Awaited awaited = reactions.get();
			for (int chained = 0; !awaited.segments().isEmpty(); chained++) {
				if (chained == MOST_CHAINED || !automations.await(awaited, left(end))) {
					return false;
				}
				// Whatever they appended, on this instance or another, is committed by now.
				target = Math.max(target, log.safePosition());
				awaited = automations.reactionsAfter(awaited.position());
			}
			return views.awaitPosition(target, left(end));
		} catch (RuntimeException e) {
			if (Failures.isAway(e)) {
				// The command is committed, which must not be told as a failure.
				return false;
			}
			throw e;
		}
	}

	/** The server may have died after the events and before any reaction to them. */
	private Outcome shown(Outcome outcome) {
		long position = outcome.position();
		return new Outcome(outcome.status(), outcome.resource(), position, settled(() -> automations.reactionsTo(eventsUntil(position), position), position));
	}

	/** The events of a command whose last one has this position. It may be more: earlier ones of the same thing, which only means more waiting. */
	private Set<Sending.Recorded> eventsUntil(long position) {
		List<EventLog.Entry> entries = log.readAfter(Math.max(0, position - MOST_EVENTS), MOST_EVENTS).stream().filter(entry -> entry.when().position() <= position).toList();
		return entries.stream().filter(entry -> entry.aggregate().equals(entries.getLast().aggregate()))
				.map(entry -> new Sending.Recorded(entry.event().getClass(), entry.aggregate()))
				.collect(Collectors.toSet());
	}

	private static Duration left(long end) {
		return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
	}

	private static <V> V storeCall(Supplier<V> call) {
		try {
			return call.get();
		} catch (RuntimeException e) {
			throw Failures.isAway(e) ? new StoreUnavailable(e) : e;
		}
	}

	private static RuntimeException unchecked(Throwable failure) {
		return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
	}
}
