package nl.ontwikkelagenda.app.exchange;

/** A file is not what it should be; the message says why in one Dutch sentence. */
public class UnreadableFile extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnreadableFile(String sentence) {
		super(sentence);
	}

	UnreadableFile(String sentence, Exception cause) {
		super(sentence, cause);
	}
}
