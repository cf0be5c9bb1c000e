package nl.ontwikkelagenda.app.language;

import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Days, months and moments as pages write them: "maandag 24 september 2018 om 10:30" is "Monday 24 September 2018 at 10:30". */
final class EnglishDates {

	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("maandag", "Monday"), Map.entry("dinsdag", "Tuesday"), Map.entry("woensdag", "Wednesday"),
			Map.entry("donderdag", "Thursday"), Map.entry("vrijdag", "Friday"), Map.entry("zaterdag", "Saturday"), Map.entry("zondag", "Sunday"),
			Map.entry("januari", "January"), Map.entry("februari", "February"), Map.entry("maart", "March"), Map.entry("april", "April"), Map.entry("mei", "May"),
			Map.entry("juni", "June"), Map.entry("juli", "July"), Map.entry("augustus", "August"), Map.entry("september", "September"), Map.entry("oktober", "October"),
			Map.entry("november", "November"), Map.entry("december", "December"), Map.entry("jan", "Jan"), Map.entry("feb", "Feb"), Map.entry("mrt", "Mar"),
			Map.entry("apr", "Apr"), Map.entry("jun", "Jun"), Map.entry("jul", "Jul"), Map.entry("aug", "Aug"), Map.entry("sep", "Sep"), Map.entry("okt", "Oct"),
			Map.entry("nov", "Nov"), Map.entry("dec", "Dec"));
	private static final String UNTIL = "t/m";
	private static final Map<String, String> BETWEEN = Map.of("om", "at", "en", "and", "van", "from", UNTIL, "to", "–", "–", "uur", "");
	private static final Pattern NUMBER = Pattern.compile("\\d{1,4}|\\d{1,2}:\\d{2}");
	private static final int LONGEST = 120;

	private EnglishDates() {
	}

	/** @return null when this is anything but days, months and moments */
	static @Nullable String of(String dutch) {
		if (dutch.isEmpty() || dutch.length() > LONGEST) {
			return null;
		}
		String[] words = dutch.replace("tot en met", UNTIL).split(" ");
		StringBuilder english = new StringBuilder();
		boolean named = false;
		for (String word : words) {
			String bare = word.replaceFirst("[,.;]$", "");
			String name = NAMES.get(lowered(bare));
			String other = name != null ? name : BETWEEN.containsKey(bare) ? BETWEEN.get(bare) : NUMBER.matcher(bare).matches() ? bare : null;
			if (other == null) {
				return null;
			}
			named |= name != null;
			english.append(other.isEmpty() || english.isEmpty() ? "" : " ").append(other).append(word.substring(bare.length()));
		}
		return named ? english.toString() : null;
	}

	private static String lowered(String word) {
		return word.isEmpty() ? word : Character.toLowerCase(word.charAt(0)) + word.substring(1);
	}
}
