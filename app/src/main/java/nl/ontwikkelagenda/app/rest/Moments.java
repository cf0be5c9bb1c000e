package nl.ontwikkelagenda.app.rest;

import java.time.LocalDate;

import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The moment that the request being served asks about, for endpoints that answer with something else than a view; a page asks about now. */
@Component
public class Moments {

	private final Documents documents;
	private final Today today;

	Moments(Documents documents, Today today) {
		this.documents = documents;
		this.today = today;
	}

	public AsOf asOf() {
		return Question.asked().map(question -> question.asOf(documents)).orElse(AsOf.NOW);
	}

	/** The Dutch day of that moment; today when none was asked for. */
	public LocalDate day() {
		return Question.asked().map(question -> question.day(today.date())).orElseGet(today::date);
	}

	/** Repeats the question in the answer when it was about a moment. */
	public HttpHeaders contentLocation() {
		return Question.asked().map(Question::contentLocation).orElseGet(HttpHeaders::new);
	}
}
