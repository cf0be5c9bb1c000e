package nl.ontwikkelagenda.app.reporting;

import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.trace.Trace;
import nl.ontwikkelagenda.reporting.trace.TracePicture;
import nl.ontwikkelagenda.reporting.trace.Traces;

import org.springframework.stereotype.Component;

/** Chains that the caller may see, for the page and for the API alike. */
@Component
public class VisibleTraces {

	private final Traces traces;
	private final Readers readers;
	private final People people;

	VisibleTraces(Traces traces, Readers readers, People people) {
		this.traces = traces;
		this.readers = readers;
		this.people = people;
	}

	/** @throws NotFound when there was no such thing then, or the caller may not see it */
	public Trace of(UUID id, AsOf asOf) {
		PartnershipId partnership = traces.partnership(id, asOf).orElseThrow(NotFound::new);
		Traces.VIEWS.forEach(view -> readers.check(view, partnership));
		return traces.of(id, partnership, asOf);
	}

	/** As SVG, with names for those who are mentioned. */
	public String picture(Trace trace) {
		return TracePicture.svg(trace.in(people::withNames));
	}
}
