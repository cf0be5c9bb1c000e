package nl.ontwikkelagenda.app.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The day it is in the Netherlands, by the clock that facts are recorded with. */
@Component
public class Today {

	/** Where a day begins and ends. */
	public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

	private final Clock clock;

	Today(Clock clock) {
		this.clock = clock;
	}

	public LocalDate date() {
		return LocalDate.ofInstant(clock.instant(), AMSTERDAM);
	}

	/** The first moment of a day. */
	public static Instant startOf(LocalDate day) {
		return day.atStartOfDay(AMSTERDAM).toInstant();
	}

	/** The last moment of a day. */
	public static Instant endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(AMSTERDAM).toInstant().minusMillis(1);
	}

	/** The day that was given, else today. */
	public LocalDate or(@Nullable LocalDate given) {
		return given == null ? date() : given;
	}
}
