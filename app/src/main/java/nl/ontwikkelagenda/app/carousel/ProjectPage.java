package nl.ontwikkelagenda.app.carousel;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.project.Author;
import nl.ontwikkelagenda.agenda.project.Origin;
import nl.ontwikkelagenda.agenda.project.ProjectCommand;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.AnswerQuestion;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.AskQuestion;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.DrawRoadmap;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.EndProject;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.MakeRemark;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.StartProject;
import nl.ontwikkelagenda.agenda.project.ProjectId;
import nl.ontwikkelagenda.agenda.project.ProjectView;
import nl.ontwikkelagenda.agenda.project.QuestionId;
import nl.ontwikkelagenda.agenda.project.RemarkId;
import nl.ontwikkelagenda.agenda.project.Step;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Elsewhere;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Forms.Powers;
import nl.ontwikkelagenda.app.form.Participants;
import nl.ontwikkelagenda.app.pages.Comparisons;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Salts;
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

/** The projects of a partnership, and one of them as its poster shows it: everybody writes remarks and questions on it, on a phone at a carousel or later. */
@Controller
@RequestMapping("/projecten")
class ProjectPage {

	private static final int ORIGIN = 400;
	private static final int TITLE = 200;
	private static final int NOTE = 1_000;
	private static final int WORDS = 4_000;
	private static final int STEP = 400;
	private static final int MOST_STEPS = 50;

	private final Reading.Desk desk;
	private final Readers readers;
	private final Comparisons comparisons;
	private final Forms forms;
	private final Participants participants;
	private final Elsewhere elsewhere;

	ProjectPage(Reading.Desk desk, Readers readers, Comparisons comparisons, Forms forms, Participants participants, Elsewhere elsewhere) {
		this.desk = desk;
		this.readers = readers;
		this.comparisons = comparisons;
		this.forms = forms;
		this.participants = participants;
		this.elsewhere = elsewhere;
	}

	/** What the reader may do about it. */
	public record Offers(boolean write, boolean answer, boolean draw, boolean end) {

		static Offers of(ProjectView project, Powers powers, boolean past) {
			boolean runs = project.status() == ProjectView.Status.RUNNING;
			return new Offers(!past && powers.may(MakeRemark.class), !past && powers.may(AnswerQuestion.class), !past && runs && powers.may(DrawRoadmap.class),
					!past && runs && powers.may(EndProject.class));
		}
	}

	@GetMapping
	ModelAndView list(@RequestParam PartnershipId partnershipId, @RequestParam(required = false) @Nullable LocalDate asOf) {
		readers.check(ReadModels.PROJECTS, partnershipId);
		Reading reading = desk.anything(asOf);
		PartnershipView partnership = reading.partnership(partnershipId);
		List<ProjectView> projects = reading.all(ReadModels.PROJECTS, new Is("partnershipId", partnershipId.toString())).stream()
				.sorted((one, other) -> one.title().compareToIgnoreCase(other.title())).toList();
		boolean mayStart = !reading.moment().past() && forms.powers(partnershipId).may(StartProject.class);
		return new ModelAndView("projecten").addObject("partnership", partnership).addObject("projects", projects)
				.addObject("say", reading.speech(List.of(partnership)).meet(projects.stream().map(ProjectView::leadBy), projects.stream().map(ProjectView::title)))
				.addObject("mayStart", mayStart).addObject("choices", projects.stream().map(ProjectPage::choice).toList())
				.addObject("people", mayStart ? participants.persons(partnershipId, reading.moment().onDay()) : List.of())
				.addObject("elsewhere",
						mayStart ? elsewhere.than(partnershipId, ReadModels.PROJECTS, ProjectView::partnershipId, ProjectPage::choice, reading) : List.of())
				.addObject("hidden", Map.of("partnershipId", partnershipId)).addAllObjects(reading.moment().attributes());
	}

	private static Choice choice(ProjectView project) {
		return new Choice(project.projectId().toString(), project.title());
	}

	@PostMapping
	ModelAndView start(@RequestParam PartnershipId partnershipId, @RequestParam MultiValueMap<String, String> typed) {
		ProjectId id = new ProjectId(Ids.next());
		return forms.send(forms.read("project", typed), form -> new StartProject(id, partnershipId, form.line("title", TITLE), form.textOrNone("description", WORDS),
				form.ids("carriedBy", OrganisationId::new), form.idOrNone("leadBy", PersonId::new), period(form), form.idOrNone("follows", ProjectId::new), origin(form)),
				"/projecten/" + id, () -> list(partnershipId, null));
	}

	private static @Nullable Period period(Form form) {
		LocalDate from = form.dayOrNone("from");
		LocalDate to = form.dayOrNone("to");
		if (from == null && to == null) {
			return null;
		}
		if (from == null || to == null || to.isBefore(from)) {
			form.wrong("to", "Kies beide dagen, de laatste op of na de eerste; of laat beide leeg.");
			return null;
		}
		return new Period(from, to);
	}

	/** Told in the title of the other project where the form does not say it otherwise. */
	private @Nullable Origin origin(Form form) {
		FreeText words = form.lineOrNone("origin", ORIGIN);
		ProjectId other = form.idOrNone("copiedOf", ProjectId::new);
		if (other == null || form.isWrong()) {
			return words == null ? null : new Origin(words, null, null);
		}
		Reading reading = desk.about(ReadModels.PROJECTS, other, null);
		ProjectView copied = reading.one(ReadModels.PROJECTS, other);
		return new Origin(words == null ? new FreeText(copied.title() + ", " + reading.partnership(copied.partnershipId()).name(), Salts.next()) : words,
				copied.partnershipId(), other);
	}

	/** @param carrousel the meeting at whose posters the reader walks along */
	@GetMapping("/{id}")
	ModelAndView show(@PathVariable ProjectId id, @RequestParam(required = false) @Nullable MeetingId carrousel, @RequestParam(required = false) @Nullable LocalDate asOf,
			@RequestParam(required = false) @Nullable LocalDate since) {
		Reading reading = desk.about(ReadModels.PROJECTS, id, asOf);
		ProjectFacts facts = ProjectFacts.of(id, carrousel, reading);
		Map<String, Object> hidden = new LinkedHashMap<>();
		if (carrousel != null) {
			hidden.put("carrousel", carrousel);
		}
		if (asOf != null) {
			hidden.put("asOf", asOf);
		}
		return new ModelAndView("project").addObject("facts", facts).addObject("say", facts.say()).addObject("carousel", facts.walk().isEmpty() ? null : carrousel)
				.addObject("offers", Offers.of(facts.project(), forms.powers(facts.project().partnershipId()), reading.moment().past()))
				.addAllObjects(reading.moment().attributes()).addObject("hidden", hidden)
				.addObject("comparison", since == null ? null : comparisons.of(ReadModels.PROJECTS, id.toString(), since, reading.asOf(), reading.moment().onDay()));
	}

	/** A remark, or a question when its button was pressed. */
	@PostMapping("/{id}/reacties")
	ModelAndView write(@PathVariable ProjectId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "reactie", typed, "#reacties", form -> written(id, form));
	}

	private static ProjectCommand written(ProjectId id, Form form) {
		FreeText words = form.text("words", NOTE);
		Author by = new Author(form.isTicked("named") ? Caller.required().personId() : null, form.idOrNone("organisationId", OrganisationId::new));
		MeetingId meeting = form.idOrNone("carrousel", MeetingId::new);
		LocalDate day = form.dayOrToday("on");
		return form.isTicked("question")
				? new AskQuestion(id, new QuestionId(Ids.next()), words, by, day, meeting)
				: new MakeRemark(id, new RemarkId(Ids.next()), words, by, day, meeting);
	}

	@PostMapping("/{id}/vragen/{question}/antwoord")
	ModelAndView answer(@PathVariable ProjectId id, @PathVariable QuestionId question, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "antwoord-" + question, typed, "#vraag-" + question, form -> new AnswerQuestion(id, question, form.text("answer", WORDS), form.dayOrToday("answeredOn")));
	}

	/** The whole roadmap: a step on each line, with when behind a vertical bar. */
	@PostMapping("/{id}/routekaart")
	ModelAndView draw(@PathVariable ProjectId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "routekaart", typed, "#routekaart", form -> {
			List<Form.Halves> lines = form.halves("steps", STEP);
			if (lines.size() > MOST_STEPS) {
				form.wrong("steps", "Een routekaart heeft hoogstens " + MOST_STEPS + " stappen.");
			}
			return new DrawRoadmap(id, lines.stream().map(line -> new Step(line.first(), line.second())).toList(), form.dayOrToday("drawnOn"));
		});
	}

	@PostMapping("/{id}/afronding")
	ModelAndView end(@PathVariable ProjectId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "afronding", typed, "", form -> new EndProject(id, form.text("result", WORDS), form.dayOrToday("endedOn")));
	}

	private ModelAndView send(ProjectId id, String name, MultiValueMap<String, String> typed, String anchor, Function<Form, ProjectCommand> command) {
		readers.check(ReadModels.PROJECTS, id.toString());
		Form form = forms.read(name, typed);
		MeetingId carousel = form.idOrNone("carrousel", MeetingId::new);
		String walk = carousel == null || form.isWrong() ? "" : "?carrousel=" + carousel;
		return forms.send(form, command, "/projecten/" + id + walk + anchor, () -> show(id, walk.isEmpty() ? null : carousel, null, null));
	}
}
