package nl.ontwikkelagenda.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What was stored once can be read for ever: the name and the JSON shape of every type of event are pinned in {@code contract/events.json}, and listed in
 * {@code docs/events.md}. After a deliberate change, write both again with {@code -Dcontract.update=true}.
 */
class EventContractTest {

	private static final Path CONTRACT = Path.of("src/test/resources/contract/events.json");
	private static final Path ROOT = Path.of("..");
	private static final Path CATALOGUE = ROOT.resolve("docs/events.md");
	private static final boolean UPDATE = Boolean.getBoolean("contract.update");
	private static final String AGAIN = " Write the contract again with: mvn -pl app -am test -Dtest=EventContractTest -Dsurefire.failIfNoSpecifiedTests=false -Dcontract.update=true";

	private final EventTypes types = EventTypes.scan();
	private final EventSerializer serializer = new EventSerializer(types);
	private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	@BeforeEach
	void writeTheContractAgainWhenAsked() throws IOException {
		if (UPDATE) {
			Files.createDirectories(CONTRACT.getParent());
			Files.writeString(CONTRACT, json.writeValueAsString(samples()) + "\n");
			Files.writeString(CATALOGUE, new EventCatalogue(types, ROOT).markdown());
		}
	}

	@Test
	void everyTypeOfEventIsStoredAsBefore() throws IOException {
		assertThat(breaches(json.readTree(Files.readString(CONTRACT)), samples())).isEmpty();
	}

	@Test
	void everyPinnedEventCanBeRead() throws IOException {
		JsonNode pinned = json.readTree(Files.readString(CONTRACT));
		assertThat(pinned.properties()).isNotEmpty().allSatisfy(sample -> {
			Class<?> type = Objects.requireNonNull(types.typeOf(sample.getKey()), sample.getKey() + " is gone.");
			assertThat(read(sample.getKey(), sample.getValue().toString())).isEqualTo(Samples.of(type, true));
		});
	}

	@Test
	void everyTypeOfEventIsReadBackTheSameWithoutWhatMayBeAbsent() {
		assertThat(types.all().entrySet()).isNotEmpty().allSatisfy(type -> {
			Object sample = Samples.of(type.getValue(), false);
			SerializedObject<String> stored = stored(sample);
			assertThat(stored.getType().getName()).isEqualTo(type.getKey());
			assertThat(stored.getData()).as("what is absent is left out").doesNotContain(":null");
			assertThat(read(type.getKey(), stored.getData())).isEqualTo(sample);
		});
	}

	@Test
	void theCatalogueOfEventsIsUpToDate() throws IOException {
		assertThat(Files.readString(CATALOGUE)).as("docs/events.md is not what the events say." + AGAIN).isEqualTo(new EventCatalogue(types, ROOT).markdown());
	}

	@Test
	void aMissingAChangedAndANewEventAreTold() {
		JsonNode pinned = json.readTree("{\"agenda.A\": {\"x\": 1}, \"agenda.B\": {\"x\": 1}}");
		assertThat(breaches(pinned, Map.of("agenda.B", json.readTree("{\"y\": 1}"), "agenda.C", json.readTree("{}")))).hasSize(3)
				.anySatisfy(breach -> assertThat(breach).contains("agenda.A is gone")).anySatisfy(breach -> assertThat(breach).contains("agenda.B has changed"))
				.anySatisfy(breach -> assertThat(breach).contains("agenda.C is new"));
		assertThat(breaches(pinned, Map.of("agenda.A", json.readTree("{\"x\": 1}"), "agenda.B", json.readTree("{\"x\": 1}")))).isEmpty();
	}

	@Test
	void twoEventsOfTheSameNameAreRejected() {
		assertThatThrownBy(() -> EventTypes.of(List.of(One.class, Other.class))).hasMessageContaining("Two types of events would be stored as app.Happened");
	}

	@Test
	void anEventWithAFloatHasNoSample() {
		assertThatThrownBy(() -> Samples.of(Measured.class, true)).hasMessageContaining("has no place in an event");
	}

	sealed interface One {
		record Happened(int count) implements One {
		}
	}

	sealed interface Other {
		record Happened(int count) implements Other {
		}
	}

	record Measured(double amount) {
	}

	private Map<String, JsonNode> samples() {
		Map<String, JsonNode> samples = new TreeMap<>();
		types.all().forEach((name, type) -> samples.put(name, json.readTree(stored(Samples.of(type, true)).getData())));
		return samples;
	}

	private static List<String> breaches(JsonNode pinned, Map<String, JsonNode> now) {
		List<String> breaches = new ArrayList<>();
		pinned.properties().forEach(sample -> {
			JsonNode today = now.get(sample.getKey());
			if (today == null) {
				breaches.add(sample.getKey() + " is gone: stored events of this type could no longer be read. Keep the record, or add an upcaster that replaces it." + AGAIN);
			} else if (!today.equals(sample.getValue())) {
				breaches.add(sample.getKey() + " has changed from " + sample.getValue() + " to " + today
						+ ": stored events keep the old shape. Give the record a @Revision and an upcaster, or make a new type of event." + AGAIN);
			}
		});
		now.keySet().stream().filter(name -> !pinned.has(name)).forEach(name -> breaches.add(name + " is new: look at its name and JSON once more, they are for ever." + AGAIN));
		return breaches;
	}

	private SerializedObject<String> stored(Object event) {
		return serializer.serialize(event, String.class);
	}

	private Object read(String name, String data) {
		var revision = serializer.typeForClass(types.typeOf(name)).getRevision();
		return serializer.deserialize(new SimpleSerializedObject<>(data, String.class, name, revision));
	}
}
