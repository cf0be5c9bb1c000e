package nl.ontwikkelagenda.app.cop;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.CatalogueItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.ConsultItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.NotePublication;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.SupersedeItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.UseItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemId;
import nl.ontwikkelagenda.cop.library.KnowledgeItemKind;
import nl.ontwikkelagenda.cop.library.KnowledgeItemView;
import nl.ontwikkelagenda.cop.library.Publication;
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
@RequestMapping(Api.BASE + "/library-items")
class LibraryController {

	private static final String YEAR = "Geef een jaar van 1450 tot en met 9999.";
	private static final int FIRST_YEAR = 1450;
	private static final int LAST_YEAR = 9999;

	private final Answers answers;
	private final Today today;

	LibraryController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/**
	 * @param authors      as the publication names them: they are public, and no persons of the register
	 * @param region       where an example comes from; an example needs it
	 * @param year         of publication
	 * @param address      where it can be read
	 * @param expected     the words for when it will appear, of what is only announced; absent for what has appeared
	 * @param consultedOn  when somebody read it; absent when that is not known
	 * @param cataloguedOn absent means today
	 */
	record Cataloguing(@Nullable KnowledgeItemId id, PartnershipId partnershipId, KnowledgeItemKind kind, @Words(max = 500, lines = false) FreeText title,
			@Nullable @Words(max = 500, lines = false) FreeText authors, @Nullable @Words(max = 200, lines = false) FreeText region,
			@Nullable @Min(value = FIRST_YEAR, message = YEAR) @Max(value = LAST_YEAR, message = YEAR) Integer year,
			@Nullable @Words(max = 200, lines = false) FreeText publisher, @Nullable @Words(max = 2000, lines = false) FreeText address,
			@Nullable @Words(max = 200, lines = false) FreeText expected, @Nullable @PastOrPresent LocalDate consultedOn, @Nullable @PastOrPresent LocalDate cataloguedOn) {

		Publication publication() {
			return new Publication(year, publisher, address);
		}
	}

	/**
	 * @param year      of publication
	 * @param publisher absent means as announced
	 * @param address   where it can be read; absent means as announced
	 * @param notedOn   absent means today
	 */
	record Publishing(@Nullable @Min(value = FIRST_YEAR, message = YEAR) @Max(value = LAST_YEAR, message = YEAR) Integer year,
			@Nullable @Words(max = 200, lines = false) FreeText publisher,
			@Nullable @Words(max = 2000, lines = false) FreeText address, @Nullable @PastOrPresent LocalDate notedOn) {
	}

	/**
	 * @param address     where it was read; absent means at the address that is known
	 * @param consultedOn absent means today
	 */
	record Consulting(@Nullable @Words(max = 2000, lines = false) FreeText address, @Nullable @PastOrPresent LocalDate consultedOn) {
	}

	/**
	 * @param usedIn a theme, a community or a table
	 * @param remark what for
	 * @param usedOn absent means today
	 */
	record Using(UUID usedIn, @Nullable @Words(max = 1000) FreeText remark, @Nullable @PastOrPresent LocalDate usedOn) {
	}

	/**
	 * @param supersededBy the item to read instead
	 * @param supersededOn absent means today
	 */
	record Superseding(KnowledgeItemId supersededBy, @Nullable @Words(max = 1000) FreeText reason, @Nullable @PastOrPresent LocalDate supersededOn) {
	}

	@PostMapping
	ResponseEntity<KnowledgeItemView> catalogue(@RequestBody Cataloguing item) {
		KnowledgeItemId id = Objects.requireNonNullElseGet(item.id(), () -> new KnowledgeItemId(Ids.next()));
		return answers.created(new CatalogueItem(id, item.partnershipId(), item.kind(), item.title(), item.authors(), item.region(), item.publication(), item.expected(),
				item.consultedOn(), today.or(item.cataloguedOn())), ReadModels.LIBRARY_ITEMS, id);
	}

	@GetMapping
	ResponseEntity<Listed<KnowledgeItemView>> list() {
		return answers.list(ReadModels.LIBRARY_ITEMS);
	}

	@GetMapping("/{id}")
	ResponseEntity<KnowledgeItemView> one(@PathVariable KnowledgeItemId id) {
		return answers.one(ReadModels.LIBRARY_ITEMS, id);
	}

	/** What was announced has appeared. */
	@PostMapping("/{id}/publication")
	ResponseEntity<KnowledgeItemView> publish(@PathVariable KnowledgeItemId id, @RequestBody Publishing publishing) {
		return answers.created(new NotePublication(id, new Publication(publishing.year(), publishing.publisher(), publishing.address()), today.or(publishing.notedOn())),
				ReadModels.LIBRARY_ITEMS, id);
	}

	@PostMapping("/{id}/consultations")
	ResponseEntity<KnowledgeItemView> consult(@PathVariable KnowledgeItemId id, @RequestBody Consulting consulting) {
		return answers.created(new ConsultItem(id, consulting.address(), today.or(consulting.consultedOn())), ReadModels.LIBRARY_ITEMS, id);
	}

	@GetMapping("/{id}/consultations")
	ResponseEntity<Listed<KnowledgeItemView.Consultation>> consultations(@PathVariable KnowledgeItemId id) {
		return answers.part(ReadModels.LIBRARY_ITEMS, id, KnowledgeItemView::consultations);
	}

	@PostMapping("/{id}/uses")
	ResponseEntity<KnowledgeItemView> use(@PathVariable KnowledgeItemId id, @RequestBody Using using) {
		return answers.created(new UseItem(id, using.usedIn(), using.remark(), today.or(using.usedOn())), ReadModels.LIBRARY_ITEMS, id);
	}

	@GetMapping("/{id}/uses")
	ResponseEntity<Listed<KnowledgeItemView.Use>> uses(@PathVariable KnowledgeItemId id) {
		return answers.part(ReadModels.LIBRARY_ITEMS, id, KnowledgeItemView::uses);
	}

	@PostMapping("/{id}/supersession")
	ResponseEntity<KnowledgeItemView> supersede(@PathVariable KnowledgeItemId id, @RequestBody Superseding superseding) {
		return answers.created(new SupersedeItem(id, superseding.supersededBy(), superseding.reason(), today.or(superseding.supersededOn())), ReadModels.LIBRARY_ITEMS, id);
	}
}
