package nl.ontwikkelagenda.app.reminder;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import nl.ontwikkelagenda.actions.action.ActionView.DeadlineView;
import nl.ontwikkelagenda.actions.action.Reminder;
import nl.ontwikkelagenda.actions.deadline.Deadline;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;

/** Says a reminder in plain Dutch. */
public final class ReminderWords {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.of("nl", "NL"));

	private ReminderWords() {
	}

	/** When it was to be done: the words that were said, and the days that they mean. */
	public static String deadline(Due due) {
		DeadlineView deadline = due.promise().deadline();
		String words = due.promise().of() == AgreedPromise.Of.INVITATION ? "de uitnodiging " + deadline.phrase() : String.valueOf(deadline.phrase());
		return words + " (" + meaning(deadline) + ")";
	}

	/** How things stand on this day. */
	public static String standing(Due due, LocalDate day) {
		LocalDate earliest = due.promise().deadline().earliest();
		LocalDate latest = due.promise().deadline().latest();
		if (due.reminder().kind() == Reminder.Kind.OPENING && earliest != null && day.isBefore(earliest)) {
			return earliest.equals(latest) ? "Dat is morgen." : "Dat begint morgen.";
		}
		return latest == null ? "Het kan beginnen." : towards(latest, day);
	}

	/** Path of the page that shows the action. */
	public static String path(Due due) {
		return "/acties/" + due.actionId();
	}

	/** How far off the last day is, where that day itself stands beside it. */
	public static String shortly(LocalDate latest, LocalDate day) {
		long late = ChronoUnit.DAYS.between(latest, day);
		return late > 1 ? late + " dagen te laat." : towards(latest, day);
	}

	/** How far off the last day is on this day. */
	private static String towards(LocalDate latest, LocalDate day) {
		long daysLeft = ChronoUnit.DAYS.between(day, latest);
		if (daysLeft > 1) {
			return "Nog " + daysLeft + " dagen.";
		}
		return switch ((int) daysLeft) {
			case 1 -> "Morgen is de laatste dag.";
			case 0 -> "Vandaag is de laatste dag.";
			case -1 -> "Gisteren was de laatste dag.";
			default -> "De laatste dag was " + -daysLeft + " dagen geleden, op " + DAY.format(latest) + ".";
		};
	}

	private static String meaning(DeadlineView deadline) {
		LocalDate earliest = deadline.earliest();
		LocalDate latest = deadline.latest();
		if (earliest == null) {
			return latest == null ? "zonder datum" : "uiterlijk " + DAY.format(latest);
		}
		if (latest == null) {
			return "vanaf " + DAY.format(earliest);
		}
		if (earliest.equals(latest)) {
			return DAY.format(latest);
		}
		String window = DAY.format(earliest) + " tot en met " + DAY.format(latest);
		return deadline.kind() == Deadline.Kind.STARTS ? "beginnen van " + window : window;
	}
}
