package nl.ontwikkelagenda.app.visibility;

/** With whose eyes this thread reads when nothing else was said: those of who is logged in. */
@FunctionalInterface
public interface LoggedIn {

	Viewer viewer();
}
