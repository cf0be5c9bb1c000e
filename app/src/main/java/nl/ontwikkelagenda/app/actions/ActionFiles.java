package nl.ontwikkelagenda.app.actions;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.inventory.InventoryView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.PartnershipFiles;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.exchange.StreamedFile;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** The action list of a whole partnership, and what came of each of its inventories. */
@Component
class ActionFiles implements PartnershipFiles {

	private final Answers answers;
	private final Documents documents;
	private final People people;
	private final Moments moments;

	ActionFiles(Answers answers, Documents documents, People people, Moments moments) {
		this.answers = answers;
		this.documents = documents;
		this.people = people;
		this.moments = moments;
	}

	@Override
	public Stream<StreamedFile> of(PartnershipId partnership) {
		Map<String, PartnershipId> ofIt = Map.of("partnershipId", partnership);
		ActionLines lines = new ActionLines(documents, people, moments.asOf());
		StreamedFile list = SheetFile.of(ActionColumns.SHEET, answers.everything(ReadModels.ACTIONS, ofIt, List.of()).flatMap(lines::of)).as("actielijst", FileFormat.XLSX);
		PartnershipView seen = answers.seen(ReadModels.PARTNERSHIPS, partnership);
		return Stream.concat(Stream.of(list),
				answers.everything(ReadModels.INVENTORIES, ofIt, List.of()).flatMap(List::stream).map(inventory -> answered(inventory, seen)));
	}

	private StreamedFile answered(InventoryView inventory, PartnershipView partnership) {
		return SheetFile.of(InventoryLine.SHEET,
				InventoryLine.of(inventory,
						answers.everything(ReadModels.INVENTORY_ANSWERS, Map.of("inventoryId", inventory.inventoryId()), List.of()).flatMap(List::stream).toList(), partnership))
				.as("inventarisaties/" + PartnershipFiles.name(inventory.question(), inventory.inventoryId().value()), FileFormat.XLSX);
	}
}
