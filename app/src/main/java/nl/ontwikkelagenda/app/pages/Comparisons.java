package nl.ontwikkelagenda.app.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.change.VisibleChanges;
import nl.ontwikkelagenda.app.change.VisibleChanges.Asked;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Change;
import nl.ontwikkelagenda.reporting.readmodel.Differences;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What changed since a day, for the fragment {@code verschil}. */
@Component
public class Comparisons {

	private static final int MOST = 100;

	private final VisibleChanges changes;
	private final Documents documents;
	private final ChangeWords words;
	private final People people;
	private final Dutch dutch;

	Comparisons(VisibleChanges changes, Documents documents, ChangeWords words, People people, Dutch dutch) {
		this.changes = changes;
		this.documents = documents;
		this.words = words;
		this.people = people;
		this.dutch = dutch;
	}

	/**
	 * One thing that differs.
	 *
	 * @param address of the page that shows it; null when no page does
	 */
	public record Row(String thing, String kind, List<String> fields, @Nullable String address) {
	}

	/**
	 * @param asked what the differences are asked of
	 * @param from  the day at whose end it begins
	 * @param to    as of when it ends
	 * @param onDay the day of that
	 */
	Comparison between(Asked asked, LocalDate from, AsOf to, LocalDate onDay) {
		return of(asked, from, to, onDay);
	}

	/** What is new; what was added and came to its end counts for both. */
	public record News(List<Row> rows, long added, long changed, long ended, long total) {
	}

	/** @param more how many differences are not among the rows */
	public record Comparison(LocalDate since, String summary, List<Row> rows, long more) {
	}

	/**
	 * What changed for the caller in this subject between the end of one day and another moment.
	 *
	 * @param to    as of when the page is shown
	 * @param onDay the day of that
	 * @throws InvalidInput when the first day is not before the other
	 */
	public Comparison of(Subject subject, LocalDate since, AsOf to, LocalDate onDay) {
		return of(changes.of(subject, Caller.required().personId()), since, to, onDay);
	}

	/** As {@link #of(Subject, LocalDate, AsOf, LocalDate)}, only in these views. */
	public Comparison of(Subject subject, List<ReadModel<?, ?>> views, LocalDate since, AsOf to, LocalDate onDay) {
		return of(changes.of(subject, Caller.required().personId()).only(views.stream().map(ReadModel::name).toList()), since, to, onDay);
	}

	/** As {@link #of(Subject, LocalDate, AsOf, LocalDate)}, in one document and its parts. */
	public Comparison of(ReadModel<?, ?> view, String id, LocalDate since, AsOf to, LocalDate onDay) {
		return of(changes.withParts(view, id, Caller.required().personId()), since, to, onDay);
	}

	/**
	 * What changed for the caller in whichever partnership since a moment, without a word about single fields.
	 *
	 * @param most rows at most
	 */
	public News since(Instant moment, int most) {
		Differences found = changes.differences(changes.everything(Caller.required().personId()), documents.asOf(moment), AsOf.NOW, 1, most);
		return new News(named(found.items().stream().map(change -> row(change, List.of())).toList()), found.added(), found.changed(), found.ended(), found.total());
	}

	private Row row(Change<?> change, List<String> fields) {
		return new Row(words.thing(change), kind(change), fields, address(change));
	}

	private Comparison of(Asked asked, LocalDate since, AsOf to, LocalDate onDay) {
		if (!since.isBefore(onDay)) {
			throw new InvalidInput("since", "Kies een dag vóór " + dutch.day(onDay) + ".");
		}
		Differences found = changes.differences(asked, documents.asOf(Today.endOf(since)), to, 1, MOST);
		List<Row> rows = named(found.items().stream().map(change -> row(change, words.fields(change))).toList());
		String summary = found.total() == 0
				? "Sinds %s is er niets veranderd.".formatted(dutch.day(since))
				: "Sinds %s: %d nieuw, %d veranderd, %d afgerond, %d verwijderd.".formatted(dutch.day(since), found.added(), found.changed(), found.ended(), found.removed());
		return new Comparison(since, summary, rows, found.total() - rows.size());
	}

	private static <D> @Nullable String address(Change<D> change) {
		return change.after() == null ? null : Addresses.of(change.view(), change.after().document());
	}

	private static String kind(Change<?> change) {
		if (change.before() == null) {
			return change.ended() ? "Nieuw en al afgerond" : "Nieuw";
		}
		return change.after() == null ? "Verwijderd" : change.ended() ? "Afgerond" : "Veranderd";
	}

	/** Mentions replaced by names, with one question to the register. */
	private List<Row> named(List<Row> rows) {
		List<String> texts = new ArrayList<>();
		rows.forEach(row -> {
			texts.add(row.thing());
			texts.addAll(row.fields());
		});
		var named = people.withNames(texts).iterator();
		return rows.stream().map(row -> new Row(named.next(), row.kind(), row.fields().stream().map(field -> named.next()).toList(), row.address())).toList();
	}
}
