package nl.ontwikkelagenda.app.erasure;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.erasure.RemovalFile.RemovedText;
import nl.ontwikkelagenda.app.store.Stretch;
import nl.ontwikkelagenda.reporting.redaction.LegalGround;
import nl.ontwikkelagenda.reporting.redaction.RedactionId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** They are rows, of which PostgreSQL finds the ones that may do. */
@Component
@Profile("!axonserver")
final class JdbcTextFacts implements TextFacts {

	private static final String OF_PARTNERSHIP = """
			exists (select from log.domain_event first where first.aggregate_identifier = event.aggregate_identifier and first.sequence_number = 0
				and first.payload ->> 'partnershipId' = :partnership)""";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final JdbcClient jdbc;

	JdbcTextFacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<JsonNode> at(PartnershipId partnership, UUID eventId, String pointer) {
		return jdbc.sql("select (event.payload #> string_to_array(substr(:pointer, 2), '/'))::text from log.domain_event event where event.event_identifier = :event and "
				+ OF_PARTNERSHIP).param("pointer", pointer).param("event", eventId).param("partnership", partnership.toString()).query(String.class).list().stream()
				.filter(found -> found != null).findFirst().map(JSON::readTree);
	}

	@Override
	public List<Fact> with(PartnershipId partnership, String words) {
		return search("first.payload ->> 'partnershipId' = :partnership and strpos(lower(event.payload::text), :words) > 0",
				Map.of("partnership", partnership.toString(), "words", words));
	}

	@Override
	public List<Fact> naming(List<String> words, String digits) {
		return search("""
				(exists (select from unnest(:words) word where strpos(lower(event.payload::text), word) > 0)
				or :grouped <> '' and event.payload::text ~ :grouped)""",
				Map.of("words", words.toArray(String[]::new), "grouped", String.join("[^0-9]*", digits.split(""))));
	}

	private List<Fact> search(String condition, Map<String, Object> parameters) {
		String sql = """
				select event.event_identifier, event.payload_type, event.aggregate_identifier, event.time_stamp, first.payload ->> 'partnershipId', event.payload::text
				from log.domain_event event join log.domain_event first on first.aggregate_identifier = event.aggregate_identifier and first.sequence_number = 0
				where event.global_index > :after and event.global_index <= :upTo and first.payload ->> 'partnershipId' is not null and """ + " " + condition
				+ " order by event.global_index desc";
		long last = jdbc.sql("select coalesce(max(global_index), 0) from log.domain_event").query(Long.class).single();
		return Stretch.newestFirst(last).flatMap(stretch -> jdbc.sql(sql).params(parameters).param("after", stretch.after()).param("upTo", stretch.upTo())
				.query((row, number) -> new Fact(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getObject(4, OffsetDateTime.class).toInstant(),
						PartnershipId.of(row.getString(5)), JSON.readTree(row.getString(6))))
				.list().stream()).toList();
	}

	@Override
	public List<RemovedText> redacted() {
		return jdbc.sql("""
				select payload ->> 'redactionId', payload ->> 'partnershipId', payload ->> 'eventId', payload ->> 'pointer', payload ->> 'ground' from log.domain_event
				where payload_type = 'reporting.TextRedacted' order by global_index""")
				.query((row, number) -> new RemovedText(RedactionId.of(row.getString(1)), PartnershipId.of(row.getString(2)), row.getString(3), row.getString(4),
						LegalGround.valueOf(row.getString(5))))
				.list();
	}

	@Override
	public boolean canRedact() {
		return true;
	}
}
