package nl.ontwikkelagenda.reporting.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

/** Bundles of a log of seven events, of two partnerships, and what becomes of them when something in them is changed. */
final class ExampleBundles {

	/** Key pair of RFC 8032, 7.1, test 1. */
	static final SigningKey KEY = key("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
	/** Of the same, test 2. */
	private static final SigningKey OTHER_KEY = key("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
			"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

	private static final String PARTNERSHIP = id(9);
	private static final String OTHER_PARTNERSHIP = id(8);
	private static final String THEME = id(2);
	private static final String TITLE = "{\"salt\": \"AAECAwQFBgcICQoLDA0ODw==\", \"text\": \"Passend onderwijs voor \u00e9lk kind\"}";
	private static final String METADATA = """
			{"actor": "person:0199d3a0-0000-7000-8000-000000000001", "role": "SECRETARY", "correlation": "0199d3a0-0000-7000-8000-0000000000c1"}""";
	private static final List<RecordedEvent> LOG = List.of(
			event(0, PARTNERSHIP, "Partnership", 0, "agenda.PartnershipFounded", null, """
					{"partnershipId": "%s", "name": {"text": "Gouwestreek", "salt": "EBESExQVFhcYGRobHB0eHw=="}, "kind": "REGION", "regions": []}""".formatted(PARTNERSHIP)),
			event(1, THEME, "Theme", 0, "agenda.ThemeOpened", null, """
					{"partnershipId": "%s", "title": %s, "agendaId": "%s", "number": 1}""".formatted(PARTNERSHIP, TITLE, id(3))),
			event(2, OTHER_PARTNERSHIP, "Partnership", 0, "agenda.PartnershipFounded", null, """
					{"partnershipId": "%s", "kind": "REGION"}""".formatted(OTHER_PARTNERSHIP)),
			event(3, THEME, "Theme", 1, "agenda.ThemeReworded", "2", """
					{"\\ud83d\\ude00": "\\u0000\\u000f\\u001f\\u007f\\b\\t\\n\\f\\r\\"\\\\/\\u20ac\\ud83d\\ude00", "\\ufb33": null, "": true, "a": {"b": [[-7, 0, 9007199254740991, -9007199254740991], {}, [], false]},
					 "wordings": [{"text": "", "salt": "/////////////////////w=="}, {"text": "18 bytes", "salt": "////////////////////////"}, {"text": "zonder zout", "salt": "AAECAwQFBgcICQoLDA0ODw"}, {"text": 1, "salt": "AAECAwQFBgcICQoLDA0ODw=="},
					 {"text": "met meer", "salt": "AAECAwQFBgcICQoLDA0ODw==", "by": 1}, {"text": "\\u00e9lk", "salt": "AAECAwQFBgcICQoLDA0ODw=="}]}"""),
			event(4, id(5), null, 0, "reporting.Noted", null,
					"{\"partnershipId\": \"%s\", \"what\": {\"text\": {\"text\": \"\", \"salt\": \"AAECAwQFBgcICQoLDA0ODw==\"}, \"salt\": \"x\"}}"
							.formatted(PARTNERSHIP)),
			event(5, THEME, "Theme", 2, "agenda.ThemeReworded", "2", "{\"wordings\": [{\"textDigest\": \"%s\"}], \"number\": 2}".formatted(MerkleTree.EMPTY)),
			event(6, OTHER_PARTNERSHIP, "Partnership", 1, "agenda.PartnershipRenamed", null, "{\"name\": " + TITLE + "}"));

	/** Of everything of the partnership. */
	private static final Map<String, String> ALL = Map.of("partnershipId", PARTNERSHIP);
	private static final Map<String, String> PERIOD = Map.of("partnershipId", PARTNERSHIP, "from", "2018-09-26", "to", "2018-09-28");
	private static final Map<String, String> SUBJECT = Map.of("partnershipId", PARTNERSHIP, "subject", THEME);
	private static final LocalDateTime DATED = LocalDateTime.parse("2026-11-27T08:00:00");
	private static final int TOO_DEEP = 199;
	private static final int TOO_LONG = 4 << 20;

	private final MerkleTree tree = new MerkleTree();
	private final Map<NodeId, Hash> nodes = new HashMap<>();
	private final String checkpoint;

	private ExampleBundles() {
		LOG.forEach(event -> tree.add(event.leaf(tree.size())).forEach(node -> nodes.put(node.id(), node.hash())));
		checkpoint = new Checkpoint("ontwikkelagenda/00000000", tree.size(), tree.root(), Instant.parse("2026-11-27T08:00:00.5Z"), null).text();
	}

	private static SigningKey key(String open, String secret) {
		return SigningKey
				.of(List.of(new VerifierKey("ontwikkelagenda/00000000", VerifierKey.Kind.NOTE, Base64.getEncoder().encodeToString(HexFormat.of().parseHex(open))).toString(),
						Base64.getEncoder().encodeToString(HexFormat.of().parseHex("302e020100300506032b657004220420" + secret))));
	}

	private static String id(int number) {
		return "0199d3a0-0000-7000-8000-00000000000" + number;
	}

	/** One a day. */
	private static RecordedEvent event(int index, String aggregate, @Nullable String kind, long sequence, String type, @Nullable String revision, String payload) {
		return new RecordedEvent("0199d3a0-0000-7000-8000-0000000000e" + index, aggregate, kind, sequence, type, revision,
				Instant.parse("2018-09-2" + (3 + index) + "T10:00:00.250Z"),
				payload, METADATA);
	}

	/** An entry of a ZIP. */
	record Entry(String name, byte[] content) {

		static Entry of(String name, String text) {
			return new Entry(name, text.getBytes(StandardCharsets.UTF_8));
		}

		String text() {
			return new String(content, StandardCharsets.UTF_8);
		}
	}

	/** A ZIP as its entries, or as the bytes that are left of one. */
	record Bundle(List<Entry> entries, byte @Nullable [] broken) {

		Bundle(List<Entry> entries) {
			this(entries, null);
		}

		static Bundle read(byte[] bytes) {
			List<Entry> entries = new ArrayList<>();
			try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
				for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
					entries.add(new Entry(entry.getName(), zip.readAllBytes()));
				}
			} catch (IOException e) {
				return new Bundle(List.of(), bytes);
			}
			return new Bundle(entries);
		}

		byte[] zip() {
			if (broken != null) {
				return broken;
			}
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			try (ZipOutputStream zip = new ZipOutputStream(out)) {
				for (Entry entry : entries) {
					ZipEntry dated = new ZipEntry(entry.name());
					dated.setTimeLocal(DATED);
					zip.putNextEntry(dated);
					zip.write(entry.content());
				}
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
			return out.toByteArray();
		}

		Bundle with(String name, UnaryOperator<String> change) {
			return new Bundle(entries.stream().map(entry -> entry.name().equals(name) ? Entry.of(name, change.apply(entry.text())) : entry).toList());
		}

		List<String> lines() {
			return entries.stream().filter(entry -> entry.name().equals(BundleWriter.EVENTS)).flatMap(entry -> entry.text().lines()).toList();
		}

		/** With these lines of it, from 1, and counted as they are. */
		Bundle withLines(int... numbers) {
			List<String> lines = lines();
			return with(BundleWriter.EVENTS, text -> IntStream.of(numbers).mapToObj(number -> lines.get(number - 1) + "\n").collect(Collectors.joining()))
					.with(BundleWriter.CONTENTS, text -> text.replaceFirst("\"events\":[0-9]+", "\"events\":" + numbers.length));
		}

		/** @param number of the line, from 1 */
		Bundle withLine(int number, UnaryOperator<String> change) {
			List<String> lines = new ArrayList<>(lines());
			lines.set(number - 1, change.apply(lines.get(number - 1)));
			return with(BundleWriter.EVENTS, text -> lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
		}
	}

	/**
	 * A bundle with what a verifier has to say about it.
	 *
	 * @param answer number of the event that fails, 0 for the bundle as a whole, or {@code good}
	 */
	record Example(String file, String answer, String what, Bundle bundle) {
	}

	/** What says something else than it does is no change. */
	static String replaced(String text, String words, String instead) {
		if (!text.contains(words)) {
			throw new IllegalArgumentException(text + " has no " + words);
		}
		return text.replace(words, instead);
	}

	/** All of a partnership: lines 1 to 5 are leaves 0, 1, 3, 4 and 5. */
	static Bundle good() {
		return new ExampleBundles().bundle(ALL, 0, 1, 3, 4, 5);
	}

	private Bundle bundle(Map<String, String> scope, int... indexes) {
		return bundle(List.of(KEY), scope, indexes);
	}

	private Bundle bundle(List<SigningKey> signing, Map<String, String> scope, int... indexes) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (BundleWriter bundle = new BundleWriter(out, SignedNote.signed(checkpoint, signing), scope)) {
			for (int index : indexes) {
				bundle.add(index, LOG.get(index), new Prover(ids -> nodes).inclusion(index, tree.size()));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return Bundle.read(out.toByteArray());
	}

	/** With another checkpoint, by the key that is known. */
	private static Bundle signed(Bundle bundle, String text) {
		return bundle.with(BundleWriter.CHECKPOINT, old -> SignedNote.signed(text, List.of(KEY)).toString());
	}

	/** Without the description: what is wrong is elsewhere. */
	private static Bundle bare(Bundle bundle) {
		return bundle.with(BundleWriter.DESCRIPTION, text -> "See docs/audit-format.md.\n");
	}

	static List<Example> all() {
		ExampleBundles log = new ExampleBundles();
		Bundle good = bare(good());
		Bundle subject = bare(log.bundle(SUBJECT, 1, 3, 5));
		Bundle period = bare(log.bundle(PERIOD, 3, 4, 5));
		Examples examples = new Examples();
		examples.add("good", "good", "all of a partnership; another one has leaves 2 and 6", good());
		examples.add("good-period", "good", "a period that begins within the life of an aggregate", period);
		examples.add("good-subject", "good", "one thing", subject);
		examples.add("good-subject-without-list", "good", "one thing, of before there was a list of aggregates", subject.with(BundleWriter.CONTENTS,
				text -> replaced(text, "\"aggregates\":[\"" + THEME + "\"],", "")));
		examples.add("good-nothing", "good", "no events", bare(log.bundle(ALL)));
		examples.add("good-with-a-text", "good", "a text stands in line 2 itself, with its salt", good.withLine(2, ExampleBundles::withText));
		examples.add("good-two-signatures", "good", "signed by a key that is not known, too", bare(log.bundle(List.of(OTHER_KEY, KEY), ALL, 0, 1, 3, 4, 5)));
		lines(examples, good);
		forms(examples, good);
		wholes(examples, log, good);
		scopes(examples, good, subject, period);
		return examples.all;
	}

	private static String withText(String line) {
		return replaced(line, "{\"textDigest\":\"5b0b2d44ebb46ca5bfec99839ca3348283dcd736a94dd2303481d60dfd5964f8\"}", CanonicalJson.canonical(TITLE));
	}

	private static final class Examples {

		private final List<Example> all = new ArrayList<>();

		void add(String name, String answer, String what, Bundle bundle) {
			all.add(new Example(name + ".zip", answer, what, bundle));
		}

		/** Something else in one line. */
		void line(String name, int number, String what, Bundle good, String words, String instead) {
			add("bad-" + name, Integer.toString(number), what, good.withLine(number, line -> replaced(line, words, instead)));
		}
	}

	/** Events that are not as they were recorded. */
	private static void lines(Examples examples, Bundle good) {
		examples.line("payload", 2, "another number in the payload", good, "\"number\":1", "\"number\":2");
		examples.line("metadata", 3, "another role in the metadata", good, "SECRETARY", "BOARD");
		examples.line("moment", 4, "recorded a millisecond later", good, ".250Z", ".251Z");
		examples.line("type", 1, "another type", good, "PartnershipFounded", "PartnershipDissolved");
		examples.line("revision", 5, "no revision", good, "\"revision\":\"2\",", "");
		examples.line("aggregate", 5, "of another aggregate", good, "\"aggregateId\":\"" + THEME, "\"aggregateId\":\"" + PARTNERSHIP);
		examples.line("sequence", 3, "another sequence", good, "\"sequence\":1", "\"sequence\":4");
		examples.line("index", 2, "another index", good, "\"index\":1", "\"index\":2");
		examples.line("index-beyond-the-tree", 5, "an index that the tree does not have", good, "\"index\":5", "\"index\":7");
		examples.line("text", 2, "another text with the salt of before", good.withLine(2, ExampleBundles::withText), "kind\"}", "Kind\"}");
		examples.add("bad-proof", "5", "another hash in the proof",
				good.withLine(5, line -> line.replaceFirst("\"proof\":\\[\"[^\"]*", "\"proof\":[\"" + MerkleTree.EMPTY.base64())));
		examples.add("bad-proof-cut", "4", "the proof lacks its last hash", good.withLine(4, line -> line.replaceFirst(",\"[^\"]*\"\\],\"recordedAt", "],\"recordedAt")));
		examples.line("proof-extended", 4, "the proof has a hash more", good, "],\"recordedAt", ",\"" + MerkleTree.EMPTY.base64() + "\"],\"recordedAt");
		examples.add("bad-order", "4", "two lines have changed places", good.withLines(1, 2, 4, 3, 5));
		examples.add("bad-twice", "3", "a line stands there twice", good.withLines(1, 2, 2, 3, 4, 5));
		examples.add("bad-gap", "4", "leaf 3 is missing, in the middle of an aggregate", good.withLines(1, 2, 4, 5));
	}

	/** Events that stand there in a form that is not allowed. */
	private static void forms(Examples examples, Bundle good) {
		examples.line("number-with-a-fraction", 2, "a number that is rounded to the right one", good, "\"number\":1", "\"number\":1.00000000000000000001");
		examples.line("number-with-a-zero", 2, "1.0 for 1", good, "\"number\":1", "\"number\":1.0");
		examples.line("number-with-an-exponent", 2, "an index of 1e0", good, "\"index\":1", "\"index\":1e0");
		examples.line("number-negative-zero", 3, "-0 for 0", good, "-7,0", "-7,-0");
		examples.line("number-too-large", 3, "2^53 + 1, which is rounded to 2^53", good, ",9007199254740991", ",9007199254740993");
		examples.line("number-in-metadata", 3, "a number in the metadata that is not whole", good, "{\"actor\"", "{\"a\":1.5,\"actor\"");
		examples.line("index-as-text", 1, "an index that is a text", good, "\"index\":0", "\"index\":\"0\"");
		examples.line("index-negative", 1, "a negative index", good, "\"index\":0", "\"index\":-1");
		examples.line("white-space", 4, "a space", good, "\"index\":4", "\"index\": 4");
		examples.line("carriage-return", 4, "a carriage return at the end", good, "\"type\":\"reporting.Noted\"}", "\"type\":\"reporting.Noted\"}\r");
		examples.line("members-in-another-order", 5, "two members have changed places", good, "\"number\":2,\"wordings\":[{\"textDigest\":\"" + MerkleTree.EMPTY + "\"}]",
				"\"wordings\":[{\"textDigest\":\"" + MerkleTree.EMPTY + "\"}],\"number\":2");
		examples.line("escape", 3, "an escaped solidus", good, "/\u20ac", "\\/\u20ac");
		examples.line("escape-upper-case", 3, "an upper-case digit in an escape", good, "\\u000f", "\\u000F");
		examples.line("half-a-pair", 3, "half a surrogate pair, escaped", good, "\u20ac\ud83d\ude00", "\u20ac\\ud83d");
		examples.line("member-twice", 2, "a member that stands there twice", good, "\"number\":1", "\"number\":1,\"number\":1");
		examples.line("member-more", 2, "a member that is not proved", good, "\"index\":1", "\"index\":1,\"label\":\"niet bewezen\"");
		examples.line("aggregate-type-empty", 4, "an aggregate type that is empty, where it is absent", good, "\"eventId\"", "\"aggregateType\":\"\",\"eventId\"");
		examples.line("moment-without-milliseconds", 1, "another form of the moment", good, ".250Z", ".25Z");
		examples.line("moment-with-an-offset", 1, "another form of the moment", good, "10:00:00.250Z", "12:00:00.250+02:00");
		examples.line("salt-without-padding", 2, "a salt without its padding makes no text", good.withLine(2, ExampleBundles::withText), "DA0ODw==", "DA0ODw");
		examples.line("salt-with-bits-left-over", 2, "a salt with bits left over makes no text", good.withLine(2, ExampleBundles::withText), "DA0ODw==", "DA0ODx==");
		examples.line("proof-without-padding", 5, "a hash in the proof without its padding", good, "=\"],\"recordedAt", "\"],\"recordedAt");
		examples.line("too-deep", 2, "a value at depth 201", good, "\"number\":1", "\"number\":" + "[".repeat(TOO_DEEP) + "1" + "]".repeat(TOO_DEEP));
		examples.line("too-long", 2, "a line of more than 4 MB", good, "\"number\":1", "\"number\":1" + " ".repeat(TOO_LONG));
		examples.line("empty-line", 2, "an empty line", good, "{\"aggregateId\"", "\n{\"aggregateId\"");
		examples.add("bad-last-line", "5", "the last line lacks its line feed", good.with(BundleWriter.EVENTS, String::stripTrailing));
		examples.add("bad-not-utf-8", "3", "a byte that is no UTF-8 in line 3", new Bundle(good.entries().stream()
				.map(entry -> entry.name().equals(BundleWriter.EVENTS) ? new Entry(entry.name(), spoiled(entry.text())) : entry).toList()));
	}

	private static byte[] spoiled(String lines) {
		byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
		bytes[lines.substring(0, lines.indexOf("ThemeReworded")).getBytes(StandardCharsets.UTF_8).length] = (byte) 0xFF;
		return bytes;
	}

	/** What is wrong with the ZIP or the checkpoint. */
	private static void wholes(Examples examples, ExampleBundles log, Bundle good) {
		List<Entry> entries = good.entries();
		examples.add("bad-cut-off", "0", "the ZIP is cut off within the events", new Bundle(List.of(), cut(good.zip())));
		examples.add("bad-without-checkpoint", "0", "no checkpoint", new Bundle(List.of(entries.get(0), entries.get(2), entries.get(3))));
		examples.add("bad-without-contents", "0", "no bundle.json", new Bundle(entries.subList(0, 3)));
		examples.add("bad-checkpoint-last", "0", "the checkpoint comes after the events", new Bundle(List.of(entries.get(0), entries.get(2), entries.get(1), entries.get(3))));
		examples.add("bad-entry-more", "0", "an entry more",
				new Bundle(List.of(entries.get(0), entries.get(1), entries.get(2), entries.get(3), Entry.of("toelichting.txt", "Lees dit."))));
		examples.add("bad-key", "0", "signed by a key that is not known", bare(log.bundle(List.of(OTHER_KEY), ALL, 0, 1, 3, 4, 5)));
		examples.add("bad-checkpoint-size", "0", "another size than was signed", good.with(BundleWriter.CHECKPOINT, text -> replaced(text, "\n7\n", "\n8\n")));
		examples.add("bad-checkpoint-root", "0", "another root than was signed",
				good.with(BundleWriter.CHECKPOINT, text -> replaced(text, log.tree.root().base64(), MerkleTree.EMPTY.base64())));
		examples.add("bad-checkpoint-carriage-returns", "0", "a carriage return at the end of each line of the checkpoint",
				good.with(BundleWriter.CHECKPOINT, text -> replaced(text, "\n", "\r\n")));
		examples.add("bad-checkpoint-byte-order-mark", "0", "a checkpoint that was signed with a byte order mark in front", signed(good, "\uFEFF" + log.checkpoint));
		examples.add("bad-checkpoint-year", "0", "a checkpoint that was signed in a year of five digits",
				signed(good, replaced(log.checkpoint, "time 2026", "time +12026")));
		examples.add("bad-checkpoint-from-alone", "0", "a checkpoint that goes on from something, without of what", signed(good, log.checkpoint + "from 3\n"));
		examples.add("bad-checkpoint-continues-alone", "0", "a checkpoint that goes on, without from where",
				signed(good, log.checkpoint + "continues ontwikkelagenda/00000001 3 " + MerkleTree.EMPTY.base64() + "\n"));
		examples.add("bad-checkpoint-signature-without-name", "0", "a signature more, of a key without a name",
				good.with(BundleWriter.CHECKPOINT, text -> text + "\u2014  AAAAAAA=\n"));
		examples.add("bad-checkpoint-and-line", "0", "signed by a key that is not known, and a line was changed",
				bare(log.bundle(List.of(OTHER_KEY), ALL, 0, 1, 3, 4, 5)).withLine(2, line -> replaced(line, "\"number\":1", "\"number\":2")));
		examples.add("bad-line-and-contents", "2", "a line was changed, and bundle.json counts another number",
				good.withLine(2, line -> replaced(line, "\"number\":1", "\"number\":2")).with(BundleWriter.CONTENTS, text -> replaced(text, "\"events\":5", "\"events\":4")));
	}

	private static byte[] cut(byte[] zip) {
		int events = new String(zip, StandardCharsets.ISO_8859_1).indexOf(BundleWriter.EVENTS);
		byte[] cut = new byte[events + 200];
		System.arraycopy(zip, 0, cut, 0, cut.length);
		return cut;
	}

	/** What does not fit what {@code bundle.json} says. */
	private static void scopes(Examples examples, Bundle good, Bundle subject, Bundle period) {
		Map<String, String[]> changes = new TreeMap<>();
		changes.put("count", new String[] {"counts other lines than there are", "\"events\":5", "\"events\":6"});
		changes.put("format", new String[] {"of another format", "bundle/1", "bundle/2"});
		changes.put("origin", new String[] {"of another log than the checkpoint", "agenda/00000000", "agenda/00000001"});
		changes.put("size", new String[] {"of another size than the checkpoint", "\"treeSize\":7", "\"treeSize\":6"});
		changes.put("partnership", new String[] {"of another partnership", PARTNERSHIP, OTHER_PARTNERSHIP});
		changes.put("member-more", new String[] {"says more than is known", "\"scope\":{", "\"scope\":{\"all\":true,"});
		changes.put("without-line-feed", new String[] {"does not end in a line feed", "}\n", "}"});
		changes.put("white-space", new String[] {"a space", "\"events\":5", "\"events\": 5"});
		changes.put("aggregates-without-subject", new String[] {"a list of aggregates without a subject", "\"scope\":{", "\"scope\":{\"aggregates\":[],"});
		changes.forEach((name, change) -> examples.add("bad-contents-" + name, "0", "bundle.json: " + change[0],
				good.with(BundleWriter.CONTENTS, text -> replaced(text, change[1], change[2]))));
		examples.add("bad-contents-day", "0", "bundle.json: a day that does not exist", period.with(BundleWriter.CONTENTS, text -> replaced(text, "2018-09-28", "2018-09-31")));
		examples.add("bad-contents-period", "0", "bundle.json: a period that ends before it begins",
				period.with(BundleWriter.CONTENTS, text -> replaced(text, "2018-09-28", "2018-09-25")));
		examples.add("bad-beginning", "0", "the first line of an aggregate is missing, of all of a partnership", good.withLines(1, 3, 4, 5));
		examples.add("bad-period-unsaid", "0", "a period that bundle.json does not tell of",
				period.with(BundleWriter.CONTENTS, text -> replaced(text, "\"from\":\"2018-09-26\",", "")));
		examples.add("bad-subject-more", "0", "an aggregate that the list does not have", subject.with(BundleWriter.CONTENTS, text -> replaced(text, "[\"" + THEME + "\"]", "[]")));
		examples.add("bad-subject-less", "0", "an aggregate of the list of which there is no line",
				subject.with(BundleWriter.CONTENTS, text -> replaced(text, "[\"" + THEME + "\"]", "[\"" + THEME + "\",\"" + PARTNERSHIP + "\"]")));
		examples.add("bad-subject-twice", "0", "an aggregate that the list has twice",
				subject.with(BundleWriter.CONTENTS, text -> replaced(text, "[\"" + THEME + "\"]", "[\"" + THEME + "\",\"" + THEME + "\"]")));
		examples.add("bad-subject-without-list", "0", "an aggregate that is not the subject, without a list", good.with(BundleWriter.CONTENTS,
				text -> replaced(text, "\"scope\":{\"partnershipId\":\"" + PARTNERSHIP + "\"}",
						"\"scope\":{\"partnershipId\":\"" + PARTNERSHIP + "\",\"subject\":\"" + THEME + "\"}")));
	}
}
