package nl.ontwikkelagenda.actions.deadline;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** The words of a phrase, taken from left to right by the grammar. */
final class Words {

	static final List<String> MONTHS = List.of("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december");
	static final List<String> WEEKDAYS = List.of("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag");

	/** What can stand between the two ends of a range. */
	static final Set<String> JOINTS = Set.of("-", "/", "t/m", "tot", "en", "of");

	private static final String END = "";

	private final List<String> words;
	private int at;

	Words(List<String> words) {
		this.words = words;
	}

	static String month(Month month) {
		return MONTHS.get(month.getValue() - 1);
	}

	static String weekday(DayOfWeek day) {
		return WEEKDAYS.get(day.getValue() - 1);
	}

	boolean atEnd() {
		return at == words.size();
	}

	/** Whether this word is still to come. */
	boolean contain(String word) {
		return words.subList(at, words.size()).contains(word);
	}

	/** Takes these words if they come next, all of them. */
	boolean take(String... expected) {
		for (int i = 0; i < expected.length; i++) {
			if (!peek(i).equals(expected[i])) {
				return false;
			}
		}
		at += expected.length;
		return true;
	}

	/** Takes one of these words if it comes next. */
	@Nullable
	String takeOne(Collection<String> expected) {
		return expected.contains(peek(0)) ? words.get(at++) : null;
	}

	boolean next(String word) {
		return peek(0).equals(word);
	}

	void skipArticle() {
		if (next("de") || next("het")) {
			at++;
		}
	}

	/** A number of at most so many digits. */
	OptionalInt number(int digits) {
		String word = peek(0);
		if (!isNumber(word) || word.length() > digits) {
			return OptionalInt.empty();
		}
		at++;
		return OptionalInt.of(Integer.parseInt(word));
	}

	/** A rank: "1e" and further. */
	OptionalInt rank() {
		String word = peek(0);
		String digits = word.isEmpty() ? word : word.substring(0, word.length() - 1);
		if (!word.endsWith("e") || !isNumber(digits) || digits.length() > 2) {
			return OptionalInt.empty();
		}
		at++;
		return OptionalInt.of(Integer.parseInt(digits));
	}

	/** Tries to read something; what is not there takes no words. */
	<T> @Nullable T attempt(Supplier<@Nullable T> something) {
		int start = at;
		T found = something.get();
		if (found == null) {
			at = start;
		}
		return found;
	}

	static boolean isNumber(String word) {
		return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
	}

	private String peek(int ahead) {
		return at + ahead < words.size() ? words.get(at + ahead) : END;
	}
}
