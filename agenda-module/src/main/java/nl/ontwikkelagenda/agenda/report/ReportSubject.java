package nl.ontwikkelagenda.agenda.report;

import java.util.UUID;

/** What a report is about. */
public record ReportSubject(Kind kind, UUID id) {

	/** What a report can be about. */
	public enum Kind {
		PARTNERSHIP, AGENDA, THEME, TABLE, COMMUNITY, MEETING
	}
}
