package nl.ontwikkelagenda.app.change;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.change.VisibleChanges.Asked;
import nl.ontwikkelagenda.app.rest.InvalidInput;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of what is asked in an address which differences are asked for; for the page and for the API alike. */
@Component
public class ChangeQuestions {

	private final VisibleChanges changes;
	private final Readers readers;

	ChangeQuestions(VisibleChanges changes, Readers readers) {
		this.changes = changes;
		this.readers = readers;
	}

	/**
	 * @param of      only of this collection; needed with an id
	 * @param id      only this one, with its parts
	 * @param subject only what belongs to this
	 * @throws InvalidInput when there is no such collection, or more is asked than one thing
	 */
	public Asked of(@Nullable String of, @Nullable UUID id, @Nullable Subject subject) {
		PersonId reader = Caller.required().personId();
		if (of != null && !Thing.byName().containsKey(of)) {
			throw new InvalidInput("of", "Kies een van: " + String.join(", ", Thing.byName().keySet()) + ".");
		}
		if (id != null) {
			if (of == null || subject != null) {
				throw new InvalidInput("id", "Noem bij een id de verzameling in of, en verder niets.");
			}
			Thing thing = Objects.requireNonNull(Thing.byName().get(of));
			readers.check(thing.view(), id.toString());
			return changes.withParts(thing.view(), id.toString(), reader);
		}
		Asked asked = subject == null ? changes.everything(reader) : changes.of(subject, reader);
		return of == null ? asked : asked.only(List.of(of));
	}
}
