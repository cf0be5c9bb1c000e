package nl.ontwikkelagenda.app.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Secrets in addresses that lead somewhere without logging in. Whoever keeps one keeps its hash only. */
public final class LinkSecrets {

	private static final int BYTES = 32;
	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
	private static final SecureRandom RANDOM = new SecureRandom();

	private LinkSecrets() {
	}

	/** A new one, of 43 characters that need no escaping in an address. */
	public static String next() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** Whether it could be one. */
	public static boolean hasForm(String secret) {
		return FORM.matcher(secret).matches();
	}

	/** SHA-256, 32 bytes; of a secret that nobody guesses no salt is needed. */
	public static byte[] hash(String secret) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
