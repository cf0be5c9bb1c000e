package nl.ontwikkelagenda.app.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Seals bytes with AES-256-GCM, under a new nonce each time, filled up so that the length of what is sealed says nothing about how much is in it. */
public final class Envelope {

	private static final String ALGORITHM = "AES/GCM/NoPadding";
	private static final int NONCE = 12;
	private static final int TAG_BITS = 128;
	private static final SecureRandom RANDOM = new SecureRandom();
	private static final byte[] UNBOUND = {};

	private Envelope() {
	}

	/** @param size least number of bytes to fill up to; what does not fit is filled up to twice that, and so on */
	public static byte[] seal(SecretKey key, byte[] content, int size) {
		return seal(key, content, size, UNBOUND);
	}

	/**
	 * As {@link #seal(SecretKey, byte[], int)}.
	 *
	 * @param place what it is bound to: it opens only there
	 */
	public static byte[] seal(SecretKey key, byte[] content, int size, byte[] place) {
		int filled = size;
		while (filled < content.length + Integer.BYTES) {
			filled *= 2;
		}
		byte[] nonce = new byte[NONCE];
		RANDOM.nextBytes(nonce);
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, place, ByteBuffer.allocate(filled).putInt(content.length).put(content).array());
			return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("It cannot be sealed", e);
		}
	}

	/** Empty when it was sealed with another key. */
	public static Optional<byte[]> open(SecretKey key, byte[] sealed) {
		return open(key, sealed, UNBOUND);
	}

	/** Empty when it was sealed with another key, or for another place. */
	public static Optional<byte[]> open(SecretKey key, byte[] sealed, byte[] place) {
		try {
			ByteBuffer opened = ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), place, Arrays.copyOfRange(sealed, NONCE, sealed.length)));
			byte[] content = new byte[opened.getInt()];
			opened.get(content);
			return Optional.of(content);
		} catch (AEADBadTagException e) {
			return Optional.empty();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("What was sealed cannot be opened", e);
		}
	}

	private static byte[] cipher(int mode, SecretKey key, byte[] nonce, byte[] place, byte[] bytes) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(ALGORITHM);
		cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(place);
		return cipher.doFinal(bytes);
	}
}
