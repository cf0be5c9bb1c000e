package nl.ontwikkelagenda.app.processing;

import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The register as this installation shows it: with who is responsible, which every installation says for itself. */
@Component
public class ProcessingRegister {

	private final Controller controller;

	ProcessingRegister(@Value("${ontwikkelagenda.processing.controller:}") String name, @Value("${ontwikkelagenda.processing.contact:}") String contact) {
		this.controller = new Controller(name.isBlank() ? "niet ingevuld" : name, contact.isBlank() ? "niet ingevuld" : contact);
	}

	/**
	 * Who decides why and how personal data are processed.
	 *
	 * @param contact of him, or of his data protection officer
	 */
	public record Controller(String name, String contact) {
	}

	public Controller controller() {
		return controller;
	}

	public List<ProcessingActivity> activities() {
		return ProcessingActivities.all();
	}
}
