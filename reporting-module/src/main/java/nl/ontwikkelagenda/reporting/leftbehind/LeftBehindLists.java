package nl.ontwikkelagenda.reporting.leftbehind;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.agenda.partnership.DeparturesView;
import nl.ontwikkelagenda.agenda.partnership.DeparturesView.Departure;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.leftbehind.LeftBehind.Item;
import nl.ontwikkelagenda.reporting.leftbehind.LeftBehind.OpenPromise;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** Composes, from the views of departures, seats, mandates and actions, what is left behind; all as of one position. */
@Component
public class LeftBehindLists {

	private final Documents documents;

	LeftBehindLists(Documents documents) {
		this.documents = documents;
	}

	/** @return empty when there was no such partnership then */
	public Optional<LeftBehind> of(PartnershipId id, AsOf asOf, LocalDate onDay) {
		return documents.find(ReadModels.DEPARTURES, id.toString(), asOf).map(Stored::document).map(DeparturesView::departures).map(departures -> new LeftBehind(id, onDay,
				departures.stream().filter(departure -> !departure.leftOn().isAfter(onDay)).map(departure -> item(id, departure, asOf, onDay))
						.filter(item -> !item.seats().isEmpty() || !item.mandates().isEmpty() || !item.promises().isEmpty()).toList()));
	}

	private Item item(PartnershipId partnership, Departure departure, AsOf asOf, LocalDate onDay) {
		String who = String.valueOf(departure.organisationId() == null ? departure.personId() : departure.organisationId());
		Map<String, String> theirs = Map.of("partnershipId", partnership.toString(), departure.organisationId() == null ? "personId" : "organisationId", who);
		Map<String, String> open = Map.of("partnershipId", partnership.toString(), "owners", who, "status", ActionStatus.OPEN.name());
		List<OpenPromise> promises = documents.all(ReadModels.ACTIONS, open, asOf).stream().flatMap(action -> action.promises().stream()
				.filter(promise -> promise.kept() == null && who.equals(String.valueOf(promise.owner().id())))
				.map(promise -> new OpenPromise(action.actionId(), action.title(), promise))).toList();
		return new Item(departure.organisationId(), departure.personId(), departure.leftOn(), departure.mergedInto(),
				documents.all(ReadModels.SEATS, theirs, asOf).stream().filter(seat -> !seat.endsBefore(onDay)).toList(),
				documents.all(ReadModels.MANDATES, theirs, asOf).stream().filter(mandate -> !mandate.endsBefore(onDay)).toList(), promises);
	}
}
