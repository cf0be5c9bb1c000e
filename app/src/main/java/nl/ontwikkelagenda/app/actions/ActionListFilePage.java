package nl.ontwikkelagenda.app.actions;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.paper.ListPapers;
import nl.ontwikkelagenda.app.paper.PaperAnswer;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.SheetAnswer;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The actions of a list on a page, all of them, to take along; and the action list of a partnership as a paper. */
@Controller
@RequestMapping("/acties")
class ActionListFilePage {

	private final Reading.Desk desk;
	private final Readers readers;
	private final Documents documents;
	private final People people;
	private final Oneself oneself;
	private final Forms forms;
	private final ListPapers papers;

	ActionListFilePage(Reading.Desk desk, Readers readers, Documents documents, People people, Oneself oneself, Forms forms, ListPapers papers) {
		this.desk = desk;
		this.readers = readers;
		this.documents = documents;
		this.people = people;
		this.oneself = oneself;
		this.forms = forms;
		this.papers = papers;
	}

	/** A row for each promise, in the columns in which a list is taken in. */
	@GetMapping("/bestand")
	ResponseEntity<SheetFile<ActionLine>> file(@RequestParam MultiValueMap<String, String> asked, @RequestParam String format) {
		ActionQuestion question = ActionQuestion.read(forms.read("vraag", asked));
		if (question.partnershipId() != null) {
			readers.check(ReadModels.ACTIONS, question.partnershipId());
		}
		Reading reading = desk.anything(question.asOf());
		ActionLines lines = new ActionLines(documents, people, reading.asOf());
		return SheetAnswer.as(format,
				SheetFile.of(ActionColumns.SHEET, reading.parts(ReadModels.ACTIONS, question.conditions(oneself.ids(), reading.moment().onDay()), question.words(),
						question.order(), readers.partnerships(ReadModels.ACTIONS)).flatMap(lines::of)));
	}

	@GetMapping("/actielijst.{ending}")
	ResponseEntity<PaperFile> paper(@PathVariable String ending, @RequestParam PartnershipId partnershipId) {
		return PaperAnswer.as(ending, papers.actionsOf(partnershipId));
	}
}
