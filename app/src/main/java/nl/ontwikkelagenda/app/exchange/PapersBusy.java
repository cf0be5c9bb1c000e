package nl.ontwikkelagenda.app.exchange;

/** So many papers are being made that this one has to wait too long. */
public class PapersBusy extends RuntimeException {

	private static final long serialVersionUID = 1L;

	PapersBusy() {
		super("Er worden nu veel documenten tegelijk gemaakt; probeer het over enkele seconden opnieuw.");
	}
}
