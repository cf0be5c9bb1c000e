package nl.ontwikkelagenda.app.operation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.Ontwikkelagenda;
import nl.ontwikkelagenda.app.cli.Program;
import nl.ontwikkelagenda.app.console.StartRefused;
import nl.ontwikkelagenda.app.house.DeclaredSettings;
import nl.ontwikkelagenda.app.rest.Running;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is in {@code deploy/} fits the application: its settings, flags, exit codes, addresses and ports. */
class DeploymentFilesTest {

	private static final Path FILES = Path.of("../deploy");
	private static final Path RUNNING = Path.of("../docs/running.md");
	private static final String OURS = "ontwikkelagenda";
	private static final Pattern IN_ENVIRONMENT = Pattern.compile("\\b(?:ONTWIKKELAGENDA|SPRING|SERVER|AXON|LOGGING|MANAGEMENT)_[A-Z_]+\\b");
	private static final Pattern ARGUMENT = Pattern.compile(" --([a-z][a-z.-]+)=");
	private static final Pattern JAVA = Pattern.compile("(?:^ *|ExecStart=/usr/bin/)java (.*?) -jar ", Pattern.MULTILINE);
	private static final Pattern EXIT_CODE = Pattern.compile("^\\| (\\d) \\|", Pattern.MULTILINE);

	@Test
	void everyYamlCanBeRead() throws IOException {
		List<Path> files = withEnding(".yaml");
		assertThat(files).hasSizeGreaterThan(6);
		for (Path file : files) {
			assertThat(documents(file)).as(file.toString()).isNotEmpty().allMatch(JsonNode::isObject);
		}
	}

	@Test
	void everySettingExists() throws IOException {
		Set<String> settings = DeclaredSettings.all().keySet();
		Set<String> variables = settings.stream().map(name -> name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
		Set<String> used = new TreeSet<>();
		for (Path file : withEnding("").stream().filter(each -> FILES.equals(each.getParent())).toList()) {
			used.addAll(found(IN_ENVIRONMENT, Files.readString(file)));
		}
		assertThat(used).contains("ONTWIKKELAGENDA_DATADIRECTORY", "SPRING_FLYWAY_URL", "SERVER_ADDRESS", "AXON_AXONSERVER_TOKEN");
		assertThat(used.stream().filter(name -> !variables.contains(name))).as("no such setting").isEmpty();
		Set<String> arguments = found(ARGUMENT, unit().substring(unit().indexOf(".jar ")));
		assertThat(arguments).contains("ontwikkelagenda.data-directory");
		assertThat(arguments.stream().filter(name -> !settings.contains(name))).as("no such setting").isEmpty();
	}

	/** The image starts from a cache, which is used only with the flags with which it was made. */
	@Test
	void javaGetsTheFlagsThatAreAdvised() throws IOException {
		List<List<String>> advised = commands(Files.readString(RUNNING));
		assertThat(advised).as("the plain start and the one from a cache").hasSize(2).allMatch(flags -> flags.contains("-Xmx512m"));
		assertThat(commands(unit())).containsExactly(advised.getFirst());

		List<String> withCache = advised.getLast();
		assertThat(flags(entryPoint())).isEqualTo(withCache.stream().map(flag -> flag.replace("=ontwikkelagenda/", "=/opt/ontwikkelagenda/")).toList());
		String training = Files.readString(Path.of("../bin/aot-cache"));
		assertThat(training).contains(" -XX:AOTCacheOutput=ontwikkelagenda.aot " + withCache.stream().skip(1).collect(Collectors.joining(" ")) + " ");
	}

	@Test
	void itIsNotStartedAgainWhereThatDoesNotHelp() throws IOException {
		List<Integer> refusals = new ArrayList<>(List.of(CommandLine.ExitCode.USAGE));
		Arrays.stream(StartRefused.class.getFields()).filter(field -> Modifier.isStatic(field.getModifiers())).map(field -> {
			try {
				return field.getInt(null);
			} catch (IllegalAccessException e) {
				throw new AssertionError(e);
			}
		}).forEach(refusals::add);
		assertThat(refusals).hasSizeGreaterThan(2);
		assertThat(value(unit(), "RestartPreventExitStatus").split(" ")).containsExactlyInAnyOrder(refusals.stream().map(String::valueOf).toArray(String[]::new));
	}

	@Test
	void everyExitCodeIsDocumented() throws IOException {
		assertThat(found(EXIT_CODE, Files.readString(RUNNING)))
				.isEqualTo(Program.commandLine(Ontwikkelagenda.class).getCommandSpec().usageMessage().exitCodeList().keySet());
	}

	@Test
	void whatIsProbedAnswers() throws IOException {
		Set<String> probed = new TreeSet<>();
		containers().forEach(container -> container.findParents("httpGet").forEach(probe -> probed.add(probe.at("/httpGet/path").asString())));
		documents(FILES.resolve("monitoring/prometheus.yaml")).forEach(file -> file.path("scrape_configs").forEach(job -> probed.add(job.path("metrics_path").asString())));
		assertThat(probed).contains("/actuator/health/liveness", "/actuator/prometheus");
		assertThat(probed)
				.allSatisfy(path -> assertThat(Running.application().get(path.startsWith("/actuator/health/") ? "" : Running.ADMINISTRATOR, path).status()).isEqualTo(200));
	}

	@Test
	void portsAgree() throws IOException {
		String port = requireNonNull(DeclaredSettings.all().get("server.port"));
		assertThat(value(containerFile(), "EXPOSE")).isEqualTo(port);
		JsonNode published = service(FILES.resolve("compose.yaml"), OURS).path("ports");
		assertThat(published).hasSize(1).allMatch(mapping -> mapping.asString().endsWith(":" + port));
		assertThat(documents(FILES.resolve("monitoring/prometheus.yaml")).getFirst().at("/scrape_configs/0/static_configs/0/targets/0").asString()).endsWith(":" + port);
		assertThat(containers().filter(container -> container.has("ports"))).hasSize(1)
				.allSatisfy(container -> assertThat(container.at("/ports/0/containerPort").asString()).isEqualTo(port));

		for (Path file : withEnding(".yaml")) {
			List<JsonNode> all = documents(file);
			Set<String> names = all.stream().flatMap(document -> document.findValues("containers").stream()).flatMap(JsonNode::valueStream)
					.flatMap(container -> container.path("ports").valueStream()).map(named -> named.path("name").asString()).collect(Collectors.toSet());
			Stream<String> used = Stream.concat(all.stream().flatMap(document -> document.findValues("targetPort").stream()),
					all.stream().flatMap(document -> document.findValues("httpGet").stream()).map(probe -> probe.path("port"))).map(JsonNode::asString);
			assertThat(used).as(file.toString()).allMatch(names::contains);
		}
	}

	@Test
	void axonServerIsWhereItIsLookedFor() throws IOException {
		String address = service(FILES.resolve("compose-axonserver.yaml"), OURS).at("/environment/AXON_AXONSERVER_SERVERS").asString();
		String name = address.substring(0, address.indexOf(':'));
		assertThat(service(FILES.resolve("compose-axonserver.yaml"), name).isObject()).isTrue();
		assertThat(containers().flatMap(container -> container.path("env").valueStream()).filter(variable -> variable.path("name").asString().equals("AXON_AXONSERVER_SERVERS")))
				.singleElement().extracting(variable -> variable.path("value").asString()).isEqualTo(address);
		assertThat(documents(FILES.resolve("kubernetes-axonserver.yaml"))).anySatisfy(document -> {
			assertThat(document.path("kind").asString()).isEqualTo("Service");
			assertThat(document.at("/metadata/name").asString() + ":" + document.at("/spec/ports/0/port").asString()).isEqualTo(address);
		});
	}

	/** What is written elsewhere is lost with the container, or cannot be written at all. */
	@Test
	void whatMustNotBeLostIsOnAVolume() throws IOException {
		String volume = value(containerFile(), "VOLUME");
		assertThat(service(FILES.resolve("compose.yaml"), OURS).path("volumes")).anyMatch(mounted -> mounted.asString().endsWith(":" + volume));
		assertThat(containers().flatMap(container -> container.path("volumeMounts").valueStream())).anyMatch(mounted -> mounted.path("mountPath").asString().equals(volume));
		Pattern directory = Pattern.compile("_[A-Z]*DIRECTORY[=:] ?(\\S+)");
		for (String file : List.of("Containerfile", "compose.yaml", "kubernetes.yaml")) {
			assertThat(found(directory, Files.readString(FILES.resolve(file)))).as(file).isNotEmpty().allMatch(path -> path.startsWith(volume));
		}
		assertThat(value(unit(), "WorkingDirectory")).isEqualTo("/var/lib/" + value(unit(), "StateDirectory"));
		assertThat(unit()).contains(" --ontwikkelagenda.data-directory=" + value(unit(), "WorkingDirectory") + " ");
	}

	private static String unit() throws IOException {
		return Files.readString(FILES.resolve("ontwikkelagenda.service"));
	}

	private static String containerFile() throws IOException {
		return Files.readString(FILES.resolve("Containerfile"));
	}

	private static List<String> entryPoint() throws IOException {
		return JsonMapper.shared().readTree(value(containerFile(), "ENTRYPOINT")).valueStream().map(JsonNode::asString).toList();
	}

	/** What stands behind this name at the beginning of a line. */
	private static String value(String file, String name) {
		return Pattern.compile("^" + name + "[= ](.*)$", Pattern.MULTILINE).matcher(file).results().map(line -> line.group(1)).reduce((one, other) -> {
			throw new AssertionError(name + " stands there twice");
		}).orElseThrow();
	}

	/** Between {@code java} and {@code -jar}, of each start in a text that names flags. */
	private static List<List<String>> commands(String text) {
		return JAVA.matcher(text).results().map(command -> List.of(command.group(1).split(" "))).toList();
	}

	private static List<String> flags(List<String> command) {
		return command.subList(1, command.indexOf("-jar"));
	}

	private static Set<String> found(Pattern pattern, String text) {
		Function<MatchResult, String> name = match -> match.group(match.groupCount());
		return pattern.matcher(text).results().map(name).collect(Collectors.toCollection(TreeSet::new));
	}

	private static JsonNode service(Path compose, String name) throws IOException {
		return documents(compose).getFirst().path("services").path(name);
	}

	/** Those of the application, in every file for Kubernetes. */
	private static Stream<JsonNode> containers() throws IOException {
		List<JsonNode> all = new ArrayList<>();
		for (Path file : withEnding(".yaml")) {
			documents(file).forEach(document -> document.findValues("containers").forEach(list -> list.valueStream().forEach(all::add)));
		}
		return all.stream().filter(container -> container.path("name").asString().equals(OURS));
	}

	private static List<JsonNode> documents(Path file) throws IOException {
		LoaderOptions strict = new LoaderOptions();
		strict.setAllowDuplicateKeys(false);
		List<JsonNode> documents = new ArrayList<>();
		new Yaml(new SafeConstructor(strict)).loadAll(Files.readString(file)).forEach(document -> documents.add(JsonMapper.shared().valueToTree(document)));
		return documents;
	}

	private static List<Path> withEnding(String ending) throws IOException {
		try (Stream<Path> all = Files.walk(FILES)) {
			return all.filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending)).sorted().toList();
		}
	}
}
