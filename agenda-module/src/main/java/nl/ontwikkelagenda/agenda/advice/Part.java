package nl.ontwikkelagenda.agenda.advice;

/** The parts of an advice note: what was yielded (opbrengsten), what could be (kansen), what is in the way (uitdagingen). */
public enum Part {
	YIELD, OPPORTUNITIES, CHALLENGES
}
