package nl.ontwikkelagenda.reporting.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An event as the log keeps it, and its record in the ledger.
 *
 * @param aggregateType absent for what belongs to no aggregate
 * @param revision      of the shape of its payload; absent for the first
 * @param recordedAt    in whole milliseconds
 * @param payload       JSON, with its texts or with their digests: both make the same record
 * @param metadata      JSON
 */
public record RecordedEvent(String eventId, String aggregateId, @Nullable String aggregateType, long sequence, String type, @Nullable String revision, Instant recordedAt,
		String payload, String metadata) {

	/** Version of the layout of a record. */
	static final byte VERSION = 1;

	private static final int LONGEST = 0xFFFF;

	/**
	 * Hash of its leaf.
	 *
	 * @param index of the leaf, from 0
	 */
	public Hash leaf(long index) {
		return MerkleTree.leaf(entry(index));
	}

	/** What the leaf is the hash of; {@code docs/audit-format.md} tells its layout. */
	public byte[] entry(long index) {
		return entry(index, payloadWithoutTexts(), canonicalMetadata());
	}

	/** As {@link #leaf}, where payload and metadata are in canonical form already and the payload is without its texts. */
	Hash leafAsWritten(long index) {
		return MerkleTree.leaf(entry(index, payload, metadata));
	}

	private byte[] entry(long index, String canonicalPayload, String canonicalMetadata) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(320);
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeByte(VERSION);
			out.writeLong(index);
			write(out, eventId);
			write(out, aggregateId);
			write(out, aggregateType == null ? "" : aggregateType);
			out.writeLong(sequence);
			write(out, type);
			write(out, revision == null ? "" : revision);
			out.writeLong(recordedAt.toEpochMilli());
			out.write(digest(canonicalPayload).bytes());
			out.write(digest(canonicalMetadata).bytes());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}

	/** Its payload in canonical form, with a digest for every text. */
	public String payloadWithoutTexts() {
		return CanonicalJson.write(Texts.digested(CanonicalJson.parse(payload)));
	}

	private String canonicalMetadata() {
		return CanonicalJson.canonical(metadata);
	}

	/** What its record holds of its payload. */
	public Hash payloadDigest() {
		return digest(payloadWithoutTexts());
	}

	/** What its record holds of its metadata. */
	public Hash metadataDigest() {
		return digest(canonicalMetadata());
	}

	private static Hash digest(String canonical) {
		return Hash.sha256(canonical.getBytes(StandardCharsets.UTF_8));
	}

	private static void write(DataOutputStream out, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		if (bytes.length > LONGEST) {
			throw new IllegalArgumentException("A field of a record has at most " + LONGEST + " bytes, not " + bytes.length);
		}
		out.writeShort(bytes.length);
		out.write(bytes);
	}
}
