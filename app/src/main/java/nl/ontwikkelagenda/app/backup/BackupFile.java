package nl.ontwikkelagenda.app.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;

import nl.ontwikkelagenda.app.file.Flush;
import nl.ontwikkelagenda.app.file.OwnerOnly;

/** A file for a backup: only its owner can read it, and it has its name only when it is whole and on disk. */
public final class BackupFile {

	/** What comes after the name of one that is being written. */
	static final String UNFINISHED = ".unfinished";

	private BackupFile() {
	}

	/** @throws BackupRefused when there is a file of that name, or it can not be written */
	public static Manifest write(Backups backups, Path file) {
		Path target = file.toAbsolutePath();
		Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
		if (Files.exists(target)) {
			throw new BackupRefused("Het bestand " + target + " bestaat al; kies een andere naam.");
		}
		try {
			Files.deleteIfExists(unfinished);
			return write(backups, unfinished, target);
		} catch (IOException e) {
			throw new BackupRefused("De reservekopie kan niet worden geschreven in " + target + ": " + e.getMessage() + ".", e);
		}
	}

	private static Manifest write(Backups backups, Path unfinished, Path target) throws IOException {
		try {
			Manifest manifest;
			try (FileChannel channel = FileChannel.open(unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file());
					OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
				manifest = backups.write(stream);
				stream.flush();
				channel.force(true);
			}
			Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
			Flush.names(Objects.requireNonNull(target.getParent()));
			return manifest;
		} finally {
			// half of it holds personal data as well, and takes the room of the next
			Files.deleteIfExists(unfinished);
		}
	}
}
