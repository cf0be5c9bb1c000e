package nl.ontwikkelagenda.app.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clock that one process sees, apart from that of the machine, by Debian's package {@code libfaketime}. How fast time goes and how long something waits stays as it is. */
final class FakeClock {

	private static final List<Path> PLACES = List.of(Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
			Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

	private final Path file;

	/**
	 * @param file   holds how far off it is
	 * @param offset from the clock of the machine, as "+60s" or "-1h"
	 */
	FakeClock(Path file, String offset) throws IOException {
		this.file = file;
		jump(offset);
	}

	/** Within a second it is this far from the clock of the machine: reading the file whenever somebody asks for the time makes a start last minutes. */
	void jump(String offset) throws IOException {
		Path next = file.resolveSibling(file.getFileName() + ".next");
		Files.writeString(next, offset + "\n");
		Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
	}

	Map<String, String> environment() {
		return Map.of("LD_PRELOAD", library().orElseThrow().toString(), "FAKETIME_TIMESTAMP_FILE", file.toString(), "FAKETIME_CACHE_DURATION", "1", "FAKETIME_DONT_FAKE_MONOTONIC",
				"1");
	}

	/** Skips the test, and says so, where the package is not installed. */
	static void assumeInstalled() {
		assumeTrue(library().isPresent(), "skipped: install Debian's package libfaketime to let an instance have another clock");
	}

	private static Optional<Path> library() {
		return PLACES.stream().filter(Files::exists).findFirst();
	}
}
