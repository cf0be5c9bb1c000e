package nl.ontwikkelagenda.app.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what was found into {@code docs/reliability.md}, one row per fault, in the place of what was found there before. */
final class Reliability {

	private static final Path FILE = Path.of("../docs/reliability.md");
	private static final String ROW = "| ";
	private static final int CELLS_BEFORE_TEXT = 2;

	private Reliability() {
	}

	/**
	 * @param fault what went wrong, which names the row
	 * @param found figures and what came of it
	 */
	static synchronized void record(String fault, String found) throws IOException {
		List<String> lines = Files.readAllLines(FILE);
		int rule = lines.indexOf("|---|---|");
		Map<String, String> rows = new LinkedHashMap<>();
		lines.stream().skip(rule + 1L).filter(line -> line.startsWith(ROW)).map(line -> line.split(" ?\\| ?", -1)).forEach(cells -> rows.put(cells[1], cells[CELLS_BEFORE_TEXT]));
		rows.put(fault, found);
		StringBuilder text = new StringBuilder();
		lines.stream().limit(rule + 1L).forEach(line -> text.append(line).append('\n'));
		rows.forEach((name, figures) -> text.append(ROW).append(name).append(" | ").append(figures).append(" |\n"));
		Files.writeString(FILE, text);
	}
}
