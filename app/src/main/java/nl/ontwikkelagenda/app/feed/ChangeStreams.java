package nl.ontwikkelagenda.app.feed;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.command.StoreUnavailable;
import nl.ontwikkelagenda.app.security.TooManyRequests;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams of changes that this instance sends. Each has a virtual thread that sleeps until the engine of the views, which looks for all of them, says that there is news. They
 * are ended before the web server begins to wait for requests that are under way.
 */
@Component
@EnableConfigurationProperties(StreamSettings.class)
class ChangeStreams implements SmartLifecycle {

	private static final int PATIENCE_AT_STOP_SECONDS = 5;

	private final FollowedChanges changes;
	private final ReadModelEngine views;
	private final StreamSettings settings;
	private final StreamPlaces places;
	private final Set<ChangeStream> open = ConcurrentHashMap.newKeySet();
	private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("changes-", 0).factory());
	private volatile boolean running;

	ChangeStreams(FollowedChanges changes, ReadModelEngine views, StreamSettings settings, MeterRegistry numbers) {
		this.changes = changes;
		this.views = views;
		this.settings = settings;
		this.places = new StreamPlaces(settings.perPerson(), settings.atOnce());
		Gauge.builder("streams.open", open, Set::size).description("Streams of changes that this instance sends").register(numbers);
	}

	/**
	 * Begins to send what changes after a position.
	 *
	 * @throws NotFound         when he may not see the subject
	 * @throws TooManyRequests  when there are too many streams already, and none of them is his
	 * @throws StoreUnavailable when this instance is stopping
	 */
	SseEmitter open(Subject subject, PersonId reader, long after) {
		if (!running) {
			throw new StoreUnavailable(new IllegalStateException("This instance is stopping"));
		}
		if (!changes.isVisible(subject, reader)) {
			throw new NotFound();
		}
		// without an end of the server's own: it has one itself, and a heartbeat by which it is noticed that nobody reads
		SseEmitter emitter = new SseEmitter(0L);
		ChangeStream stream = new ChangeStream(emitter, subject, reader, after, changes, views, settings);
		places.take(reader, stream);
		emitter.onError(failure -> stream.end());
		emitter.onCompletion(stream::end);
		open.add(stream);
		threads.execute(() -> {
			try {
				stream.run();
			} finally {
				open.remove(stream);
				places.giveBack(reader, stream);
			}
		});
		return emitter;
	}

	@Override
	public void start() {
		running = true;
	}

	@Override
	public void stop() {
		running = false;
		threads.shutdown();
		open.forEach(ChangeStream::end);
		try {
			threads.awaitTermination(PATIENCE_AT_STOP_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return running;
	}
}
