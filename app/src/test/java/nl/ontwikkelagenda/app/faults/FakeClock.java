package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * The clock that one application and its PostgreSQL see, apart from that of the machine. How fast time goes and how long something waits stays as it is. Debian's libfaketime does
 * the same, but takes so long over each look at a clock, of which Java takes very many, that a start lasts minutes.
 */
final class FakeClock {

	private final Path file;
	private final Path library;

	/**
	 * @param file   holds how far off it is
	 * @param offset from the clock of the machine, in whole seconds
	 */
	FakeClock(Path file, Duration offset) throws IOException, InterruptedException {
		this.file = file;
		this.library = file.resolveSibling(file.getFileName() + ".so");
		Path source = file.resolveSibling(file.getFileName() + ".c");
		try (var text = Objects.requireNonNull(FakeClock.class.getResourceAsStream("/clock.c"))) {
			Files.copy(text, source);
		}
		assertThat(Machine.did("cc", "-O2", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")).as("the clock compiles").isTrue();
		jump(offset);
	}

	/** From now on it is this far from the clock of the machine. */
	void jump(Duration offset) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			channel.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(offset.toSeconds()).flip(), 0);
		}
	}

	Map<String, String> environment() {
		return Map.of("LD_PRELOAD", library.toString(), "CLOCK_OFFSET_FILE", file.toString());
	}

	/** Skips the test, and says so, where it can not be made. */
	static void assumePossible() throws InterruptedException {
		assumeTrue(Machine.did("cc", "--version"), "skipped: needs a C compiler (cc) to let an instance have another clock");
	}
}
