package nl.ontwikkelagenda.app.meetingroom;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlanMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.SeriesCommand.PlanSeries;
import nl.ontwikkelagenda.agenda.meeting.SeriesId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.LookingBack;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
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

/** The meetings of a partnership: what is to come, what was held, and a form to plan one. */
@Controller
@RequestMapping("/bijeenkomsten")
class MeetingListPage {

	private static final int PAGE = 25;
	private static final int MOST_PAGES = 10_000;
	private static final int LONGEST_LINE = 200;
	private static final int LONGEST_TEXT = 4_000;

	private final MeetingRooms rooms;
	private final Documents documents;
	private final Readers readers;
	private final Forms forms;
	private final People people;
	private final LookingBack lookingBack;
	private final Today today;
	private final Dutch dutch;

	MeetingListPage(MeetingRooms rooms, Documents documents, Readers readers, Forms forms, People people, LookingBack lookingBack, Today today, Dutch dutch) {
		this.rooms = rooms;
		this.documents = documents;
		this.readers = readers;
		this.forms = forms;
		this.people = people;
		this.lookingBack = lookingBack;
		this.today = today;
		this.dutch = dutch;
	}

	/** A meeting in the list. */
	public record Row(MeetingId meetingId, String title, String when, @Nullable String place, MeetingStatus status, int outcomes) {
	}

	/** Of one partnership; whoever takes part in several chooses one first. */
	@GetMapping
	ModelAndView list(@RequestParam(required = false) @Nullable PartnershipId partnershipId, @RequestParam(defaultValue = "1") int page,
			@RequestParam(required = false) @Nullable LocalDate asOf) {
		return partnershipId == null ? choose(asOf) : show(partnershipId, Math.clamp(page, 1, MOST_PAGES), asOf);
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
	ModelAndView plan(@RequestParam PartnershipId partnershipId, @RequestParam MultiValueMap<String, String> typed) {
		MeetingId id = new MeetingId(Ids.next());
		return forms.send(forms.read("plan", typed), form -> planned(id, partnershipId, form), "/bijeenkomsten/" + id, () -> show(partnershipId, 1, null));
	}

	@PostMapping("/reeksen")
	ModelAndView planSeries(@RequestParam PartnershipId partnershipId, @RequestParam MultiValueMap<String, String> typed) {
		SeriesId id = new SeriesId(Ids.next());
		return forms.send(forms.read("reeks", typed),
				form -> new PlanSeries(id, partnershipId, form.id("bodyId", BodyId::new), form.idOrNone("agendaId", AgendaId::new), form.line("title", LONGEST_LINE),
						form.lineOrNone("place", LONGEST_LINE), SeriesDays.read(form), form.isTicked("last"), form.textOrNone("reason", LONGEST_TEXT)),
				"/bijeenkomsten?partnershipId=" + partnershipId, () -> show(partnershipId, 1, null));
	}

	private PlanMeeting planned(MeetingId id, PartnershipId partnership, Form form) {
		LocalDate day = form.dayOrNone("day");
		LocalTime time = form.timeOrNone("time");
		if (day == null) {
			form.wrong("day", "Kies een dag.");
		}
		LocalDate on = today.or(day);
		return new PlanMeeting(id, partnership, form.idOrNone("bodyId", BodyId::new), form.idOrNone("agendaId", AgendaId::new), form.line("title", LONGEST_LINE), on,
				time == null ? null : on.atTime(time).atZone(Today.AMSTERDAM).toInstant(), form.lineOrNone("place", LONGEST_LINE),
				form.idOrNone("follows", MeetingId::new), null);
	}

	private ModelAndView show(PartnershipId partnershipId, int page, @Nullable LocalDate asOf) {
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
				.addObject("more", (long) page * PAGE < held.total()).addObject("keeps", keeps)
				.addObject("bodies", keeps ? bodies(id, moment) : List.of())
				.addObject("meetings", Stream.concat(planned.stream(), held.items().stream().map(Stored::document).map(this::row))
						.map(row -> new Choice(row.meetingId().toString(), row.when() + ": " + row.title())).toList())
				.addObject("agendas", keeps ? agendas(id, moment) : List.of()).addAllObjects(moment.attributes())
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
}
