package nl.ontwikkelagenda.reporting.monitor;

/** Whether an indicator is still measured. */
public enum IndicatorStatus {
	IN_USE, RETIRED
}
