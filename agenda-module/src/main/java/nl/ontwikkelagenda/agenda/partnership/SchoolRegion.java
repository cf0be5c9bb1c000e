package nl.ontwikkelagenda.agenda.partnership;

/** The region of the official school holidays. */
public enum SchoolRegion {
	NOORD, MIDDEN, ZUID
}
