package nl.ontwikkelagenda.app.axonserver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.axonserver.ServerLog.Placed;
import nl.ontwikkelagenda.app.store.NamingFacts;
import nl.ontwikkelagenda.app.store.Provenance;
import nl.ontwikkelagenda.app.store.RecordedFacts;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.Paged;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

/** Facts in Axon Server, which can only be read in their order from some place on: those that lie near each other are read in one go. */
final class ServerFacts implements RecordedFacts, NamingFacts {

	private static final JsonMapper JSON = JsonMapper.shared();
	private static final int AT_ONCE = 1_000;
	/** Reading over so many that are not asked for is quicker than beginning anew. */
	private static final int NEAR = 200;

	private final ServerLog log;
	private final EventLog places;

	ServerFacts(ServerLog log, EventLog places) {
		this.log = log;
		this.places = places;
	}

	@Override
	public List<Kind> kinds(Collection<Long> positions) {
		return events(positions).stream().map(placed -> new Kind(placed.event().getPayload().getType(), actor(placed.event()))).distinct().toList();
	}

	@Override
	public List<Long> positionsOf(String aggregate, long upTo) {
		return log.aggregate(aggregate, 0).stream().map(event -> places.positionOf(UUID.fromString(event.getMessageIdentifier())).orElseThrow())
				.filter(position -> position <= upTo)
				.toList();
	}

	@Override
	public List<Long> positionsOf(Collection<UUID> aggregates, Collection<String> types, Collection<UUID> outcomes, long upTo) {
		return aggregates.stream().flatMap(aggregate -> log.aggregate(aggregate.toString(), 0).stream())
				.filter(event -> types.contains(event.getPayload().getType()) && isOf(event, outcomes))
				.map(event -> places.positionOf(UUID.fromString(event.getMessageIdentifier())).orElseThrow()).filter(position -> position <= upTo).toList();
	}

	private static boolean isOf(Event event, Collection<UUID> outcomes) {
		String outcome = JSON.readTree(payload(event)).path("outcomeId").asString("");
		return outcome.isEmpty() || outcomes.stream().anyMatch(one -> one.toString().equals(outcome));
	}

	@Override
	public List<RecordedFacts.Place> places(Collection<Long> positions) {
		return events(positions).stream().map(placed -> new RecordedFacts.Place(placed.position(), UUID.fromString(placed.event().getMessageIdentifier()))).toList();
	}

	@Override
	public List<Long> matching(Collection<Long> positions, Filter filter, Set<String> otherThan) {
		return events(positions).stream().filter(placed -> !otherThan.contains(placed.event().getPayload().getType()) && matches(placed.event(), filter)).map(Placed::position)
				.toList();
	}

	private static boolean matches(Event event, Filter filter) {
		String naming = filter.naming() == null ? null : filter.naming().toString();
		return (filter.by() == null || actor(event).equals(Actor.person(filter.by()))) && (filter.type() == null || event.getPayload().getType().equals(filter.type()))
				&& (filter.from() == null || event.getTimestamp() >= filter.from().toEpochMilli())
				&& (filter.until() == null || event.getTimestamp() <= filter.until().toEpochMilli())
				&& (naming == null || event.getAggregateIdentifier().equals(naming) || payload(event).contains(naming))
				&& (filter.correlationId() == null || filter.correlationId().toString().equals(text(event, Provenance.CORRELATION)));
	}

	@Override
	public List<Fact> at(Collection<Long> positions) {
		return events(positions).stream().map(placed -> {
			var event = ServerRecordedEvents.recorded(placed.event());
			return new Fact(placed.position(), UUID.fromString(event.eventId()), event.type(), event.recordedAt(), actor(placed.event()), text(placed.event(), Provenance.ROLE),
					text(placed.event(), Provenance.CORRELATION), text(placed.event(), Provenance.CAUSATION), event.payload());
		}).toList();
	}

	@Override
	public Stream<Stored> of(Collection<PersonId> persons) {
		List<String> ids = persons.stream().map(PersonId::toString).toList();
		Set<Actor> themselves = persons.stream().map(Actor::person).collect(Collectors.toSet());
		return all().filter(placed -> ids.stream().anyMatch(id -> names(placed.event(), id))).map(placed -> {
			Event event = placed.event();
			var recorded = ServerRecordedEvents.recorded(event);
			boolean byHim = themselves.contains(actor(event));
			return new Stored(placed.position(), recorded.recordedAt(), recorded.type(), recorded.aggregateId(), byHim, byHim ? text(event, Provenance.ROLE) : null,
					recorded.payload());
		});
	}

	private static boolean names(Event event, String id) {
		return payload(event).contains(id) || event.getMetaDataMap().values().stream().map(MetaDataValue::getTextValue).anyMatch(value -> value.contains(id));
	}

	@Override
	public Set<PersonId> naming(Instant since, Set<PersonId> persons) {
		Set<PersonId> named = new HashSet<>();
		all().forEach(placed -> {
			Event event = placed.event();
			if (event.getTimestamp() >= since.toEpochMilli()) {
				String all = payload(event) + ServerRecordedEvents.recorded(event).metadata();
				persons.stream().filter(person -> all.contains(person.toString())).forEach(named::add);
			}
		});
		return named;
	}

	private Stream<Placed> all() {
		return Paged.stream(1, last -> log.readAfter(last == null ? 0 : last.position(), AT_ONCE));
	}

	private List<Placed> events(Collection<Long> positions) {
		TreeSet<Long> wanted = new TreeSet<>(positions);
		List<Placed> found = new ArrayList<>();
		while (!wanted.isEmpty()) {
			long first = wanted.first();
			long last = first;
			for (Long next = wanted.higher(last); next != null && next - last <= NEAR && next - first < AT_ONCE; next = wanted.higher(last)) {
				last = next;
			}
			Map<Long, Placed> read = log.readAfter(first - 1, (int) (last - first + 1)).stream().collect(Collectors.toMap(Placed::position, placed -> placed));
			Set<Long> here = wanted.headSet(last, true);
			here.stream().map(read::get).filter(placed -> placed != null).forEach(found::add);
			here.clear();
		}
		return found;
	}

	private static String payload(Event event) {
		return event.getPayload().getData().toStringUtf8();
	}

	private static Actor actor(Event event) {
		return new Actor(String.valueOf(text(event, Provenance.ACTOR)));
	}

	private static @Nullable String text(Event event, String name) {
		MetaDataValue value = event.getMetaDataMap().get(name);
		return value == null ? null : value.getTextValue();
	}
}
