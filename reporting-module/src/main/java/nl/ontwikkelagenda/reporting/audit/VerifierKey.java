package nl.ontwikkelagenda.reporting.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose signature is believed: the public half of an Ed25519 key with the name of who holds it, written as C2SP signed-note does: {@code name+keyid+base64}.
 *
 * @param name  no spaces, no plus
 * @param kind  what it signs, as its first byte tells
 * @param bytes the 32 bytes of RFC 8032
 */
public record VerifierKey(String name, Kind kind, String bytes) {

	private static final Pattern WRITTEN = Pattern.compile("([^\\s+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+={0,2})");
	private static final int KEY_BYTES = 32;
	private static final int KEY_ID_BYTES = 4;
	/** What Java wants in front of the key itself. */
	private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

	public enum Kind {

		/** Signs a whole note. */
		NOTE(1),
		/** A witness: signs a checkpoint with the time at which it was seen. */
		COSIGNATURE(4);

		final byte code;

		Kind(int code) {
			this.code = (byte) code;
		}
	}

	/** @param key an Ed25519 key of Java */
	static VerifierKey of(String name, Kind kind, PublicKey key) {
		byte[] encoded = key.getEncoded();
		return new VerifierKey(name, kind, Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length)));
	}

	/** @throws IllegalArgumentException this is no such key, or its key id does not belong to it */
	public static VerifierKey parse(String text) {
		Matcher written = WRITTEN.matcher(text.strip());
		if (written.matches()) {
			byte[] content = StrictBase64.decode(written.group(3));
			for (Kind kind : Kind.values()) {
				if (content.length == 1 + KEY_BYTES && content[0] == kind.code) {
					VerifierKey key = new VerifierKey(written.group(1), kind, Base64.getEncoder().encodeToString(Arrays.copyOfRange(content, 1, content.length)));
					if (key.keyId().equals(written.group(2))) {
						return key;
					}
				}
			}
		}
		throw new IllegalArgumentException("Not the public key of a log or witness: " + text);
	}

	/** The first 4 bytes of SHA-256 of name, line feed, kind and key, in hexadecimal. */
	public String keyId() {
		return HexFormat.of().formatHex(keyIdBytes());
	}

	byte[] keyIdBytes() {
		byte[] digest = Hash.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), content()).bytes();
		return Arrays.copyOf(digest, KEY_ID_BYTES);
	}

	private byte[] content() {
		return ByteBuffer.allocate(1 + KEY_BYTES).put(kind.code).put(Base64.getDecoder().decode(bytes)).array();
	}

	boolean signed(byte[] message, byte[] signature) {
		try {
			Signature verifier = Signature.getInstance("Ed25519");
			verifier.initVerify(KeyFactory.getInstance("Ed25519")
					.generatePublic(new X509EncodedKeySpec(ByteBuffer.allocate(X509.length + KEY_BYTES).put(X509).put(Base64.getDecoder().decode(bytes)).array())));
			verifier.update(message);
			return verifier.verify(signature);
		} catch (GeneralSecurityException e) {
			// a signature or key of an impossible form is no good signature
			return false;
		}
	}

	/** As {@link #parse(String)} reads it. */
	@Override
	public String toString() {
		return name + "+" + keyId() + "+" + Base64.getEncoder().encodeToString(content());
	}
}
