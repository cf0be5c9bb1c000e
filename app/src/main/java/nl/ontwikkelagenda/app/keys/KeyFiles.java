package nl.ontwikkelagenda.app.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.file.Flush;
import nl.ontwikkelagenda.app.file.OwnerOnly;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keys, a file each, that only their owner can read. Several instances share the directory. Property: {@code ontwikkelagenda.keys-directory} (default {@code keys} in the data
 * directory).
 */
@Component
public class KeyFiles {

	private final Path directory;

	public KeyFiles(@Value("${ontwikkelagenda.keys-directory:${ontwikkelagenda.data-directory:./data}/keys}") Path directory) {
		this.directory = directory;
	}

	public Optional<byte[]> read(String name) {
		try {
			return Optional.of(Files.readAllBytes(directory.resolve(name)));
		} catch (NoSuchFileException e) {
			return Optional.empty();
		} catch (IOException e) {
			throw new UncheckedIOException("The key " + name + " cannot be read", e);
		}
	}

	/** Keeps a key; it is on disk when this returns. False when there is one with this name already, which then stays. */
	public boolean create(String name, byte[] key) {
		return keep(name, key, (written, file) -> Files.createLink(file, written));
	}

	/** As {@link #create}, in the place of what has this name. */
	public void replace(String name, byte[] key) {
		keep(name, key, (written, file) -> Files.move(written, file, StandardCopyOption.ATOMIC_MOVE));
	}

	/** Gives what was written its name, at once: after a crash there is a whole key or none. */
	private interface Naming {

		void give(Path written, Path file) throws IOException;
	}

	private boolean keep(String name, byte[] key, Naming naming) {
		try {
			Files.createDirectories(directory);
			Path written = Files.createTempFile(directory, ".new-", null, OwnerOnly.file());
			try {
				Files.write(written, key, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
				naming.give(written, directory.resolve(name));
			} finally {
				Files.deleteIfExists(written);
			}
			Flush.names(directory);
			return true;
		} catch (FileAlreadyExistsException e) {
			return false;
		} catch (IOException e) {
			throw new UncheckedIOException("The key " + name + " cannot be kept", e);
		}
	}

	/** From now on nobody can use it. */
	public void destroy(String name) {
		Path file = directory.resolve(name);
		try {
			if (Files.exists(file)) {
				Files.write(file, new byte[Math.toIntExact(Files.size(file))], StandardOpenOption.WRITE, StandardOpenOption.SYNC);
				Files.delete(file);
				Flush.names(directory);
			}
		} catch (IOException e) {
			throw new UncheckedIOException("The key " + name + " cannot be destroyed", e);
		}
	}

	/** Names of all keys that begin so. */
	public List<String> names(String prefix) {
		if (!Files.isDirectory(directory)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(directory)) {
			return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(prefix)).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException("The keys cannot be listed", e);
		}
	}
}
