package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise.Of;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Words;

import org.jspecify.annotations.Nullable;

/**
 * A promise in a request.
 *
 * @param of       absent means the work
 * @param deadline absent when nothing was said about when
 */
public record PromiseRequest(@Nullable PromiseId id, OwnerRequest owner, FreeText what, @Nullable Of of, @Nullable DeadlineRequest deadline) {

	/** Who promises: a person or organisation by id, a team or an outside organisation by name. */
	public record OwnerRequest(Owner.Kind kind, @Nullable UUID id, @Nullable @Words(max = 200, lines = false) FreeText name) {

		public Owner owner() {
			return new Owner(kind, id, name);
		}
	}

	/** @param saidOn absent means the day of the agreement */
	public record DeadlineRequest(@Words(max = 200, lines = false) FreeText phrase, @Nullable LocalDate saidOn) {
	}

	public AgreedPromise agreed() {
		return new AgreedPromise(Objects.requireNonNullElseGet(id, () -> new PromiseId(Ids.next())), owner.owner(), what,
				Objects.requireNonNullElse(of, Of.WORK), deadline == null ? null : new AgreedPromise.Words(deadline.phrase(), deadline.saidOn()));
	}
}
