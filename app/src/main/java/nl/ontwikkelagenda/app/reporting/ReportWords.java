package nl.ontwikkelagenda.app.reporting;

import nl.ontwikkelagenda.agenda.report.ReportSubject;

/** What reports and their subscriptions are called. */
public final class ReportWords {

	private ReportWords() {
	}

	public static String kind(ReportSubject.Kind kind) {
		return switch (kind) {
			case PARTNERSHIP -> "Samenwerkingsverband";
			case AGENDA -> "Agenda";
			case THEME -> "Thema";
			case TABLE -> "Ontwikkeltafel";
			case COMMUNITY -> "Community of practice";
			case MEETING -> "Bijeenkomst";
		};
	}

	public static String rhythm(ReportSubscription.Rhythm rhythm) {
		return switch (rhythm) {
			case MONTHLY -> "elke maand";
			case SCHOOL_QUARTERLY -> "elk kwartaal van het schooljaar";
		};
	}
}
