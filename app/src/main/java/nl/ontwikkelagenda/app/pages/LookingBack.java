package nl.ontwikkelagenda.app.pages;

import java.time.LocalDate;
import java.util.Map;

import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The day that a reader of a page looks back to. */
@Component
public class LookingBack {

	private final Documents documents;
	private final Today today;

	LookingBack(Documents documents, Today today) {
		this.documents = documents;
		this.today = today;
	}

	/**
	 * @param onDay the day at whose end it is asked what was known
	 * @param past  whether that is not today
	 */
	public record Moment(LocalDate onDay, boolean past, AsOf asOf, LocalDate today) {

		/** For the form in which another day is chosen. */
		public Map<String, Object> attributes() {
			return Map.of("onDay", onDay, "past", past, "today", today);
		}
	}

	/** @throws InvalidInput when that day is still to come */
	public Moment to(@Nullable LocalDate day) {
		LocalDate now = today.date();
		LocalDate onDay = today.or(day);
		if (onDay.isAfter(now)) {
			throw new InvalidInput("asOf", "Deze dag ligt in de toekomst; kies een dag tot en met vandaag.");
		}
		boolean past = onDay.isBefore(now);
		return new Moment(onDay, past, past ? documents.asOf(Today.endOf(onDay)) : AsOf.NOW, now);
	}
}
