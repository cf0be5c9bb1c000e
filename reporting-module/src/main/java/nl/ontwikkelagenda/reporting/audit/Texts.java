package nl.ontwikkelagenda.reporting.audit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Stands a digest in the place of every text that somebody typed, so that an event can be proved without telling what was written, and still when the text was removed. A text is an
 * object with a {@code text} and its {@code salt}, and nothing else. What only resembles that, as with a salt of another length or without its padding, is no text and stays.
 */
public final class Texts {

	/** The only member of what stands in the place of a text: SHA-256 of salt and text, in lower-case hexadecimal. */
	public static final String DIGEST = "textDigest";

	private static final Set<String> MEMBERS = Set.of("text", "salt");
	private static final int SALT = 16;
	/** Up to here every whole number is a number of its own in JSON. */
	private static final BigDecimal LARGEST = BigDecimal.valueOf((1L << 53) - 1);

	private Texts() {
	}

	/**
	 * The digest of one text.
	 *
	 * @param salt 16 bytes in base64
	 */
	public static Hash digest(String text, String salt) {
		return Hash.sha256(Base64.getDecoder().decode(salt), text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The same value with a digest for every text.
	 *
	 * @throws CanonicalJson.Malformed it holds a number that is not whole, or too large to be exact: events have none
	 */
	static @Nullable Object digested(@Nullable Object value) {
		return switch (value) {
			case Map<?, ?> object -> {
				Hash text = digestOfText(object);
				yield text == null ? digestedMembers(object) : Map.of(DIGEST, text.toString());
			}
			case List<?> array -> array.stream().map(Texts::digested).toList();
			case BigDecimal number -> exact(number);
			case null, default -> value;
		};
	}

	/** @throws CanonicalJson.Malformed it holds, at any depth, a number that {@link #digested} refuses */
	static void holdsExactNumbersOnly(@Nullable Object value) {
		switch (value) {
			case Map<?, ?> object -> object.values().forEach(Texts::holdsExactNumbersOnly);
			case List<?> array -> array.forEach(Texts::holdsExactNumbersOnly);
			case BigDecimal number -> exact(number);
			case null, default -> {
				// what is no number is exact
			}
		}
	}

	private static BigDecimal exact(BigDecimal number) {
		if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(LARGEST) > 0) {
			throw new CanonicalJson.Malformed("An event holds a number that not everybody reads alike: it is not whole, or too large");
		}
		return number;
	}

	private static Map<String, @Nullable Object> digestedMembers(Map<?, ?> object) {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		object.forEach((name, member) -> members.put((String) name, digested(member)));
		return members;
	}

	/** Null for what is no text. */
	private static @Nullable Hash digestOfText(Map<?, ?> object) {
		return object.keySet().equals(MEMBERS) && object.get("text") instanceof String text && object.get("salt") instanceof String salt && isSalt(salt)
				? digest(text, salt)
				: null;
	}

	private static boolean isSalt(String salt) {
		try {
			return StrictBase64.decode(salt).length == SALT;
		} catch (IllegalArgumentException e) {
			return false;
		}
	}
}
