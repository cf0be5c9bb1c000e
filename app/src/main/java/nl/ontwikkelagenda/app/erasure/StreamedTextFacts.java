package nl.ontwikkelagenda.app.erasure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.erasure.RemovalFile.RemovedText;
import nl.ontwikkelagenda.reporting.audit.RecordedEvent;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents.Placed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** In Axon Server the log can only be gone through, and nothing in it can be changed: texts are found there, but not redacted. */
@Component
@Profile("axonserver")
final class StreamedTextFacts implements TextFacts {

	private static final int AT_ONCE = 1_000;
	private static final JsonMapper JSON = JsonMapper.shared();

	private final RecordedEvents log;

	StreamedTextFacts(RecordedEvents log) {
		this.log = log;
	}

	/** @throws RuleBroken always: it is asked by who is going to redact */
	@Override
	public Optional<JsonNode> at(PartnershipId partnership, UUID eventId, String pointer) {
		throw new RuleBroken("redaction-needs-postgresql",
				"Lakken kan niet zolang het logboek in Axon Server staat, want daar kan niets worden gewijzigd; vraag de beheerder om het logboek terug te zetten in PostgreSQL.");
	}

	@Override
	public List<Fact> with(PartnershipId partnership, String words) {
		return search((of, event) -> of.equals(partnership));
	}

	@Override
	public List<Fact> naming(List<String> words, String digits) {
		return search((of, event) -> !digits.isEmpty() || words.stream().anyMatch(word -> event.payload().toLowerCase(Locale.ROOT).contains(word)));
	}

	private List<Fact> search(BiPredicate<PartnershipId, RecordedEvent> wanted) {
		Map<String, PartnershipId> partnerships = new HashMap<>();
		List<Fact> found = new ArrayList<>();
		long at = 0;
		for (List<Placed> events = log.readAfter(at, AT_ONCE); !events.isEmpty(); events = log.readAfter(at, AT_ONCE)) {
			for (Placed placed : events) {
				RecordedEvent event = placed.event();
				JsonNode payload = JSON.readTree(event.payload());
				if (event.sequence() == 0 && payload.path("partnershipId").isString()) {
					partnerships.put(event.aggregateId(), PartnershipId.of(payload.path("partnershipId").asString()));
				}
				PartnershipId partnership = partnerships.get(event.aggregateId());
				if (partnership != null && wanted.test(partnership, event)) {
					found.add(new Fact(UUID.fromString(event.eventId()), event.type(), event.aggregateId(), event.recordedAt(), partnership, payload));
				}
			}
			at = events.getLast().position();
		}
		return found.reversed();
	}

	/** Backups of this database hold no texts of the log. */
	@Override
	public List<RemovedText> redacted() {
		return List.of();
	}

	@Override
	public boolean canRedact() {
		return false;
	}
}
