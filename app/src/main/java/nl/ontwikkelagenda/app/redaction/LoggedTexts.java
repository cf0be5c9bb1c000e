package nl.ontwikkelagenda.app.redaction;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.audit.Texts;
import nl.ontwikkelagenda.reporting.redaction.RecordedTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The texts of the log where they are stored. Looking for words goes through all facts of a partnership, so it is for who is going to redact. */
@Component
class LoggedTexts implements RecordedTexts {

	/** What belongs to a partnership begins with a fact that names it. */
	private static final String OF_PARTNERSHIP = """
			exists (select from log.domain_event first where first.aggregate_identifier = event.aggregate_identifier and first.sequence_number = 0
				and first.payload ->> 'partnershipId' = :partnership)""";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final JdbcClient jdbc;

	LoggedTexts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A text as somebody typed it.
	 *
	 * @param pointer where it stands in the fact, a JSON pointer
	 * @param about   id of the thing that the fact is about
	 */
	record FoundText(UUID eventId, String pointer, String type, String about, Instant recordedAt, String text) {
	}

	private record Fact(UUID eventId, String type, String about, Instant recordedAt, JsonNode payload) {
	}

	@Override
	public Optional<RecordedText> find(PartnershipId partnership, UUID eventId, String pointer) {
		return jdbc.sql("select (event.payload #> string_to_array(substr(:pointer, 2), '/'))::text from log.domain_event event where event.event_identifier = :event and "
				+ OF_PARTNERSHIP).param("pointer", pointer).param("event", eventId).param("partnership", partnership.toString()).query(String.class).list().stream()
				.filter(found -> found != null).findFirst().flatMap(found -> text(JSON.readTree(found)));
	}

	private static Optional<RecordedText> text(JsonNode value) {
		if (value.size() == 1 && value.path(Texts.DIGEST).isString()) {
			return Optional.of(new RecordedText(value.path(Texts.DIGEST).asString(), true));
		}
		return isText(value) ? Optional.of(new RecordedText(Texts.digest(value.path("text").asString(), value.path("salt").asString()).toString(), false)) : Optional.empty();
	}

	private static boolean isText(JsonNode value) {
		return value.size() == 2 && value.path("text").isString() && value.path("salt").isString() && !value.path("salt").asString().isEmpty();
	}

	/** Every text of a partnership in which one of these stands, in whatever capitals; the newest first. */
	List<FoundText> with(PartnershipId partnership, Collection<String> words) {
		List<String> sought = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
		List<FoundText> found = new ArrayList<>();
		jdbc.sql("select event_identifier, payload_type, aggregate_identifier, time_stamp, payload::text from log.domain_event event where " + OF_PARTNERSHIP
				+ " and exists (select from unnest(:words) word where strpos(lower(event.payload::text), word) > 0) order by global_index desc")
				.param("partnership", partnership.toString()).param("words", sought.stream().map(LoggedTexts::asWritten).toArray(String[]::new))
				.query((row, number) -> new Fact(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getObject(4, OffsetDateTime.class).toInstant(),
						JSON.readTree(row.getString(5))))
				.list().forEach(fact -> collect(fact, "", fact.payload(), sought, found));
		return found;
	}

	/** As it stands inside a text of JSON. */
	private static String asWritten(String words) {
		String quoted = JSON.writeValueAsString(words);
		return quoted.substring(1, quoted.length() - 1);
	}

	private static void collect(Fact fact, String pointer, JsonNode value, List<String> sought, List<FoundText> found) {
		if (value.isObject() && isText(value)) {
			String text = value.path("text").asString();
			if (sought.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains)) {
				found.add(new FoundText(fact.eventId(), pointer, fact.type(), fact.about(), fact.recordedAt(), text));
			}
		} else if (value.isObject()) {
			value.properties().forEach(member -> collect(fact, pointer + "/" + member.getKey(), member.getValue(), sought, found));
		} else if (value.isArray()) {
			for (int i = 0; i < value.size(); i++) {
				collect(fact, pointer + "/" + i, value.get(i), sought, found);
			}
		}
	}
}
