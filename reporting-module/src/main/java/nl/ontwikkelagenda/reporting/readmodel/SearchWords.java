package nl.ontwikkelagenda.reporting.readmodel;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that somebody looks for: found in every form of a word ("tafels" by "tafel"), as a part of one ("leerlingenvervoer" by "vervoer"), with or without diacritics. */
final class SearchWords {

	/** The order in which texts answer best: by how much they are about these words, then by how soon they speak of them (titles stand first). */
	static final String ORDER = "about desc, soon nulls last";

	private static final String QUERY = "plainto_tsquery('pg_catalog.dutch', ?)";

	private static final String HAS_PART = "search like ?";

	/** As a query: of a pattern that it sees PostgreSQL takes a short one to be in one text of twenty-five, and would then read all texts for the latest that have it. */
	private static final String HAS_RARE_PART = "search like (select ?::text)";

	/** Without three letters or digits in a row there is nothing to look up in the index of trigrams, which PostgreSQL has to see. */
	private static final Pattern TRIGRAM = Pattern.compile("[\\p{L}\\p{N}]{3}");

	private final String all;
	private final List<String> each;

	SearchWords(String asked) {
		this.all = SearchText.folded(asked).trim();
		this.each = Arrays.stream(all.split("\\s+")).distinct().toList();
	}

	/** The condition that a text has all of these words; what carries no meaning ("de") need not be there. Adds what it needs to {@code parameters}. */
	String condition(List<Object> parameters) {
		parameters.add(all);
		for (String word : each) {
			parameters.add(word);
			parameters.add("%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
		}
		// a condition per word, as the index on trigrams is not used for "like all"
		return "(words @@ " + QUERY + " or ("
				+ each.stream().map(word -> "(words @@ " + QUERY + " or " + (TRIGRAM.matcher(word).find() ? HAS_RARE_PART : HAS_PART) + ")").collect(Collectors.joining(" and "))
				+ "))";
	}

	/** The columns by which texts are put in {@link #ORDER}. Adds what they need to {@code parameters}. */
	String columns(List<Object> parameters) {
		parameters.add(all);
		parameters.add(each.getFirst());
		return "ts_rank(words, " + QUERY + ", 1) as about, nullif(position(? in search), 0) as soon";
	}
}
