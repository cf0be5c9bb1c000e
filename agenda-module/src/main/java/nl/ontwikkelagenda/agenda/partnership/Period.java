package nl.ontwikkelagenda.agenda.partnership;

import java.time.LocalDate;

/** When something happened: a day, or a stretch of days when no one day is known (a month, a school year). Both ends are included. */
public record Period(LocalDate from, LocalDate to) {

	public Period {
		if (to.isBefore(from)) {
			throw new IllegalArgumentException("De einddatum (" + to + ") ligt voor de begindatum (" + from + ").");
		}
	}

	public static Period on(LocalDate day) {
		return new Period(day, day);
	}
}
