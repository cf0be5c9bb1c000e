package nl.ontwikkelagenda.app.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.InvalidInput;

import org.jspecify.annotations.Nullable;

/** The day of a meeting, which is given by itself or with a time. */
final class Days {

	private Days() {
	}

	/** @throws InvalidInput when neither is given, or when they differ */
	static LocalDate of(@Nullable LocalDate day, @Nullable Instant startsAt) {
		if (startsAt == null && day == null) {
			throw new InvalidInput("plannedOn", "Kies een dag (plannedOn) of een begintijd (startsAt).");
		}
		LocalDate dayOfStart = startsAt == null ? null : LocalDate.ofInstant(startsAt, Today.AMSTERDAM);
		if (day != null && dayOfStart != null && !day.equals(dayOfStart)) {
			throw new InvalidInput("startsAt", "De begintijd valt op een andere dag dan plannedOn; maak ze gelijk of laat plannedOn weg.");
		}
		return Objects.requireNonNullElse(day, dayOfStart);
	}
}
