package nl.ontwikkelagenda.app.reporting;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a subscription to reports. */
public record ReportSubscriptionId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ReportSubscriptionId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
