package nl.ontwikkelagenda.app.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One stream of changes to one reader. Everything that one fact changed is one event with the fact's position as its id, so that a reader who was cut off has all of it or nothing,
 * and goes on where he was.
 */
final class ChangeStream implements Runnable {

	private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);
	/** How soon it is noticed that the stream is to end. */
	private static final Duration LOOK = Duration.ofMillis(500);
	private static final long RECONNECT_MILLIS = 3_000;
	/** Two that take turns in making way for one another do so slowly. */
	private static final long RECONNECT_LATER_MILLIS = 60_000;
	private static final int AT_ONCE = 100;

	private final SseEmitter emitter;
	private final Subject subject;
	private final PersonId reader;
	private final FollowedChanges changes;
	private final ReadModelEngine views;
	private final StreamSettings settings;
	private long position;
	private long lastSaid;
	private volatile boolean ending;
	private volatile boolean makingWay;

	/** @param after the position after which it begins */
	ChangeStream(SseEmitter emitter, Subject subject, PersonId reader, long after, FollowedChanges changes, ReadModelEngine views, StreamSettings settings) {
		this.emitter = emitter;
		this.subject = subject;
		this.reader = reader;
		this.position = after;
		this.changes = changes;
		this.views = views;
		this.settings = settings;
	}

	/** What one event says. */
	record Event(long position, List<ChangeEntry> items) {
	}

	/** It ends within a moment. */
	void end() {
		ending = true;
	}

	/** It ends within a moment, as its reader has another that needs its place; if it is still read, it is to come back later. */
	void makeWay() {
		makingWay = true;
		ending = true;
	}

	@Override
	public void run() {
		try {
			say(SseEmitter.event().id(Long.toString(position)).reconnectTime(RECONNECT_MILLIS));
			follow();
			if (makingWay) {
				say(SseEmitter.event().id(Long.toString(position)).reconnectTime(RECONNECT_LATER_MILLIS));
			}
			emitter.complete();
		} catch (IOException | IllegalStateException e) {
			LOG.debug("Nobody reads this stream any more", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (RuntimeException e) {
			// whoever follows it comes back by himself, and misses nothing
			LOG.warn("A stream of changes is ended", e);
			emitter.complete();
		}
	}

	private void follow() throws IOException, InterruptedException {
		long end = System.nanoTime() + settings.longest().toNanos();
		boolean allowed = true;
		while (allowed && !ending && System.nanoTime() - end < 0) {
			if (views.awaitBeyond(position, LOOK)) {
				allowed = tell(views.position());
			} else if (System.nanoTime() - lastSaid >= settings.heartbeat().toNanos()) {
				allowed = changes.isVisible(subject, reader);
				if (allowed) {
					say(SseEmitter.event().id(Long.toString(position)).comment(""));
				}
			}
		}
	}

	/** Answers false when the reader lost his right. */
	private boolean tell(long upTo) throws IOException, InterruptedException {
		boolean more = upTo > position;
		while (more && !ending) {
			Optional<FollowedChanges.Told> told = changes.next(subject, reader, position, upTo, AT_ONCE);
			if (told.isEmpty()) {
				return false;
			}
			for (Event event : events(told.get().items())) {
				say(SseEmitter.event().id(Long.toString(event.position())).name("changes").data(event, MediaType.APPLICATION_JSON));
			}
			position = told.get().upTo();
			more = told.get().more();
		}
		return true;
	}

	private static List<Event> events(List<ChangeEntry> items) {
		List<Event> events = new ArrayList<>();
		for (ChangeEntry item : items) {
			if (events.isEmpty() || events.getLast().position() != item.position()) {
				events.add(new Event(item.position(), new ArrayList<>()));
			}
			events.getLast().items().add(item);
		}
		return events;
	}

	private void say(SseEmitter.SseEventBuilder event) throws IOException {
		emitter.send(event);
		lastSaid = System.nanoTime();
	}
}
