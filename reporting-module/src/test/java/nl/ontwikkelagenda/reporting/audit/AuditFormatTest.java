package nl.ontwikkelagenda.reporting.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

/** What {@code docs/audit-format.md} gives as examples is what the code makes; and a bundle that was changed anywhere is no good. */
class AuditFormatTest {

	private static final String PAYLOAD = """
			{"title": {"salt": "AAECAwQFBgcICQoLDA0ODw==", "text": "Passend onderwijs voor \u00e9lk kind"}, "agendaId": "0199d3a0-0000-7000-8000-000000000003", "number": 1}""";
	private static final String PARTNERSHIP = "0199d3a0-0000-7000-8000-000000000009";
	private static final String OWN = PAYLOAD.replace("{\"title\"", "{\"partnershipId\": \"" + PARTNERSHIP + "\", \"title\"");
	private static final String THING = "0199d3a0-0000-7000-8000-000000000002";
	private static final String METADATA = """
			{"actor": "person:0199d3a0-0000-7000-8000-000000000001", "role": "SECRETARY"}""";
	private static final RecordedEvent EVENT = event(0, PAYLOAD);
	/** Key pair of RFC 8032, 7.1, test 1. */
	private static final SigningKey KEY = SigningKey.of(List.of(
			new VerifierKey("ontwikkelagenda/00000000", VerifierKey.Kind.NOTE,
					Base64.getEncoder().encodeToString(HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))).toString(),
			Base64.getEncoder()
					.encodeToString(HexFormat.of().parseHex("302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))));

	private final MerkleTree tree = new MerkleTree();
	private final Map<NodeId, Hash> nodes = new HashMap<>();

	private static RecordedEvent event(long sequence, String payload) {
		return new RecordedEvent("0199d3a0-0000-7000-8000-0000000000e" + sequence, "0199d3a0-0000-7000-8000-000000000002", "Theme", sequence, "agenda.ThemeOpened", null,
				Instant.parse("2018-09-24T10:00:00.250Z"), payload, METADATA);
	}

	private SignedNote checkpoint() {
		return checkpoint(PAYLOAD);
	}

	private SignedNote checkpoint(String payload) {
		for (int i = 0; i < 3; i++) {
			tree.add(event(i, payload).leaf(i)).forEach(node -> nodes.put(node.id(), node.hash()));
		}
		return SignedNote.signed(new Checkpoint("ontwikkelagenda/00000000", 3, tree.root(), Instant.parse("2026-11-27T08:00:00.5Z"), null).text(), List.of(KEY));
	}

	@Test
	void theExamplesInTheDescriptionAreRight() throws IOException {
		String description = Files.readString(Path.of("..", "docs", "audit-format.md"));
		SignedNote note = checkpoint();
		List<String> examples = List.of(EVENT.payloadWithoutTexts(), CanonicalJson.canonical(METADATA), HexFormat.of().formatHex(EVENT.entry(0)), EVENT.leaf(0).toString(),
				event(1, PAYLOAD).leaf(1).toString(), event(2, PAYLOAD).leaf(2).toString(), tree.root().toString(), note.toString(), KEY.verifier().toString(),
				new Prover(ids -> nodes).inclusion(0, 3).getFirst().base64());
		assertThat(examples).allSatisfy(example -> assertThat(description).contains(example));
	}

	@Test
	void aTextCanBeTakenOutAndTheRecordStaysTheSame() {
		RecordedEvent redacted = event(0, EVENT.payloadWithoutTexts());
		assertThat(redacted.leaf(0)).isEqualTo(EVENT.leaf(0));
		assertThat(event(0, PAYLOAD.replace("kind", "Kind")).leaf(0)).isNotEqualTo(EVENT.leaf(0));
		assertThat(event(0, PAYLOAD.replace("AAEC", "AAED")).leaf(0)).isNotEqualTo(EVENT.leaf(0));
		for (String salt : List.of("AAECAwQFBgcICQoLDA0ODw", "AAECAwQFBgcICQoLDA0ODx==", "AAECAwQFBgcICQoLDA0ODw=", "AAECAwQFBgcICQoLDA0O", "AAECAwQFBgcICQoLDA0ODxA=", "")) {
			assertThat(event(0, PAYLOAD.replace("AAECAwQFBgcICQoLDA0ODw==", salt)).payloadWithoutTexts()).as("no text").contains("Passend onderwijs");
		}
	}

	@Test
	void aBundleThatWasChangedAnywhereIsNoGood() throws IOException {
		SignedNote note = checkpoint(OWN);
		byte[] good = bundle(note, 0, 1, 2);
		assertThat(verdict(good)).isInstanceOfSatisfying(BundleVerifier.Verdict.Good.class, verdict -> assertThat(verdict.events()).isEqualTo(3));
		assertThat(verdict(bundle(note))).as("that proves nothing").isInstanceOf(BundleVerifier.Verdict.Good.class);
		fails(bundle(note, 0, 2), 2);
		fails(bundle(note, 1, 0), 2);
		assertThat(new BundleVerifier(List.of(SigningKey.generate("ontwikkelagenda/00000000", VerifierKey.Kind.NOTE).verifier())).verify(new ByteArrayInputStream(good)))
				.isInstanceOfSatisfying(BundleVerifier.Verdict.Bad.class, bad -> assertThat(bad.event()).isZero());
		// what comes after the entries repeats their names, for programs that do not read from front to end
		int entries = new String(good, StandardCharsets.ISO_8859_1).indexOf("PK\001\002");
		for (int cut = 0; cut < entries; cut += 37) {
			fails(Arrays.copyOf(good, cut), 0);
		}
	}

	/** Written before there was one way only to write a bundle. It is kept, and never made again. */
	@Test
	void aBundleOfBeforeIsStillGood() throws IOException {
		assertThat(verdict(Files.readAllBytes(Path.of("src", "test", "resources", "bundle-of-before.zip")))).isInstanceOfSatisfying(BundleVerifier.Verdict.Good.class,
				good -> assertThat(good.events()).isEqualTo(5));
	}

	@Test
	void aBundleHoldsWhatItSaysThatItIsAbout() throws IOException {
		SignedNote note = checkpoint(OWN);
		Map<String, String> subject = Map.of("partnershipId", PARTNERSHIP, "subject", "0199d3a0-0000-7000-8000-000000000008");
		Map<String, String> period = Map.of("partnershipId", PARTNERSHIP, "from", "2018-09-24");
		assertThat(verdict(bundle(note, subject, 0, 1, 2))).isInstanceOf(BundleVerifier.Verdict.Good.class);
		assertThat(verdict(bundle(note, period, 1, 2))).as("began before the period").isInstanceOf(BundleVerifier.Verdict.Good.class);
		isBad(bundle(note, 1, 2), "Van " + THING + " ontbreken de eerste feiten.");
		isBad(bundle(note, subject, 1, 2), "Van " + THING + " ontbreken de eerste feiten.");
		isBad(bundle(note, Map.of("partnershipId", THING), 0, 1), "De bundel bevat feiten die niet van samenwerkingsverband " + THING + " zijn.");

		byte[] good = bundle(note, subject, 0, 1, 2);
		String own = "\"aggregates\":[\"" + THING + "\"],";
		isBad(saying(good, own, own.replace("002", "003")), "Van 0199d3a0-0000-7000-8000-000000000003 horen er feiten in de bundel, maar ze ontbreken.");
		isBad(saying(good, own, "\"aggregates\":[],"), "De bundel bevat feiten van " + THING + ", dat niet bij het onderwerp hoort.");
		isBad(saying(good, own, ""), "Van " + subject.get("subject") + " horen er feiten in de bundel, maar ze ontbreken.");
		isBad(saying(good, own, "\"aggregates\":[1],"), "De inhoudsopgave is onleesbaar.");
		assertThat(verdict(saying(saying(good, own, ""), String.valueOf(subject.get("subject")), THING))).as("made when a bundle was about one aggregate")
				.isInstanceOf(BundleVerifier.Verdict.Good.class);
	}

	/** As a whole: it is not what it says that it is about. */
	private static void isBad(byte[] bundle, String how) {
		assertThat(verdict(bundle)).isEqualTo(new BundleVerifier.Verdict.Bad(0, how));
	}

	/** @param event number of the one that fails, 0 for the bundle as a whole */
	private static void fails(byte[] bundle, long event) {
		assertThat(verdict(bundle)).isInstanceOfSatisfying(BundleVerifier.Verdict.Bad.class, bad -> assertThat(bad.event()).as(bad.how()).isEqualTo(event));
	}

	/** The bundle with something else in its list of contents. */
	private static byte[] saying(byte[] bundle, String words, String instead) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(bundle)); ZipOutputStream to = new ZipOutputStream(out)) {
			for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
				to.putNextEntry(new ZipEntry(entry.getName()));
				byte[] content = from.readAllBytes();
				to.write(entry.getName().equals(BundleWriter.CONTENTS)
						? new String(content, StandardCharsets.UTF_8).replace(words, instead).getBytes(StandardCharsets.UTF_8)
						: content);
			}
		}
		return out.toByteArray();
	}

	@Test
	void whatIsNoNoteOrKeyOrCheckpointIsRefused() {
		SignedNote note = checkpoint();
		assertThat(SignedNote.parse(note.toString()).toString()).isEqualTo(note.toString());
		assertThat(VerifierKey.parse(KEY.verifier().toString())).isEqualTo(KEY.verifier());
		String signature = note.signatures().getFirst().toString();
		String padded = signature.stripTrailing();
		assertThat(padded).endsWith("=");
		for (String wrong : List.of("", "\n\n", "a\n", note.toString().replace(padded, padded.replaceAll("=+$", "")), note.text(), note.toString().replace("\u2014", "-"),
				note.toString().replace("\n", "\r\n"),
				note.toString().stripTrailing())) {
			assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(wrong));
		}
		for (String wrong : List.of("", "a+b+c", KEY.verifier().toString().replace("+", "-"), KEY.verifier().toString().replace("ontwikkel", "Ontwikkel"))) {
			assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(wrong));
		}
		for (String wrong : List.of("", "a\n1\n", note.text().replace("\n3\n", "\n03\n"), note.text().replace("\n3\n", "\n-3\n"), note.text().replace("time", "tijd"),
				note.text().replace(".500Z", ".5Z"), note.text().replace(".500Z", ".500+00:00"), note.text() + "time 2026-11-27T08:00:00.500Z\n",
				note.text().replace("4=\n", "4\n"), note.text() + "continues a 1\nfrom 1\n", note.text() + "continues a 1 " + tree.root().base64() + "\n")) {
			assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(wrong));
		}
		SignedNote otherSize = new SignedNote(note.text().replace("\n3\n", "\n4\n"), note.signatures());
		assertThat(otherSize.isSignedBy(List.of(KEY.verifier()))).isFalse();
	}

	private byte[] bundle(SignedNote note, int... which) throws IOException {
		return bundle(note, Map.of("partnershipId", PARTNERSHIP), which);
	}

	private byte[] bundle(SignedNote note, Map<String, String> scope, int... which) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (BundleWriter bundle = new BundleWriter(out, note, scope)) {
			for (int index : which) {
				bundle.add(index, event(index, OWN), new Prover(ids -> nodes).inclusion(index, 3));
			}
		}
		return out.toByteArray();
	}

	private static BundleVerifier.Verdict verdict(byte[] bundle) {
		try {
			return new BundleVerifier(List.of(KEY.verifier())).verify(new ByteArrayInputStream(bundle));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
