package nl.ontwikkelagenda.app.rest;

import java.security.SecureRandom;
import java.util.Base64;

/** New salts for free texts: 16 random bytes in base64. */
public final class Salts {

	private static final int BYTES = 16;
	private static final SecureRandom RANDOM = new SecureRandom();

	private Salts() {
	}

	public static String next() {
		byte[] salt = new byte[BYTES];
		RANDOM.nextBytes(salt);
		return Base64.getEncoder().encodeToString(salt);
	}
}
