package nl.ontwikkelagenda.app.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * An expression of a template that makes a text, said in English: its literals are translated as one sentence, with blanks for what is between them, and what it shows is given to
 * {@link Sayings} when the page is made. Knows of the language of expressions no more than what texts are made with: literals, {@code +}, conditions and parentheses.
 */
final class Expression {

	/** What persons wrote, or are called. */
	private static final Pattern QUOTED = Pattern.compile(
			"(?:.*\\.)?(?:words|who|owner|inText)\\(.*\\)|(?:.*\\.)?(?:theme|agenda|meeting|community|decision|action|indicator|project|partnership|body|organisation|person|member|participant|holder)\\.(?:title|name|description)",
			Pattern.DOTALL);
	private static final Pattern LETTER = Pattern.compile("\\p{L}");
	private static final Pattern BLANK = Pattern.compile("\\{(\\d+)}");
	private static final String QUOTE = "'";

	private final UnaryOperator<String> sentences;
	private final boolean attribute;

	/**
	 * @param sentences the English of a sentence; the sentence itself when there is none
	 * @param attribute whether it makes the value of an attribute, in which no part can be marked
	 */
	Expression(UnaryOperator<String> sentences, boolean attribute) {
		this.sentences = sentences;
		this.attribute = attribute;
	}

	/** A piece of an expression at its outermost level. */
	private record Token(Kind kind, String text) {
	}

	private enum Kind {
		LITERAL, VARIABLE, GROUP, SUBSTITUTION, OPERATOR, OTHER
	}

	/** As it stands in a template. */
	String english(String expression) {
		return said(tokens(expression), false);
	}

	/**
	 * The parts of a list, as of {@code th:attr} or of what a fragment is given.
	 *
	 * @return each as it stands, trimmed
	 */
	static List<String> listed(String expressions) {
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		for (Token token : tokens(expressions)) {
			if (token.kind() == Kind.OPERATOR && token.text().equals(",")) {
				parts.add(part.toString().strip());
				part.setLength(0);
			} else {
				part.append(token.text());
			}
		}
		parts.add(part.toString().strip());
		return parts;
	}

	private String said(List<Token> tokens, boolean within) {
		int question = indexOf(tokens, "?", 0);
		if (question >= 0) {
			int colon = matching(tokens, question);
			String first = text(tokens.subList(0, question + 1)) + " " + said(tokens.subList(question + 1, colon), within).strip();
			return colon == tokens.size() ? first : first + " : " + said(tokens.subList(colon + 1, tokens.size()), within).strip();
		}
		int elvis = indexOf(tokens, "?:", 0);
		if (elvis >= 0) {
			return said(tokens.subList(0, elvis), within) + " ?: " + said(tokens.subList(elvis + 1, tokens.size()), within);
		}
		return joined(parts(tokens), within);
	}

	private String joined(List<List<Token>> parts, boolean within) {
		if (parts.size() == 1) {
			return one(parts.getFirst(), within);
		}
		StringBuilder sentence = new StringBuilder();
		List<String> blanks = new ArrayList<>();
		for (List<Token> part : parts) {
			if (isLiteral(part)) {
				sentence.append(content(part.getFirst().text(), within));
			} else {
				sentence.append('{').append(blanks.size()).append('}');
				blanks.add(one(part, within));
			}
		}
		return filled(sentences(sentence.toString()), blanks, within);
	}

	/** An expression that makes this sentence. */
	private static String filled(String sentence, List<String> blanks, boolean within) {
		List<String> made = new ArrayList<>();
		var blank = BLANK.matcher(sentence);
		int told = 0;
		while (blank.find()) {
			if (blank.start() > told) {
				made.add(literal(sentence.substring(told, blank.start()), within));
			}
			made.add(blanks.get(Integer.parseInt(blank.group(1))));
			told = blank.end();
		}
		if (told < sentence.length()) {
			made.add(literal(sentence.substring(told), within));
		}
		return String.join(" + ", made);
	}

	private String one(List<Token> part, boolean within) {
		if (part.size() == 1) {
			Token token = part.getFirst();
			switch (token.kind()) {
				case LITERAL -> {
					return literal(sentences(content(token.text(), within)), within);
				}
				case VARIABLE -> {
					return token.text().startsWith("${") ? "${" + said(tokens(inner(token.text())), true) + "}" : token.text();
				}
				case GROUP -> {
					return token.text().startsWith("(") ? "(" + said(tokens(token.text().substring(1, token.text().length() - 1)), within) + ")" : token.text();
				}
				case SUBSTITUTION -> {
					return substitution(token.text());
				}
				case OPERATOR, OTHER -> {
				}
			}
		}
		return shown(text(part), within);
	}

	/** {@code |Bladzijde ${number}|} */
	private String substitution(String text) {
		StringBuilder sentence = new StringBuilder();
		List<String> blanks = new ArrayList<>();
		String rest = text.substring(1, text.length() - 1);
		for (int begin = rest.indexOf("${"); begin >= 0; begin = rest.indexOf("${")) {
			int end = rest.indexOf('}', begin);
			sentence.append(rest, 0, begin).append('{').append(blanks.size()).append('}');
			blanks.add(one(List.of(new Token(Kind.VARIABLE, rest.substring(begin, end + 1))), false));
			rest = rest.substring(end + 1);
		}
		return filled(sentences(sentence + rest), blanks, false);
	}

	private String shown(String raw, boolean within) {
		String expression = raw.strip();
		// outside of a variable there is nothing but tests and numbers
		return !within || expression.isEmpty()
				? raw
				: "#" + Sayings.NAME + "." + (attribute ? "plain" : QUOTED.matcher(expression).matches() ? "quoted" : "said") + "(" + expression + ")";
	}

	private String sentences(String dutch) {
		if (!LETTER.matcher(BLANK.matcher(dutch).replaceAll("")).find()) {
			return dutch;
		}
		return sentences.apply(dutch);
	}

	private static boolean isLiteral(List<Token> part) {
		return part.size() == 1 && part.getFirst().kind() == Kind.LITERAL;
	}

	private static List<List<Token>> parts(List<Token> tokens) {
		List<List<Token>> parts = new ArrayList<>();
		int begin = 0;
		for (int plus = indexOf(tokens, "+", 0); plus >= 0; plus = indexOf(tokens, "+", begin)) {
			parts.add(trimmed(tokens.subList(begin, plus)));
			begin = plus + 1;
		}
		parts.add(trimmed(tokens.subList(begin, tokens.size())));
		return parts;
	}

	private static List<Token> trimmed(List<Token> tokens) {
		List<Token> trimmed = new ArrayList<>(tokens);
		while (!trimmed.isEmpty() && trimmed.getFirst().text().isBlank()) {
			trimmed.removeFirst();
		}
		while (!trimmed.isEmpty() && trimmed.getLast().text().isBlank()) {
			trimmed.removeLast();
		}
		return trimmed;
	}

	private static int indexOf(List<Token> tokens, String operator, int from) {
		for (int i = from; i < tokens.size(); i++) {
			if (tokens.get(i).kind() == Kind.OPERATOR && tokens.get(i).text().equals(operator)) {
				return i;
			}
		}
		return -1;
	}

	/** Where the colon of a question mark is; the end when it has none. */
	private static int matching(List<Token> tokens, int question) {
		int open = 0;
		for (int i = question + 1; i < tokens.size(); i++) {
			if (tokens.get(i).kind() == Kind.OPERATOR) {
				switch (tokens.get(i).text()) {
					case "?" -> open++;
					case ":" -> {
						if (open == 0) {
							return i;
						}
						open--;
					}
					default -> {
					}
				}
			}
		}
		return tokens.size();
	}

	private static String text(List<Token> tokens) {
		StringBuilder text = new StringBuilder();
		tokens.forEach(token -> text.append(token.text()));
		return text.toString();
	}

	private static String inner(String variable) {
		return variable.substring(2, variable.length() - 1);
	}

	private static String content(String literal, boolean within) {
		String content = literal.substring(1, literal.length() - 1);
		return within ? content.replace("''", QUOTE) : content.replace("\\'", QUOTE);
	}

	private static String literal(String content, boolean within) {
		return QUOTE + content.replace(QUOTE, within ? "''" : "\\'") + QUOTE;
	}

	private static List<Token> tokens(String expression) {
		List<Token> tokens = new ArrayList<>();
		int at = 0;
		while (at < expression.length()) {
			Token token = token(expression, at);
			tokens.add(token);
			at += token.text().length();
		}
		return tokens;
	}

	private static Token token(String expression, int at) {
		char first = expression.charAt(at);
		String two = expression.substring(at, Math.min(at + 2, expression.length()));
		if (first == '\'') {
			return new Token(Kind.LITERAL, expression.substring(at, afterLiteral(expression, at)));
		}
		if (first == '|') {
			return new Token(Kind.SUBSTITUTION, expression.substring(at, expression.indexOf('|', at + 1) + 1));
		}
		if (two.length() == 2 && two.charAt(1) == '{' && "$*#@~".indexOf(first) >= 0) {
			return new Token(Kind.VARIABLE, expression.substring(at, afterGroup(expression, at + 1)));
		}
		if ("([{".indexOf(first) >= 0) {
			return new Token(Kind.GROUP, expression.substring(at, afterGroup(expression, at)));
		}
		if (two.equals("?:")) {
			return new Token(Kind.OPERATOR, two);
		}
		if (two.equals("?.")) {
			return new Token(Kind.OTHER, two);
		}
		return new Token("?:+,".indexOf(first) >= 0 ? Kind.OPERATOR : Kind.OTHER, String.valueOf(first));
	}

	private static int afterLiteral(String expression, int at) {
		int end = at + 1;
		while (expression.charAt(end) != '\'' || expression.charAt(end - 1) == '\\' || (expression.startsWith("''", end) && end > at + 1)) {
			end += expression.startsWith("''", end) ? 2 : 1;
		}
		return end + 1;
	}

	private static int afterGroup(String expression, int at) {
		int depth = 0;
		int end = at;
		do {
			char next = expression.charAt(end);
			if (next == '\'') {
				end = afterLiteral(expression, end);
				continue;
			}
			if ("([{".indexOf(next) >= 0) {
				depth++;
			} else if (")]}".indexOf(next) >= 0) {
				depth--;
			}
			end++;
		} while (depth > 0);
		return end;
	}
}
