package nl.ontwikkelagenda.agenda.decision;

/** How many voted for and against, and how many abstained. */
public record Votes(int inFavour, int against, int abstained) {

	public Votes {
		if (inFavour < 0 || against < 0 || abstained < 0) {
			throw new IllegalArgumentException("Een aantal stemmen is nul of meer.");
		}
	}
}
