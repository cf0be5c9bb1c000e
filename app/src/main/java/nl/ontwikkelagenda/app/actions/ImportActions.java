package nl.ontwikkelagenda.app.actions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import nl.ontwikkelagenda.actions.action.ActionCommand;
import nl.ontwikkelagenda.actions.action.ActionCommand.AssignAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.CompleteAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.DropAction;
import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.app.actions.ActionImports.Work;
import nl.ontwikkelagenda.app.actions.PlannedAction.PlannedPromise;
import nl.ontwikkelagenda.app.command.AlreadyDone;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.Intent.Once;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Salts;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Assigns the actions of an import, a part at a time, on behalf of who asked for it. Every id follows from the file and every command has a key, so what was done before a crash is
 * not done again.
 */
@Configuration(proxyBeanMethods = false)
class ImportActions {

	private static final int PART = 200;
	/** Senders wait for the database and the views most of the time. */
	private static final int SENDERS = 8;
	private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
	/** What refuses a command of an import that had its effect. */
	private static final Set<String> DONE_BEFORE = Set.of("id-is-new", "a-completed-action-is-closed", "a-dropped-action-is-closed");

	private final ActionImports imports;
	private final Commands commands;

	ImportActions(ActionImports imports, Commands commands) {
		this.imports = imports;
		this.commands = commands;
	}

	/** An action could not be assigned: what was so when the file was read, has changed. */
	private static final class Refused extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Refused(int row, RuntimeException cause) {
			super("Rij " + row + ": " + cause.getMessage(), cause);
		}
	}

	/** The job; its instances are called after the import and the moment at which it was asked for, so that a new one never waits for the end of an old one. */
	@Bean
	CustomTask<Void> actionImport() {
		return Tasks.custom("ImportActions", Void.class).onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_FAILURE))
				.execute(
						(instance, context) -> run(new ActionImportId(UUID.fromString(instance.getId().substring(0, instance.getId().indexOf('/')))), context.getSchedulerState()));
	}

	private CompletionHandler<Void> run(ActionImportId id, SchedulerState scheduler) {
		Work work = imports.begin(id).orElse(null);
		if (work == null) {
			return new CompletionHandler.OnCompleteRemove<>();
		}
		try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
			int done = work.actionsDone();
			while (done < work.plan().size()) {
				if (scheduler.isShuttingDown()) {
					return (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
				}
				done = part(id, work, done, senders);
			}
			imports.done(id);
		} catch (Refused e) {
			imports.failed(id, String.valueOf(e.getMessage()));
		}
		return new CompletionHandler.OnCompleteRemove<>();
	}

	private int part(ActionImportId id, Work work, int from, ExecutorService senders) {
		long began = System.nanoTime();
		int to = Math.min(from + PART, work.plan().size());
		List<Callable<@Nullable Void>> sendings = new ArrayList<>();
		for (PlannedAction action : work.plan().subList(from, to - 1)) {
			sendings.add(() -> {
				assign(id, work, action, commands::record);
				return null;
			});
		}
		try {
			for (Future<@Nullable Void> sent : senders.invokeAll(sendings)) {
				sent.get();
			}
		} catch (ExecutionException e) {
			throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while importing", e);
		}
		// when the views show the last, they show all before it
		assign(id, work, work.plan().get(to - 1), commands::send);
		imports.progress(id, to, work.plan().subList(0, to).stream().mapToInt(action -> action.promises().size()).sum(), Duration.ofNanos(System.nanoTime() - began));
		return to;
	}

	private void assign(ActionImportId id, Work work, PlannedAction planned, BiConsumer<Object, Intent> sender) {
		ActionId action = new ActionId(DerivedId.of(id.value(), "row " + planned.row()));
		Actor actor = Actor.person(work.person());
		try {
			send(sender, actor,
					new AssignAction(action, work.partnershipId(), work.agendaId(), planned.themeId(), work.meetingId(), null, text(planned.title()), optional(planned.text()),
							planned.agreedOn(), planned.promises().stream().map(promise -> agreed(id, promise)).toList()));
			if (planned.endedOn() != null && planned.ending() != null) {
				FreeText ending = text(planned.ending());
				switch (planned.status()) {
					case OPEN -> {
					}
					case DONE -> send(sender, actor, new CompleteAction(action, ending, planned.endedOn()));
					case DROPPED -> send(sender, actor, new DropAction(action, ending, planned.endedOn()));
				}
			}
		} catch (RuleBroken | UnknownReference | NotAllowed | NotFound e) {
			throw new Refused(planned.row(), e);
		}
	}

	private static void send(BiConsumer<Object, Intent> sender, Actor actor, ActionCommand command) {
		String key = "import/" + command.actionId() + "/" + command.getClass().getSimpleName();
		try {
			sender.accept(command, new Intent(actor, false, new Once(key, "import", 201, "/"), null));
		} catch (AlreadyDone e) {
			// before a crash
		} catch (RuleBroken e) {
			// long before, so that the key is forgotten; the ids are of this import alone
			if (!DONE_BEFORE.contains(e.rule())) {
				throw e;
			}
		}
	}

	private static AgreedPromise agreed(ActionImportId id, PlannedPromise planned) {
		Owner owner = new Owner(planned.kind(), planned.ownerId(), optional(planned.name()));
		AgreedPromise.Words deadline = planned.deadline() == null ? null : new AgreedPromise.Words(text(planned.deadline()), planned.saidOn());
		return new AgreedPromise(new PromiseId(DerivedId.of(id.value(), "promise in row " + planned.row())), owner, text(planned.what()), planned.of(), deadline);
	}

	private static FreeText text(String words) {
		return new FreeText(words, Salts.next());
	}

	private static @Nullable FreeText optional(@Nullable String words) {
		return words == null ? null : text(words);
	}
}
