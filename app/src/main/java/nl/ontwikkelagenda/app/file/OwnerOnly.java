package nl.ontwikkelagenda.app.file;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Attributes of new files and directories that nobody else on the machine may read; none where the file system has no POSIX permissions. */
public final class OwnerOnly {

	private OwnerOnly() {
	}

	public static FileAttribute<?>[] file() {
		return permissions("rw-------");
	}

	public static FileAttribute<?>[] directory() {
		return permissions("rwx------");
	}

	private static FileAttribute<?>[] permissions(String permissions) {
		return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
				: new FileAttribute<?>[0];
	}
}
