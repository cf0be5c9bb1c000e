package nl.ontwikkelagenda.app.personaldata;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future.State;
import java.util.concurrent.TimeUnit;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Looks up what is recorded about people beside their page, one after the other, as it goes through the whole log. What was found is given once and stands nowhere else: it is nobody
 * else's business, and whoever asks again wants to know how it is then.
 */
@Component
class Lookups implements DisposableBean {

	/** Of each kind. */
	private static final int LATEST = 25;
	/** For who does not come back for it. */
	private static final Executor AFTER_A_WHILE = CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES);

	private final EverythingAbout everything;
	private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("lookup").factory());
	private final Map<PersonId, Lookup> lookups = new ConcurrentHashMap<>();

	Lookups(EverythingAbout everything) {
		this.everything = everything;
	}

	private final class Lookup {

		private final CompletableFuture<Overview> found;
		private volatile Step step = Step.DOCUMENTS;

		private Lookup(PersonId person) {
			this.found = CompletableFuture.supplyAsync(() -> {
				try {
					return everything.overview(person, LATEST, next -> step = next);
				} finally {
					AFTER_A_WHILE.execute(() -> lookups.remove(person, this));
				}
			}, thread);
		}
	}

	/** Where is looked, one after the other. */
	enum Step {
		DOCUMENTS, FACTS, REGISTERS, TEXTS, FILES
	}

	/**
	 * How far it is.
	 *
	 * @param found null while it is being looked up
	 * @param step  where is being looked, or was last
	 */
	record Progress(@Nullable Overview found, Step step) {
	}

	/**
	 * How far it is with what this person asked for; begins when he did not ask yet.
	 *
	 * @throws IllegalStateException when it could not be looked up, with the cause
	 */
	Progress of(PersonId person) {
		Lookup lookup = lookups.computeIfAbsent(person, Lookup::new);
		State state = lookup.found.state();
		if (state != State.RUNNING) {
			lookups.remove(person, lookup);
		}
		return switch (state) {
			case RUNNING -> new Progress(null, lookup.step);
			case SUCCESS -> new Progress(lookup.found.resultNow(), lookup.step);
			case FAILED, CANCELLED -> throw new IllegalStateException("What is recorded about somebody could not be looked up", lookup.found.exceptionNow());
		};
	}

	@Override
	public void destroy() {
		thread.shutdownNow();
	}
}
