package nl.ontwikkelagenda.app.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import nl.ontwikkelagenda.app.audit.Bundles.Scope;
import nl.ontwikkelagenda.app.audit.Ledger.Leaf;
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
	public List<String> aggregates(Scope scope) {
		List<String> found = new ArrayList<>();
		long at = 0;
		for (List<Placed> events = log.readAfter(at, AT_ONCE); !events.isEmpty() && at < scope.upTo(); events = log.readAfter(at, AT_ONCE)) {
			events.stream().map(Placed::event).filter(event -> event.sequence() == 0 && (scope.subject() == null || scope.subject().equals(event.aggregateId())))
					.filter(event -> begins(event, scope.partnership().toString())).map(RecordedEvent::aggregateId).forEach(found::add);
			at = events.getLast().position();
		}
		return found;
	}

	private static boolean begins(RecordedEvent event, String partnership) {
		return event.payload().contains(partnership) && JSON.readTree(event.payload()).path("partnershipId").asString("").equals(partnership);
	}

	@Override
	public List<Numbered> part(Scope scope, int run, long last, long size, List<String> aggregates, int limit) {
		Set<String> wanted = new HashSet<>(aggregates);
		List<Numbered> part = new ArrayList<>();
		for (long index = last + 1; index < size && part.size() < limit; index += AT_ONCE) {
			long from = index;
			long to = Math.min(size, from + AT_ONCE);
			var leaves = ledger.leaves(run, from, to);
			Leaf first = leaves.get(from);
			if (first == null || first.position() > scope.upTo()) {
				return part;
			}
			List<Placed> events = log.readAfter(first.position() - 1, (int) (to - from));
			for (int i = 0; i < events.size() && part.size() < limit; i++) {
				Placed placed = events.get(i);
				if (placed.position() > scope.after() && placed.position() <= scope.upTo() && wanted.contains(placed.event().aggregateId())) {
					part.add(new Numbered(from + i, placed.event()));
				}
			}
		}
		return part;
	}
}
