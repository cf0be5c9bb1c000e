package nl.ontwikkelagenda.app.meetingroom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlanMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.LookingBack;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.app.rest.TypedText;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The meetings of a partnership: what is to come, what was held, and a form to plan one. */
@Controller
@RequestMapping("/bijeenkomsten")
class MeetingListPage {

	private static final int PAGE = 25;
	private static final int MOST_PAGES = 10_000;
	private static final int LONGEST_LINE = 200;

	private final MeetingRooms rooms;
	private final Documents documents;
	private final Readers readers;
	private final Commands commands;
	private final People people;
	private final LookingBack lookingBack;
	private final Dutch dutch;

	MeetingListPage(MeetingRooms rooms, Documents documents, Readers readers, Commands commands, People people, LookingBack lookingBack, Dutch dutch) {
		this.rooms = rooms;
		this.documents = documents;
		this.readers = readers;
		this.commands = commands;
		this.people = people;
		this.lookingBack = lookingBack;
		this.dutch = dutch;
	}

	/** A meeting in the list. */
	public record Row(MeetingId meetingId, String title, String when, @Nullable String place, MeetingStatus status, int outcomes) {
	}

	/** What was typed to plan a meeting; bodies and agendas are ids, or empty. */
	public record Plan(String title, String day, String time, String place, String body, String agenda) {

		static final Plan NOTHING = new Plan("", "", "", "", "", "");
	}

	/** Of one partnership; whoever takes part in several chooses one first. */
	@GetMapping
	ModelAndView list(@RequestParam(required = false) @Nullable PartnershipId partnershipId, @RequestParam(defaultValue = "1") int page,
			@RequestParam(required = false) @Nullable LocalDate asOf) {
		return partnershipId == null ? choose(asOf) : show(partnershipId, Math.clamp(page, 1, MOST_PAGES), asOf, Plan.NOTHING, Map.of());
	}

	private ModelAndView choose(@Nullable LocalDate asOf) {
		LookingBack.Moment moment = lookingBack.to(asOf);
		List<PartnershipView> partnerships = documents
				.list(ReadModels.PARTNERSHIPS, new ListQuery(Map.of(), null, List.of("name"), 1, Documents.AT_ONCE, readers.partnerships(ReadModels.MEETINGS)), moment.asOf())
				.items()
				.stream()
				.map(Stored::document).toList();
		return partnerships.size() == 1
				? new ModelAndView("redirect:/bijeenkomsten?partnershipId=" + partnerships.getFirst().partnershipId() + (moment.past() ? "&asOf=" + moment.onDay() : ""))
				: new ModelAndView("bijeenkomsten-waar").addObject("partnerships", partnerships).addAllObjects(moment.attributes());
	}

	@PostMapping
	ModelAndView plan(@RequestParam PartnershipId partnershipId, @RequestParam String title, @RequestParam String day, @RequestParam(defaultValue = "") String time,
			@RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "") String agenda) {
		Plan plan = new Plan(title, day, time, place, body, agenda);
		Map<String, String> faults = faults(plan);
		if (!faults.isEmpty()) {
			return again(partnershipId, plan, faults, HttpStatus.BAD_REQUEST);
		}
		try {
			LocalDate on = LocalDate.parse(day);
			Instant startsAt = time.isBlank() ? null : on.atTime(LocalTime.parse(time)).atZone(Today.AMSTERDAM).toInstant();
			MeetingId id = new MeetingId(Ids.next());
			commands.send(new PlanMeeting(id, partnershipId, body.isEmpty() ? null : BodyId.of(body), agenda.isEmpty() ? null : AgendaId.of(agenda), text(title), on, startsAt,
					place.isBlank() ? null : text(place), null, null), Caller.required().intent());
			return new ModelAndView("redirect:/bijeenkomsten/" + id);
		} catch (UnknownReference e) {
			return again(partnershipId, plan, Map.of("title", String.valueOf(e.getMessage())), HttpStatus.BAD_REQUEST);
		} catch (RuleBroken e) {
			return again(partnershipId, plan, Map.of("title", String.valueOf(e.getMessage())), HttpStatus.CONFLICT);
		}
	}

	private static Map<String, String> faults(Plan plan) {
		Map<String, String> faults = new LinkedHashMap<>();
		String title = plan.title().isBlank() ? "Vul in waar de bijeenkomst over gaat." : TypedText.fault(plan.title(), LONGEST_LINE, false);
		if (title != null) {
			faults.put("title", title);
		}
		try {
			LocalDate.parse(plan.day());
		} catch (DateTimeParseException e) {
			faults.put("day", "Kies een dag.");
		}
		try {
			if (!plan.time().isBlank()) {
				LocalTime.parse(plan.time());
			}
		} catch (DateTimeParseException e) {
			faults.put("time", "Schrijf de tijd als 09:30.");
		}
		String place = plan.place().isBlank() ? null : TypedText.fault(plan.place(), LONGEST_LINE, false);
		if (place != null) {
			faults.put("place", place);
		}
		if (!isChoice(plan.body())) {
			faults.put("body", "Kies een overleg uit de lijst.");
		}
		if (!isChoice(plan.agenda())) {
			faults.put("agenda", "Kies een agenda uit de lijst.");
		}
		return faults;
	}

	private static boolean isChoice(String value) {
		return value.isEmpty() || Room.isId(value);
	}

	private ModelAndView again(PartnershipId partnershipId, Plan plan, Map<String, String> faults, HttpStatus status) {
		ModelAndView page = show(partnershipId, 1, null, plan, faults);
		page.setStatus(status);
		return page;
	}

	private ModelAndView show(PartnershipId partnershipId, int page, @Nullable LocalDate asOf, Plan plan, Map<String, String> faults) {
		readers.check(ReadModels.MEETINGS, partnershipId);
		LookingBack.Moment moment = lookingBack.to(asOf);
		PartnershipView partnership = documents.find(ReadModels.PARTNERSHIPS, partnershipId.toString(), moment.asOf()).map(Stored::document).orElseThrow(NotFound::new);
		String id = partnershipId.toString();
		List<Row> planned = documents.all(ReadModels.MEETINGS, Map.of("partnershipId", id, "status", MeetingStatus.PLANNED.name()), moment.asOf()).stream()
				.sorted(Comparator.comparing(MeetingView::plannedOn)).map(this::row).toList();
		Page<MeetingView> held = documents.list(ReadModels.MEETINGS, new ListQuery(Map.of("partnershipId", id),
				List.of(new ListQuery.OneOf("status", Set.of(MeetingStatus.HELD.name(), MeetingStatus.CANCELLED.name()))), null, List.of("-plannedOn"), page, PAGE, null),
				moment.asOf());
		boolean keeps = !moment.past() && rooms.keeps(partnershipId);
		return new ModelAndView("bijeenkomsten").addObject("partnership", partnership).addObject("planned", planned)
				.addObject("held", held.items().stream().map(Stored::document).map(this::row).toList()).addObject("page", page)
				.addObject("more", (long) page * PAGE < held.total()).addObject("keeps", keeps).addObject("plan", plan).addObject("faults", faults)
				.addObject("bodies", keeps ? bodies(id, moment) : List.of()).addObject("agendas", keeps ? agendas(id, moment) : List.of()).addAllObjects(moment.attributes())
				.addObject("dutch", dutch);
	}

	private List<Choice> bodies(String partnership, LookingBack.Moment moment) {
		return documents.all(ReadModels.BODIES, Map.of("partnershipId", partnership, "status", BodyView.Status.ESTABLISHED.name()), moment.asOf()).stream()
				.map(body -> new Choice(body.bodyId().toString(), body.name())).sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER)).toList();
	}

	private List<Choice> agendas(String partnership, LookingBack.Moment moment) {
		return documents.all(ReadModels.AGENDAS, Map.of("partnershipId", partnership), moment.asOf()).stream().filter(agenda -> agenda.closing() == null)
				.sorted(Comparator.comparing(AgendaView::title)).map(agenda -> new Choice(agenda.agendaId().toString(), agenda.title())).toList();
	}

	private Row row(MeetingView meeting) {
		String when = meeting.startsAt() != null
				? dutch.moment(meeting.startsAt())
				: meeting.happenedOn() == null ? dutch.day(meeting.plannedOn()) : dutch.period(Objects.requireNonNull(meeting.happenedOn()));
		return new Row(meeting.meetingId(), people.withNames(meeting.title()), when, meeting.place() == null ? null : people.withNames(meeting.place()), meeting.status(),
				meeting.numberOfOutcomes());
	}

	private static FreeText text(String typed) {
		return new FreeText(TypedText.kept(typed), Salts.next());
	}
}
