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
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import org.jspecify.annotations.Nullable;

/**
 * Verifies a bundle with nothing but the public keys of whom one believes: no database, no network. Reads it once, from front to end, by the rules of {@code docs/audit-format.md}: what
 * is not proved and not written exactly as it says, is refused.
 */
public final class BundleVerifier {

	/** What a bundle holds, in this order. */
	private static final List<String> ENTRIES = List.of(BundleWriter.DESCRIPTION, BundleWriter.CHECKPOINT, BundleWriter.EVENTS, BundleWriter.CONTENTS);
	private static final Set<String> IN_EVERY_LINE = Set.of("index", "eventId", "aggregateId", "sequence", "type", "recordedAt", "payload", "metadata", "proof");
	private static final Set<String> IN_SOME_LINES = Set.of("aggregateType", "revision");
	private static final Set<String> IN_CONTENTS = Set.of("format", "origin", "treeSize", "events", "scope");
	private static final Set<String> IN_SOME_SCOPES = Set.of(BundleWriter.SUBJECT, BundleWriter.AGGREGATES, BundleWriter.FROM, BundleWriter.TO);
	private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");
	private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
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
		 * @param event number of the first event, and of its line, that fails, from 1; 0 when it is the bundle as a whole that does
		 * @param how   one Dutch sentence
		 */
		record Bad(long event, String how) implements Verdict {
		}
	}

	/** Why the bundle is no good. */
	private static final class Fault extends Exception {

		private final long event;

		Fault(long event, String how) {
			super(how);
			this.event = event;
		}

		/** Of the bundle as a whole. */
		Fault(String how) {
			this(0, how);
		}
	}

	/** @param keys of which one must have signed the checkpoint */
	public BundleVerifier(Collection<VerifierKey> keys) {
		this.keys = keys;
	}

	/** Verifies one bundle; a verifier is used once. */
	public Verdict verify(InputStream bundle) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(bundle, BUFFER), StandardCharsets.UTF_8)) {
			for (String wanted : ENTRIES) {
				String name = next(zip);
				if (!wanted.equals(name)) {
					throw new Fault("De bundel hoort uit " + String.join(", ", ENTRIES) + " te bestaan, in die volgorde; waar " + wanted + " hoort, staat "
							+ (name == null ? "niets" : "iets anders") + ".");
				}
				read(wanted, zip);
			}
			if (next(zip) != null) {
				throw new Fault("De bundel bevat meer bestanden dan " + String.join(", ", ENTRIES) + ".");
			}
			return new Verdict.Good(checkpoint(), events, sequences.size(), events == last - first + 1);
		} catch (Fault e) {
			return new Verdict.Bad(e.event, String.valueOf(e.getMessage()));
		} catch (ZipException | EOFException e) {
			return new Verdict.Bad(0, "De bundel is geen goed ZIP-bestand, of is afgebroken.");
		}
	}

	/** Name of the next entry; null after the last. */
	private static @Nullable String next(ZipInputStream zip) throws IOException {
		try {
			ZipEntry entry = zip.getNextEntry();
			return entry == null ? null : entry.getName();
		} catch (IllegalArgumentException e) {
			// a name or field that cannot be read
			throw new ZipException(e.getMessage());
		}
	}

	private void read(String name, InputStream in) throws IOException, Fault {
		switch (name) {
			case BundleWriter.CHECKPOINT -> checkpoint = checkpoint(whole(in));
			case BundleWriter.EVENTS -> events(in);
			case BundleWriter.CONTENTS -> contents(whole(in));
			default -> {
				// explains, proves nothing
			}
		}
	}

	private Checkpoint checkpoint() {
		return Objects.requireNonNull(checkpoint, "comes before what is proved against it");
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
		byte[] buffer = new byte[BUFFER];
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
			int from = 0;
			for (int i = 0; i < read; i++) {
				if (buffer[i] == '\n') {
					line.write(buffer, from, i - from);
					from = i + 1;
					fits(line.size());
					event(text(line.toByteArray(), events + 1));
					events++;
					line.reset();
				}
			}
			line.write(buffer, from, read - from);
			fits(line.size());
		}
		if (line.size() > 0) {
			throw bad("De laatste regel met een feit is afgebroken.");
		}
	}

	/** Of the line that is being read. */
	private Fault bad(String how) {
		return new Fault(events + 1, how);
	}

	private void fits(int bytes) throws Fault {
		if (bytes > LONGEST_LINE) {
			throw bad("De regel is langer dan 4 MB.");
		}
	}

	private void event(String line) throws Fault {
		try {
			Object json = CanonicalJson.parse(line);
			Texts.holdsExactNumbersOnly(json);
			if (!CanonicalJson.write(json).equals(line)) {
				throw bad("Het feit staat er niet in de vorm die vastligt (RFC 8785).");
			}
			Members members = new Members(json).only(IN_EVERY_LINE, IN_SOME_LINES);
			long index = members.number("index");
			String aggregate = members.text("aggregateId");
			long sequence = members.number("sequence");
			Map<?, ?> payload = members.object("payload");
			RecordedEvent event = new RecordedEvent(members.text("eventId"), aggregate, members.optional("aggregateType"), sequence, members.text("type"),
					members.optional("revision"), moment(members.text("recordedAt")), CanonicalJson.write(Texts.digested(payload)),
					CanonicalJson.write(members.object("metadata")));
			if (index <= last) {
				throw bad("Het feit staat niet op volgorde: nummer " + index + " komt na nummer " + last + ".");
			}
			if (!Proofs.includes(event.leafAsWritten(index), index, checkpoint().size(), members.hashes("proof"), checkpoint().root())) {
				throw bad("Feit " + event.eventId() + " (nummer " + index + " in het logboek) is niet zoals het is vastgelegd, of zijn bewijs klopt niet.");
			}
			Long before = sequences.put(aggregate, sequence);
			if (before != null && sequence != before + 1) {
				throw bad("Voor feit " + event.eventId() + " ontbreekt iets: van " + aggregate + " volgt nummer " + sequence + " op nummer " + before + ".");
			}
			if (sequence == 0) {
				partnerships.add(payload.get(BundleWriter.PARTNERSHIP) instanceof String partnership ? partnership : "");
			} else if (before == null) {
				withoutBeginning.add(aggregate);
			}
			first = first < 0 ? index : first;
			last = index;
		} catch (IllegalArgumentException | DateTimeException e) {
			throw bad("Het feit is onleesbaar: " + e.getMessage() + ".");
		}
	}

	private static Instant moment(String written) {
		Instant moment = Instant.parse(written);
		if (!MOMENT.matcher(written).matches() || !BundleWriter.moment(moment).equals(written)) {
			throw new IllegalArgumentException("recordedAt heeft een andere vorm dan de beschrijving zegt");
		}
		return moment;
	}

	private void contents(String text) throws Fault {
		try {
			Object json = CanonicalJson.parse(text);
			Texts.holdsExactNumbersOnly(json);
			Members members = new Members(json);
			if (!members.text("format").equals(BundleWriter.FORMAT)) {
				throw new Fault("Deze bundel heeft een andere vorm: " + members.text("format") + ".");
			}
			if (!text.equals(CanonicalJson.write(json) + "\n")) {
				throw new Fault("De inhoudsopgave staat er niet in de vorm die vastligt (RFC 8785), met een regeleinde erachter.");
			}
			members.only(IN_CONTENTS, Set.of());
			if (!members.text("origin").equals(checkpoint().origin()) || members.number("treeSize") != checkpoint().size()) {
				throw new Fault("De inhoudsopgave noemt een ander logboek of een andere omvang dan het checkpoint.");
			}
			if (members.number("events") != events) {
				throw new Fault("Er horen " + members.number("events") + " feiten in de bundel, maar het zijn er " + events + ".");
			}
			scope(new Members(members.object("scope")).only(Set.of(BundleWriter.PARTNERSHIP), IN_SOME_SCOPES));
		} catch (IllegalArgumentException | DateTimeException e) {
			throw new Fault("De inhoudsopgave is onleesbaar.");
		}
	}

	/** What the bundle says that it is about, against the lines that are in it. */
	private void scope(Members scope) throws Fault {
		Optional<LocalDate> from = scope.day(BundleWriter.FROM);
		Optional<LocalDate> to = scope.day(BundleWriter.TO);
		if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
			throw new IllegalArgumentException("to comes before from");
		}
		if (from.isEmpty() && !withoutBeginning.isEmpty()) {
			throw new Fault("Van " + withoutBeginning.iterator().next() + " ontbreken de eerste feiten.");
		}
		String partnership = scope.text(BundleWriter.PARTNERSHIP);
		if (!Set.of(partnership).containsAll(partnerships)) {
			throw new Fault("De bundel bevat feiten die niet van samenwerkingsverband " + partnership + " zijn.");
		}
		if (scope.has(BundleWriter.SUBJECT)) {
			// before there was a list, a bundle was about one aggregate
			String subject = scope.text(BundleWriter.SUBJECT);
			Set<String> about = scope.has(BundleWriter.AGGREGATES) ? scope.sorted(BundleWriter.AGGREGATES) : Set.of(subject);
			different(about, sequences.keySet(), "Van %s horen er feiten in de bundel, maar ze ontbreken.");
			different(sequences.keySet(), about, "De bundel bevat feiten van %s, dat niet bij het onderwerp hoort.");
		} else if (scope.has(BundleWriter.AGGREGATES)) {
			throw new IllegalArgumentException("aggregates without a subject");
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
		return text(bytes, 0);
	}

	/** @param event in which it stands; 0 for none */
	private static String text(byte[] bytes, long event) throws Fault {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		} catch (CharacterCodingException e) {
			throw new Fault(event, "De bundel bevat tekst die geen UTF-8 is.");
		}
	}

	/** A JSON object, asked for what must be in it. */
	private record Members(Map<?, ?> object) {

		Members(@Nullable Object json) {
			this(json instanceof Map<?, ?> members ? members : Map.of());
		}

		/** @throws IllegalArgumentException it lacks some, or has others */
		Members only(Set<String> all, Set<String> maybe) {
			all.stream().filter(name -> !has(name)).min(Comparator.naturalOrder()).ifPresent(name -> {
				throw lacks(name);
			});
			object.keySet().stream().map(String.class::cast).filter(name -> !all.contains(name) && !maybe.contains(name)).min(Comparator.naturalOrder()).ifPresent(name -> {
				throw new IllegalArgumentException(CanonicalJson.write(name) + " hoort er niet in");
			});
			return this;
		}

		String text(String name) {
			return member(name, String.class);
		}

		boolean has(String name) {
			return object.containsKey(name);
		}

		/** Texts in order, none of them twice. */
		Set<String> sorted(String name) {
			List<String> texts = texts(name);
			Set<String> sorted = new TreeSet<>(texts);
			if (!List.copyOf(sorted).equals(texts)) {
				throw lacks(name);
			}
			return sorted;
		}

		private List<String> texts(String name) {
			List<?> list = member(name, List.class);
			if (!list.stream().allMatch(String.class::isInstance)) {
				throw lacks(name);
			}
			return list.stream().map(String.class::cast).toList();
		}

		/** Null when it is absent: an empty one would make the same record. */
		@Nullable
		String optional(String name) {
			if (!has(name)) {
				return null;
			}
			String text = text(name);
			if (text.isEmpty()) {
				throw lacks(name);
			}
			return text;
		}

		/** A day that exists. */
		Optional<LocalDate> day(String name) {
			return Optional.ofNullable(optional(name)).map(text -> {
				if (!DAY.matcher(text).matches()) {
					throw lacks(name);
				}
				return LocalDate.parse(text);
			});
		}

		long number(String name) {
			long number = member(name, BigDecimal.class).longValueExact();
			if (number < 0) {
				throw lacks(name);
			}
			return number;
		}

		Map<?, ?> object(String name) {
			return member(name, Map.class);
		}

		List<Hash> hashes(String name) {
			return texts(name).stream().map(Hash::ofBase64).toList();
		}

		private <T> T member(String name, Class<T> kind) {
			return Optional.ofNullable(object.get(name)).filter(kind::isInstance).map(kind::cast).orElseThrow(() -> lacks(name));
		}

		private static IllegalArgumentException lacks(String name) {
			return new IllegalArgumentException(name + " ontbreekt of is verkeerd");
		}
	}
}
