package nl.ontwikkelagenda.app.administration;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.erasure.Erasure;
import nl.ontwikkelagenda.app.erasure.Erasures;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;
import nl.ontwikkelagenda.reporting.redaction.RedactionView;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which persons were erased, and which texts were redacted in the partnerships that the reader may see; never who or what it was. */
@Controller
@RequestMapping(RemovalsPage.PATH)
class RemovalsPage {

	static final String PATH = "/beheer/lakken";

	private final Erasures erasures;
	private final Readers readers;
	private final Reading.Desk desk;
	private final People people;
	private final Dutch dutch;

	RemovalsPage(Erasures erasures, Readers readers, Reading.Desk desk, People people, Dutch dutch) {
		this.erasures = erasures;
		this.readers = readers;
		this.desk = desk;
		this.people = people;
		this.dutch = dutch;
	}

	@GetMapping
	ModelAndView list(@RequestParam MultiValueMap<String, String> typed) {
		int page = Pages.asked(typed);
		Page<RedactionView> found = desk.anything(null).page(ReadModels.REDACTIONS, List.of(), null, List.of("-id"), page, Pages.SIZE, readers.partnerships(ReadModels.REDACTIONS));
		List<RedactionView> redactions = found.items().stream().map(Stored::document).toList();
		List<Erasure> erased = erasures.page(1, Pages.SIZE);
		Map<PersonId, String> names = people
				.names(Stream.concat(redactions.stream().map(RedactionView::personId), erased.stream().map(Erasure::erasedBy)).filter(Objects::nonNull).toList());
		return new ModelAndView("beheer-lakken").addObject("redactions", redactions).addObject("erasures", erased).addObject("persons", names)
				.addObject("pages", Pages.of(PATH + "?pagina=", page, found.total())).addObject("dutch", dutch);
	}
}
