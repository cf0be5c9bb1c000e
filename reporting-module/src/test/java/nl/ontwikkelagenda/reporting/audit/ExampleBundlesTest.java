package nl.ontwikkelagenda.reporting.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.reporting.audit.BundleVerifier.Verdict;
import nl.ontwikkelagenda.reporting.audit.ExampleBundles.Bundle;
import nl.ontwikkelagenda.reporting.audit.ExampleBundles.Example;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The bundles in {@code docs/examples/audit}, with which others test their verifiers, are what the code makes and get the answer that is written beside them; after a deliberate change,
 * write them again with {@code -Dcontract.update=true}. And whatever is changed in a bundle, the line in which it was changed is told.
 */
class ExampleBundlesTest {

	private static final Path DIRECTORY = Path.of("..", "docs", "examples", "audit");
	private static final boolean UPDATE = Boolean.getBoolean("contract.update");
	private static final String README = "README.md";
	private static final String KEY = "key.txt";

	@Test
	void everyExampleIsWhatTheCodeMakesAndGetsTheAnswerBesideIt() throws IOException {
		List<Example> examples = ExampleBundles.all();
		if (UPDATE) {
			write(examples);
		}
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(
					Stream.concat(Stream.of(README, KEY), examples.stream().map(Example::file)).toList());
		}
		assertThat(Files.readString(DIRECTORY.resolve(KEY))).isEqualTo(ExampleBundles.KEY.verifier() + "\n");
		assertThat(Files.readString(DIRECTORY.resolve(README))).as("write it again with -Dcontract.update=true").isEqualTo(readme(examples));
		for (Example example : examples) {
			byte[] kept = Files.readAllBytes(DIRECTORY.resolve(example.file()));
			assertThat(contents(Bundle.read(kept))).as(example.file()).isEqualTo(contents(example.bundle()));
			assertThat(answer(verdict(kept))).as(example.file()).isEqualTo(example.answer());
		}
	}

	/** Without the description, which explains only and may be of before. */
	private static List<String> contents(Bundle bundle) {
		return bundle.entries().stream()
				.map(entry -> entry.name() + ": " + (entry.name().equals(BundleWriter.DESCRIPTION) ? "" : new String(entry.content(), StandardCharsets.ISO_8859_1)))
				.toList();
	}

	private static void write(List<Example> examples) throws IOException {
		Files.createDirectories(DIRECTORY);
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
		for (Example example : examples) {
			Files.write(DIRECTORY.resolve(example.file()), example.bundle().zip());
		}
		Files.writeString(DIRECTORY.resolve(KEY), ExampleBundles.KEY.verifier() + "\n");
		Files.writeString(DIRECTORY.resolve(README), readme(examples));
	}

	private static String readme(List<Example> examples) {
		return """
				# Bundles to test a verifier with

				Written by `ExampleBundlesTest`; do not edit. The rules are in [audit-format.md](../../audit-format.md); the key to verify all of them with is in [key.txt](key.txt). The answer is `good`, or the number of
				the event that fails, 0 for the bundle as a whole. The last column is what `verify` says of it; others may say it in other words. Only `good.zip` has the whole description in it, the others one line in its place.

				| bundle | answer | what it is | what is said |
				|---|---|---|---|
				""" + examples.stream().map(ExampleBundlesTest::row).collect(Collectors.joining());
	}

	private static String row(Example example) {
		String said = verdict(example.bundle().zip()) instanceof Verdict.Bad bad ? bad.how() : "";
		return "| [" + example.file() + "](" + example.file() + ") | " + example.answer() + " | " + example.what() + " | " + said.replace("|", "\\|") + " |\n";
	}

	private static String answer(Verdict verdict) {
		return switch (verdict) {
			case Verdict.Good good -> "good";
			case Verdict.Bad bad -> Long.toString(bad.event());
		};
	}

	private static Verdict verdict(byte[] bundle) {
		try {
			return new BundleVerifier(List.of(ExampleBundles.KEY.verifier())).verify(new ByteArrayInputStream(bundle));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Each value of each line is given another value, and each member and element is left out, one at a time. */
	@Test
	void whateverIsChangedInALineThatLineIsTold() {
		Bundle good = ExampleBundles.good();
		List<String> lines = good.lines();
		int changes = 0;
		for (int i = 0; i < lines.size(); i++) {
			List<Consumer<Object>> all = new ArrayList<>();
			changes(CanonicalJson.parse(lines.get(i)), json -> json, all);
			for (int change = 0; change < all.size(); change++) {
				Object json = Objects.requireNonNull(CanonicalJson.parse(lines.get(i)));
				all.get(change).accept(json);
				String changed = CanonicalJson.write(json);
				assertThat(changed).isNotEqualTo(lines.get(i));
				int number = i + 1;
				assertThat(verdict(good.withLine(number, line -> changed).zip())).as(changed).isInstanceOfSatisfying(Verdict.Bad.class,
						bad -> assertThat(bad.event()).as(bad.how() + changed).isEqualTo(number));
			}
			changes += all.size();
		}
		assertThat(changes).isGreaterThan(150);
	}

	/** The same place in a line that was read anew. */
	private interface Way {
		Object to(Object line);
	}

	private static void changes(@Nullable Object value, Way way, List<Consumer<Object>> all) {
		if (value instanceof Map<?, ?> object) {
			all.add(line -> object(way, line).put("extra", "woord"));
			object.keySet().stream().map(String.class::cast).forEach(name -> {
				all.add(line -> object(way, line).remove(name));
				all.add(line -> object(way, line).compute(name, (same, old) -> other(old)));
				changes(object.get(name), line -> Objects.requireNonNull(object(way, line).get(name)), all);
			});
		} else if (value instanceof List<?> list) {
			all.add(line -> list(way, line).add(MerkleTree.EMPTY.base64()));
			for (int i = 0; i < list.size(); i++) {
				int at = i;
				all.add(line -> list(way, line).remove(at));
				all.add(line -> list(way, line).set(at, other(list(way, line).get(at))));
				changes(list.get(i), line -> list(way, line).get(at), all);
			}
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> object(Way way, Object line) {
		return (Map<String, Object>) way.to(line);
	}

	@SuppressWarnings("unchecked")
	private static List<Object> list(Way way, Object line) {
		return (List<Object>) way.to(line);
	}

	/** Another value of the same kind and form. */
	private static Object other(@Nullable Object value) {
		return switch (value) {
			case null -> true;
			case Boolean truth -> !truth;
			case BigDecimal number -> number.add(number.signum() > 0 && number.precision() == 16 ? BigDecimal.ONE.negate() : BigDecimal.ONE);
			case String text when text.endsWith("Z") && text.length() == 24 -> text.replace(".250Z", ".251Z");
			case String text when text.endsWith("=") -> Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).base64();
			case String text -> text.isEmpty() ? "x" : text.substring(1) + (text.endsWith("0") ? "1" : "0");
			case List<?> list -> List.of("anders");
			default -> Map.of("anders", "dan het was");
		};
	}

	/** What {@code bundle.json} says that can be held against something is, and that is never the fault of a line. */
	@Test
	void whatTheContentsSayIsHeldAgainstTheRest() {
		Bundle good = ExampleBundles.good();
		for (Map.Entry<String, String> change : Map
				.of("\"events\":5", "\"events\":4", "\"treeSize\":7", "\"treeSize\":8", "\"origin\":\"", "\"origin\":\"x", "bundle/1", "bundle/2",
						"\"partnershipId\":\"", "\"partnershipId\":\"x", "\"scope\":{", "\"scope\":{\"aggregates\":[],", "\"format\":", "\"extra\":0,\"format\":", "}\n", "}")
				.entrySet()) {
			assertThat(verdict(good.with(BundleWriter.CONTENTS, text -> ExampleBundles.replaced(text, change.getKey(), change.getValue())).zip())).as(change.getValue())
					.isInstanceOfSatisfying(Verdict.Bad.class, bad -> assertThat(bad.event()).isZero());
		}
	}
}
