package nl.ontwikkelagenda.app.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.ActionView.DeadlineView;
import nl.ontwikkelagenda.actions.action.ActionView.PromiseView;
import nl.ontwikkelagenda.actions.deadline.Deadline;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.Names;
import nl.ontwikkelagenda.app.rest.PublicAddress;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/**
 * Deadlines of promises as a calendar program shows them: all day, and never busy. A window of at most {@value #LONGEST_BAR} days is one entry; of a longer one only the
 * first and the last day are marked, or it would lie as a bar over every week.
 */
@Component
class PromiseEntries {

	private static final int LONGEST_BAR = 31;

	private final Dutch dutch;
	private final PublicAddress address;

	PromiseEntries(Dutch dutch, PublicAddress address) {
		this.dutch = dutch;
		this.address = address;
	}

	/** The entries of one promise; none when its words name no day. */
	List<CalendarComponent> entries(Stored<ActionView> action, PromiseView promise, Names names) {
		DeadlineView deadline = promise.deadline();
		LocalDate earliest = deadline.earliest();
		LocalDate latest = deadline.latest();
		String uid = "action-" + action.id() + "-promise-" + promise.promiseId();
		if (earliest == null && latest == null) {
			return List.of();
		}
		if (earliest != null && latest != null && ChronoUnit.DAYS.between(earliest, latest) < LONGEST_BAR) {
			String begins = deadline.kind() == Deadline.Kind.STARTS ? "Begint: " : "";
			return List.of(entry(action, promise, names, uid, begins, earliest, latest));
		}
		List<CalendarComponent> marks = new ArrayList<>();
		if (earliest != null) {
			marks.add(entry(action, promise, names, latest == null ? uid : uid + "-from", "Vanaf vandaag: ", earliest, earliest));
		}
		if (latest != null) {
			marks.add(entry(action, promise, names, uid, "Uiterlijk vandaag: ", latest, latest));
		}
		return marks;
	}

	private CalendarComponent entry(Stored<ActionView> stored, PromiseView promise, Names names, String uid, String mark, LocalDate first, LocalDate last) {
		ActionView action = stored.document();
		String description = String.join("\n", "Actie: " + action.title(), "Eigenaar: " + names.owner(promise.owner()),
				"Afgesproken: " + dutch.deadline(promise.deadline(), promise.of()));
		List<ContentLine> lines = new ArrayList<>(List.of(ContentLine.of("UID", uid), ContentLine.moment("DTSTAMP", stored.recordedAt()),
				ContentLine.moment("LAST-MODIFIED", stored.recordedAt()), ContentLine.of("SEQUENCE", Long.toString(stored.sequence())), ContentLine.day("DTSTART", first),
				ContentLine.day("DTEND", last.plusDays(1)), ContentLine.of("TRANSP", "TRANSPARENT"), ContentLine.text("SUMMARY", names.inText(mark + promise.what())),
				ContentLine.text("DESCRIPTION", names.inText(description))));
		if (action.meetingId() != null) {
			address.page("/voortgang?meetingId=" + Objects.requireNonNull(action.meetingId())).ifPresent(page -> lines.add(ContentLine.of("URL", page)));
		}
		return new CalendarComponent("VEVENT", lines, List.of());
	}
}
