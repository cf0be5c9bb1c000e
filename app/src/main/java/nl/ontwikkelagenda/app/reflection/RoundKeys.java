package nl.ontwikkelagenda.app.reflection;

import java.security.SecureRandom;
import java.util.Optional;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import nl.ontwikkelagenda.app.keys.KeyFiles;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundId;

import org.springframework.stereotype.Component;

/** The keys of open rounds, outside the database: without it nothing that the database ever held can be read. */
@Component
class RoundKeys {

	private static final int BYTES = 32;
	private static final String CIPHER = "AES";

	private final KeyFiles files;
	private final SecureRandom random = new SecureRandom();

	RoundKeys(KeyFiles files) {
		this.files = files;
	}

	/** Empty when there is none, or when it is damaged. */
	Optional<SecretKey> find(ReflectionRoundId round) {
		return files.read(file(round)).filter(bytes -> bytes.length == BYTES).map(bytes -> new SecretKeySpec(bytes, CIPHER));
	}

	/** Makes the key of a round that has no answers yet; it is on disk when this returns. What a crash left of an earlier attempt is replaced. */
	SecretKey create(ReflectionRoundId round) {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		files.replace(file(round), bytes);
		return new SecretKeySpec(bytes, CIPHER);
	}

	/** From now on nobody can read the answers that were sealed with it. */
	void destroy(ReflectionRoundId round) {
		files.destroy(file(round));
	}

	private static String file(ReflectionRoundId round) {
		return "reflection-" + round + ".key";
	}
}
