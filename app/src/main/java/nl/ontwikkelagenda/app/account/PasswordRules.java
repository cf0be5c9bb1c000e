package nl.ontwikkelagenda.app.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.SingletonSupplier;

/** Which passwords are good enough: long, and none that is tried first. What characters are in it is free. */
public final class PasswordRules {

	public static final int SHORTEST = 12;
	public static final int LONGEST = 200;

	private static final String COMMON = "passwords/common.txt";
	private static final int FEWEST_CHARACTERS = 5;
	private static final int MOST_JUMPS = 3;
	private static final int SHORTEST_WORD = 4;
	private static final int SHORTEST_REST = 8;
	private static final Pattern NOT_LETTERS_AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
	private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
	private static final Set<String> OURS = Set.of("ontwikkelagenda", "samenwerking", "samenwerkingsverband");
	private static final SingletonSupplier<Set<String>> MOST_USED = SingletonSupplier.of(PasswordRules::read);

	private PasswordRules() {
	}

	/**
	 * What is wrong with a password, in one Dutch sentence; empty when it is good.
	 *
	 * @param about names and addresses of whose it is
	 */
	public static Optional<String> fault(String password, Collection<String> about) {
		int length = password.codePointCount(0, password.length());
		if (length < SHORTEST) {
			return Optional.of("Kies een wachtwoord van minstens " + SHORTEST + " tekens; een paar woorden achter elkaar is goed.");
		}
		if (length > LONGEST) {
			return Optional.of("Kies een wachtwoord van hoogstens " + LONGEST + " tekens.");
		}
		String typed = password.toLowerCase(Locale.ROOT);
		if (isCommon(typed) || isRow(typed) || typed.chars().distinct().count() < FEWEST_CHARACTERS) {
			return Optional.of("Dit wachtwoord is te makkelijk te raden; kies een ander, bijvoorbeeld een paar woorden achter elkaar.");
		}
		if (isAbout(typed, about)) {
			return Optional.of("In dit wachtwoord staat vooral uw naam of adres; kies een ander.");
		}
		return Optional.empty();
	}

	private static boolean isCommon(String typed) {
		Set<String> common = MOST_USED.obtain();
		String core = NOT_LETTERS_AROUND.matcher(typed).replaceAll("");
		return Stream.of(typed, core, repeated(typed), repeated(core)).anyMatch(common::contains);
	}

	/** Characters that follow each other, such as 1234 or zyx, with hardly a jump. */
	private static boolean isRow(String typed) {
		long steps = IntStream.range(1, typed.length()).filter(i -> Math.abs(typed.charAt(i) - typed.charAt(i - 1)) <= 1).count();
		return steps >= typed.length() - MOST_JUMPS;
	}

	/** What a word repeats, or the word itself. */
	private static String repeated(String word) {
		int again = (word + word).indexOf(word, 1);
		return again < word.length() && again > 0 ? word.substring(0, again) : word;
	}

	private static boolean isAbout(String typed, Collection<String> about) {
		String rest = typed;
		for (String word : Stream.concat(OURS.stream(), about.stream().flatMap(name -> Arrays.stream(WORDS.split(name.toLowerCase(Locale.ROOT))))).toList()) {
			rest = word.length() >= SHORTEST_WORD ? rest.replace(word, "") : rest;
		}
		return rest.length() < typed.length() && rest.length() < SHORTEST_REST;
	}

	private static Set<String> read() {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(new ClassPathResource(COMMON).getInputStream(), StandardCharsets.UTF_8))) {
			return lines.lines().collect(Collectors.toUnmodifiableSet());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
