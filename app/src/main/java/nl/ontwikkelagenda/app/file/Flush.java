package nl.ontwikkelagenda.app.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Has the operating system write to disk what it keeps in memory, so that it survives when the power is cut. */
public final class Flush {

	private static final int AT_ONCE = 16;

	private Flush() {
	}

	/** What is in a file, of which the name may still be lost; see {@link #names}. */
	public static void content(Path file) throws IOException {
		try (FileChannel opened = FileChannel.open(file, StandardOpenOption.WRITE)) {
			opened.force(true);
		}
	}

	/** Which files are in a directory, under which names. */
	public static void names(Path directory) throws IOException {
		// where a directory can not be opened the file system sees to it
		if (!System.getProperty("os.name").startsWith("Windows")) {
			try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
				opened.force(true);
			}
		}
	}

	/** A directory with everything in it; many at once, which the file system then writes together. */
	public static void all(Path directory) throws IOException {
		try (Stream<Path> found = Files.walk(directory); ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
			List<Future<?>> flushed = new ArrayList<>();
			found.filter(each -> !Files.isSymbolicLink(each)).forEach(each -> flushed.add(threads.submit(() -> {
				one(each);
				return null;
			})));
			for (Future<?> each : flushed) {
				each.get();
			}
		} catch (ExecutionException e) {
			throw new IOException("Not flushed: " + directory, e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

	private static void one(Path path) throws IOException {
		if (Files.isDirectory(path)) {
			names(path);
		} else {
			content(path);
		}
	}
}
