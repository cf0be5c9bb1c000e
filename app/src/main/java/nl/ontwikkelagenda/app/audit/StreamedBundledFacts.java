package nl.ontwikkelagenda.app.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import nl.ontwikkelagenda.app.audit.Bundles.Scope;
import nl.ontwikkelagenda.reporting.audit.RecordedEvent;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents.Placed;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The log can only be gone through; the ledger tells where a part begins. */
@Component
@Profile("axonserver")
final class StreamedBundledFacts implements BundledFacts {

	private static final int AT_ONCE = 1_000;
	private static final JsonMapper JSON = JsonMapper.shared();

	private final RecordedEvents log;
	private final Ledger ledger;

	StreamedBundledFacts(RecordedEvents log, Ledger ledger) {
		this.log = log;
		this.ledger = ledger;
	}

	@Override
	public long[] positions(Scope scope) {
		Set<String> touched = scope.touched() == null ? null : touched(scope.touched());
		Set<String> aggregates = new HashSet<>();
		List<Long> found = new ArrayList<>();
		through(0, scope.upTo(), placed -> {
			RecordedEvent event = placed.event();
			boolean wanted = touched == null || touched.contains(event.aggregateId());
			if (event.sequence() == 0 && wanted && begins(event, scope.partnership().toString())) {
				aggregates.add(event.aggregateId());
			}
			if (placed.position() > scope.after() && aggregates.contains(event.aggregateId())) {
				found.add(placed.position());
			}
		});
		return found.stream().mapToLong(Long::longValue).toArray();
	}

	/** The aggregates of the facts at these positions. */
	private Set<String> touched(List<Long> positions) {
		Set<Long> at = Set.copyOf(positions);
		Set<String> touched = new HashSet<>();
		if (!positions.isEmpty()) {
			through(positions.getFirst() - 1, positions.getLast(), placed -> {
				if (at.contains(placed.position())) {
					touched.add(placed.event().aggregateId());
				}
			});
		}
		return touched;
	}

	private static boolean begins(RecordedEvent event, String partnership) {
		return event.payload().contains(partnership) && JSON.readTree(event.payload()).path("partnershipId").asString("").equals(partnership);
	}

	@Override
	public List<Numbered> part(int run, long[] positions, long size) {
		List<Numbered> part = new ArrayList<>();
		through(positions[0] - 1, positions[positions.length - 1], placed -> {
			if (Arrays.binarySearch(positions, placed.position()) >= 0) {
				ledger.leafOf(run, UUID.fromString(placed.event().eventId())).filter(leaf -> leaf.index() < size)
						.ifPresent(leaf -> part.add(new Numbered(leaf.index(), placed.event())));
			}
		});
		return part;
	}

	private void through(long after, long upTo, Consumer<Placed> reader) {
		long at = after;
		for (List<Placed> events = log.readAfter(at, AT_ONCE); !events.isEmpty() && at < upTo; events = log.readAfter(at, AT_ONCE)) {
			events.stream().filter(placed -> placed.position() <= upTo).forEach(reader);
			at = events.getLast().position();
		}
	}
}
