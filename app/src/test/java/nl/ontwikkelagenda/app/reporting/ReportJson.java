package nl.ontwikkelagenda.app.reporting;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** Finds the way in a report as JSON. */
public final class ReportJson {

	private ReportJson() {
	}

	public static JsonNode section(JsonNode report, String name) {
		return report.path("sections").valueStream().filter(section -> section.path("name").asString().equals(name)).findFirst().orElseThrow();
	}

	/** All numbers that stand among the figures. */
	public static Stream<JsonNode> figures(JsonNode report) {
		return report.path("sections").valueStream().flatMap(section -> section.path("figures").valueStream());
	}

	public static JsonNode figure(JsonNode report, String name) {
		return figures(report).filter(figure -> figure.path("name").asString().equals(name)).findFirst().orElseThrow(() -> new AssertionError("No number " + name));
	}

	public static int count(JsonNode report, String figure) {
		return figure(report, figure).path("count").intValue();
	}

	public static List<Integer> counts(JsonNode report, String... figures) {
		return Stream.of(figures).map(figure -> count(report, figure)).toList();
	}

	/** The rows of all tables of a section, each as what its cells say, with nothing as a dash. */
	public static List<List<String>> rows(JsonNode report, String section) {
		return section(report, section).path("tables").valueStream().flatMap(table -> table.path("rows").valueStream()).map(row -> row.path("cells").valueStream()
				.map(cell -> Stream.of("text", "day", "number").map(cell::path).filter(value -> !value.isMissingNode() && !value.isNull()).map(JsonNode::asString).findFirst()
						.orElse("-"))
				.toList()).toList();
	}
}
