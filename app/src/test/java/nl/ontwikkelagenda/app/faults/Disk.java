package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk whose power can be cut. What was not flushed to it is gone then, whether it was in the memory of the machine or in that of the disk. It is a file with an ext4 file system
 * (the machine), on another ext4 file system (the disk) in a file of its own; cut means that the kernel shuts the latter down without writing anything more to it, its journal
 * included, as file systems are tested by those who make them.
 */
final class Disk implements AutoCloseable {

	/** For the journal and the tables of the outer file system. */
	private static final int MORE_IN_MEGABYTES = 200;
	/** {@code EXT4_IOC_SHUTDOWN} and {@code EXT4_GOING_FLAGS_NOLOGFLUSH} of the kernel's ext4. */
	private static final long SHUTDOWN = 0x8004587dL;
	private static final int WITHOUT_WRITING = 2;

	private final Path outer;
	private final Path image;
	private final Path inner;

	/**
	 * Makes it, or skips the test where that is not allowed.
	 *
	 * @param directory holds its files
	 * @param mounted   an empty directory, where what is on it is found
	 */
	Disk(Path directory, Path mounted, int megabytes) throws IOException, InterruptedException {
		this.outer = Files.createDirectories(directory.resolve("disk"));
		this.image = directory.resolve("disk.image");
		this.inner = mounted;
		did("fallocate", "-l", megabytes + MORE_IN_MEGABYTES + "M", image.toString());
		did("mkfs.ext4", "-q", "-F", image.toString());
		assumeTrue(Machine.did("mount", "-o", "loop", image.toString(), outer.toString()), "skipped: needs the right to mount a file system");
		did("fallocate", "-l", megabytes + "M", machine());
		did("mkfs.ext4", "-q", "-F", machine());
		did("mount", "-o", "loop", machine(), inner.toString());
	}

	/** From now on nothing reaches it; whatever writes or reads fails, as far as it is not killed. */
	void cut() {
		Native.ioctl(outer, SHUTDOWN, WITHOUT_WRITING);
	}

	/** After a cut, when nobody uses it any more: what was flushed is there. */
	void powerUp() throws InterruptedException {
		unmount();
		did("mount", "-o", "loop", image.toString(), outer.toString());
		did("mount", "-o", "loop", machine(), inner.toString());
	}

	@Override
	public void close() throws InterruptedException {
		unmount();
	}

	private void unmount() throws InterruptedException {
		did("umount", inner.toString());
		did("umount", outer.toString());
	}

	private String machine() {
		return outer.resolve("machine.image").toString();
	}

	private static void did(String... command) throws InterruptedException {
		assertThat(Machine.did(command)).as(String.join(" ", command)).isTrue();
	}
}
