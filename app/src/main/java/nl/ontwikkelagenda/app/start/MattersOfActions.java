package nl.ontwikkelagenda.app.start;

import static nl.ontwikkelagenda.app.start.Found.is;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.ActionView.PromiseView;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.app.reminder.Due;
import nl.ontwikkelagenda.app.reminder.DueReminders;
import nl.ontwikkelagenda.app.reminder.ReminderWords;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.reporting.progress.Wording;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtMost;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the reader promised: what is due or late, what he did not take on yet, what is stuck; and of who keeps the records, what is late or stuck of everybody. */
@Component
@Order(1)
class MattersOfActions implements Matters {

	/** Of everybody's; the words for more say the same number. */
	private static final int COUNTED = 1_000;

	private final Found found;
	private final DueReminders reminders;
	private final Moments moments;

	MattersOfActions(Found found, DueReminders reminders, Moments moments) {
		this.found = found;
		this.reminders = reminders;
		this.moments = moments;
	}

	@Override
	public Stream<Matter> of(Reader reader) {
		return Stream.concat(own(reader), ofEverybody(reader));
	}

	private Stream<Matter> own(Reader reader) {
		Map<PromiseId, Matter> matters = new LinkedHashMap<>();
		DueReminders.Standing standing = reminders.of(reader.person(), reader.day(), moments.asOf(), reader.readable());
		for (Due due : standing.due()) {
			LocalDate latest = due.promise().deadline().latest();
			matters.put(due.promise().promiseId(), due(due, latest != null && latest.isBefore(reader.day()), reader.day()));
		}
		for (ActionView action : standing.actions()) {
			action.promises().stream().filter(promise -> promise.kept() == null && reader.isOwner(promise.owner().id()))
					.forEach(promise -> waiting(action, promise, reader).ifPresent(matter -> matters.putIfAbsent(promise.promiseId(), matter)));
		}
		return matters.values().stream();
	}

	private static Matter due(Due due, boolean late, LocalDate day) {
		LocalDate latest = due.promise().deadline().latest();
		String who = due.onBehalfOf() == null ? "" : due.onBehalfOf() + ": ";
		String standing = late && latest != null ? ReminderWords.shortly(latest, day) : ReminderWords.standing(due, day);
		return new Matter(ReminderWords.path(due), due.title(), who + due.promise().what(), Wording.deadline(due.promise().deadline(), due.promise().of()) + ". " + standing,
				latest, late,
				due.onBehalfOf() == null);
	}

	/** What is not due yet still asks for something when it is stuck, or was not taken on. */
	private static Optional<Matter> waiting(ActionView action, PromiseView promise, Reader reader) {
		String path = "/acties/" + action.actionId();
		LocalDate latest = promise.deadline().latest();
		String when = promise.deadline().phrase() == null ? null : Wording.deadline(promise.deadline(), promise.of());
		boolean late = latest != null && latest.isBefore(reader.day());
		if (action.block() != null) {
			return Optional.of(Matter.of(path, action.title(), "Zit vast: " + action.block().reason(), when, latest, late));
		}
		return promise.acceptance() != null || late
				? Optional.empty()
				: Optional.of(Matter.of(path, action.title(), "Neemt u dit op u? " + promise.what(), when, latest, false));
	}

	private Stream<Matter> ofEverybody(Reader reader) {
		return Stream.of(
				several(reader, "LATE", new AtMost("overdueFrom", reader.day().toString()), "1 actie is te laat", " acties zijn te laat", "Meer dan 1.000 acties zijn te laat",
						"Bel of mail wie het zou doen, of spreek een andere dag af."),
				several(reader, "BLOCKED", is("blocked", "true"), "1 actie zit vast", " acties zitten vast", "Meer dan 1.000 acties zitten vast",
						"Kijk wat er nodig is om verder te kunnen."))
				.flatMap(Optional::stream);
	}

	/** The list of what was counted; of all his partnerships when he keeps the records of more than one. */
	private static String path(String standing, Reader reader) {
		return "/acties?standing=" + standing + (reader.keeping().size() == 1 ? "&partnershipId=" + reader.keeping().iterator().next() : "");
	}

	private Optional<Matter> several(Reader reader, String standing, Condition such, String one, String several, String many, String asks) {
		int number = found.countUpTo(COUNTED + 1, ReadModels.ACTIONS, reader.keeping(), is("status", ActionStatus.OPEN), such);
		String title = number == 1 ? one : number > COUNTED ? many : number + several;
		return number == 0 ? Optional.empty() : Optional.of(Matter.of(path(standing, reader), title, asks, null, null, false));
	}
}
