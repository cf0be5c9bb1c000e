package nl.ontwikkelagenda.agenda.project;

/** How a project is shown at a meeting: on a poster of the carousel, or in a talk. */
public enum Presentation {
	POSTER, TALK
}
