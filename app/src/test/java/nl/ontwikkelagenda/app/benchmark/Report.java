package nl.ontwikkelagenda.app.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was measured, as a page in Markdown; every line is printed as soon as it is known. */
public final class Report {

	private final List<String> lines = new ArrayList<>();
	private final List<String> goals = new ArrayList<>();

	public void line(String line) {
		lines.add(line);
		System.out.println(line);
	}

	public void table(String... heads) {
		line("");
		row((Object[]) heads);
		line("|" + "---|".repeat(heads.length));
	}

	public void row(Object... cells) {
		line("| " + String.join(" | ", Arrays.stream(cells).map(String::valueOf).toList()) + " |");
	}

	public void goal(String goal, String reached, boolean met) {
		goals.add("| %s | %s | %s |".formatted(goal, reached, met ? "yes" : "**no**"));
	}

	public void writeTo(Path file, String title, List<String> introduction) throws IOException {
		List<String> page = new ArrayList<>(List.of("# " + title, ""));
		page.addAll(introduction);
		page.addAll(List.of("", "| goal | measured | reached |", "|---|---|---|"));
		page.addAll(goals);
		page.addAll(lines);
		page.forEach(System.out::println);
		Files.writeString(file, String.join("\n", page) + "\n");
	}

	public static String number(double value) {
		return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
	}
}
