package nl.ontwikkelagenda.app.exchange;

/** Files are looked at for viruses here, and what does that gives no answer: nothing is taken in unseen. */
public class ScannerAway extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public ScannerAway(Exception cause) {
		super("Bestanden worden hier op virussen bekeken, en dat lukt nu niet; probeer het over enkele seconden opnieuw.", cause);
	}
}
