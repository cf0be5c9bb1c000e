package nl.ontwikkelagenda.reporting.monitor;

/** Which way an indicator should go: up, down, or neither when it only describes. */
public enum Direction {
	UP, DOWN, NONE
}
