package nl.ontwikkelagenda.app.actions;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.inventory.InventoryAnswerView;
import nl.ontwikkelagenda.actions.inventory.InventoryId;
import nl.ontwikkelagenda.actions.inventory.InventoryStatus;
import nl.ontwikkelagenda.actions.inventory.InventoryView;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;

/**
 * An inventory with what every organisation answered.
 *
 * @param action the action that it is part of; null for one by itself
 * @param rows   one for each organisation that was asked, by name
 */
record InventoryFacts(InventoryView inventory, PartnershipView partnership, @Nullable ActionView action, List<Row> rows, Speech say) {

	/**
	 * What one organisation did.
	 *
	 * @param answer absent while nothing is known
	 */
	record Row(OrganisationId organisationId, String name, @Nullable InventoryAnswerView answer) {

		public boolean isAnswered() {
			return answer != null && answer.status() == InventoryAnswerView.Status.ANSWERED;
		}
	}

	static InventoryFacts of(InventoryId id, Reading reading) {
		InventoryView inventory = reading.one(ReadModels.INVENTORIES, id);
		PartnershipView partnership = reading.partnership(inventory.partnershipId());
		List<InventoryAnswerView> answers = reading.all(ReadModels.INVENTORY_ANSWERS, new Is("inventoryId", id.toString()));
		ActionView action = reading.find(ReadModels.ACTIONS, inventory.actionId()).orElse(null);
		Speech say = reading.speech(List.of(partnership)).meet(answers.stream().flatMap(InventoryFacts::persons), texts(inventory, answers, action));
		Map<OrganisationId, InventoryAnswerView> given = answers.stream().collect(Collectors.toMap(InventoryAnswerView::organisationId, Function.identity()));
		List<Row> rows = inventory.organisations().stream().map(one -> new Row(one, say.who(null, one), given.get(one)))
				.sorted(Comparator.comparing(Row::name, String.CASE_INSENSITIVE_ORDER)).toList();
		return new InventoryFacts(inventory, partnership, action, rows, say);
	}

	private static Stream<@Nullable PersonId> persons(InventoryAnswerView answer) {
		return Stream.concat(Stream.of(answer.personId()), answer.earlier().stream().map(InventoryAnswerView.Earlier::personId));
	}

	private static Stream<@Nullable String> texts(InventoryView inventory, List<InventoryAnswerView> answers, @Nullable ActionView action) {
		Stream<@Nullable String> own = Stream.of(inventory.question(), action == null ? null : action.title());
		Stream<@Nullable String> extensions = inventory.extensions().stream().map(InventoryView.Extension::reason);
		Stream<@Nullable String> said = answers.stream().flatMap(answer -> Stream.concat(Stream.of(answer.remark(), answer.noAnswerBecause()),
				answer.earlier().stream().flatMap(earlier -> Stream.of(earlier.remark(), earlier.reason()))));
		return Stream.of(own, extensions, said).flatMap(all -> all);
	}

	public boolean isOpen() {
		return inventory.status() == InventoryStatus.OPEN;
	}

	/** A number as it is written in Dutch. */
	public String number(@Nullable BigDecimal number) {
		return Chart.words(Objects.requireNonNull(number));
	}

	/** Organisations without an answer, to choose from. */
	public List<Choice> unanswered() {
		return choices(row -> !row.isAnswered());
	}

	/** Organisations with an answer, to choose from. */
	public List<Choice> answered() {
		return choices(Row::isAnswered);
	}

	private List<Choice> choices(Predicate<Row> which) {
		return rows.stream().filter(which).map(row -> new Choice(row.organisationId().toString(), row.name())).toList();
	}

	/** What this organisation did; null when it was not asked. */
	public @Nullable Row of(@Nullable OrganisationId organisation) {
		return rows.stream().filter(row -> row.organisationId().equals(organisation)).findFirst().orElse(null);
	}
}
