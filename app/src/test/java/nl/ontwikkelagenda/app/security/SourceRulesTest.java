package nl.ontwikkelagenda.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.BesideOthers;

import org.junit.jupiter.api.Test;

/** What docs/security.md says of how things are written, looked for in everything that is written. */
@BesideOthers
class SourceRulesTest {

	private static final List<Path> JAVA = Stream.of("../agenda-module", "../cop-module", "../actions-module", "../reporting-module", ".")
			.map(module -> Path.of(module, "src/main/java"))
			.toList();
	private static final Path RESOURCES = Path.of("src/main/resources");

	private final Map<String, String> java = read(JAVA, ".java");
	private final Map<String, String> templates = read(List.of(RESOURCES.resolve("templates")), ".html");
	private final Map<String, String> scripts = read(List.of(RESOURCES.resolve("static/js")), ".js");

	@Test
	void no_page_holds_a_script_and_no_template_is_made_of_what_people_typed() {
		assertThat(found(templates, "<script(?![^>]* src=)|th:inline|\\son[a-z]+=|__\\$")).isEmpty();
		assertThat(found(java, "StringTemplateResolver|SpelExpressionParser|ScriptEngine")).isEmpty();
		assertThat(files(templates, "th:utext")).as("drawings that are made here, and the guide").containsExactlyInAnyOrder("acties.html", "handleiding.html", "indicator.html",
				"keten.html", "reflectie.html", "voortgang.html");
	}

	@Test
	void scripts_show_what_they_get_as_text_and_make_no_objects_of_it() {
		assertThat(
				found(scripts, "\\beval\\(|new Function|document\\.write|insertAdjacentHTML|Object\\.assign|__proto__|Object\\.setPrototypeOf|for \\((?:const|let|var) \\w+ in "))
				.isEmpty();
		assertThat(found(scripts, "addEventListener\\(.paste|type=.?password|\\.password")).as("passwords are left alone").isEmpty();
	}

	@Test
	void passwords_are_asked_in_fields_that_password_managers_know() {
		List<String> fields = templates.values().stream().flatMap(template -> all(template, "<input[^>]*type=\"password\"[^>]*>")).toList();
		assertThat(fields).isNotEmpty().allMatch(field -> field.contains("autocomplete="));
		Set<String> asked = Stream.of("inloggen.html", "wachtwoord-vergeten.html").flatMap(page -> all(text(templates, page), "<input[^>]* name=\"[a-z]+\""))
				.map(field -> field.replaceFirst("(?s).*name=\"", "").replace("\"", "")).collect(Collectors.toCollection(TreeSet::new));
		assertThat(asked).as("no hints, and no questions that a stranger can answer").isSubsetOf("username", "password", "email", "zoek");
		assertThat(read(List.of(RESOURCES.resolve("db")), ".sql").values().stream().filter(migration -> migration.contains("password_expires"))).as("passwords do not expire")
				.isEmpty();
	}

	@Test
	void only_these_algorithms_are_used_and_all_chance_comes_from_the_machine() {
		assertThat(values("MessageDigest\\.getInstance\\(\"([^\"]+)\"")).containsExactly("SHA-256");
		assertThat(files(java, "Cipher\\.getInstance")).containsExactly("Envelope.java");
		assertThat(text(java, "Envelope.java")).contains("\"AES/GCM/NoPadding\"");
		assertThat(values("\"((?:AES|DES|DESede|RC4|Blowfish)/[^\"]*)\"")).containsExactly("AES/GCM/NoPadding");
		assertThat(values("Mac\\.getInstance\\(\"([^\"]+)\"")).isSubsetOf("HmacSHA256");
		assertThat(values("Signature\\.getInstance\\(\"([^\"]+)\"")).isSubsetOf("Ed25519");
		assertThat(text(java, "SigningKey.java")).contains("ALGORITHM = \"Ed25519\"");
		assertThat(text(java, "ClientKey.java")).contains("3072");
		assertThat(found(java, "new Random\\(|Math\\.random|RandomStringUtils|\"MD5\"|\"SHA-1\"|/ECB/|/CBC/")).isEmpty();
		assertThat(files(java, "ThreadLocalRandom\\.")).as("only for how long to wait").isSubsetOf("AxonCommands.java");
		assertThat(Base64.getUrlDecoder().decode(LinkSecrets.next())).hasSize(32);
		assertThat(Stream.generate(LinkSecrets::next).limit(1_000).distinct()).hasSize(1_000);
	}

	@Test
	void nothing_reaches_memory_outside_the_language_and_the_compiler_looks_for_faults() {
		assertThat(found(java, "sun\\.misc\\.Unsafe|System\\.loadLibrary|\\bnative \\w+ \\w+\\(|MemorySegment|ObjectInputStream")).isEmpty();
		assertThat(read(Path.of("../pom.xml"))).contains("-Xplugin:ErrorProne", "-Xep:NullAway:ERROR");
	}

	@Test
	void the_jar_holds_no_sources_and_no_history_and_the_log_goes_to_standard_output() throws IOException {
		try (Stream<Path> packed = Files.walk(RESOURCES)) {
			assertThat(packed.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.startsWith(".git") || name.endsWith(".java") || name.endsWith(".bak"));
		}
		assertThat(found(java, "FileAppender|SyslogAppender|SocketAppender")).isEmpty();
		assertThat(read(RESOURCES.resolve("application.yaml"))).doesNotContain("logging.file", "file:\n    name");
	}

	/** Each file with what was found in it. */
	private static List<String> found(Map<String, String> where, String pattern) {
		return where.entrySet().stream().flatMap(file -> all(file.getValue(), pattern).map(match -> file.getKey() + ": " + match)).toList();
	}

	private static List<String> files(Map<String, String> where, String pattern) {
		return where.entrySet().stream().filter(file -> all(file.getValue(), pattern).findAny().isPresent()).map(Map.Entry::getKey).toList();
	}

	private Set<String> values(String pattern) {
		return java.values().stream().flatMap(file -> Pattern.compile(pattern).matcher(file).results()).map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> all(String text, String pattern) {
		return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group);
	}

	private static String text(Map<String, String> where, String name) {
		return where.getOrDefault(name, "");
	}

	/** By the name of the file. */
	private static Map<String, String> read(List<Path> folders, String ending) {
		Map<String, String> texts = new TreeMap<>();
		for (Path folder : folders) {
			try (Stream<Path> files = Files.walk(folder)) {
				files.filter(file -> file.toString().endsWith(ending)).forEach(file -> texts.merge(file.getFileName().toString(), read(file), String::concat));
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
		return texts;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
