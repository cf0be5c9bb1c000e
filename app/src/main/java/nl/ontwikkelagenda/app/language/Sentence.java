package nl.ontwikkelagenda.app.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A sentence with blanks, found back in what was made of it.
 *
 * @param form  what is made of it
 * @param blank numbers of the blanks, in the order in which they stand in the Dutch sentence
 * @param sure  how many of its blanks, from the first, have to be filled with words of the product, because there is so little between them that what people write might have this form
 */
record Sentence(Pattern form, List<Integer> blank, String other, int sure) {

	private static final Pattern BLANK = Pattern.compile("\\{(\\d+)}");
	private static final int ENOUGH_LETTERS = 5;
	private static final int ENOUGH_AFTER_A_BLANK = 10;

	static boolean isOne(String dutch) {
		return BLANK.matcher(dutch).find();
	}

	static Sentence of(String dutch, String other) {
		StringBuilder form = new StringBuilder();
		List<Integer> blank = new ArrayList<>();
		Matcher matcher = BLANK.matcher(dutch);
		int told = 0;
		while (matcher.find()) {
			form.append(Pattern.quote(dutch.substring(told, matcher.start()))).append("(.*?)");
			blank.add(Integer.valueOf(matcher.group(1)));
			told = matcher.end();
		}
		form.append(Pattern.quote(dutch.substring(told)));
		long letters = BLANK.matcher(dutch).replaceAll("").chars().filter(Character::isLetter).count();
		int sure = letters < ENOUGH_LETTERS ? blank.size() : dutch.startsWith("{") && letters < ENOUGH_AFTER_A_BLANK ? 1 : 0;
		return new Sentence(Pattern.compile(form.toString(), Pattern.DOTALL), List.copyOf(blank), other, sure);
	}

	/** The word that it begins with; empty when it begins with a blank. */
	static String firstWord(String text) {
		int end = 0;
		while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '\'')) {
			end++;
		}
		return end < text.length() && text.charAt(end) == '{' ? "" : text.substring(0, end);
	}

	/**
	 * The other sentence, when this was made of the Dutch one.
	 *
	 * @param known what fills a blank, in the other language; null for what people wrote
	 */
	@Nullable
	String filled(String made, Function<String, @Nullable String> known) {
		Matcher matcher = form.matcher(made);
		if (!matcher.matches()) {
			return null;
		}
		List<String> fillings = new ArrayList<>();
		for (int i = 1; i <= blank.size(); i++) {
			String filling = known.apply(matcher.group(i));
			if (filling == null && i <= sure) {
				return null;
			}
			fillings.add(filling == null ? Quoted.mark(matcher.group(i)) : filling);
		}
		return BLANK.matcher(other).replaceAll((MatchResult found) -> {
			int place = blank.indexOf(Integer.valueOf(found.group(1)));
			return Matcher.quoteReplacement(Quoted.isWithin(other, found.start()) ? matcher.group(place + 1) : fillings.get(place));
		});
	}
}
