package nl.ontwikkelagenda.app.reminder;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.ActionView.DeadlineView;
import nl.ontwikkelagenda.actions.action.Reminder;
import nl.ontwikkelagenda.agenda.meeting.OwnerView;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's reminders, whether or not he got them by mail. */
@RestController
@RequestMapping(Api.BASE + "/people/me/reminders")
class ReminderController {

	private final DueReminders due;
	private final Readers readers;
	private final Moments moments;

	ReminderController(DueReminders due, Readers readers, Moments moments) {
		this.due = due;
		this.readers = readers;
		this.moments = moments;
	}

	/**
	 * A promise that asks for the caller's attention.
	 *
	 * @param about   the first day of the window, its last day, or the day so many weeks after that
	 * @param dueOn   since when
	 * @param meaning the words of the deadline, and the days that they mean
	 * @param standing how things stand on the day that was asked about
	 */
	record MyReminder(PartnershipId partnershipId, ActionId actionId, String title, PromiseId promiseId, OwnerView owner, String what, DeadlineView deadline, Reminder.Kind kind,
			LocalDate about, LocalDate dueOn, String meaning, String standing) {

		static MyReminder of(Due due, LocalDate day) {
			return new MyReminder(due.partnershipId(), due.actionId(), due.title(), due.promise().promiseId(), due.promise().owner(),
					due.promise().what(), due.promise().deadline(), due.reminder().kind(), due.reminder().about(), due.reminder().dueOn(), ReminderWords.deadline(due),
					ReminderWords.standing(due, day));
		}
	}

	/** All of them, most urgent first. */
	@GetMapping
	@MayRead(anyone = true)
	ResponseEntity<Listed<MyReminder>> mine() {
		LocalDate day = moments.day();
		List<MyReminder> mine = due.of(Caller.required().personId(), day, moments.asOf(), readers.partnerships(ReadModels.ACTIONS)).due().stream()
				.map(reminder -> MyReminder.of(reminder, day)).toList();
		return ResponseEntity.ok().headers(moments.contentLocation()).body(new Listed<>(mine, 1, Math.max(1, mine.size()), mine.size()));
	}
}
