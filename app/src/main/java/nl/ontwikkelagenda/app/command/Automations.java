package nl.ontwikkelagenda.app.command;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.reporting.readmodel.EventLog;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** The automations of this node: which events they react to, how far they are, and what they could not do. */
public class Automations implements SmartLifecycle {

	/**
	 * How it is with one automation.
	 *
	 * @param running     whether this node runs it
	 * @param failing     whether this node's last attempt failed, so that it waits before the next
	 * @param behind      positions of the log that it has yet to see
	 * @param deadLetters events that it could not handle, or that wait behind one
	 */
	public record State(String name, boolean running, boolean failing, long behind, long deadLetters) {
	}

	/**
	 * What has to be done by automations before an answer is given.
	 *
	 * @param automations those that react, by name
	 * @param segments where: of one aggregate everything is handled in one segment; none when no automation reacts
	 * @param position up to which
	 */
	record Awaited(Set<String> automations, Set<Integer> segments, long position) {
	}

	private static final Logger LOG = LoggerFactory.getLogger(Automations.class);
	private static final Duration NEWS = Duration.ofSeconds(1);
	private static final Duration DEAD_LETTERS_AGAIN = Duration.ofMinutes(5);
	private static final long SHORTEST_LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
	private static final long LONGEST_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(16);
	private static final Duration BREATH = Duration.ofMillis(20);
	private static final int LETTERS_AT_ONCE = 100;

	private final Supplier<EventProcessingConfiguration> configuration;
	private final AutomationSource source;
	private final EventLog log;
	private final JdbcTemplate jdbc;
	private final Serializer tokenSerializer;
	private final Segment[] segments;
	private final Map<Class<?>, Set<String>> reactions = new ConcurrentHashMap<>();
	/** Per segment the highest position that an automation of this instance appended and an automation reacts to. */
	private final AtomicLongArray appended;
	private volatile @Nullable Thread watch;

	Automations(Supplier<EventProcessingConfiguration> configuration, AutomationSource source, EventLog log, JdbcTemplate jdbc, Serializer tokenSerializer, int segments) {
		this.configuration = configuration;
		this.source = source;
		this.log = log;
		this.jdbc = jdbc;
		this.tokenSerializer = tokenSerializer;
		this.segments = Segment.splitBalanced(Segment.ROOT_SEGMENT, segments - 1).toArray(Segment[]::new);
		this.appended = new AtomicLongArray(segments);
	}

	/** Every automation with how it is now. */
	public List<State> states() {
		long head = log.safePosition();
		Map<String, Long> letters = deadLetters();
		Set<Integer> all = Arrays.stream(segments).map(Segment::getSegmentId).collect(Collectors.toSet());
		return processors().stream()
				.map(processor -> new State(processor.getName(), processor.isRunning(),
						processor.isError() || processor.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState),
						Math.max(0, head - passed(processor, all)),
						letters.getOrDefault(processor.getName(), 0L)))
				.toList();
	}

	/** Has automations try again what they could not do; answers how many aggregates' letters could be handled now. */
	public int retryDeadLetters() {
		int handled = 0;
		for (PooledStreamingEventProcessor processor : processors()) {
			SequencedDeadLetterProcessor<EventMessage<?>> letters = configuration.get().sequencedDeadLetterProcessor(processor.getName()).orElseThrow();
			Set<String> tried = new HashSet<>();
			for (int before = -1; before < tried.size() && tried.size() < LETTERS_AT_ONCE;) {
				before = tried.size();
				// The first letter of an aggregate that was not tried yet, and if that succeeds those behind it.
				if (letters.process(letter -> tried.add(letter.message().getIdentifier()))) {
					handled++;
				}
			}
		}
		return handled;
	}

	/**
	 * For a log that has lost its end: automations that have seen more than it holds go on from {@code head}.
	 *
	 * @return how many of them
	 */
	public int setBack(long head) {
		int setBack = 0;
		for (PooledStreamingEventProcessor processor : processors()) {
			List<Integer> beyond = jdbc.query("select segment, token, token_type from register.token where processor_name = ?",
					(row, number) -> positionOf(row.getBytes(2), row.getString(3)) > head ? row.getInt(1) : -1, processor.getName());
			beyond.removeIf(segment -> segment < 0);
			if (!beyond.isEmpty()) {
				boolean wasRunning = processor.isRunning();
				processor.shutDown();
				var token = tokenSerializer.serialize(new GlobalSequenceTrackingToken(head), byte[].class);
				beyond.forEach(segment -> jdbc.update("update register.token set token = ?, token_type = ? where processor_name = ? and segment = ?", token.getData(),
						token.getType().getName(), processor.getName(), segment));
				if (wasRunning) {
					processor.start();
				}
				setBack++;
			}
		}
		return setBack;
	}

	private long positionOf(byte @Nullable [] token, String type) {
		return token == null
				? 0
				: tokenSerializer.<byte[], TrackingToken>deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null)).position().orElse(0);
	}

	/** Has an automation try again what it could not do with this event, and when that succeeds what waits behind it; answers whether it succeeded. */
	public boolean retryDeadLetter(String automation, UUID event) {
		return configuration.get().sequencedDeadLetterProcessor(automation).map(letters -> letters.process(letter -> letter.message().getIdentifier().equals(event.toString())))
				.orElse(false);
	}

	/** Gives up what an automation could not do with this event, the first of its sequence; answers false when it is not there any more. */
	public boolean dropDeadLetter(String automation, UUID event) {
		return configuration.get().deadLetterQueue(automation).map(letters -> {
			for (Iterable<DeadLetter<? extends EventMessage<?>>> sequence : letters.deadLetters()) {
				DeadLetter<? extends EventMessage<?>> first = sequence.iterator().next();
				if (first.message().getIdentifier().equals(event.toString())) {
					letters.evict(first);
					return true;
				}
			}
			return false;
		}).orElse(false);
	}

	/** What automations do because of these events, which were appended up to this position. */
	Awaited reactionsTo(Set<Sending.Recorded> events, long position) {
		Set<String> reacting = events.stream().flatMap(event -> reactingTo(event.type()).stream()).collect(Collectors.toSet());
		Set<Integer> where = events.stream().filter(event -> !reactingTo(event.type()).isEmpty()).map(event -> segmentOf(event.aggregate())).collect(Collectors.toSet());
		return new Awaited(reacting, where, position);
	}

	/** What automations do because of what automations of this instance appended after this position. */
	Awaited reactionsAfter(long position) {
		Set<Integer> reacting = IntStream.range(0, segments.length).filter(segment -> appended.get(segment) > position).boxed().collect(Collectors.toSet());
		return new Awaited(processors().stream().map(PooledStreamingEventProcessor::getName).collect(Collectors.toSet()), reacting,
				reacting.stream().mapToLong(appended::get).max().orElse(position));
	}

	/** Waits until those automations have handled, or parked, what is awaited; tells whether that was in time. */
	boolean await(Awaited awaited, Duration patience) {
		long end = System.nanoTime() + patience.toNanos();
		source.wake();
		for (long pause = SHORTEST_LOOK_NANOS;; pause = Math.min(2 * pause, LONGEST_LOOK_NANOS)) {
			if (processors().stream().filter(processor -> awaited.automations().contains(processor.getName()))
					.allMatch(processor -> passed(processor, awaited.segments()) >= awaited.position())) {
				return true;
			}
			if (System.nanoTime() + pause > end || Thread.currentThread().isInterrupted()) {
				return false;
			}
			LockSupport.parkNanos(pause);
		}
	}

	/** An automation of this instance had this effect. */
	void appended(Sending sending) {
		Long position = sending.position;
		if (position != null) {
			Awaited reactions = reactionsTo(sending.events, position);
			reactions.segments().forEach(segment -> appended.accumulateAndGet(segment, position, Math::max));
			if (!reactions.segments().isEmpty()) {
				source.wake();
			}
		}
	}

	private Set<String> reactingTo(Class<?> type) {
		return reactions.computeIfAbsent(type, event -> processors().stream().filter(processor -> processor.eventHandlerInvoker().canHandleType(event))
				.map(PooledStreamingEventProcessor::getName).collect(Collectors.toSet()));
	}

	private int segmentOf(Object aggregate) {
		return Arrays.stream(segments).filter(segment -> segment.matches(aggregate)).findFirst().orElseThrow().getSegmentId();
	}

	/** The position up to which these segments are done, on whichever instance. */
	private long passed(PooledStreamingEventProcessor processor, Set<Integer> wanted) {
		Map<Integer, EventTrackerStatus> here = processor.processingStatus();
		long lowest = here.values().stream().filter(status -> wanted.contains(status.getSegment().getSegmentId())).map(EventTrackerStatus::getCurrentPosition)
				.mapToLong(position -> position.orElse(0)).min().orElse(Long.MAX_VALUE);
		Set<Integer> elsewhere = new HashSet<>(wanted);
		elsewhere.removeAll(here.keySet());
		return elsewhere.isEmpty() ? lowest : Math.min(lowest, stored(processor.getName(), elsewhere));
	}

	/** How far the segments are that other nodes work on: as they wrote it down. */
	private long stored(String processor, Set<Integer> elsewhere) {
		return jdbc.query("select segment, token, token_type from register.token where processor_name = ?",
				(row, number) -> elsewhere.contains(row.getInt(1)) ? positionOf(row.getBytes(2), row.getString(3)) : Long.MAX_VALUE, processor).stream().mapToLong(Long::longValue)
				.min().orElse(0);
	}

	private Map<String, Long> deadLetters() {
		Map<String, Long> letters = new ConcurrentHashMap<>();
		jdbc.query("select processing_group, count(*) from register.dead_letter group by processing_group", row -> {
			letters.put(row.getString(1), row.getLong(2));
		});
		return letters;
	}

	private List<PooledStreamingEventProcessor> processors() {
		return configuration.get().eventProcessors().values().stream().map(PooledStreamingEventProcessor.class::cast).toList();
	}

	/** Wakes automations for what other nodes, or commands without a waiting sender, appended; and tries dead letters again from time to time. */
	private void watch() {
		long seen = 0;
		long lastTry = System.nanoTime();
		while (isRunning()) {
			try {
				log.awaitNews(seen, NEWS);
				long safe = log.safePosition();
				if (safe > seen) {
					seen = safe;
					source.wake();
				}
				leaveToNewerVersion();
				if (System.nanoTime() - lastTry > DEAD_LETTERS_AGAIN.toNanos()) {
					lastTry = System.nanoTime();
					retryDeadLetters();
				}
				// Readers that are awake go on reading by themselves; this need not be done for every commit.
				LockSupport.parkNanos(BREATH.toNanos());
			} catch (InterruptedException e) {
				return;
			} catch (RuntimeException e) {
				if (isRunning()) {
					LOG.warn("Automations are not woken while the log cannot be read: {}", e.getMessage());
					LockSupport.parkNanos(NEWS.toNanos());
				}
			}
		}
	}

	/** What this version cannot read an instance of the newer one can, which takes over as soon as it may. This instance is not ready from then on. */
	private void leaveToNewerVersion() {
		if (source.metUnknown()) {
			List<PooledStreamingEventProcessor> running = processors().stream().filter(PooledStreamingEventProcessor::isRunning).toList();
			if (!running.isEmpty()) {
				LOG.warn("Een nieuwere versie heeft feiten vastgelegd die deze niet kan lezen; wat vanzelf gebeurt, wordt aan die versie overgelaten. Vervang deze instantie.");
				running.forEach(PooledStreamingEventProcessor::shutDown);
			}
		}
	}

	@Override
	public void start() {
		if (!processors().isEmpty()) {
			Thread watching = Thread.ofPlatform().daemon().name("automation-watch").unstarted(this::watch);
			watch = watching;
			watching.start();
		}
	}

	@Override
	public void stop() {
		Thread running = watch;
		watch = null;
		if (running != null) {
			running.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return watch != null;
	}
}
