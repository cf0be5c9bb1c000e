package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The components of the NL Design System are what they say they are, and what we ask of them exists. */
class StylesheetTest {

	private static final Path CSS = Path.of("src", "main", "resources", "static", "css");
	private static final Path COMPONENTS = CSS.resolve("nl-design-system");
	private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
	private static final Path PLAIN_PAGES = Path.of("src", "main", "java", "nl", "ontwikkelagenda", "app", "rest");
	private static final Pattern CLASS = Pattern.compile("(?<!-)\\butrecht-[a-z-]+[a-z](?:__[a-z-]+)?");
	private static final Pattern TOKEN_READ = Pattern.compile("var\\(\\s*(--(?:utrecht|basis)-[a-z0-9-]+)");
	private static final Pattern TOKEN_SET = Pattern.compile("(--(?:utrecht|basis)-[a-z0-9-]+):");

	@Test
	void whatIsHereIsWhatIsDeclared() throws IOException {
		List<String> declared = Files.readAllLines(COMPONENTS.resolve("packages.txt"));
		assertThat(declared).allMatch(line -> line.matches("[0-9a-f]{64}  [a-z-]+\\.css  @utrecht/[a-z-]+-css@[0-9.]+ EUPL-1\\.2"));
		Map<String, String> digests = new TreeMap<>();
		components().forEach(file -> digests.put(file.getFileName().toString(), digest(file)));
		assertThat(digests).isEqualTo(declared.stream().map(line -> line.split(" +")).collect(Collectors.toMap(part -> part[1], part -> part[0])));
		assertThat(COMPONENTS.resolve("LICENSE.md")).content().startsWith("# EUROPEAN UNION PUBLIC LICENCE v. 1.2");
	}

	@Test
	void everyClassOfAComponentIsOneAndEveryTokenThatWeSetIsRead() throws IOException {
		String components = components().map(StylesheetTest::text).collect(Collectors.joining());
		String ours = text(CSS.resolve("tokens.css")) + text(CSS.resolve("stijl.css"));
		String pages = Stream.of(TEMPLATES, PLAIN_PAGES).flatMap(StylesheetTest::files).map(StylesheetTest::text).collect(Collectors.joining());
		assertThat(found(CLASS, pages + ours)).isSubsetOf(found(CLASS, components));
		assertThat(found(TOKEN_SET, ours)).isSubsetOf(found(TOKEN_READ, components));
	}

	/** It takes no picture, letter or sheet from anywhere. */
	@Test
	void theStylesheetStandsAlone() {
		String all = Stream.concat(components(), Stream.of(CSS.resolve("tokens.css"), CSS.resolve("stijl.css"))).map(StylesheetTest::text).collect(Collectors.joining());
		assertThat(all).doesNotContain("@import", "url(", "@font-face");
	}

	private static Set<String> found(Pattern pattern, String text) {
		return pattern.matcher(text).results().map(result -> result.group(result.groupCount())).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<Path> components() {
		return files(COMPONENTS).filter(file -> file.toString().endsWith(".css"));
	}

	private static Stream<Path> files(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(Files::isRegularFile).toList().stream();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String digest(Path file) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (NoSuchAlgorithmException e) {
			throw new AssertionError(e);
		}
	}
}
