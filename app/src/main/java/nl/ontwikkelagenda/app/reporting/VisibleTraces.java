package nl.ontwikkelagenda.app.reporting;

import java.util.UUID;

import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.trace.Trace;
import nl.ontwikkelagenda.reporting.trace.Trace.Subject;
import nl.ontwikkelagenda.reporting.trace.TracePicture;
import nl.ontwikkelagenda.reporting.trace.Traces;

import org.springframework.stereotype.Component;

/** Chains that the caller may see, for the page and for the API alike. */
@Component
public class VisibleTraces {

	private static final String NO_CHAIN = "Hiervan is geen keten: het bestaat niet, u kunt het niet zien, of het is iets dat nergens uit voortkomt, zoals een persoon, een organisatie of een begrip.";

	private final Traces traces;
	private final Readers readers;
	private final People people;

	VisibleTraces(Traces traces, Readers readers, People people) {
		this.traces = traces;
		this.readers = readers;
		this.people = people;
	}

	/**
	 * @param id of a thing, or of a part of one
	 * @throws NotFound when there was no such thing then, the caller may not see it, or it is of a kind that no chain can have
	 */
	public Trace of(UUID id, AsOf asOf) {
		Subject subject = traces.subject(id, asOf).orElseThrow(() -> new NotFound(NO_CHAIN));
		Traces.VIEWS.forEach(view -> readers.check(view, subject.partnershipId()));
		return traces.of(subject, asOf);
	}

	/** As SVG, with names for those who are mentioned. */
	public String picture(Trace trace) {
		return TracePicture.svg(trace.in(people::withNames));
	}
}
