package nl.ontwikkelagenda.app.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.ProgrammesView.TakesPart;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** In which programmes regions take part: their members may read there as participants do, and change nothing. */
@Component
public class Programmes {

	private final Documents documents;

	Programmes(Documents documents) {
		this.documents = documents;
	}

	/** The programmes in which at least one of these partnerships takes part on this day. */
	public Set<PartnershipId> of(Set<PartnershipId> regions, LocalDate day) {
		ListQuery ofThese = new ListQuery(Map.of(), null, List.of(), 1, Documents.AT_ONCE, regions);
		return regions.isEmpty()
				? Set.of()
				: documents.items(ReadModels.PROGRAMMES, ofThese, AsOf.NOW).stream().flatMap(region -> region.document().programmes().stream()).filter(one -> one.on(day))
						.map(TakesPart::programmeId).collect(Collectors.toSet());
	}
}
