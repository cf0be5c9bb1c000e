package nl.ontwikkelagenda.app.command;

/** There is no such thing, or it is in a partnership where the actor holds no right: nobody can tell the difference (404). */
public class NotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotFound() {
		this("Dit bestaat niet, of u kunt het niet zien.");
	}

	/** @param message a sentence that is as true of what is there but hidden as of what is not there */
	public NotFound(String message) {
		super(message);
	}
}
