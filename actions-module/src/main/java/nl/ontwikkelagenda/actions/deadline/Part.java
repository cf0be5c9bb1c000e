package nl.ontwikkelagenda.actions.deadline;

import java.time.LocalDate;

/** The begin, middle or end of a week, month, season or year. */
enum Part {
	BEGIN(1), MEDIO(2), EIND(3);

	private final int third;

	Part(int third) {
		this.third = third;
	}

	Span of(Span whole) {
		int months = whole.wholeMonths();
		if (whole.isWeek()) {
			return days(whole, 2, 4, "Begin van een week is maandag en dinsdag, het midden woensdag en donderdag, het eind vrijdag tot en met zondag.");
		}
		if (months == 1) {
			return days(whole, 10, 20, "Begin van een maand is dag 1 tot en met 10, medio is dag 11 tot en met 20, eind is dag 21 tot en met de laatste dag.");
		}
		if (months == 12) {
			Span part = this == MEDIO ? whole.to(whole.first().plusMonths(3), whole.last().plusDays(1).minusMonths(3).minusDays(1)) : whole.share(this == BEGIN ? 1 : 4, 4);
			return part.because("Begin van een jaar is het eerste kwartaal, eind is het laatste kwartaal, medio is alles daartussen.");
		}
		if (months > 0 && months % 3 == 0) {
			return whole.share(third, 3).because("Begin, medio en eind zijn elk een derde deel.");
		}
		throw new Unclear("Voor deze periode is niet afgesproken wat begin, medio of eind is. Noem een datum, of de hele periode.");
	}

	/**
	 * @param begin the last day of the begin
	 * @param medio the last day of the middle
	 */
	private Span days(Span whole, int begin, int medio, String because) {
		LocalDate first = whole.first();
		return (switch (this) {
			case BEGIN -> whole.to(first, first.plusDays(begin - 1));
			case MEDIO -> whole.to(first.plusDays(begin), first.plusDays(medio - 1));
			case EIND -> whole.to(first.plusDays(medio), whole.last());
		}).because(because);
	}
}
