package nl.ontwikkelagenda.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import nl.ontwikkelagenda.reporting.audit.VerifierKey;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Public keys as they are given on the command line: as such, or in files. */
final class PublicKeys {

	private PublicKeys() {
	}

	/** @throws ParameterException one of them is neither a key nor a file of keys */
	static List<VerifierKey> read(CommandLine command, List<String> given) {
		List<VerifierKey> keys = new ArrayList<>();
		for (String key : given) {
			try {
				List<String> lines = isFile(key) ? Files.readAllLines(Path.of(key)).stream().filter(line -> !line.isBlank()).toList() : List.of(key);
				lines.forEach(line -> keys.add(VerifierKey.parse(line)));
			} catch (IllegalArgumentException | IOException e) {
				throw new ParameterException(command, "Geen publieke sleutel, en geen bestand met sleutels: " + key, e);
			}
		}
		return keys;
	}

	private static boolean isFile(String key) {
		try {
			return Files.isRegularFile(Path.of(key));
		} catch (InvalidPathException e) {
			return false;
		}
	}
}
