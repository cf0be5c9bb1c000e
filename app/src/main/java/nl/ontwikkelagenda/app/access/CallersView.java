package nl.ontwikkelagenda.app.access;

import nl.ontwikkelagenda.app.visibility.LoggedIn;
import nl.ontwikkelagenda.app.visibility.Viewer;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/** Requests read with the eyes of their caller, or of a visitor; what nobody asked over HTTP is read by the application. */
@Component
class CallersView implements LoggedIn {

	private static final Viewer VISITOR = new Viewer.Visitor();

	@Override
	public Viewer viewer() {
		return Caller.current().<Viewer>map(caller -> new Viewer.Somebody(caller.personId()))
				.orElseGet(() -> RequestContextHolder.getRequestAttributes() == null ? Viewer.APPLICATION : VISITOR);
	}
}
