package nl.ontwikkelagenda.app.reporting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.PublicAddress;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Figure;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the mail with a report says: the numbers in short, where the rest is, and how to stop. */
@Component
class ReportMail {

	private static final String NEWLINE = "\n";

	private final PublicAddress address;

	ReportMail(PublicAddress address) {
		this.address = address;
	}

	String subject(ProgressReport report) {
		return "Voortgang " + periodOf(report) + ": " + inOneLine(report.subject().title());
	}

	String body(Person person, ProgressReport report, ReportSubscription subscription, String secret) {
		Map<String, Figure> figures = report.sections().stream().flatMap(section -> section.figures().stream()).collect(Collectors.toMap(Figure::name, figure -> figure));
		String numbers = Headline.ALL.stream().map(headline -> line(headline, figures)).filter(Objects::nonNull).collect(Collectors.joining(NEWLINE));
		return String.join(NEWLINE, List.of("Beste " + person.name() + ",", "",
				"Dit is de voortgang van " + inOneLine(report.subject().title()) + " over " + periodOf(report) + ".", "",
				numbers.isEmpty() ? "Er is in deze periode niets vastgelegd." : numbers, "", "Het hele verslag zit erbij als PDF, en staat op:",
				address.inMail("/voortgang?reportId=" + report.reportId()), "",
				"U krijgt dit bericht " + ReportWords.rhythm(subscription.rhythm()) + ", omdat u dat hebt gevraagd. Liever niet meer? Stop het hier:",
				address.inMail(StopReportsPage.PATH + secret), ""));
	}

	private static @Nullable String line(Headline headline, Map<String, Figure> figures) {
		Figure figure = figures.get(headline.figure());
		if (figure == null || (figure.count() == 0 && Objects.requireNonNullElse(figure.before(), 0L) == 0)) {
			return null;
		}
		return "- " + headline.words(figure.count()) + (figure.before() == null ? "" : " (in het vorige verslag " + figure.before() + ")");
	}

	private static String periodOf(ProgressReport report) {
		return report.period() == null ? "alles tot nu toe" : report.period().words();
	}

	private static String inOneLine(String text) {
		return text.replaceAll("\\s+", " ");
	}
}
