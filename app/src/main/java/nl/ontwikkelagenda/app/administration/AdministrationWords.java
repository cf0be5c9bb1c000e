package nl.ontwikkelagenda.app.administration;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

import nl.ontwikkelagenda.app.language.WordLists;
import nl.ontwikkelagenda.app.mail.OutgoingMail;
import nl.ontwikkelagenda.app.pages.ViewWords;

import org.springframework.stereotype.Component;

/** Says in Dutch what administration is about. */
@Component
public class AdministrationWords {

	private static final Locale LOCALE = Locale.of("nl", "NL");
	private static final double GIGABYTE = 1_000_000_000.0;
	private static final Properties JOBS = WordLists.read("/words/jobs.properties");

	/** What a job or an automation does; its name when nobody said it in Dutch. */
	public String job(String name) {
		return JOBS.getProperty(name, name);
	}

	static boolean knows(String job) {
		return JOBS.containsKey(job);
	}

	/** What a view is called. */
	public String view(String name) {
		return Objects.requireNonNullElse(ViewWords.name(name), name);
	}

	public String number(long number) {
		return NumberFormat.getIntegerInstance(LOCALE).format(number);
	}

	/** @param bytes as gigabytes with one decimal */
	public String gigabytes(long bytes) {
		return String.format(LOCALE, "%.1f GB", bytes / GIGABYTE);
	}

	/** How often, as in "elke 5 minuten". */
	static String every(Duration duration) {
		long seconds = duration.toSeconds();
		if (seconds % 3600 == 0) {
			return seconds == 3600 ? "elk uur" : "elke " + seconds / 3600 + " uur";
		}
		if (seconds % 60 == 0) {
			return seconds == 60 ? "elke minuut" : "elke " + seconds / 60 + " minuten";
		}
		return seconds == 1 ? "elke seconde" : "elke " + seconds + " seconden";
	}

	public String state(OutgoingMail.State state) {
		return switch (state) {
			case WAITING -> "Wacht";
			case SENT -> "Verzonden";
			case FAILED -> "Opgegeven";
		};
	}
}
