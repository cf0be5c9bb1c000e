package nl.ontwikkelagenda.app.meetingroom;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.Occurrence;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.rest.Ids;

/** The days of a series, as a form asks for them: the first one, how many, and how many weeks lie between two. */
final class SeriesDays {

	/** In each series; as many as there are weeks in a year. */
	private static final int MOST = 52;

	private SeriesDays() {
	}

	static List<Occurrence> read(Form form) {
		LocalDate first = form.dayOrNone("first");
		LocalTime time = form.timeOrNone("time");
		int times = most(form, "times");
		int weeks = most(form, "weeks");
		if (first == null) {
			form.wrong("first", "Kies de eerste dag.");
		}
		LocalDate from = Objects.requireNonNullElse(first, LocalDate.EPOCH);
		return IntStream.range(0, times).mapToObj(place -> from.plusWeeks((long) place * weeks))
				.map(day -> new Occurrence(new MeetingId(Ids.next()), day, time == null ? null : day.atTime(time).atZone(Today.AMSTERDAM).toInstant())).toList();
	}

	private static int most(Form form, String field) {
		int number = form.number(field);
		if (number > MOST) {
			form.wrong(field, "Geef een getal van 1 tot en met " + MOST + ".");
		}
		return Math.min(number, MOST);
	}
}
