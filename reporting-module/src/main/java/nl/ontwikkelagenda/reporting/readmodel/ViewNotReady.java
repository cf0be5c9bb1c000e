package nl.ontwikkelagenda.reporting.readmodel;

/** A view is still being built, and what served before, if anything did, cannot be read by this version; asking again later helps. */
public final class ViewNotReady extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ViewNotReady(String view) {
		super("Het overzicht '" + view + "' wordt nog opgebouwd.");
	}
}
