package nl.ontwikkelagenda.app.actions;

import nl.ontwikkelagenda.actions.holiday.SchoolCalendarCommand.ImportSchoolHolidays;
import nl.ontwikkelagenda.actions.holiday.SchoolCalendarId;
import nl.ontwikkelagenda.actions.holiday.SchoolCalendarView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** School holidays that an administrator imports; by partnership, as everything else, so that nobody changes what the deadlines of others mean. */
@RestController
@RequestMapping(Api.BASE + "/school-holidays")
class SchoolHolidayController {

	private static final int LARGEST_FILE = 100_000;

	private final Answers answers;
	private final Today today;

	SchoolHolidayController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/** @param csv the text of the file: {@code schooljaar,vakantie,regio,van,tot_en_met} on the first line, a holiday on each of the others */
	record Importing(PartnershipId partnershipId, @Words(max = LARGEST_FILE) String csv) {
	}

	/** Takes the holidays over and reads the deadlines anew that name one; of a file with a faulty row nothing is taken. */
	@PostMapping
	ResponseEntity<SchoolCalendarView> take(@RequestBody Importing file) {
		return answers.created(new ImportSchoolHolidays(file.partnershipId(), HolidayFile.read("csv", file.csv()), today.date()), ReadModels.SCHOOL_HOLIDAYS,
				SchoolCalendarId.of(file.partnershipId()));
	}

	@GetMapping
	ResponseEntity<Listed<SchoolCalendarView>> list() {
		return answers.list(ReadModels.SCHOOL_HOLIDAYS);
	}

	@GetMapping("/{id}")
	ResponseEntity<SchoolCalendarView> one(@PathVariable SchoolCalendarId id) {
		return answers.one(ReadModels.SCHOOL_HOLIDAYS, id);
	}
}
