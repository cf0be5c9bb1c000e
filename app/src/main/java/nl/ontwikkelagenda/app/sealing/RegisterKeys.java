package nl.ontwikkelagenda.app.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

import nl.ontwikkelagenda.app.keys.KeyFiles;

import org.springframework.stereotype.Component;

/**
 * The keys of the registers, numbered from 1, a file {@code register-N.key} each. The newest seals; the others open what was sealed with them. Which there are is looked up each time,
 * as another instance or a command may have made one.
 */
@Component
class RegisterKeys {

	private static final String PREFIX = "register-";
	private static final Pattern FILE = Pattern.compile("register-([1-9][0-9]{0,8})\\.key");
	private static final int BYTES = 32;

	private final KeyFiles files;
	private final SecureRandom random = new SecureRandom();
	private final Map<Integer, Key> read = new ConcurrentHashMap<>();

	RegisterKeys(KeyFiles files) {
		this.files = files;
	}

	/**
	 * One key.
	 *
	 * @param cipher seals values (AES-256)
	 * @param digest makes the digests by which they are found (HMAC-SHA-256)
	 */
	record Key(int number, SecretKey cipher, SecretKey digest) {

		@Override
		public String toString() {
			return "Key " + number;
		}
	}

	/** The numbers of all that are there. */
	SortedSet<Integer> numbers() {
		SortedSet<Integer> numbers = new TreeSet<>();
		files.names(PREFIX).stream().map(FILE::matcher).filter(Matcher::matches).forEach(file -> numbers.add(Integer.valueOf(file.group(1))));
		return numbers;
	}

	/** Empty when it is not there. */
	Optional<Key> find(int number) {
		Key known = read.get(number);
		if (known != null) {
			return Optional.of(known);
		}
		Optional<Key> found = files.read(file(number)).filter(bytes -> bytes.length == BYTES)
				.map(bytes -> new Key(number, derive(bytes, "AES", "seal"), derive(bytes, "HmacSHA256", "find")));
		found.ifPresent(key -> read.put(number, key));
		return found;
	}

	/** Makes this key; when another instance does so at the same moment, its key is the one. */
	Key create(int number) {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		files.create(file(number), bytes);
		return find(number).orElseThrow(() -> new IllegalStateException("The key " + file(number) + " is damaged"));
	}

	static String file(int number) {
		return PREFIX + number + ".key";
	}

	private static SecretKey derive(byte[] bytes, String algorithm, String purpose) {
		try {
			return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm,
					HKDFParameterSpec.ofExtract().addIKM(bytes).thenExpand(("ontwikkelagenda register " + purpose).getBytes(StandardCharsets.US_ASCII), BYTES));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
