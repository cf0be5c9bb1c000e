package nl.ontwikkelagenda.reporting.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import org.jspecify.annotations.Nullable;

/** Verifies a bundle with nothing but the public keys of whom one believes: no database, no network. Reads it once, from front to end. */
public final class BundleVerifier {

	private static final int LONGEST_LINE = 4 << 20;
	private static final int BUFFER = 1 << 16;

	private final Collection<VerifierKey> keys;
	private final Map<String, Long> sequences = new HashMap<>();
	/** Aggregates whose first line is not their first event. */
	private final Set<String> withoutBeginning = new TreeSet<>();
	/** What first events say of which partnership they are; empty when they do not. */
	private final Set<String> partnerships = new TreeSet<>();
	private @Nullable Checkpoint checkpoint;
	private long events;
	private long first = -1;
	private long last = -1;

	/** What came out. */
	public sealed interface Verdict {

		/**
		 * Everything is as it was recorded.
		 *
		 * @param events     how many
		 * @param things     of how many aggregates
		 * @param contiguous whether they are all that the log has between the first and the last
		 */
		record Good(Checkpoint checkpoint, long events, long things, boolean contiguous) implements Verdict {
		}

		/**
		 * Something is not.
		 *
		 * @param event number of the event in the bundle, from 1; 0 when it is about the bundle as a whole
		 * @param how   one Dutch sentence
		 */
		record Bad(long event, String how) implements Verdict {
		}
	}

	/** Why the bundle is no good. */
	private static final class Fault extends Exception {

		Fault(String how) {
			super(how);
		}
	}

	/** @param keys of which one must have signed the checkpoint */
	public BundleVerifier(Collection<VerifierKey> keys) {
		this.keys = keys;
	}

	/** Verifies one bundle; a verifier is used once. */
	public Verdict verify(InputStream bundle) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(bundle, BUFFER), StandardCharsets.UTF_8)) {
			Set<String> seen = new HashSet<>();
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (!seen.add(entry.getName())) {
					throw new Fault("De bundel bevat twee keer het bestand " + entry.getName() + ".");
				}
				switch (entry.getName()) {
					case BundleWriter.CHECKPOINT -> checkpoint = checkpoint(whole(zip));
					case BundleWriter.EVENTS -> events(zip);
					case BundleWriter.CONTENTS -> contents(whole(zip), seen.contains(BundleWriter.EVENTS));
					default -> {
						// explains, proves nothing
					}
				}
			}
			if (checkpoint == null || !seen.containsAll(Set.of(BundleWriter.CHECKPOINT, BundleWriter.EVENTS, BundleWriter.CONTENTS))) {
				throw new Fault("De bundel is niet compleet: er horen een checkpoint, feiten en een inhoudsopgave in.");
			}
			return new Verdict.Good(checkpoint, events, sequences.size(), events == last - first + 1);
		} catch (Fault e) {
			return new Verdict.Bad(events, String.valueOf(e.getMessage()));
		} catch (ZipException | EOFException e) {
			return new Verdict.Bad(events, "De bundel is geen goed ZIP-bestand, of is afgebroken.");
		}
	}

	private Checkpoint checkpoint(String text) throws Fault {
		try {
			SignedNote note = SignedNote.parse(text);
			if (!note.isSignedBy(keys)) {
				throw new Fault("Het checkpoint is niet ondertekend met een sleutel die u vertrouwt.");
			}
			return Checkpoint.parse(note.text());
		} catch (IllegalArgumentException e) {
			throw new Fault("Het checkpoint is onleesbaar.");
		}
	}

	private void events(InputStream in) throws IOException, Fault {
		if (checkpoint == null) {
			throw new Fault("Het checkpoint hoort voor de feiten te staan.");
		}
		byte[] buffer = new byte[BUFFER];
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
			int from = 0;
			for (int i = 0; i < read; i++) {
				if (buffer[i] == '\n') {
					line.write(buffer, from, i - from);
					from = i + 1;
					fits(line.size());
					events++;
					event(text(line.toByteArray()), checkpoint);
					line.reset();
				}
			}
			line.write(buffer, from, read - from);
			fits(line.size());
		}
		if (line.size() > 0) {
			throw new Fault("De laatste regel met een feit is afgebroken.");
		}
	}

	private static void fits(int bytes) throws Fault {
		if (bytes > LONGEST_LINE) {
			throw new Fault("Een regel is langer dan 4 MB.");
		}
	}

	private void event(String line, Checkpoint against) throws Fault {
		try {
			Members members = new Members(CanonicalJson.parse(line));
			long index = members.number("index");
			String aggregate = members.text("aggregateId");
			long sequence = members.number("sequence");
			Map<?, ?> payload = members.object("payload");
			RecordedEvent event = new RecordedEvent(members.text("eventId"), aggregate, members.optional("aggregateType"), sequence, members.text("type"),
					members.optional("revision"), Instant.parse(members.text("recordedAt")), CanonicalJson.write(payload),
					CanonicalJson.write(members.object("metadata")));
			if (!BundleWriter.moment(event.recordedAt()).equals(members.text("recordedAt"))) {
				throw new Fault("Het feit heeft een tijdstip in een andere vorm dan de beschrijving zegt.");
			}
			if (index <= last) {
				throw new Fault("Het feit staat niet op volgorde: nummer " + index + " komt na nummer " + last + ".");
			}
			if (!Proofs.includes(event.leaf(index), index, against.size(), members.hashes("proof"), against.root())) {
				throw new Fault("Feit " + event.eventId() + " (nummer " + index + " in het logboek) is niet zoals het is vastgelegd, of zijn bewijs klopt niet.");
			}
			Long before = sequences.put(aggregate, sequence);
			if (before != null && sequence != before + 1) {
				throw new Fault("Voor feit " + event.eventId() + " ontbreekt iets: van " + aggregate + " volgt nummer " + sequence + " op nummer " + before + ".");
			}
			if (sequence == 0) {
				partnerships.add(payload.get(BundleWriter.PARTNERSHIP) instanceof String partnership ? partnership : "");
			} else if (before == null) {
				withoutBeginning.add(aggregate);
			}
			first = first < 0 ? index : first;
			last = index;
		} catch (IllegalArgumentException | DateTimeException e) {
			throw new Fault("Het feit is onleesbaar: " + e.getMessage() + ".");
		}
	}

	private void contents(String text, boolean counted) throws Fault {
		if (!counted) {
			throw new Fault("De inhoudsopgave hoort na de feiten te staan.");
		}
		try {
			Members members = new Members(CanonicalJson.parse(text));
			if (!members.text("format").equals(BundleWriter.FORMAT)) {
				throw new Fault("Deze bundel heeft een andere vorm: " + members.text("format") + ".");
			}
			if (members.number("events") != events) {
				throw new Fault("Er horen " + members.number("events") + " feiten in de bundel, maar het zijn er " + events + ".");
			}
			scope(new Members(members.object("scope")));
		} catch (IllegalArgumentException e) {
			throw new Fault("De inhoudsopgave is onleesbaar.");
		}
	}

	/** What the bundle says that it is about, against the lines that are in it. */
	private void scope(Members scope) throws Fault {
		if (!scope.has(BundleWriter.FROM) && !withoutBeginning.isEmpty()) {
			throw new Fault("Van " + withoutBeginning.iterator().next() + " ontbreken de eerste feiten.");
		}
		String partnership = scope.text(BundleWriter.PARTNERSHIP);
		if (!Set.of(partnership).containsAll(partnerships)) {
			throw new Fault("De bundel bevat feiten die niet van samenwerkingsverband " + partnership + " zijn.");
		}
		if (scope.has(BundleWriter.SUBJECT)) {
			// before there was a list, a bundle was about one aggregate
			Set<String> about = scope.has(BundleWriter.AGGREGATES) ? scope.texts(BundleWriter.AGGREGATES) : Set.of(scope.text(BundleWriter.SUBJECT));
			different(about, sequences.keySet(), "Van %s horen er feiten in de bundel, maar ze ontbreken.");
			different(sequences.keySet(), about, "De bundel bevat feiten van %s, dat niet bij het onderwerp hoort.");
		}
	}

	private static void different(Set<String> these, Set<String> those, String how) throws Fault {
		Optional<String> other = these.stream().filter(one -> !those.contains(one)).min(Comparator.naturalOrder());
		if (other.isPresent()) {
			throw new Fault(how.formatted(other.get()));
		}
	}

	private static String whole(InputStream in) throws IOException, Fault {
		byte[] bytes = in.readNBytes(LONGEST_LINE + 1);
		if (bytes.length > LONGEST_LINE) {
			throw new Fault("Een bestand in de bundel is te groot.");
		}
		return text(bytes);
	}

	private static String text(byte[] bytes) throws Fault {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		} catch (CharacterCodingException e) {
			throw new Fault("De bundel bevat tekst die geen UTF-8 is.");
		}
	}

	/** A JSON object, asked for what must be in it. */
	private record Members(Map<?, ?> object) {

		Members(@Nullable Object json) {
			this(json instanceof Map<?, ?> members ? members : Map.of());
		}

		String text(String name) {
			return member(name, String.class);
		}

		boolean has(String name) {
			return object.containsKey(name);
		}

		Set<String> texts(String name) {
			List<?> list = member(name, List.class);
			if (!list.stream().allMatch(String.class::isInstance)) {
				throw lacks(name);
			}
			return list.stream().map(String.class::cast).collect(Collectors.toSet());
		}

		@Nullable
		String optional(String name) {
			return object.containsKey(name) ? text(name) : null;
		}

		long number(String name) {
			BigDecimal number = member(name, BigDecimal.class);
			if (number.scale() != 0 || number.signum() < 0 || number.precision() >= 19) {
				throw lacks(name);
			}
			return number.longValueExact();
		}

		Map<?, ?> object(String name) {
			return member(name, Map.class);
		}

		List<Hash> hashes(String name) {
			List<?> list = member(name, List.class);
			return list.stream().map(hash -> Hash.ofBase64(String.valueOf(hash))).toList();
		}

		private <T> T member(String name, Class<T> kind) {
			return Optional.ofNullable(object.get(name)).filter(kind::isInstance).map(kind::cast).orElseThrow(() -> lacks(name));
		}

		private static IllegalArgumentException lacks(String name) {
			return new IllegalArgumentException(name + " ontbreekt of is verkeerd");
		}
	}
}
