package nl.ontwikkelagenda.actions.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.deadline.Deadline.Kind;

import org.jspecify.annotations.Nullable;

/** When something is due: the days that the words leave open. */
record Window(Kind kind, @Nullable LocalDate earliest, @Nullable LocalDate latest, boolean exact, List<String> because) {

	static Window during(Span span) {
		return new Window(Kind.DURING, span.first(), span.last(), span.exact(), span.because());
	}

	/** On the last of these days at the latest. */
	static Window upTo(Span span) {
		return new Window(Kind.BEFORE, null, span.last(), span.exact(), span.because());
	}

	/** On the day before the first of these at the latest. */
	static Window before(Span span) {
		return new Window(Kind.BEFORE, null, span.first().minusDays(1), span.exact(), span.because());
	}

	static Window from(Span span) {
		return new Window(Kind.STARTS, span.first(), null, span.exact(), span.because());
	}

	static Window after(Span span) {
		return new Window(Kind.STARTS, span.last().plusDays(1), null, span.exact(), span.because());
	}

	/** In this window at the latest: only its end counts. */
	Window atTheLatest() {
		return switch (kind) {
			case DURING -> new Window(Kind.BEFORE, null, latest, exact, because);
			case BEFORE -> this;
			case STARTS, NONE -> throw new Unclear("Deze woorden spreken elkaar tegen: een eerste dag is geen laatste dag.");
		};
	}

	/** It begins in this window. */
	Window begun() {
		return kind == Kind.DURING ? new Window(Kind.STARTS, earliest, latest, exact, because) : this;
	}

	/** Both hold: not before the later first day, not after the earlier last day. */
	Window and(Window other) {
		LocalDate first = later(earliest, other.earliest);
		LocalDate last = earlier(latest, other.latest);
		if (first != null && last != null && last.isBefore(first)) {
			throw new Unclear("Deze woorden spreken elkaar tegen: de laatste dag ligt voor de eerste dag.");
		}
		Kind both = kind == Kind.DURING || other.kind == Kind.DURING ? Kind.DURING : kind == other.kind ? kind : Kind.STARTS;
		return new Window(both, first, last, exact && other.exact, Stream.concat(because.stream(), other.because.stream()).distinct().toList());
	}

	private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
		return a == null || (b != null && b.isAfter(a)) ? b : a;
	}

	private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
		return a == null || (b != null && b.isBefore(a)) ? b : a;
	}
}
