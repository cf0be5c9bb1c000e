package nl.ontwikkelagenda.app.actions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.inventory.InventoryAnswerView;
import nl.ontwikkelagenda.actions.inventory.InventoryStatus;
import nl.ontwikkelagenda.actions.inventory.InventoryView;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView.Organisation;
import nl.ontwikkelagenda.app.exchange.Sheet;

import org.jspecify.annotations.Nullable;

/**
 * What one organisation answers to an inventory, as a row of a file; the last row is the total.
 *
 * @param corrections how often the answer was corrected
 */
record InventoryLine(String question, String organisation, @Nullable BigDecimal amount, String unit, String state, @Nullable String remark, @Nullable LocalDate answeredOn,
		int corrections) {

	static final Sheet<InventoryLine> SHEET = new Sheet<>("inventarisatie",
			List.of(new Sheet.Column<>("Vraag", InventoryLine::question), new Sheet.Column<>("Organisatie", InventoryLine::organisation),
					new Sheet.Column<>("Antwoord", InventoryLine::amount), new Sheet.Column<>("Eenheid", InventoryLine::unit), new Sheet.Column<>("Stand", InventoryLine::state),
					new Sheet.Column<>("Opmerking", InventoryLine::remark), new Sheet.Column<>("Beantwoord op", InventoryLine::answeredOn),
					new Sheet.Column<>("Correcties", InventoryLine::corrections)));

	/** One row for each organisation that was asked, by name, and the total. */
	static Stream<InventoryLine> of(InventoryView inventory, List<InventoryAnswerView> answers, PartnershipView partnership) {
		Map<OrganisationId, InventoryAnswerView> given = answers.stream().collect(Collectors.toMap(InventoryAnswerView::organisationId, Function.identity()));
		Map<OrganisationId, String> names = partnership.organisations().stream().collect(Collectors.toMap(Organisation::organisationId, Organisation::name));
		Stream<InventoryLine> rows = inventory.organisations().stream().sorted(Comparator.comparing(names::get))
				.map(organisation -> line(inventory, names.getOrDefault(organisation, organisation.toString()), given.get(organisation)));
		return Stream.concat(rows, Stream.of(total(inventory)));
	}

	private static InventoryLine line(InventoryView inventory, String organisation, @Nullable InventoryAnswerView answer) {
		if (answer == null) {
			return new InventoryLine(inventory.question(), organisation, null, inventory.unit(), inventory.status() == InventoryStatus.OPEN ? "verwacht" : "geen antwoord", null,
					null, 0);
		}
		boolean answered = answer.status() == InventoryAnswerView.Status.ANSWERED;
		return new InventoryLine(inventory.question(), organisation, answer.amount(), inventory.unit(), answered ? "beantwoord" : "geen antwoord",
				answered ? answer.remark() : answer.noAnswerBecause(), answer.answeredOn(), answer.earlier().size());
	}

	private static InventoryLine total(InventoryView inventory) {
		return new InventoryLine(inventory.question(), "Totaal", inventory.total(), inventory.unit(),
				inventory.answers() + " van " + inventory.organisations().size() + " organisaties", null, inventory.closedOn(), 0);
	}
}
