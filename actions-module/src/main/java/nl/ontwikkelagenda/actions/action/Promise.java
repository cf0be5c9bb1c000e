package nl.ontwikkelagenda.actions.action;

import java.time.LocalDate;

import nl.ontwikkelagenda.actions.deadline.Calendars;
import nl.ontwikkelagenda.actions.deadline.Deadline;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/**
 * What one owner promised, with its deadline as read when it was made.
 *
 * @param of what the deadline is of: the work itself, or only the invitation to it
 */
public record Promise(PromiseId promiseId, Owner owner, FreeText what, AgreedPromise.Of of, Deadline deadline) {

	static Promise of(AgreedPromise agreed, LocalDate agreedOn, PartnershipId partnership, @Nullable MeetingId meeting, Calendars calendars) {
		AgreedPromise.Words said = agreed.deadline();
		LocalDate saidOn = said == null || said.saidOn() == null ? agreedOn : said.saidOn();
		Deadline deadline = Deadline.read(said == null ? null : said.phrase(), saidOn, calendars.of(partnership, meeting, saidOn));
		return new Promise(agreed.promiseId(), agreed.owner(), agreed.what(), agreed.of(), deadline);
	}
}
