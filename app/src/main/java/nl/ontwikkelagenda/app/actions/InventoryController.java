package nl.ontwikkelagenda.app.actions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.inventory.Employers;
import nl.ontwikkelagenda.actions.inventory.InventoryAnswerId;
import nl.ontwikkelagenda.actions.inventory.InventoryAnswerView;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.CloseInventory;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.CorrectAnswer;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.ExtendInventory;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.GiveAnswer;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.NoteNonResponse;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.OpenInventory;
import nl.ontwikkelagenda.actions.inventory.InventoryId;
import nl.ontwikkelagenda.actions.inventory.InventoryView;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/inventories")
class InventoryController {

	private static final int MOST_ORGANISATIONS = 200;
	private static final int QUESTION = 1000;
	private static final int NOTE = 1000;
	private static final int WHOLE_DIGITS = 12;
	private static final int DECIMALS = 4;
	private static final String AMOUNT = "Geef een getal van nul of meer, met hoogstens vier decimalen.";

	private final Answers answers;
	private final Employers employers;
	private final Today today;

	InventoryController(Answers answers, Employers employers, Today today) {
		this.answers = answers;
		this.employers = employers;
		this.today = today;
	}

	/**
	 * @param actionId      the action that it is part of
	 * @param unit          what is counted, as in "fte"
	 * @param organisations to whom the question is put
	 * @param openedOn      absent means today
	 * @param closesOn      last day for answers
	 */
	record Opening(@Nullable InventoryId id, PartnershipId partnershipId, @Nullable ActionId actionId, @Nullable ThemeId themeId, @Words(max = QUESTION) FreeText question,
			@Words(max = 50, lines = false) FreeText unit,
			@NotEmpty(message = "Leg de vraag voor aan ten minste één organisatie.") @Size(max = MOST_ORGANISATIONS, message = "Leg de vraag voor aan hoogstens 200 organisaties.") List<OrganisationId> organisations,
			@Nullable @PastOrPresent LocalDate openedOn, LocalDate closesOn) {
	}

	/**
	 * @param personId   who answers for the organisation; absent means the caller when he works there, and else that it is not known
	 * @param amount     in the unit of the inventory
	 * @param answeredOn absent means today
	 */
	record Answering(OrganisationId organisationId, @Nullable PersonId personId,
			@Digits(integer = WHOLE_DIGITS, fraction = DECIMALS, message = AMOUNT) @DecimalMin(value = "0", message = AMOUNT) BigDecimal amount,
			@Nullable @Words(max = NOTE) FreeText remark, @Nullable @PastOrPresent LocalDate answeredOn) {
	}

	/**
	 * @param personId    who corrects it for the organisation; absent means the caller when he works there, and else that it is not known
	 * @param amount      in the unit of the inventory
	 * @param correctedOn absent means today
	 */
	record Correcting(@Nullable PersonId personId,
			@Digits(integer = WHOLE_DIGITS, fraction = DECIMALS, message = AMOUNT) @DecimalMin(value = "0", message = AMOUNT) BigDecimal amount,
			@Nullable @Words(max = NOTE) FreeText remark, @Words(max = NOTE) FreeText reason, @Nullable @PastOrPresent LocalDate correctedOn) {
	}

	/** @param notedOn absent means today */
	record NonResponse(OrganisationId organisationId, @Words(max = NOTE) FreeText reason, @Nullable @PastOrPresent LocalDate notedOn) {
	}

	/**
	 * @param closesOn   the new last day for answers
	 * @param extendedOn absent means today
	 */
	record Extending(LocalDate closesOn, @Words(max = NOTE) FreeText reason, @Nullable @PastOrPresent LocalDate extendedOn) {
	}

	/** @param closedOn absent means today */
	record Closing(@Nullable @PastOrPresent LocalDate closedOn) {
	}

	@PostMapping
	ResponseEntity<InventoryView> open(@RequestBody Opening inventory) {
		InventoryId id = Objects.requireNonNullElseGet(inventory.id(), () -> new InventoryId(Ids.next()));
		return answers.created(new OpenInventory(id, inventory.partnershipId(), inventory.actionId(), inventory.themeId(), inventory.question(), inventory.unit(),
				inventory.organisations(), today.or(inventory.openedOn()), inventory.closesOn()), ReadModels.INVENTORIES, id);
	}

	@GetMapping
	ResponseEntity<Listed<InventoryView>> list() {
		return answers.list(ReadModels.INVENTORIES);
	}

	@GetMapping("/{id}")
	ResponseEntity<InventoryView> one(@PathVariable InventoryId id) {
		return answers.one(ReadModels.INVENTORIES, id);
	}

	@PostMapping("/{id}/answers")
	ResponseEntity<InventoryAnswerView> answer(@PathVariable InventoryId id, @RequestBody Answering answer) {
		OrganisationId organisation = answer.organisationId();
		return answers.created(
				new GiveAnswer(id, organisation, whoFor(organisation, answer.personId()), answer.amount(), answer.remark(), today.or(answer.answeredOn())),
				ReadModels.INVENTORY_ANSWERS, InventoryAnswerId.of(id, organisation));
	}

	/** What was answered, and why some do not; of whom an answer is still expected is in the inventory itself. */
	@GetMapping("/{id}/answers")
	ResponseEntity<Listed<InventoryAnswerView>> answers(@PathVariable InventoryId id) {
		return answers.list(ReadModels.INVENTORY_ANSWERS, Map.of("inventoryId", id));
	}

	/** One row for each organisation that was asked, and the total below. */
	@Hidden
	@GetMapping(path = "/{id}/answers", produces = {FileFormat.TEXT_CSV, FileFormat.SPREADSHEET})
	ResponseEntity<SheetFile<InventoryAnswerView>> file(@PathVariable InventoryId id) {
		InventoryView inventory = answers.seen(ReadModels.INVENTORIES, id);
		List<InventoryAnswerView> given = answers.everything(ReadModels.INVENTORY_ANSWERS, Map.of("inventoryId", id), List.of()).flatMap(List::stream).toList();
		return answers.file(SheetFile.of(InventoryLine.SHEET, InventoryLine.of(inventory, given, answers.seen(ReadModels.PARTNERSHIPS, inventory.partnershipId()))));
	}

	@PostMapping("/{id}/answers/{organisationId}/corrections")
	ResponseEntity<InventoryAnswerView> correct(@PathVariable InventoryId id, @PathVariable OrganisationId organisationId, @RequestBody Correcting correction) {
		return answers.created(new CorrectAnswer(id, organisationId, whoFor(organisationId, correction.personId()), correction.amount(), correction.remark(), correction.reason(),
				today.or(correction.correctedOn())), ReadModels.INVENTORY_ANSWERS, InventoryAnswerId.of(id, organisationId));
	}

	@PostMapping("/{id}/non-responses")
	ResponseEntity<InventoryAnswerView> noteNonResponse(@PathVariable InventoryId id, @RequestBody NonResponse nonResponse) {
		return answers.created(new NoteNonResponse(id, nonResponse.organisationId(), nonResponse.reason(), today.or(nonResponse.notedOn())), ReadModels.INVENTORY_ANSWERS,
				InventoryAnswerId.of(id, nonResponse.organisationId()));
	}

	@PostMapping("/{id}/extensions")
	ResponseEntity<InventoryView> extend(@PathVariable InventoryId id, @RequestBody Extending extension) {
		return answers.created(new ExtendInventory(id, extension.closesOn(), extension.reason(), today.or(extension.extendedOn())), ReadModels.INVENTORIES, id);
	}

	@PostMapping("/{id}/closure")
	ResponseEntity<InventoryView> close(@PathVariable InventoryId id, @RequestBody Closing closing) {
		return answers.created(new CloseInventory(id, today.or(closing.closedOn())), ReadModels.INVENTORIES, id);
	}

	private @Nullable PersonId whoFor(OrganisationId organisation, @Nullable PersonId given) {
		PersonId caller = Caller.required().personId();
		return given == null && employers.worksFor(caller, organisation) ? caller : given;
	}
}
