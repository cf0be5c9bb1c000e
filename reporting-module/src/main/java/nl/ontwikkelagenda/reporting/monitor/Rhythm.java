package nl.ontwikkelagenda.reporting.monitor;

/** How often an indicator is measured. A school year begins on 1 August; its quarters are three months each. */
public enum Rhythm {
	MONTH, QUARTER, SCHOOL_QUARTER, SCHOOL_YEAR, YEAR
}
