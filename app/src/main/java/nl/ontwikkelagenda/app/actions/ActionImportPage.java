package nl.ontwikkelagenda.app.actions;

import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.Sheet.Column;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.FormFile;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where an action list that was kept in a spreadsheet comes in, and where one watches how far that is. */
@Controller
@RequestMapping("/acties/inlezen")
@WithoutAsOf("Een bestand wordt nu ingelezen; laat asOf weg.")
class ActionImportPage {

	private static final String NAME = "inlezen";
	private static final String REFRESH_SECONDS = "2";
	private static final int MOST = 100;

	private final ActionImportIntake intake;
	private final ActionImports imports;
	private final Reading.Desk desk;
	private final Readers readers;
	private final Forms forms;
	private final Dutch dutch;

	ActionImportPage(ActionImportIntake intake, ActionImports imports, Reading.Desk desk, Readers readers, Forms forms, Dutch dutch) {
		this.intake = intake;
		this.imports = imports;
		this.desk = desk;
		this.readers = readers;
		this.forms = forms;
		this.dutch = dutch;
	}

	@GetMapping
	ModelAndView ask(@RequestParam PartnershipId partnershipId) {
		readers.check(ActionImportIntake.NEEDED, partnershipId);
		Reading reading = desk.anything(null);
		Is there = new Is("partnershipId", partnershipId.toString());
		List<String> required = ActionColumns.REQUIRED.stream().map(Column::heading).toList();
		return new ModelAndView("acties-inlezen").addObject("partnership", reading.partnership(partnershipId))
				.addObject("agendas",
						reading.first(MOST, ReadModels.AGENDAS, "-openedOn", there).stream().map(each -> new Choice(each.agendaId().toString(), each.title())).toList())
				.addObject("meetings",
						reading.first(MOST, ReadModels.MEETINGS, "-plannedOn", there).stream()
								.map(each -> new Choice(each.meetingId().toString(), dutch.day(each.plannedOn()) + ": " + each.title())).toList())
				.addObject("required", ActionColumns.SHEET.columns().stream().map(Column::heading).filter(required::contains).toList());
	}

	@PostMapping
	ModelAndView take(@RequestParam PartnershipId partnershipId, @RequestParam MultiValueMap<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile file) {
		Form form = forms.read(NAME, typed);
		ActionImportIntake.Place place = new ActionImportIntake.Place(partnershipId, form.idOrNone("agendaId", AgendaId::new), form.idOrNone("meetingId", MeetingId::new));
		return forms.keep(form,
				() -> "/acties/inlezen/" + FormFile.read(form, "file", file, chosen -> intake.take(place, FileFormat.of(chosen.content()), chosen.content(), null))
						.map(taken -> taken.id().toString()).orElse(""),
				() -> ask(partnershipId));
	}

	/** A sheet with the headings and nothing below them, to fill in. */
	@GetMapping("/voorbeeld.{ending:csv|xlsx}")
	ResponseEntity<SheetFile<ActionLine>> example(@PathVariable String ending) {
		FileFormat format = FileFormat.withEnding(ending).orElseThrow(NotFound::new);
		return ResponseEntity.ok().contentType(MediaType.valueOf(format.mediaType())).body(SheetFile.of(ActionColumns.SHEET, Stream.empty()));
	}

	/** How far it is; the page loads itself again while it goes on. */
	@GetMapping("/{id}")
	ModelAndView watch(@PathVariable ActionImportId id, HttpServletResponse response) {
		ActionImport found = imports.find(id).orElseThrow(NotFound::new);
		readers.check(ActionImportIntake.NEEDED, found.partnershipId());
		PartnershipView partnership = desk.anything(null).partnership(found.partnershipId());
		if (found.finishedAt() == null) {
			response.setHeader("Refresh", REFRESH_SECONDS);
		}
		return new ModelAndView("acties-ingelezen").addObject("found", found).addObject("partnership", partnership);
	}
}
