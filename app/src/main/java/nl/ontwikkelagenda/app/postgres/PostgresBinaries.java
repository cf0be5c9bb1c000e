package nl.ontwikkelagenda.app.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import nl.ontwikkelagenda.app.console.Progress;
import nl.ontwikkelagenda.app.file.Flush;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL for this machine, unpacked once per version in a directory that only their owner can write. */
final class PostgresBinaries {

	private final Path home;
	private final Path output;

	private PostgresBinaries(Path home, Path output) {
		this.home = home;
		this.output = output;
	}

	/**
	 * @param parent  keeps one folder per version and platform
	 * @param version version of the programs on the class path, as in {@code 18.6.0}
	 * @param output  file that gets what the programs print
	 */
	static PostgresBinaries unpackedIn(Path parent, String version, Path output) throws IOException {
		Path home = parent.resolve(version + "-" + operatingSystem() + "-" + architecture());
		if (!Files.exists(home)) {
			Path unfinished = parent.resolve("unpacking");
			FileSystemUtils.deleteRecursively(unfinished);
			try (var _ = Progress.of("PostgreSQL " + version + " wordt uitgepakt")) {
				unpack(unfinished);
				Flush.all(unfinished);
			}
			Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
			Flush.names(parent);
		}
		return new PostgresBinaries(home, output);
	}

	/** Runs one of the programs to its end; false when it failed, and then {@link #lastWords()} says why. */
	boolean run(String program, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		if (isRoot()) {
			// PostgreSQL refuses to run as root; in a user namespace of its own it is nobody
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(home.resolve("bin").resolve(program).toString());
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
		builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
		builder.environment().put("LC_ALL", "C");
		Process process = builder.start();
		process.getOutputStream().close();
		try {
			return process.waitFor() == 0;
		} catch (InterruptedException e) {
			process.destroy();
			throw e;
		}
	}

	private static boolean isRoot() throws IOException {
		Path itself = Path.of("/proc/self");
		return Files.exists(itself) && Files.getAttribute(itself, "unix:uid") instanceof Integer uid && uid == 0;
	}

	/** What the last program printed, on one line, at most 500 characters from its end. */
	String lastWords() throws IOException {
		String words = Files.exists(output) ? Files.readString(output).strip().replaceAll("\\s+", " ") : "";
		return words.substring(Math.max(0, words.length() - 500));
	}

	private static void unpack(Path target) throws IOException {
		try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(operatingSystem(), architecture());
				TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path file = target.resolve(entry.getName()).normalize();
				if (entry.isDirectory()) {
					Files.createDirectories(file);
					continue;
				}
				Files.createDirectories(file.resolveSibling("."));
				if (entry.isSymbolicLink()) {
					Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
				} else {
					Files.copy(tar, file);
					if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true, true)) {
						throw new IOException("can not make executable: " + file);
					}
				}
			}
		}
	}

	private static String operatingSystem() {
		String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		return name.startsWith("windows") ? "Windows" : name.startsWith("mac") ? "Darwin" : "Linux";
	}

	private static String architecture() {
		String name = System.getProperty("os.arch");
		return name.equals("amd64") ? "x86_64" : name;
	}
}
