package nl.ontwikkelagenda.app.rest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The moment that the request being served asks about, for endpoints that answer with something else than a view, and for pages. */
@Component
public class Moments {

	private final Documents documents;
	private final Today today;
	private final Clock clock;

	Moments(Documents documents, Today today, Clock clock) {
		this.documents = documents;
		this.today = today;
		this.clock = clock;
	}

	/** Reads where no request is served, all as of this moment. */
	public static <T> T at(Instant moment, Supplier<T> reading) {
		return ScopedValue.where(Question.WITHOUT_REQUEST, Question.at(moment)).call(reading::get);
	}

	/** The moment that was asked for; now when none was. */
	public Instant moment() {
		return Question.asked().map(question -> question.moment(this::now)).orElseGet(this::now);
	}

	public AsOf asOf() {
		return Question.asked().map(question -> question.asOf(documents)).orElse(AsOf.NOW);
	}

	/** The Dutch day of that moment; today when none was asked for. */
	public LocalDate day() {
		return Question.asked().map(question -> question.day(today.date())).orElseGet(today::date);
	}

	/** Whether an earlier day is asked about. */
	public boolean lookingBack() {
		return day().isBefore(today.date());
	}

	/**
	 * Reads a parameter that names a moment as {@code asOf} does: a date stands for its end in Amsterdam.
	 *
	 * @param otherwise when it was not given
	 * @throws InvalidInput when it is no moment, or one in the future
	 */
	public Instant read(String field, @Nullable String asked, Instant otherwise) {
		List<FieldError> errors = new ArrayList<>();
		Instant moment = Question.moment(field, asked, this::now, errors);
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		return moment == null ? otherwise : moment;
	}

	/** This moment; where the clock of another instance is ahead, that of the last fact that it recorded, so that nothing that is shown was recorded later. */
	public Instant now() {
		Instant now = clock.instant();
		return documents.newest().filter(now::isBefore).orElse(now);
	}

	/** Repeats the question in the answer when it was about a moment. */
	public HttpHeaders contentLocation() {
		return Question.asked().map(Question::contentLocation).orElseGet(HttpHeaders::new);
	}
}
