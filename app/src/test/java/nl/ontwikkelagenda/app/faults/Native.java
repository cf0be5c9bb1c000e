package nl.ontwikkelagenda.app.faults;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** What the kernel can do and no tool of the machine. */
final class Native {

	private static final int NEW_NETWORK = 0x40000000;
	/** Arguments that are not among those that C leaves open. */
	private static final int FIXED = 2;

	private Native() {
	}

	/** {@code ioctl} on a file or directory. */
	static void ioctl(Path path, long request, int argument) {
		try (Arena arena = Arena.ofConfined()) {
			int file = open(arena, path);
			int answer = (int) function("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS)).invokeExact(file, request, arena.allocateFrom(JAVA_INT, argument));
			close(file);
			assertThat(answer).as("ioctl").isZero();
		} catch (Throwable e) {
			throw new AssertionError(e);
		}
	}

	/** This thread, and what it starts, is in another network from now on. */
	static void enterNetwork(Path namespace) {
		try (Arena arena = Arena.ofConfined()) {
			int file = open(arena, namespace);
			int answer = (int) function("setns", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT)).invokeExact(file, NEW_NETWORK);
			close(file);
			assertThat(answer).as("setns").isZero();
		} catch (Throwable e) {
			throw new AssertionError(e);
		}
	}

	private static int open(Arena arena, Path path) throws Throwable {
		int file = (int) function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT)).invokeExact(arena.allocateFrom(path.toString()), 0);
		assertThat(file).as("open " + path).isNotNegative();
		return file;
	}

	private static void close(int file) throws Throwable {
		int answer = (int) function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT)).invokeExact(file);
		assertThat(answer).as("close").isZero();
	}

	private static MethodHandle function(String name, FunctionDescriptor shape) {
		Linker linker = Linker.nativeLinker();
		Linker.Option[] options = shape.argumentLayouts().size() > FIXED ? new Linker.Option[] {Linker.Option.firstVariadicArg(FIXED)} : new Linker.Option[0];
		return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape, options);
	}
}
