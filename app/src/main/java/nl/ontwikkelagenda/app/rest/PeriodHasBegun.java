package nl.ontwikkelagenda.app.rest;

import java.time.LocalDate;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.partnership.Period;

import org.jspecify.annotations.Nullable;

/** What happened in a period has happened when its first day has come. Found by way of {@code META-INF/services}. */
public class PeriodHasBegun implements ConstraintValidator<PastOrPresent, Period> {

	@Override
	public boolean isValid(@Nullable Period period, ConstraintValidatorContext context) {
		return period == null || !period.from().isAfter(LocalDate.now(context.getClockProvider().getClock()));
	}
}
