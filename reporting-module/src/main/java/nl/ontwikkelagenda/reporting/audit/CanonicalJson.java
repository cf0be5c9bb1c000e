package nl.ontwikkelagenda.reporting.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * JSON with one way to write everything: RFC 8785 (JCS). A value is a {@code Map<String, ?>}, a {@code List<?>}, a {@link String}, a {@link Number}, a {@link Boolean} or null.
 */
public final class CanonicalJson {

	private static final int DEEPEST = 200;
	/** No number that is exact needs so many characters, and reading ever longer ones takes ever more time for each. */
	private static final int LONGEST_NUMBER = 1_000;
	/** From here on ECMAScript writes an exponent. */
	private static final int MOST_DIGITS_BEFORE_POINT = 21;
	private static final int MOST_ZEROS_AFTER_POINT = 6;

	private CanonicalJson() {
	}

	/** What text is no JSON, or JSON that has no canonical form. */
	public static final class Malformed extends IllegalArgumentException {

		private static final long serialVersionUID = 1L;

		Malformed(String sentence) {
			super(sentence);
		}
	}

	/** This JSON, in canonical form. */
	public static String canonical(String json) {
		return write(parse(json));
	}

	/**
	 * Numbers become {@link BigDecimal}, with all digits that were written.
	 *
	 * @throws Malformed it is no JSON (RFC 8259), names a member twice, holds half a surrogate pair or a number of more than 1,000 characters, or is nested deeper than 200
	 */
	public static @Nullable Object parse(String json) {
		Parser parser = new Parser(json);
		Object value = parser.value(0);
		parser.end();
		return value;
	}

	/** @throws Malformed a number is not finite, or a text holds half a surrogate pair */
	public static String write(@Nullable Object value) {
		StringBuilder out = new StringBuilder();
		write(value, out);
		return out.toString();
	}

	private static void write(@Nullable Object value, StringBuilder out) {
		switch (value) {
			case null -> out.append("null");
			case String text -> write(text, out);
			case Boolean truth -> out.append(truth);
			case Number number -> out.append(number(number.doubleValue()));
			case Map<?, ?> object -> {
				// in the order of UTF-16 code units, as String compares
				Map<String, @Nullable Object> sorted = new TreeMap<>();
				object.forEach((name, member) -> sorted.put((String) name, member));
				out.append('{');
				sorted.forEach((name, member) -> {
					separate(out);
					write(name, out);
					out.append(':');
					write(member, out);
				});
				out.append('}');
			}
			case List<?> array -> {
				out.append('[');
				array.forEach(element -> {
					separate(out);
					write(element, out);
				});
				out.append(']');
			}
			default -> throw new IllegalArgumentException("JSON has no " + value.getClass().getName());
		}
	}

	/** A comma, unless the list has just begun. */
	private static void separate(StringBuilder out) {
		char last = out.charAt(out.length() - 1);
		if (last != '{' && last != '[') {
			out.append(',');
		}
	}

	private static void write(String text, StringBuilder out) {
		wholeCharacters(text);
		out.append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
				case '"' -> out.append("\\\"");
				case '\\' -> out.append("\\\\");
				case '\b' -> out.append("\\b");
				case '\t' -> out.append("\\t");
				case '\n' -> out.append("\\n");
				case '\f' -> out.append("\\f");
				case '\r' -> out.append("\\r");
				default -> {
					if (c < ' ') {
						out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
					} else {
						out.append(c);
					}
				}
			}
		}
		out.append('"');
	}

	private static String wholeCharacters(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (Character.isSurrogate(c)) {
				if (!Character.isHighSurrogate(c) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
					throw new Malformed("A text holds half a surrogate pair");
				}
				i++;
			}
		}
		return text;
	}

	/** As ECMAScript writes a number (ECMA-262, Number::toString). */
	static String number(double number) {
		if (Double.isNaN(number) || Double.isInfinite(number)) {
			throw new Malformed("JSON has no number " + number);
		}
		if (number == 0) {
			return "0";
		}
		BigDecimal shortest = shortest(Math.abs(number));
		String digits = shortest.unscaledValue().toString();
		int point = digits.length() - shortest.scale();
		return (number < 0 ? "-" : "") + placed(digits, point);
	}

	/** @param point how many digits stand before the decimal point; negative for zeros after it */
	private static String placed(String digits, int point) {
		int length = digits.length();
		if (length <= point && point <= MOST_DIGITS_BEFORE_POINT) {
			return digits + "0".repeat(point - length);
		}
		if (0 < point && point <= MOST_DIGITS_BEFORE_POINT) {
			return digits.substring(0, point) + "." + digits.substring(point);
		}
		if (-MOST_ZEROS_AFTER_POINT < point && point <= 0) {
			return "0." + "0".repeat(-point) + digits;
		}
		int exponent = point - 1;
		return digits.charAt(0) + (length == 1 ? "" : "." + digits.substring(1)) + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
	}

	/** The shortest decimal that reads as this number, of those the nearest; Java itself never goes below two digits. */
	private static BigDecimal shortest(double number) {
		BigDecimal decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
		if (decimal.precision() == 2) {
			BigDecimal oneDigit = decimal.round(new MathContext(1)).stripTrailingZeros();
			if (oneDigit.doubleValue() == number) {
				return oneDigit;
			}
		}
		return decimal;
	}

	private static final class Parser {

		private final String json;
		private int at;

		Parser(String json) {
			this.json = json;
		}

		@Nullable
		Object value(int depth) {
			if (depth > DEEPEST) {
				throw malformed("is nested too deep");
			}
			space();
			Object value = switch (peek()) {
				case '{' -> object(depth);
				case '[' -> array(depth);
				case '"' -> string();
				case 't' -> word("true", Boolean.TRUE);
				case 'f' -> word("false", Boolean.FALSE);
				case 'n' -> word("null", null);
				default -> number();
			};
			space();
			return value;
		}

		void end() {
			if (at != json.length()) {
				throw malformed("goes on after its end");
			}
		}

		private Map<String, @Nullable Object> object(int depth) {
			Map<String, @Nullable Object> members = new LinkedHashMap<>();
			expect('{');
			space();
			if (!taken('}')) {
				do {
					space();
					String name = string();
					space();
					expect(':');
					if (members.containsKey(name)) {
						throw malformed("names a member twice");
					}
					members.put(name, value(depth + 1));
				} while (taken(','));
				expect('}');
			}
			return members;
		}

		private List<@Nullable Object> array(int depth) {
			List<@Nullable Object> elements = new ArrayList<>();
			expect('[');
			space();
			if (!taken(']')) {
				do {
					elements.add(value(depth + 1));
				} while (taken(','));
				expect(']');
			}
			return elements;
		}

		private String string() {
			expect('"');
			StringBuilder text = new StringBuilder();
			for (char c = next(); c != '"'; c = next()) {
				if (c < ' ') {
					throw malformed("holds a bare control character");
				}
				text.append(c == '\\' ? escaped() : c);
			}
			return wholeCharacters(text.toString());
		}

		private char escaped() {
			char c = next();
			return switch (c) {
				case '"', '\\', '/' -> c;
				case 'b' -> '\b';
				case 'f' -> '\f';
				case 'n' -> '\n';
				case 'r' -> '\r';
				case 't' -> '\t';
				case 'u' -> hexadecimal();
				default -> throw malformed("holds an unknown escape");
			};
		}

		private char hexadecimal() {
			int code = 0;
			for (int i = 0; i < 4; i++) {
				char c = next();
				int digit = c < 128 ? Character.digit(c, 16) : -1;
				if (digit < 0) {
					throw malformed("holds an unknown escape");
				}
				code = code * 16 + digit;
			}
			return (char) code;
		}

		private BigDecimal number() {
			int from = at;
			taken('-');
			if (!taken('0')) {
				digits();
			}
			if (taken('.')) {
				digits();
			}
			if (taken('e') || taken('E')) {
				if (!taken('+')) {
					taken('-');
				}
				digits();
			}
			if (at - from > LONGEST_NUMBER) {
				throw malformed("holds an endless number");
			}
			try {
				return new BigDecimal(json.substring(from, at));
			} catch (NumberFormatException e) {
				throw malformed("holds an impossible number");
			}
		}

		private void digits() {
			int from = at;
			while (at < json.length() && json.charAt(at) >= '0' && json.charAt(at) <= '9') {
				at++;
			}
			if (at == from) {
				throw malformed("holds something unknown");
			}
		}

		private @Nullable Boolean word(String word, @Nullable Boolean value) {
			if (!json.startsWith(word, at)) {
				throw malformed("holds something unknown");
			}
			at += word.length();
			return value;
		}

		private void space() {
			while (at < json.length() && " \t\n\r".indexOf(json.charAt(at)) >= 0) {
				at++;
			}
		}

		private boolean taken(char wanted) {
			boolean there = at < json.length() && json.charAt(at) == wanted;
			if (there) {
				at++;
			}
			return there;
		}

		private void expect(char wanted) {
			if (!taken(wanted)) {
				throw malformed("lacks a " + wanted);
			}
		}

		private char peek() {
			if (at >= json.length()) {
				throw malformed("is cut off");
			}
			return json.charAt(at);
		}

		private char next() {
			char c = peek();
			at++;
			return c;
		}

		private Malformed malformed(String fault) {
			return new Malformed("The JSON " + fault + ", at character " + at);
		}
	}
}
