package nl.ontwikkelagenda.app.feed;

import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.change.VisibleChanges;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.readmodel.Documents.Direction;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes of a subject as somebody may see them now, told page by page or in a row. */
@Component
class ChangePages {

	private static final int MOST = 100;
	private static final int USUAL = 20;

	private final VisibleChanges changes;
	private final ChangeEntries entries;
	private final ReadModelEngine views;

	ChangePages(VisibleChanges changes, ChangeEntries entries, ReadModelEngine views) {
		this.changes = changes;
		this.entries = entries;
		this.views = views;
	}

	/**
	 * One page, the latest change first.
	 *
	 * @param next the page with older changes is the one before this position; absent on the last
	 */
	record Page(List<ChangeEntry> items, @Nullable Long next) {
	}

	/**
	 * @param before only changes before this position of the log; absent for the latest
	 * @param limit  about so many; absent for as many as usual
	 * @throws InvalidInput when one of them is no number that can be
	 * @throws NotFound     when he may not see the subject
	 */
	Page latest(Subject subject, PersonId reader, @Nullable String before, @Nullable String limit) {
		int most = limit == null ? USUAL : number("limit", limit, MOST);
		long upTo = before == null ? views.position() : number("before", before, Integer.MAX_VALUE) - 1L;
		return Viewer.as(reader, () -> page(changes.changes(changes.of(subject, reader), 0, Math.min(upTo, views.position()), Direction.LATEST_FIRST, most)));
	}

	private Page page(VisibleChanges.Part found) {
		return new Page(entries.of(found.items()), found.more() ? found.items().getLast().toldAt() : null);
	}

	/**
	 * Checks that there is anything here that he may see.
	 *
	 * @throws NotFound when there is not
	 */
	void checkVisible(Subject subject, PersonId reader) {
		if (Viewer.as(reader, () -> changes.of(subject, reader)).where().isEmpty()) {
			throw new NotFound();
		}
	}

	private static int number(String field, String text, int most) {
		if (!text.matches("[1-9][0-9]{0,8}") || Integer.parseInt(text) > most) {
			throw new InvalidInput(field, "Geef een geheel getal van 1 tot en met " + most + ".");
		}
		return Integer.parseInt(text);
	}
}
