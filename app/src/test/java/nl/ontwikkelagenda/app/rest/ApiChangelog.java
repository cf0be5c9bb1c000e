package nl.ontwikkelagenda.app.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code docs/api-changelog.md}: what each version of the API added and removed, newest first, one line for each path.
 *
 * @param introduction what stands before the first version
 */
record ApiChangelog(String introduction, List<Version> versions) {

	private static final Pattern HEADING = Pattern.compile("(?m)^## (\\S+)\n");
	private static final Pattern LIST = Pattern.compile("(?m)^### (Added|Removed)\n\n(?:- `.*\n)+\n?");
	private static final Pattern LINE = Pattern.compile("(?m)^- `(/\\S*)`: (.+)$");

	/**
	 * @param told    what is said about it in words, between its heading and its lists
	 * @param added   as {@code GET /meetings/{id}}
	 * @param removed the same
	 */
	record Version(String number, String told, SortedSet<String> added, SortedSet<String> removed) {
	}

	static ApiChangelog read(String text) {
		List<MatchResult> headings = HEADING.matcher(text).results().toList();
		List<Version> versions = new ArrayList<>();
		for (int i = 0; i < headings.size(); i++) {
			String part = text.substring(headings.get(i).end(), i + 1 < headings.size() ? headings.get(i + 1).start() : text.length());
			SortedSet<String> added = new TreeSet<>();
			SortedSet<String> removed = new TreeSet<>();
			Matcher lists = LIST.matcher(part);
			while (lists.find()) {
				LINE.matcher(lists.group()).results().forEach(line -> {
					for (String method : line.group(2).split(", ")) {
						(lists.group(1).equals("Added") ? added : removed).add(method + " " + line.group(1));
					}
				});
			}
			versions.add(new Version(headings.get(i).group(1), LIST.matcher(part).replaceAll("").strip(), added, removed));
		}
		return new ApiChangelog(text.substring(0, headings.getFirst().start()), versions);
	}

	/** What there is after all versions. */
	SortedSet<String> operations() {
		return after(versions);
	}

	/** The text with which the newest version leads to these operations. */
	String leadingTo(SortedSet<String> operations) {
		SortedSet<String> before = after(versions.subList(1, versions.size()));
		SortedSet<String> added = new TreeSet<>(operations);
		added.removeAll(before);
		SortedSet<String> removed = new TreeSet<>(before);
		removed.removeAll(operations);
		Version newest = versions.getFirst();
		StringBuilder text = new StringBuilder(introduction);
		write(text, new Version(newest.number(), newest.told(), added, removed));
		versions.stream().skip(1).forEach(version -> write(text, version));
		return text.toString().strip() + "\n";
	}

	private static SortedSet<String> after(List<Version> versions) {
		SortedSet<String> all = new TreeSet<>();
		versions.reversed().forEach(version -> {
			all.addAll(version.added());
			all.removeAll(version.removed());
		});
		return all;
	}

	private static void write(StringBuilder text, Version version) {
		text.append("## ").append(version.number()).append("\n\n").append(version.told()).append("\n\n");
		list(text, "Added", version.added());
		list(text, "Removed", version.removed());
	}

	private static void list(StringBuilder text, String title, SortedSet<String> operations) {
		if (operations.isEmpty()) {
			return;
		}
		text.append("### ").append(title).append("\n\n");
		operations.stream().map(operation -> operation.substring(operation.indexOf(' ') + 1)).distinct().sorted()
				.forEach(path -> text.append("- `").append(path).append("`: ")
						.append(String.join(", ",
								operations.stream().filter(operation -> operation.endsWith(" " + path)).map(operation -> operation.substring(0, operation.indexOf(' '))).toList()))
						.append('\n'));
		text.append('\n');
	}
}
