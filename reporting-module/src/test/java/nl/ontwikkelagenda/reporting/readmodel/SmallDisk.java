package nl.ontwikkelagenda.reporting.readmodel;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** A file system of its own that is soon full, in memory. It takes root on Linux to mount one; without, the test that wants it is not done. */
final class SmallDisk implements AutoCloseable {

	private final Path directory;

	SmallDisk(Path directory, String size) throws IOException, InterruptedException {
		this.directory = directory;
		Assumptions.assumeTrue(isDone("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", directory.toString()), "a file system can be mounted");
	}

	private static boolean isDone(String... command) throws IOException, InterruptedException {
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
	}

	@Override
	public void close() throws IOException, InterruptedException {
		isDone("umount", directory.toString());
	}
}
