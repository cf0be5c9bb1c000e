package nl.ontwikkelagenda.app.reporting;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies the making of a report in the background. */
public record ReportRunId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ReportRunId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
