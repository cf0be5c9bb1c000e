package nl.ontwikkelagenda.reporting.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

/** Writes a bundle: a ZIP with events, the proof of each, the checkpoint that the proofs lead to, and the description of all this. Holds one event at a time. */
public final class BundleWriter implements AutoCloseable {

	static final String FORMAT = "ontwikkelagenda-bundle/1";
	static final String DESCRIPTION = "audit-format.md";
	static final String CHECKPOINT = "checkpoint.txt";
	static final String EVENTS = "events.jsonl";
	static final String CONTENTS = "bundle.json";
	static final String PARTNERSHIP = "partnershipId";
	static final String SUBJECT = "subject";
	static final String AGGREGATES = "aggregates";
	static final String FROM = "from";
	static final String TO = "to";

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

	private final ZipOutputStream zip;
	private final Checkpoint checkpoint;
	private final Map<String, String> scope;
	private final Set<String> aggregates = new TreeSet<>();
	private long events;

	/**
	 * @param out   stays open
	 * @param note  the signed checkpoint that the proofs lead to
	 * @param scope what was asked for, by name; with a {@code subject} the bundle says of which aggregates it holds events
	 */
	public BundleWriter(OutputStream out, SignedNote note, Map<String, String> scope) throws IOException {
		this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		this.checkpoint = Checkpoint.parse(note.text());
		this.scope = new TreeMap<>(scope);
		begin(DESCRIPTION);
		try (InputStream description = Objects.requireNonNull(BundleWriter.class.getResourceAsStream("/" + DESCRIPTION))) {
			description.transferTo(zip);
		}
		begin(CHECKPOINT);
		zip.write(note.toString().getBytes(StandardCharsets.UTF_8));
		begin(EVENTS);
	}

	/** Dated as the checkpoint is: of the same events against the same checkpoint there is one bundle. */
	private void begin(String name) throws IOException {
		ZipEntry entry = new ZipEntry(name);
		entry.setTimeLocal(LocalDateTime.ofInstant(checkpoint.madeAt(), ZoneOffset.UTC));
		zip.putNextEntry(entry);
	}

	/**
	 * Adds an event without its texts.
	 *
	 * @param index of its leaf; each higher than the one before
	 */
	public void add(long index, RecordedEvent event, List<Hash> proof) {
		Map<String, @Nullable Object> line = new LinkedHashMap<>();
		line.put("index", index);
		line.put("eventId", event.eventId());
		line.put("aggregateId", event.aggregateId());
		putUnlessEmpty(line, "aggregateType", event.aggregateType());
		line.put("sequence", event.sequence());
		line.put("type", event.type());
		putUnlessEmpty(line, "revision", event.revision());
		line.put("recordedAt", moment(event.recordedAt()));
		line.put("payload", CanonicalJson.parse(event.payloadWithoutTexts()));
		line.put("metadata", CanonicalJson.parse(event.metadata()));
		line.put("proof", proof.stream().map(Hash::base64).toList());
		try {
			zip.write((CanonicalJson.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		events++;
		if (scope.containsKey(SUBJECT)) {
			aggregates.add(event.aggregateId());
		}
	}

	/** What is empty makes the same record as what is absent. */
	private static void putUnlessEmpty(Map<String, @Nullable Object> line, String name, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			line.put(name, value);
		}
	}

	static String moment(Instant instant) {
		return MOMENT.format(instant);
	}

	/** Ends the ZIP. */
	@Override
	public void close() throws IOException {
		Map<String, Object> told = new TreeMap<>(scope);
		if (scope.containsKey(SUBJECT)) {
			told.put(AGGREGATES, List.copyOf(aggregates));
		}
		begin(CONTENTS);
		zip.write((CanonicalJson
				.write(Map.of("format", FORMAT, "origin", checkpoint.origin(), "treeSize", checkpoint.size(), "events", events, "scope", told)) + "\n")
				.getBytes(StandardCharsets.UTF_8));
		zip.finish();
	}
}
