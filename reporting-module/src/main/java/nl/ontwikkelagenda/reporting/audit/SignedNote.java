package nl.ontwikkelagenda.reporting.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with signatures: C2SP signed-note.
 *
 * @param text       ends in a line feed
 * @param signatures one line each
 */
public record SignedNote(String text, List<Line> signatures) {

	private static final String DASH = "\u2014 ";
	private static final String BYTE_ORDER_MARK = "\uFEFF";
	private static final int KEY_ID = 4;
	private static final int SIGNATURE = 64;

	/** One signature, before it is verified. */
	public record Line(String name, byte[] keyId, byte[] signature) {

		/** Whether it says that it is of this key. */
		public boolean isOf(VerifierKey key) {
			return name.equals(key.name()) && Arrays.equals(keyId, key.keyIdBytes());
		}

		/**
		 * When a witness saw what he signed.
		 *
		 * @throws java.nio.BufferUnderflowException when it is no signature of a witness
		 */
		public Instant seenAt() {
			return Instant.ofEpochSecond(ByteBuffer.wrap(signature).getLong());
		}

		@Override
		public String toString() {
			return DASH + name + " " + Base64.getEncoder().encodeToString(ByteBuffer.allocate(keyId.length + signature.length).put(keyId).put(signature).array()) + "\n";
		}
	}

	/** @throws IllegalArgumentException this is no signed note */
	public static SignedNote parse(String note) {
		int end = note.lastIndexOf("\n\n");
		if (end < 0 || !note.endsWith("\n") || note.indexOf('\r') >= 0 || note.startsWith(BYTE_ORDER_MARK)) {
			throw new IllegalArgumentException("This is no signed note: a text, an empty line, and lines with signatures");
		}
		List<Line> lines = new ArrayList<>();
		for (String line : note.substring(end + 2).split("\n", -1)) {
			if (!line.isEmpty()) {
				lines.add(line(line));
			}
		}
		if (lines.isEmpty()) {
			throw new IllegalArgumentException("This note has no signatures");
		}
		return new SignedNote(note.substring(0, end + 1), lines);
	}

	private static Line line(String line) {
		String[] words = line.split(" ", -1);
		if (!line.startsWith(DASH) || words.length != 3 || words[1].isEmpty()) {
			throw new IllegalArgumentException("This is no line with a signature: " + line);
		}
		byte[] content = StrictBase64.decode(words[2]);
		if (content.length <= KEY_ID) {
			throw new IllegalArgumentException("This signature is cut off: " + line);
		}
		return new Line(words[1], Arrays.copyOf(content, KEY_ID), Arrays.copyOfRange(content, KEY_ID, content.length));
	}

	/** This text, signed with each of these keys. */
	public static SignedNote signed(String text, Collection<SigningKey> keys) {
		return new SignedNote(text, keys.stream().map(key -> key.sign(text)).toList());
	}

	/** The same note with one signature more. */
	public SignedNote with(Line signature) {
		List<Line> all = new ArrayList<>(signatures);
		all.add(signature);
		return new SignedNote(text, all);
	}

	/** Whether one of these keys signed it: the key of a log the text, that of a witness the text with the time at which he saw it. */
	public boolean isSignedBy(Collection<VerifierKey> keys) {
		return keys.stream().anyMatch(this::isSignedBy);
	}

	private boolean isSignedBy(VerifierKey key) {
		List<Line> own = signatures.stream().filter(line -> line.isOf(key)).toList();
		// a known key whose signature is wrong spoils the note
		return !own.isEmpty() && own.stream().allMatch(line -> isGood(line, key));
	}

	private boolean isGood(Line line, VerifierKey key) {
		if (key.kind() == VerifierKey.Kind.NOTE) {
			return key.signed(text.getBytes(StandardCharsets.UTF_8), line.signature());
		}
		if (line.signature().length != Long.BYTES + SIGNATURE) {
			return false;
		}
		ByteBuffer content = ByteBuffer.wrap(line.signature());
		long seconds = content.getLong();
		byte[] signature = new byte[SIGNATURE];
		content.get(signature);
		return key.signed(cosigned(text, seconds), signature);
	}

	/** What a witness signs. */
	static byte[] cosigned(String text, long seconds) {
		return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
	}

	/** The note as it is written. */
	@Override
	public String toString() {
		return text + "\n" + signatures.stream().map(Line::toString).collect(Collectors.joining());
	}
}
