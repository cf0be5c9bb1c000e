package nl.ontwikkelagenda.app.actions;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that follow from what they are the id of (UUID version 8, of SHA-256): who comes to the same thing again, comes to the same id. */
final class DerivedId {

	private DerivedId() {
	}

	/** Of a part of something that has an id. */
	static UUID of(UUID whole, String part) {
		return of(part.getBytes(StandardCharsets.UTF_8), whole);
	}

	static UUID of(byte[] content, UUID context) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(context.toString().getBytes(StandardCharsets.UTF_8));
			ByteBuffer bytes = ByteBuffer.wrap(digest.digest(content));
			return new UUID((bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L, (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
