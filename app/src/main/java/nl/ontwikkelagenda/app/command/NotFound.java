package nl.ontwikkelagenda.app.command;

/** There is no such thing, or it is in a partnership where the actor holds no right: nobody can tell the difference (404). */
public class NotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotFound() {
		super("Dit bestaat niet, of u kunt het niet zien.");
	}
}
