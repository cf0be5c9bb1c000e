package nl.ontwikkelagenda.app.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import nl.ontwikkelagenda.app.keys.Envelope;
import nl.ontwikkelagenda.app.keys.KeyFiles;

import org.springframework.stereotype.Component;

/**
 * Secrets with which deliveries are signed, as the Standard Webhooks specification writes them. In the database they are sealed with a key that is a file outside it.
 */
@Component
class WebhookSecrets {

	private static final String FILE = "webhooks.key";
	private static final String CIPHER = "AES";
	private static final String MAC = "HmacSHA256";
	private static final String PREFIX = "whsec_";
	private static final int BYTES = 32;
	private static final int SEALED_SIZE = 64;

	private final KeyFiles files;
	private final SecureRandom random = new SecureRandom();

	WebhookSecrets(KeyFiles files) {
		this.files = files;
	}

	/**
	 * A new secret.
	 *
	 * @param shown  as who receives deliveries keeps it
	 * @param sealed as the database keeps it
	 */
	record Made(String shown, byte[] sealed) {

		@Override
		public String toString() {
			return "A secret";
		}
	}

	Made make() {
		byte[] secret = bytes();
		return new Made(PREFIX + Base64.getEncoder().encodeToString(secret), Envelope.seal(key().orElseGet(this::newKey), secret, SEALED_SIZE));
	}

	/** Empty when the key that it was sealed with is not there. */
	Optional<byte[]> open(byte[] sealed) {
		return key().flatMap(key -> Envelope.open(key, sealed));
	}

	/** What stands in the header {@code webhook-signature}. */
	static String signature(byte[] secret, WebhookDeliveryId id, long timestamp, byte[] body) {
		try {
			Mac mac = Mac.getInstance(MAC);
			mac.init(new SecretKeySpec(secret, MAC));
			mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
			return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private Optional<SecretKey> key() {
		return files.read(FILE).filter(bytes -> bytes.length == BYTES).map(bytes -> new SecretKeySpec(bytes, CIPHER));
	}

	/** Another instance may make it at the same moment; then its key is the one. */
	private SecretKey newKey() {
		files.create(FILE, bytes());
		return key().orElseThrow(() -> new IllegalStateException("The key " + FILE + " is damaged"));
	}

	private byte[] bytes() {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return bytes;
	}
}
