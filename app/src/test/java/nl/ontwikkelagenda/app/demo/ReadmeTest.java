package nl.ontwikkelagenda.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.rest.Running;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;

/** What the README has a new user type, word for word, in a shell on a new demo. */
@BesideOthers
class ReadmeTest {

	private static final Path README = Path.of("..", "README.md");
	private static final String CODE = "    ";
	/** As the README has it, with the status after every answer. */
	private static final String CURL = "curl() { command curl --write-out '\n[%{http_code}]\n' \"$@\"; }\n";
	private static final Pattern ANSWER = Pattern.compile("(?s)(.*?)\n\\[([0-9]{3})]\n");

	private record Answer(int status, JsonNode json) {

		static Answer of(MatchResult told) {
			return new Answer(Integer.parseInt(told.group(2)), JsonMapper.shared().readTree(told.group(1)));
		}
	}

	@Test
	void theFirstWalkLeadsWhereItSays() throws IOException, InterruptedException {
		assumeThat(Stream.of(System.getenv("PATH").split(":", -1)).map(folder -> Path.of(folder, "curl"))).as("the README has a new user type curl").anyMatch(Files::exists);
		Running app = Running.withDemo();
		try {
			List<Answer> answers = typed(walk().replace("http://127.0.0.1:8080", "http://127.0.0.1:" + app.port()));
			assertThat(answers).extracting(Answer::status).containsExactly(200, 200, 201, 201, 200, 200, 200, 200, 200, 200, 400);
			assertThat(actions(answers.get(0))).as("what came of it").isGreaterThanOrEqualTo(8);
			assertThat(actions(answers.get(1))).as("the evening before").isZero();
			assertThat(answers.get(4).json().at("/items/0/title").asString()).as("in the list when the answer comes").isEqualTo("Zij-instromers");
			assertThat(answers.get(4).json().at("/items/0/promises/0/deadline/latest").asString()).isEqualTo("2019-03-01");
			assertThat(answers.get(5).json().findValues("source").stream().map(source -> source.path("kind").asString())).contains("GOAL", "PROPOSAL", "OUTCOME");
			assertThat(answers.get(6).json().path("items")).isNotEmpty();
			assertThat(answers.get(7).json().path("latest").asString()).as("the last day before the holidays").isEqualTo("2018-12-21");
			assertThat(answers.get(8).json().path("items").findValuesAsString("title")).contains("Bindende afspraken voor onderwijs, jeugd en zorg");
			assertThat(answers.get(9).json().at("/items/0/consultedOn").asString()).as("the one that was consulted last").startsWith("2023-");
			assertThat(answers.get(10).json().path("errors").findValuesAsString("field")).containsExactlyInAnyOrder("partnershipId", "title", "happenedOn");
		} finally {
			app.context().close();
		}
	}

	/** How many the report counts. */
	private static int actions(Answer report) {
		return report.json().path("sections").valueStream().flatMap(section -> section.path("figures").valueStream())
				.filter(figure -> figure.path("name").asString().equals("actions-agreed"))
				.mapToInt(figure -> figure.path("count").intValue()).sum();
	}

	private static String walk() throws IOException {
		return Files.readAllLines(README).stream().dropWhile(line -> !line.equals("## A first walk")).skip(1).takeWhile(line -> !line.startsWith("## "))
				.filter(line -> line.startsWith(CODE)).map(line -> line.substring(CODE.length())).collect(Collectors.joining("\n"));
	}

	private static List<Answer> typed(String script) throws IOException, InterruptedException {
		Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", CURL + script).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(shell.waitFor()).as(output).isZero();
		return ANSWER.matcher(output).results().map(Answer::of).toList();
	}
}
