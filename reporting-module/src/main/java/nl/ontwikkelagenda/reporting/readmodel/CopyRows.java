package nl.ontwikkelagenda.reporting.readmodel;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Rows in the binary format of PostgreSQL's {@code COPY}, which needs no escaping and half the work of text on both sides. */
final class CopyRows {

	static final String DOCUMENT = " (generation, id, from_position, recorded_at, sequence, partnership_id, body, search) from stdin (format binary)";
	static final String VERSION = " (generation, id, from_position, to_position, recorded_at, sequence, partnership_id, body, search) from stdin (format binary)";

	private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
	private static final long YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

	private byte[] bytes = new byte[64 * 1024];
	private int size;

	CopyRows() {
		raw(HEADER);
	}

	boolean isEmpty() {
		return size == HEADER.length;
	}

	int size() {
		return size;
	}

	/** @param to where the next version took over; null for a current document */
	void add(long generation, Version<?> version, @Nullable Long to) {
		int16(to == null ? 8 : 9);
		field(generation);
		field(version.id().getBytes(StandardCharsets.UTF_8));
		field(version.from());
		if (to != null) {
			field(to);
		}
		Instant at = version.at();
		field((at.getEpochSecond() - YEAR_2000) * 1_000_000 + at.getNano() / 1000);
		field(version.sequence());
		UUID partnership = version.partnership();
		if (partnership == null) {
			int32(-1);
		} else {
			int32(16);
			int64(partnership.getMostSignificantBits());
			int64(partnership.getLeastSignificantBits());
		}
		// jsonb is a version byte and the text
		int32(version.body().length + 1);
		room(1);
		bytes[size++] = 1;
		raw(version.body());
		field(version.search().getBytes(StandardCharsets.UTF_8));
	}

	/** Everything so far as one complete stream; nothing can be added after this. */
	InputStream stream() {
		int16(-1);
		return new ByteArrayInputStream(bytes, 0, size);
	}

	private void field(long value) {
		int32(8);
		int64(value);
	}

	private void field(byte[] value) {
		int32(value.length);
		raw(value);
	}

	private void raw(byte[] value) {
		room(value.length);
		System.arraycopy(value, 0, bytes, size, value.length);
		size += value.length;
	}

	private void int16(int value) {
		room(2);
		bytes[size++] = (byte) (value >> 8);
		bytes[size++] = (byte) value;
	}

	private void int32(int value) {
		int16(value >> 16);
		int16(value);
	}

	private void int64(long value) {
		int32((int) (value >> 32));
		int32((int) value);
	}

	private void room(int more) {
		if (size + more > bytes.length) {
			bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
		}
	}
}
