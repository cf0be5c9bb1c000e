package nl.ontwikkelagenda.app.language;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Says in English what the product says in Dutch. A sentence is found as it is, or by its form when something was filled in; so rules, views and pages make their sentences in one
 * language, and need not know who reads them. What people wrote is in none of the catalogues and stays as it is.
 */
public final class English {

	static final String PAGES = "/words/en/pages.po";
	static final List<String> MADE = List.of("/words/en/words.po", "/words/en/terms.po", "/words/en/sentences.po", "/words/en/problems.po", "/words/en/processing.po");

	private static final int DEEPEST = 4;
	/** No sentence of the product is longer, whatever is filled in; what people wrote may be. */
	private static final int LONGEST = 1_000;
	/** What something is, and what it is called. */
	private static final Pattern NAMED = Pattern.compile("([\\p{L} ’'-]+) ‘(.*)’", Pattern.DOTALL);
	/** What was said or happened, and the day. */
	private static final Pattern DATED = Pattern.compile("(.*)( \\(|, )([^(),]+)(\\)?)", Pattern.DOTALL);
	/** How many of something. */
	private static final Pattern COUNTED = Pattern.compile("(\\d[\\d.,]*) (.+)", Pattern.DOTALL);
	private static final Pattern LABELLED = Pattern.compile("([^:]+): (.+)", Pattern.DOTALL);
	private static final Pattern LETTER = Pattern.compile("\\p{L}");
	private static final Pattern DRAWN = Pattern.compile("<(text|tspan|title|desc)\\b([^<>]*)>([^<>]+)<|\\b(aria-label)=\"([^\"]+)\"");
	private static final List<String> SEPARATORS = List.of(". ", "; ", ", ");
	private static final Pattern CONJUNCTION = Pattern.compile(" (en|of) ");

	private final Catalogue catalogue;
	private final Map<String, List<Sentence>> sentences = new HashMap<>();

	/** Read when somebody first asks for English. */
	private static final class Once {
		private static final English WORDS = new English();
	}

	private English() {
		List<String> all = new ArrayList<>(MADE);
		all.addFirst(PAGES);
		catalogue = Catalogue.read(all.toArray(String[]::new));
		Catalogue made = Catalogue.read(MADE.toArray(String[]::new));
		made.dutch().stream().filter(Sentence::isOne).forEach(dutch -> sentences.computeIfAbsent(Sentence.firstWord(dutch), word -> new ArrayList<>())
				.add(Sentence.of(dutch, requireNonNull(made.find(dutch)))));
		// the most particular first
		sentences.values().forEach(list -> list.sort((one, other) -> Integer.compare(other.form().pattern().length(), one.form().pattern().length())));
	}

	static English words() {
		return Once.WORDS;
	}

	/** What a reader in this language reads: the sentence itself, unless it is to be said in English and can be. */
	public static String in(Language language, String dutch) {
		return language == Language.DUTCH ? dutch : Once.WORDS.plain(dutch);
	}

	/**
	 * What a template says.
	 *
	 * @param template its name
	 * @return null when it is in no catalogue
	 */
	@Nullable
	String ofTemplate(String template, String dutch) {
		return catalogue.find(template, dutch);
	}

	/** Whether this is a sentence of the product. */
	boolean knows(String dutch) {
		return known(dutch, 0) != null;
	}

	/** A sentence that was made, in English; itself when it is none of the product's. */
	String plain(String dutch) {
		return Quoted.unmarked(said(dutch));
	}

	/** As {@link #plain}, with what people wrote marked. */
	String said(String dutch) {
		String english = known(dutch, 0);
		return english == null ? Quoted.mark(dutch) : english;
	}

	/** SVG that a page shows, with its words in English; of what people wrote it says that it is Dutch. */
	String drawing(String svg) {
		return DRAWN.matcher(svg).replaceAll(found -> Matcher.quoteReplacement(found.group(1) == null ? attribute(found.group(4), found.group(5)) : drawn(found)));
	}

	private String attribute(String name, String value) {
		return name + "=\"" + HtmlUtils.htmlEscape(plain(HtmlUtils.htmlUnescape(value))) + "\"";
	}

	private String drawn(MatchResult element) {
		String said = said(HtmlUtils.htmlUnescape(element.group(3)));
		boolean dutch = Quoted.parts(said).stream().anyMatch(Quoted.Part::quoted);
		return "<" + element.group(1) + element.group(2) + (dutch ? " lang=\"" + Language.DUTCH.code() + "\"" : "") + ">" + HtmlUtils.htmlEscape(Quoted.unmarked(said)) + "<";
	}

	private @Nullable String known(String text, int depth) {
		String dutch = text.strip();
		if (!LETTER.matcher(dutch).find()) {
			return text;
		}
		String english = word(dutch);
		if (english == null) {
			english = EnglishDates.of(dutch);
		}
		if (english == null && depth < DEEPEST) {
			// what describes a large drawing is long, and each of its lines is not
			english = dutch.length() <= LONGEST ? composed(dutch, depth + 1) : lines(dutch, depth + 1);
		}
		int begin = text.indexOf(dutch);
		return english == null ? null : text.substring(0, begin) + english + text.substring(begin + dutch.length());
	}

	/** A word or sentence, also where it begins with a capital and not in the catalogue, or the other way round. */
	private @Nullable String word(String dutch) {
		String english = catalogue.find(dutch);
		if (english != null) {
			return english;
		}
		char first = dutch.charAt(0);
		String rest = dutch.substring(1);
		if (Character.isUpperCase(first)) {
			english = catalogue.find(Character.toLowerCase(first) + rest);
			return english == null ? null : Character.toUpperCase(english.charAt(0)) + english.substring(1);
		}
		english = catalogue.find(Character.toUpperCase(first) + rest);
		return english == null ? null : Character.toLowerCase(english.charAt(0)) + english.substring(1);
	}

	private @Nullable String composed(String dutch, int depth) {
		return Stream.<Supplier<@Nullable String>>of(() -> lines(dutch, depth), () -> ofForm(dutch, depth), () -> counted(dutch, depth), () -> named(dutch, depth),
				() -> dated(dutch, depth),
				() -> labelled(dutch, depth), () -> listed(dutch, depth), () -> joined(dutch, depth)).map(Supplier::get).filter(Objects::nonNull).findFirst().orElse(null);
	}

	/** Several lines, each with a word of the product and what it says of it. */
	private @Nullable String lines(String dutch, int depth) {
		if (!dutch.contains("\n")) {
			return null;
		}
		List<String> all = new ArrayList<>();
		for (String line : dutch.split("\n")) {
			Matcher labelled = LABELLED.matcher(line);
			String label = labelled.matches() ? known(labelled.group(1), depth) : null;
			if (label == null) {
				return null;
			}
			String what = known(labelled.group(2), depth);
			all.add(label + ": " + (what == null ? Quoted.mark(labelled.group(2)) : what));
		}
		return String.join("\n", all);
	}

	private @Nullable String counted(String dutch, int depth) {
		Matcher counted = COUNTED.matcher(dutch);
		String what = counted.matches() ? known(counted.group(2), depth) : null;
		return what == null ? null : counted.group(1) + " " + what;
	}

	private @Nullable String labelled(String dutch, int depth) {
		Matcher labelled = LABELLED.matcher(dutch);
		String label = labelled.matches() ? known(labelled.group(1), depth) : null;
		String what = label == null ? null : known(labelled.group(2), depth);
		return what == null ? null : label + ": " + what;
	}

	private @Nullable String ofForm(String dutch, int depth) {
		for (String word : List.of(Sentence.firstWord(dutch), "")) {
			for (Sentence sentence : sentences.getOrDefault(word, List.of())) {
				String english = sentence.filled(dutch, filling -> known(filling, depth));
				if (english != null) {
					return english;
				}
			}
		}
		return null;
	}

	private @Nullable String named(String dutch, int depth) {
		Matcher named = NAMED.matcher(dutch);
		String what = named.matches() ? known(named.group(1), depth) : null;
		return what == null ? null : what + " ‘" + Quoted.mark(named.group(2)) + "’";
	}

	private @Nullable String dated(String dutch, int depth) {
		Matcher dated = DATED.matcher(dutch);
		String day = dated.matches() ? EnglishDates.of(dated.group(3)) : null;
		if (day == null) {
			return null;
		}
		String said = known(dated.group(1), depth);
		return (said == null ? Quoted.mark(dated.group(1)) : said) + dated.group(2) + day + dated.group(4);
	}

	/** Several words of the product one after another. */
	private @Nullable String listed(String dutch, int depth) {
		for (String separator : SEPARATORS) {
			if (dutch.contains(separator)) {
				return listed(List.of(dutch.split(Pattern.quote(separator))), separator, depth);
			}
		}
		return null;
	}

	/** Of the parts, as many together as are said in one go: some have the separator in them. */
	private @Nullable String listed(List<String> parts, String separator, int depth) {
		List<String> all = new ArrayList<>();
		int told = 0;
		while (told < parts.size()) {
			int end = parts.size() + 1;
			String english = null;
			while (english == null && --end > told) {
				english = end - told == parts.size() ? null : known(String.join(separator, parts.subList(told, end)), end - told == 1 ? depth : DEEPEST);
			}
			if (english == null) {
				return null;
			}
			all.add(english);
			told = end;
		}
		return String.join(separator, all);
	}

	private @Nullable String joined(String dutch, int depth) {
		Matcher conjunction = CONJUNCTION.matcher(dutch);
		// by itself it may just as well be what somebody wrote
		if (depth == 1 || !conjunction.find()) {
			return null;
		}
		String before = known(dutch.substring(0, conjunction.start()), depth);
		String after = before == null ? null : known(dutch.substring(conjunction.end()), depth);
		return after == null ? null : before + (conjunction.group(1).equals("en") ? " and " : " or ") + after;
	}
}
