package nl.ontwikkelagenda.app.feed;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.change.VisibleChanges;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.readmodel.Documents.Direction;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;

import org.springframework.stereotype.Component;

/** What changed after a position, told in its order to who follows it, by the rights that he holds when it is told. Only a few read at the same time, so that requests do not wait. */
@Component
public class FollowedChanges {

	private static final int AT_ONCE = 3;

	private final VisibleChanges changes;
	private final ChangeEntries entries;
	private final Accounts accounts;
	private final ReadModelEngine views;
	private final Semaphore reading = new Semaphore(AT_ONCE, true);

	FollowedChanges(VisibleChanges changes, ChangeEntries entries, Accounts accounts, ReadModelEngine views) {
		this.changes = changes;
		this.entries = entries;
		this.accounts = accounts;
		this.views = views;
	}

	/**
	 * Changes in a row, oldest first; those of one fact all or none.
	 *
	 * @param upTo nothing was left out up to and with this position
	 * @param more whether others are known after that
	 */
	public record Told(List<ChangeEntry> items, long upTo, boolean more) {
	}

	/** How far all that changed can be told; -1 while that is not known. Nothing can appear later before this position. */
	public long position() {
		return views.position();
	}

	/**
	 * What comes after one position, up to and with another.
	 *
	 * @param limit about so many
	 * @return empty when he may not see this, or not any more
	 */
	public Optional<Told> next(Subject subject, PersonId reader, long after, long upTo, int limit) throws InterruptedException {
		reading.acquire();
		try {
			return Viewer.as(reader, () -> visible(subject, reader).map(asked -> {
				VisibleChanges.Part found = changes.changes(asked, after, upTo, Direction.OLDEST_FIRST, limit);
				return new Told(entries.of(found.items()), found.more() ? found.items().getLast().toldAt() : upTo, found.more());
			}));
		} finally {
			reading.release();
		}
	}

	/** Whether he may see any of this now. */
	public boolean isVisible(Subject subject, PersonId reader) {
		return Viewer.as(reader, () -> visible(subject, reader).isPresent());
	}

	private Optional<VisibleChanges.Asked> visible(Subject subject, PersonId reader) {
		try {
			return Optional.of(changes.of(subject, reader)).filter(asked -> !asked.where().isEmpty() && !accounts.isClosed(reader));
		} catch (NotFound e) {
			return Optional.empty();
		}
	}
}
