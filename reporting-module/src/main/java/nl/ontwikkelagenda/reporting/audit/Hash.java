package nl.ontwikkelagenda.reporting.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** A SHA-256 digest: 32 bytes. */
public final class Hash {

	public static final int LENGTH = 32;

	private final byte[] bytes;

	private Hash(byte[] bytes) {
		if (bytes.length != LENGTH) {
			throw new IllegalArgumentException("A SHA-256 digest has " + LENGTH + " bytes, not " + bytes.length);
		}
		this.bytes = bytes;
	}

	/** @throws IllegalArgumentException these are not 32 bytes */
	public static Hash of(byte[] digest) {
		return new Hash(digest.clone());
	}

	/** @throws IllegalArgumentException this is not base64 of 32 bytes */
	public static Hash ofBase64(String text) {
		return new Hash(StrictBase64.decode(text));
	}

	/** @throws IllegalArgumentException this is not 64 hexadecimal digits */
	public static Hash ofHex(String text) {
		return new Hash(HexFormat.of().parseHex(text));
	}

	/** The digest of these parts, one after the other. */
	static Hash sha256(byte[]... parts) {
		MessageDigest digest = digest();
		for (byte[] part : parts) {
			digest.update(part);
		}
		return new Hash(digest.digest());
	}

	static Hash sha256(byte prefix, Hash left, Hash right) {
		MessageDigest digest = digest();
		digest.update(prefix);
		digest.update(left.bytes);
		digest.update(right.bytes);
		return new Hash(digest.digest());
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}

	public byte[] bytes() {
		return bytes.clone();
	}

	public String base64() {
		return Base64.getEncoder().encodeToString(bytes);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(bytes);
	}

	/** Lower-case hexadecimal. */
	@Override
	public String toString() {
		return HexFormat.of().formatHex(bytes);
	}
}
