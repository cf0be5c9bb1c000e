package nl.ontwikkelagenda.app.reflection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import nl.ontwikkelagenda.cop.reflection.ReflectionRoundId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys of open rounds, a file each, outside the database: without it nothing that the database ever held can be read. Several instances share the directory. Property:
 * {@code ontwikkelagenda.keys-directory} (default {@code keys} in the data directory).
 */
@Component
class RoundKeys {

	private static final int BYTES = 32;
	private static final String CIPHER = "AES";

	private final Path directory;
	private final SecureRandom random = new SecureRandom();

	RoundKeys(@Value("${ontwikkelagenda.keys-directory:${ontwikkelagenda.data-directory:./data}/keys}") Path directory) {
		this.directory = directory;
	}

	/** Empty when there is none, or when it is damaged. */
	Optional<SecretKey> find(ReflectionRoundId round) {
		try {
			byte[] bytes = Files.readAllBytes(file(round));
			return bytes.length == BYTES ? Optional.of(new SecretKeySpec(bytes, CIPHER)) : Optional.empty();
		} catch (NoSuchFileException e) {
			return Optional.empty();
		} catch (IOException e) {
			throw new UncheckedIOException("The key of a reflection round cannot be read", e);
		}
	}

	/** Makes the key of a round that has no answers yet; it is on disk when this returns. What a crash left of an earlier attempt is replaced. */
	SecretKey create(ReflectionRoundId round) {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		try {
			Files.createDirectories(directory);
			Path written = directory.resolve("reflection-" + round + ".new");
			Files.deleteIfExists(written);
			try (FileChannel channel = FileChannel.open(written, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
				channel.write(ByteBuffer.wrap(bytes));
				channel.force(true);
			}
			Files.move(written, file(round), StandardCopyOption.ATOMIC_MOVE);
			flushDirectory();
			return new SecretKeySpec(bytes, CIPHER);
		} catch (IOException e) {
			throw new UncheckedIOException("The key of a reflection round cannot be kept", e);
		}
	}

	/** From now on nobody can read the answers that were sealed with it. */
	void destroy(ReflectionRoundId round) {
		try {
			if (Files.exists(file(round))) {
				Files.write(file(round), new byte[BYTES], StandardOpenOption.WRITE, StandardOpenOption.SYNC);
				Files.delete(file(round));
				flushDirectory();
			}
		} catch (IOException e) {
			throw new UncheckedIOException("The key of a reflection round cannot be destroyed", e);
		}
	}

	private void flushDirectory() throws IOException {
		try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
			opened.force(true);
		}
	}

	private Path file(ReflectionRoundId round) {
		return directory.resolve("reflection-" + round + ".key");
	}
}
