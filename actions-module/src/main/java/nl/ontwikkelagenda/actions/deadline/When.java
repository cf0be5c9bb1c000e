package nl.ontwikkelagenda.actions.deadline;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/** What a part of a phrase names: certain days, or days that come back and of which one is meant. */
sealed interface When {

	/** The first that is not over on this day. */
	Span notOver(LocalDate day);

	/** The first that begins after this day. */
	Span notBegun(LocalDate day);

	/** The last that begins on or before this day. */
	Span begunBy(LocalDate day);

	/** Days that are found from these, at most so many days after them. */
	When map(UnaryOperator<Span> other, int reach);

	default When map(UnaryOperator<Span> other) {
		return map(other, 0);
	}

	static When of(Span span) {
		return new Fixed(span);
	}

	/** Days of which the year was not said. */
	static When yearly(Yearly yearly) {
		return new Floating(day -> {
			// In January and February something may still last that began the year before.
			for (int year = day.getMonthValue() <= 2 ? day.getYear() - 1 : day.getYear(); year <= day.getYear() + 8; year++) {
				Span span = yearly.overBy(day, year) ? null : yearly.in(year);
				if (span != null && !span.overBefore(day)) {
					return span;
				}
			}
			throw new Unclear("Deze dag of week komt de komende jaren niet voor.");
		});
	}

	/** Something that there is at most once a year. */
	@FunctionalInterface
	interface Yearly {

		/** The one that begins in this year; absent when there is none, such as 29 February. */
		@Nullable
		Span in(int year);

		/** Whether that of this year is certainly over on this day, also when its days are not known. */
		default boolean overBy(LocalDate day, int year) {
			return false;
		}
	}

	record Fixed(Span span) implements When {

		@Override
		public Span notOver(LocalDate day) {
			return span;
		}

		@Override
		public Span notBegun(LocalDate day) {
			return span;
		}

		@Override
		public Span begunBy(LocalDate day) {
			return span;
		}

		@Override
		public When map(UnaryOperator<Span> other, int reach) {
			return new Fixed(other.apply(span));
		}
	}

	/** @param next from a day to the first that is not over on it */
	record Floating(Function<LocalDate, Span> next) implements When {

		@Override
		public Span notOver(LocalDate day) {
			return next.apply(day);
		}

		@Override
		public Span notBegun(LocalDate day) {
			Span span = notOver(day);
			while (!span.first().isAfter(day)) {
				span = notOver(span.last().plusDays(1));
			}
			return span;
		}

		@Override
		public Span begunBy(LocalDate day) {
			Span span = notOver(day.minusYears(1).plusDays(1));
			Span following = span;
			while (!following.first().isAfter(day)) {
				span = following;
				following = notOver(span.last().plusDays(1));
			}
			return span;
		}

		@Override
		public When map(UnaryOperator<Span> other, int reach) {
			return new Floating(day -> {
				Span base = notOver(day.minusDays(reach));
				Span found = other.apply(base);
				while (found.overBefore(day)) {
					base = notOver(base.last().plusDays(1));
					found = other.apply(base);
				}
				return found;
			});
		}
	}
}
