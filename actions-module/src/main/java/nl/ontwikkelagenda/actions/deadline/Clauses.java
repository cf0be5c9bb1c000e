package nl.ontwikkelagenda.actions.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.deadline.Deadline.Kind;

import org.jspecify.annotations.Nullable;

/** The part of the grammar that says how days bind: "voor", "uiterlijk", "vanaf", "tussen ... en ...", and combinations of these. */
final class Clauses {

	private static final Set<String> JOINTS = Set.of(",", "maar", "en");
	private static final Set<String> BINDING = Set.of("voor", "uiterlijk", "tot", "t/m", "na", "vanaf", "binnen");
	private static final String SOON = "'Zo spoedig mogelijk' noemt geen dag. Spreek een datum af als dat nodig is.";

	/** Words that give no date, and why. */
	private static final Map<String, String> WITHOUT_DATE = Map.of("zsm", SOON, "binnenkort",
			"Deze woorden noemen geen dag. Spreek een datum af als dat nodig is.", "onbepaald", "Er is nog geen termijn afgesproken.", "doorlopend",
			"Dit loopt door, zonder einddatum.", "elke", "Dit komt steeds terug, zonder einddatum.", "rond",
			"'Rond' of 'ongeveer' is niet precies genoeg voor een datum. Noem een dag of een periode.");

	private final Words words;
	private final Moments moments;
	private final LocalDate saidOn;

	/** From which day a date without a year is looked for. */
	private LocalDate from;

	Clauses(Words words, Moments moments, LocalDate saidOn) {
		this.words = words;
		this.moments = moments;
		this.saidOn = saidOn;
		this.from = saidOn;
	}

	/** What the whole phrase means. */
	Window phrase() {
		// As soon as possible, but by then at the latest: only the second says when.
		while (words.take("zsm")) {
			if (words.atEnd()) {
				throw new Unclear(SOON);
			}
			words.takeOne(JOINTS);
			words.takeOne(JOINTS);
		}
		WITHOUT_DATE.forEach((word, reason) -> {
			if (words.contain(word)) {
				throw new Unclear(reason);
			}
		});
		Window all = starting();
		while (all != null && !words.atEnd()) {
			boolean joined = words.takeOne(JOINTS) != null;
			words.takeOne(JOINTS);
			if (all.earliest() != null && all.earliest().isAfter(saidOn)) {
				from = all.earliest();
			}
			Window more = joined || BINDING.stream().anyMatch(words::next) ? starting() : null;
			all = more == null ? null : all.and(more);
		}
		if (all == null) {
			throw new Unclear("Deze woorden worden niet als termijn herkend. Ze blijven staan zoals ze zijn gezegd, zonder datum.");
		}
		return all;
	}

	private @Nullable Window starting() {
		boolean starts = words.take("start");
		Window window = clause();
		if (window == null) {
			return null;
		}
		Window whole = words.take("nog") ? window.atTheLatest() : window;
		return starts || words.take("start") ? whole.begun() : whole;
	}

	private @Nullable Window clause() {
		if (words.take("niet")) {
			throw new Unclear("Er is alleen gezegd wanneer het niet is.");
		}
		if (words.take("uiterlijk")) {
			Window window = clause();
			return window == null ? null : window.atTheLatest();
		}
		if (words.take("nog")) {
			Window window = clause();
			return window == null || window.kind() != Kind.DURING ? window : window.atTheLatest();
		}
		if (words.take("voor")) {
			return before();
		}
		if (words.take("tot")) {
			return before();
		}
		if (words.take("t/m")) {
			Span span = days();
			return span == null ? null : Window.upTo(span);
		}
		if (moments.after()) {
			Span span = days();
			return span == null ? null : Window.after(span);
		}
		if (words.take("vanaf")) {
			return from();
		}
		if (words.take("binnen")) {
			return within();
		}
		if (words.take("over")) {
			Moments.Duration duration = moments.duration();
			return duration == null ? null : Window.during(Span.day(duration.after(saidOn), counted()));
		}
		if (words.take("tussen")) {
			return range(List.of("en"));
		}
		words.take("van");
		words.take("in");
		return range(List.of("t/m", "tot", "-", "/", "en", "of"));
	}

	/** Before the first day; before the end is up to the last day. A day with a time of the day is itself still in time. */
	private @Nullable Window before() {
		boolean end = words.attempt(() -> {
			words.skipArticle();
			return words.take("eind") ? Boolean.TRUE : null;
		}) != null;
		if (!end) {
			words.attempt(() -> {
				words.skipArticle();
				return words.take("begin", "van") ? Boolean.TRUE : null;
			});
		}
		words.take("van");
		When when = moments.when();
		if (when == null) {
			return null;
		}
		if (end) {
			return Window.upTo(when.notOver(from).because("Voor het eind is tot en met de laatste dag."));
		}
		if (moments.time()) {
			return Window.upTo(when.notOver(from));
		}
		return Window.before(when.notBegun(from));
	}

	private @Nullable Window from() {
		words.take("in");
		When first = moments.when();
		if (first == null) {
			return null;
		}
		boolean inclusive = words.take("t/m");
		if (!inclusive && !words.take("tot")) {
			return Window.from(first.notOver(from));
		}
		When last = moments.when();
		return last == null ? null : between(first, last, !inclusive, false).begun();
	}

	/** "binnen twee weken", "binnen een maand na de zomervakantie", "binnen dit schooljaar". */
	private @Nullable Window within() {
		words.take("nu", "en");
		words.take("vandaag", "en");
		words.skipArticle();
		words.takeOne(List.of("komend", "volgend"));
		Moments.Duration duration = moments.duration();
		if (duration == null) {
			Span span = days();
			return span == null ? null : Window.upTo(span);
		}
		if (!moments.after()) {
			words.take("van", "vandaag");
			return Window.upTo(Span.day(duration.after(saidOn), counted()));
		}
		When start = moments.when();
		return start == null ? null : Window.upTo(start.map(span -> span.to(duration.after(span.last())), duration.reach()).notOver(from));
	}

	private String counted() {
		return "Geteld vanaf " + Sentences.date(saidOn) + ".";
	}

	private @Nullable Span days() {
		words.take("in");
		When when = moments.when();
		moments.time();
		return when == null ? null : when.notOver(from);
	}

	/** One window, or from one to another. */
	private @Nullable Window range(List<String> joints) {
		When first = moments.when();
		if (first == null) {
			return null;
		}
		moments.time();
		Window both = words.attempt(() -> {
			String joint = words.takeOne(joints);
			words.take("in");
			When last = joint == null ? null : moments.when();
			return last == null ? null : between(first, last, "tot".equals(joint), !joints.contains("tot"));
		});
		if (both != null) {
			return both;
		}
		return joints.contains("tot") ? Window.during(first.notOver(from)) : null;
	}

	/**
	 * The end is the next that is not over, and the beginning the last before it; where the beginning has a year, the end is the first after it.
	 *
	 * @param upTo not including the end
	 * @param amid including neither, where they are holidays
	 */
	private Window between(When first, When last, boolean upTo, boolean amid) {
		Span end = first instanceof When.Fixed fixed ? last.notOver(fixed.span().first()) : last.notOver(from);
		Span begin = first.begunBy(end.last());
		LocalDate since = amid && begin.holiday() ? begin.last().plusDays(1) : begin.first();
		LocalDate until = upTo || (amid && end.holiday()) ? end.first().minusDays(1) : end.last();
		if (until.isBefore(since)) {
			throw new Unclear("Het einde van deze periode ligt voor het begin.");
		}
		return new Window(Kind.DURING, since, until, begin.exact() && end.exact(), Stream.concat(begin.because().stream(), end.because().stream()).distinct().toList());
	}
}
