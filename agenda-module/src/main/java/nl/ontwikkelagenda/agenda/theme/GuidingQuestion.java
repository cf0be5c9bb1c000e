package nl.ontwikkelagenda.agenda.theme;

/** The three guiding questions: waar doen we het voor, wat gaat er al goed, wat is er nodig? */
public enum GuidingQuestion {
	WHAT_FOR, WHAT_GOES_WELL, WHAT_IS_NEEDED
}
