package nl.ontwikkelagenda.app.rest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The moment that the request being served asks about, for endpoints that answer with something else than a view. */
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

	/** The moment that was asked for; now when none was. */
	public Instant moment() {
		return Question.current().moment(clock.instant());
	}

	/**
	 * As {@link #moment()}, for a page.
	 *
	 * @param asked a date or an instant
	 * @throws InvalidInput when it is neither, or in the future
	 */
	public Instant moment(@Nullable String asked) {
		return Question.momentOr(asked, clock.instant());
	}

	public AsOf asOf() {
		return Question.current().asOf(documents);
	}

	/** The Dutch day of that moment; today when none was asked for. */
	public LocalDate day() {
		return Question.current().day(today.date());
	}

	/** Repeats the question in the answer when it was about a moment. */
	public HttpHeaders contentLocation() {
		return Question.current().contentLocation();
	}
}
