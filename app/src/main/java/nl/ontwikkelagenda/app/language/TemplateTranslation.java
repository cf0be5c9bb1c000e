package nl.ontwikkelagenda.app.language;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A template in English: what it says itself, in its text, in the attributes that people read and in its expressions, is translated once, when it is read; {@code th:text} becomes
 * {@code en:text}, which tells apart what people wrote.
 */
final class TemplateTranslation {

	private static final Pattern PIECE = Pattern.compile(
			"(?<other><!--.*?-->|<!DOCTYPE[^>]*>|<(?<raw>script|style)\\b.*?</\\k<raw>\\s*>)|<(?<close>/)?(?<name>[a-zA-Z][\\w:-]*)(?<attributes>(?:\\s+[\\w:@.-]+(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'))?)*)\\s*(?<alone>/)?>",
			Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
	private static final Pattern ATTRIBUTE = Pattern.compile("(?<name>[\\w:@.-]+)(?<is>\\s*=\\s*)(?<quote>[\"'])(?<value>.*?)\\k<quote>", Pattern.DOTALL);
	private static final Set<String> READ = Set.of("title", "aria-label", "aria-description", "aria-roledescription", "alt", "placeholder", "label", "summary");
	private static final Set<String> EMPTY = Set.of("input", "img", "br", "hr", "meta", "link", "source", "col", "wbr", "area", "base", "embed", "param", "track");
	private static final Set<String> REPLACED = Set.of("th:text", "th:utext", "th:replace", "th:insert");
	private static final String TEXT = "th:text";
	private static final String MARKUP = "th:utext";
	private static final String ATTRIBUTES = "th:attr";
	private static final String PREFIX = "th:";
	private static final Pattern VARIABLE = Pattern.compile("\\$\\{(.*)}", Pattern.DOTALL);
	private static final Pattern LETTER = Pattern.compile("\\p{L}");

	private final String template;
	private final Sentences catalogue;
	private final Deque<Element> around = new ArrayDeque<>();

	/** The English of what a template says. */
	interface Sentences {

		/** @return null when there is none */
		@Nullable
		String english(String template, String dutch);
	}

	/** @param template its name */
	TemplateTranslation(String template, Sentences catalogue) {
		this.template = template;
		this.catalogue = catalogue;
	}

	/** @param asItIs whether nothing in it is translated: it is replaced, or in Dutch on purpose */
	private record Element(String name, boolean asItIs) {
	}

	/** The template as it is parsed for English. */
	String english(String dutch) {
		StringBuilder english = new StringBuilder();
		Matcher piece = PIECE.matcher(dutch);
		int told = 0;
		while (piece.find()) {
			english.append(text(dutch.substring(told, piece.start()))).append(piece.group("other") == null ? tag(piece) : piece.group());
			told = piece.end();
		}
		return english.append(text(dutch.substring(told))).toString();
	}

	private String text(String text) {
		return around.stream().anyMatch(Element::asItIs) ? text : Quoted.markup(said(text), UnaryOperator.identity());
	}

	private String tag(Matcher tag) {
		String name = tag.group("name").toLowerCase(Locale.ROOT);
		if (tag.group("close") != null) {
			while (!around.isEmpty() && !around.pop().name().equals(name)) {
				// what HTML lets one leave open
			}
			return tag.group();
		}
		List<MatchResult> attributes = ATTRIBUTE.matcher(tag.group("attributes")).results().toList();
		boolean page = name.equals("html");
		boolean dutch = !page && attributes.stream().anyMatch(each -> each.group("name").equals("lang"));
		boolean replaced = !page && attributes.stream().anyMatch(each -> REPLACED.contains(each.group("name")));
		String translated = dutch
				? tag.group()
				: ATTRIBUTE.matcher(tag.group()).replaceAll(each -> Matcher.quoteReplacement(attribute(name, each)));
		if (!EMPTY.contains(name) && tag.group("alone") == null) {
			around.push(new Element(name, dutch || replaced));
		}
		return translated;
	}

	private String attribute(String element, MatchResult attribute) {
		String name = attribute.group("name");
		String value = attribute.group("value");
		String english = value(element, name, value);
		String written = name.equals(TEXT) && !element.equals("textarea") ? EnglishDialect.PREFIX + ":" + EnglishText.NAME : name;
		return written + attribute.group("is") + attribute.group("quote") + english + attribute.group("quote");
	}

	private String value(String element, String name, String value) {
		if (element.equals("html") && name.equals("lang")) {
			return Language.ENGLISH.code();
		}
		if (READ.contains(name)) {
			return Quoted.unmarked(said(value));
		}
		if (name.equals(TEXT)) {
			// what somebody is typing stays as it is
			return element.equals("textarea") ? value : expression(value, false);
		}
		if (name.equals(MARKUP)) {
			return VARIABLE.matcher(value).replaceAll(found -> Matcher.quoteReplacement("${#" + Sayings.NAME + ".drawing(" + found.group(1) + ")}"));
		}
		if (name.equals(ATTRIBUTES)) {
			return Expression.listed(value).stream().map(this::given).collect(Collectors.joining(","));
		}
		return name.startsWith(PREFIX) && READ.contains(name.substring(PREFIX.length())) ? expression(value, true) : value;
	}

	/** One attribute of {@code th:attr}. */
	private String given(String attribute) {
		int is = attribute.indexOf('=');
		return is > 0 && READ.contains(attribute.substring(0, is).strip()) ? attribute.substring(0, is + 1) + expression(attribute.substring(is + 1), true) : attribute;
	}

	private String expression(String dutch, boolean attribute) {
		return new Expression(attribute ? sentence -> Quoted.unmarked(said(sentence)) : this::said, attribute).english(dutch);
	}

	/** With the space around it as it was. */
	private String said(String dutch) {
		String bare = dutch.strip();
		if (!LETTER.matcher(bare).find()) {
			return dutch;
		}
		String english = catalogue.english(template, bare.replaceAll("\\s+", " "));
		int begin = dutch.indexOf(bare);
		return english == null ? dutch : dutch.substring(0, begin) + english + dutch.substring(begin + bare.length());
	}
}
