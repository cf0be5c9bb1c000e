package nl.ontwikkelagenda.agenda.report;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a kept progress report. */
public record ReportId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ReportId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
