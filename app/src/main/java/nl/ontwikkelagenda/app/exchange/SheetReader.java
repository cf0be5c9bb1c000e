package nl.ontwikkelagenda.app.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a file whose first row holds headings, in any order and in capitals or not. All that is wrong with the headings is told together.
 *
 * @param known    the headings that there can be
 * @param required those that there must be
 */
public record SheetReader(List<String> known, Set<String> required) {

	/**
	 * One row below the headings.
	 *
	 * @param number as the spreadsheet counts: the headings are row 1
	 * @param cells  by heading; what is empty is not there
	 */
	public record Line(int number, Map<String, String> cells) {
	}

	/** Something wrong with a heading. */
	public record Fault(String heading, String sentence) {
	}

	/** The rows in which something stands, or what is wrong with the headings. */
	public record Content(List<Line> lines, List<Fault> faults) {
	}

	/** @throws UnreadableFile when it is not a file of this kind, or holds more than {@code most} rows */
	public Content read(FileFormat format, byte[] content, int most) {
		List<List<String>> rows = format.read(content, most);
		List<Fault> faults = new ArrayList<>();
		Map<Integer, String> headings = headings(rows.isEmpty() ? List.of() : rows.getFirst(), faults);
		List<Line> lines = new ArrayList<>();
		for (int i = 1; i < rows.size(); i++) {
			Map<String, String> cells = new HashMap<>();
			List<String> row = rows.get(i);
			headings.forEach((column, heading) -> {
				if (column < row.size() && !row.get(column).isBlank()) {
					cells.put(heading, row.get(column));
				}
			});
			if (!cells.isEmpty()) {
				lines.add(new Line(i + 1, cells));
			}
		}
		return new Content(lines, faults);
	}

	private Map<Integer, String> headings(List<String> row, List<Fault> faults) {
		Map<String, String> byName = new HashMap<>();
		known.forEach(heading -> byName.put(heading.toLowerCase(Locale.ROOT), heading));
		Map<Integer, String> headings = new HashMap<>();
		Set<String> seen = new HashSet<>();
		for (int column = 0; column < row.size(); column++) {
			String heading = byName.get(row.get(column).toLowerCase(Locale.ROOT));
			if (heading != null && seen.add(heading)) {
				headings.put(column, heading);
			} else if (heading != null) {
				faults.add(new Fault(heading, "Deze kolom staat er meer dan één keer."));
			} else if (!row.get(column).isBlank()) {
				faults.add(new Fault(shown(row.get(column)), "Deze kolom bestaat niet. Wel: " + String.join(", ", known) + "."));
			}
		}
		known.stream().filter(heading -> required.contains(heading) && !seen.contains(heading))
				.forEach(heading -> faults.add(new Fault(heading, "Deze kolom ontbreekt; zet haar naam in de eerste rij.")));
		return headings;
	}

	private static String shown(String text) {
		String readable = text.replaceAll("\\P{Print}", "?");
		return readable.length() > 60 ? readable.substring(0, 60) + "…" : readable;
	}
}
