package nl.ontwikkelagenda.app.carousel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.meeting.ItemView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.project.Presentation;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.PresentProject;
import nl.ontwikkelagenda.agenda.project.ProjectId;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RaiseTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Forms.Powers;
import nl.ontwikkelagenda.app.meetingroom.ItemsUnderWay;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.PartOfPage;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The project carousel of a meeting: posters to walk along, with the time that is left, and what is missing among them. */
@Controller
@RequestMapping("/bijeenkomsten/{id}/carrousel")
class CarouselPage {

	private static final int TITLE = 200;
	private static final int WORDS = 4_000;
	private static final int MINUTE = 60;

	private final Reading.Desk desk;
	private final Forms forms;
	private final ItemsUnderWay underWay;
	private final Clock clock;

	CarouselPage(Reading.Desk desk, Forms forms, ItemsUnderWay underWay, Clock clock) {
		this.desk = desk;
		this.forms = forms;
		this.underWay = underWay;
		this.clock = clock;
	}

	/** @param left minutes that are left of it, below zero when it runs late; null when no time was set for it */
	public record Now(String title, long past, @Nullable Long left) {
	}

	@PartOfPage
	@GetMapping
	ModelAndView show(@PathVariable MeetingId id, @RequestParam(required = false) @Nullable LocalDate asOf) {
		Reading reading = desk.about(ReadModels.MEETINGS, id, asOf);
		CarouselFacts facts = CarouselFacts.of(id, reading);
		Powers powers = forms.powers(facts.meeting().partnershipId());
		boolean past = reading.moment().past();
		boolean hang = !past && powers.may(PresentProject.class);
		return new ModelAndView("carrousel").addObject("facts", facts).addObject("say", facts.say()).addObject("now", past ? null : now(facts.meeting(), reading))
				.addObject("mayHang", hang).addObject("mayMiss", !past && facts.agenda() != null && facts.agenda().closing() == null && powers.may(RaiseTheme.class))
				.addObject("projects", hang ? others(facts, reading) : List.of()).addObject("kinds", Choice.all(Presentation.class))
				.addObject("day", CarouselFacts.day(facts.meeting()))
				.addAllObjects(reading.moment().attributes());
	}

	private @Nullable Now now(MeetingView meeting, Reading reading) {
		return underWay.of(meeting.meetingId()).flatMap(item -> reading.find(ReadModels.ITEMS, item.itemId()).map(view -> now(view, item.seconds(clock.instant()) / MINUTE)))
				.orElse(null);
	}

	private static Now now(ItemView item, long past) {
		return new Now(item.title(), past, item.minutes() == null ? null : item.minutes() - past);
	}

	/** Projects that do not hang here yet. */
	private static List<Choice> others(CarouselFacts facts, Reading reading) {
		Set<ProjectId> hanging = facts.posters().stream().map(poster -> poster.project().projectId()).collect(Collectors.toSet());
		return reading.all(ReadModels.PROJECTS, new Is("partnershipId", facts.meeting().partnershipId().toString())).stream()
				.filter(project -> !hanging.contains(project.projectId())).map(project -> new Choice(project.projectId().toString(), facts.say().words(project.title())))
				.sorted((one, other) -> one.label().compareToIgnoreCase(other.label())).toList();
	}

	/** A project that is known already. */
	@PostMapping("/posters")
	ModelAndView hang(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		MeetingView meeting = desk.about(ReadModels.MEETINGS, id, null).one(ReadModels.MEETINGS, id);
		return send(id, "poster", typed, "#posters", form -> new PresentProject(form.id("projectId", ProjectId::new), id, form.choice("as", Presentation.class),
				CarouselFacts.day(meeting)));
	}

	/** What somebody looked for and did not find among the projects: a theme of the agenda. */
	@PostMapping("/gemist")
	ModelAndView miss(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		Reading reading = desk.about(ReadModels.MEETINGS, id, null);
		MeetingView meeting = reading.one(ReadModels.MEETINGS, id);
		ThemeId theme = new ThemeId(Ids.next());
		return send(id, "gemist", typed, "#gemist", form -> {
			if (meeting.agendaId() == null) {
				form.wrong("title", "Deze bijeenkomst hoort niet bij een agenda; draag het thema aan op de pagina van een agenda.");
			}
			return meeting.agendaId() == null
					? theme
					: new RaiseTheme(theme, meeting.partnershipId(), meeting.agendaId(), form.line("title", TITLE), form.textOrNone("description", WORDS), true, null, null, null,
							CarouselFacts.day(meeting));
		});
	}

	private ModelAndView send(MeetingId id, String form, MultiValueMap<String, String> typed, String anchor, Function<Form, Object> command) {
		return forms.send(forms.read(form, typed), command, "/bijeenkomsten/" + id + "/carrousel" + anchor, () -> show(id, null));
	}
}
