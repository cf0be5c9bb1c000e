package nl.ontwikkelagenda.app.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.DraftAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteStatus;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Group;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The advice notes that somebody may see, and the form in which one is begun. */
@Controller
@RequestMapping("/adviezen")
class AdviceListPage {

	private static final int MOST = 200;
	private static final int TITLE = 200;

	private final Reading.Desk desk;
	private final Readers readers;
	private final Forms forms;

	AdviceListPage(Reading.Desk desk, Readers readers, Forms forms) {
		this.desk = desk;
		this.readers = readers;
		this.forms = forms;
	}

	/** @param tableId the table that is chosen already in the form for a new one */
	@GetMapping
	ModelAndView list(@RequestParam(required = false) @Nullable PartnershipId partnershipId, @RequestParam(required = false) @Nullable AdviceNoteStatus status,
			@RequestParam(required = false) @Nullable TableId tableId, @RequestParam(required = false) @Nullable LocalDate asOf) {
		if (partnershipId != null) {
			readers.check(ReadModels.ADVICE_NOTES, partnershipId);
		}
		Reading reading = desk.anything(asOf);
		List<PartnershipView> partnerships = reading.items(ReadModels.PARTNERSHIPS, List.of(), null, List.of("name"), 1, MOST, readers.partnerships(ReadModels.PARTNERSHIPS))
				.stream().map(Stored::document).toList();
		Page<AdviceNoteView> found = reading.page(ReadModels.ADVICE_NOTES, conditions(partnershipId, status), null, List.of("-draftedOn", "title"), 1, MOST,
				readers.partnerships(ReadModels.ADVICE_NOTES));
		List<AdviceNoteView> notes = found.items().stream().map(Stored::document).toList();
		Map<String, BodyView> bodies = reading.byId(ReadModels.BODIES, notes.stream().map(AdviceNoteView::bodyId).distinct().toList());
		Map<String, TableView> tables = reading.byId(ReadModels.TABLES, notes.stream().map(AdviceNoteView::tableId).distinct().toList());
		List<PartnershipView> own = reading.moment().past()
				? List.of()
				: partnerships.stream().filter(each -> forms.powers(each.partnershipId()).may(DraftAdvice.class)).toList();
		List<TableView> drafting = of(own).isEmpty()
				? List.of()
				: reading.first(MOST, ReadModels.TABLES, "title", new OneOf("partnershipId", of(own)), new Is("status", TableView.Status.OPEN.name()));
		Speech say = reading.speech(partnerships).meet(Stream.of(), Stream.concat(notes.stream().map(AdviceNoteView::title),
				Stream.concat(tables.values().stream(), drafting.stream()).map(TableView::title)));
		return new ModelAndView("adviezen").addObject("notes", notes).addObject("bodies", bodies).addObject("tables", tables).addObject("more", found.total() - notes.size())
				.addObject("partnerships", partnerships).addObject("partnershipId", partnershipId).addObject("status", status)
				.addObject("statuses", Choice.all(AdviceNoteStatus.class)).addObject("say", say).addObject("tableId", tableId)
				.addObject("drafting", groups(own, drafting, TableView::partnershipId, table -> new Choice(table.tableId().toString(), say.words(table.title()))))
				.addObject("receiving", drafting.isEmpty() ? List.of() : receivers(own, reading)).addAllObjects(reading.moment().attributes());
	}

	@PostMapping
	ModelAndView draft(@RequestParam MultiValueMap<String, String> typed) {
		AdviceNoteId id = new AdviceNoteId(Ids.next());
		return forms.send(forms.read("advies", typed), form -> new DraftAdvice(id, partnership(form), form.id("tableId", TableId::new), form.id("bodyId", BodyId::new),
				form.line("title", TITLE), form.dayOrToday("draftedOn")), "/adviezen/" + id, () -> list(null, null, null, null));
	}

	/** That of the table that was chosen. */
	private PartnershipId partnership(Form form) {
		TableId table = form.id("tableId", TableId::new);
		return form.isWrong() ? new PartnershipId(table.value()) : desk.about(ReadModels.TABLES, table, null).one(ReadModels.TABLES, table).partnershipId();
	}

	private static List<Condition> conditions(@Nullable PartnershipId partnership, @Nullable AdviceNoteStatus status) {
		List<Condition> all = new ArrayList<>();
		if (partnership != null) {
			all.add(new Is("partnershipId", partnership.toString()));
		}
		if (status != null) {
			all.add(new Is("status", status.name()));
		}
		return all;
	}

	private static Set<String> of(List<PartnershipView> partnerships) {
		return partnerships.stream().map(each -> each.partnershipId().toString()).collect(Collectors.toSet());
	}

	private static List<Group> receivers(List<PartnershipView> own, Reading reading) {
		List<BodyView> bodies = reading.first(MOST, ReadModels.BODIES, "name", new OneOf("partnershipId", of(own)), new Is("status", BodyView.Status.ESTABLISHED.name()));
		return groups(own, bodies, BodyView::partnershipId, body -> new Choice(body.bodyId().toString(), body.name()));
	}

	/** Choices by partnership. */
	private static <D> List<Group> groups(List<PartnershipView> partnerships, List<D> all, Function<D, PartnershipId> of,
			Function<D, Choice> choice) {
		Map<PartnershipId, List<Choice>> by = new LinkedHashMap<>();
		all.forEach(each -> by.computeIfAbsent(of.apply(each), id -> new ArrayList<>()).add(choice.apply(each)));
		return partnerships.stream().filter(each -> by.containsKey(each.partnershipId())).sorted(Comparator.comparing(PartnershipView::name))
				.map(each -> new Group(each.name(), by.getOrDefault(each.partnershipId(), List.of()))).toList();
	}
}
