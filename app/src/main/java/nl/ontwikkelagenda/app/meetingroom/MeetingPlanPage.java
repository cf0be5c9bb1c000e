package nl.ontwikkelagenda.app.meetingroom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.meeting.InvitationId;
import nl.ontwikkelagenda.agenda.meeting.InvitationView;
import nl.ontwikkelagenda.agenda.meeting.ItemId;
import nl.ontwikkelagenda.agenda.meeting.ItemStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AdoptMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AnnounceAsLast;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AnswerInvitation;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CancelMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CarryItemOver;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CorrectAttendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CorrectMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.MoveMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PublishMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.WithdrawAnnouncement;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.MinutesPartId;
import nl.ontwikkelagenda.agenda.meeting.MinutesPartView;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.meeting.Reply;
import nl.ontwikkelagenda.agenda.meeting.SeriesCommand.ExtendSeries;
import nl.ontwikkelagenda.agenda.meeting.SeriesId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Group;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.LookingBack;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a secretary arranges around a meeting: another day, calling it off, answers that came by telephone, items for later, and what has to be put right in adopted minutes. */
@Controller
@RequestMapping("/bijeenkomsten/{id}/regelen")
@WithoutAsOf("Regelen doet u nu; laat asOf weg.")
class MeetingPlanPage {

	private static final int TEXT = 4_000;
	private static final int MINUTES = 20_000;
	private static final int WEB_ADDRESS = 2_000;
	private static final int MOST = 50;

	private final MeetingRooms rooms;
	private final Reading.Desk desk;
	private final LookingBack lookingBack;
	private final Forms forms;
	private final Today today;
	private final Dutch dutch;

	MeetingPlanPage(MeetingRooms rooms, Reading.Desk desk, LookingBack lookingBack, Forms forms, Today today, Dutch dutch) {
		this.rooms = rooms;
		this.desk = desk;
		this.lookingBack = lookingBack;
		this.forms = forms;
		this.today = today;
		this.dutch = dutch;
	}

	@GetMapping
	ModelAndView show(@PathVariable MeetingId id) {
		Room room = rooms.of(id, lookingBack.to(null));
		if (!room.keeps()) {
			throw new NotAllowed("U mist het recht om deze bijeenkomst te regelen; nodig is het recht van secretaris, of van projectleider.", List.of());
		}
		Reading reading = desk.anything(null);
		MeetingView meeting = room.meeting();
		return new ModelAndView("bijeenkomst-regelen").addObject("room", room).addObject("meeting", meeting).addObject("dutch", dutch).addObject("today", today.date())
				.addObject("time", meeting.startsAt() == null ? null : LocalTime.ofInstant(meeting.startsAt(), Today.AMSTERDAM)).addObject("asked", asked(room, reading))
				.addObject("items", room.points().stream().filter(point -> point.status() == ItemStatus.WAITING)
						.map(point -> new Choice(point.itemId().toString(), point.title())).toList())
				.addObject("later", later(meeting, reading)).addObject("heldLater", heldLater(meeting, reading)).addObject("who", List.of(
						new Group("Personen", room.people()), new Group("Organisaties", room.organisations())))
				.addObject("by", room.present()).addObject("parts", parts(room, reading)).addObject("replies", Choice.all(Reply.class))
				.addObject("presences", Choice.all(Presence.class));
	}

	/** Who was invited, with what was answered so far. */
	private static List<Choice> asked(Room room, Reading reading) {
		Map<String, Room.Attendee> names = room.attendees().stream().collect(Collectors.toMap(Room.Attendee::value, Function.identity()));
		return reading.all(ReadModels.INVITATIONS, new Is("meetingId", room.meeting().meetingId().toString())).stream()
				.flatMap(one -> Optional.ofNullable(names.get(value(one))).map(who -> new Choice(one.invitationId().toString(), who.name())).stream())
				.sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER)).toList();
	}

	private static String value(InvitationView invitation) {
		return invitation.personId() == null ? "ORGANISATION/" + invitation.organisationId() : "PERSON/" + invitation.personId();
	}

	private List<Choice> later(MeetingView meeting, Reading reading) {
		return meetings(meeting, reading).filter(other -> other.status() == MeetingStatus.PLANNED).map(this::choice).toList();
	}

	/** Of the same body, where its minutes can be adopted. */
	private List<Choice> heldLater(MeetingView meeting, Reading reading) {
		return meeting.bodyId() == null
				? List.of()
				: meetings(meeting, reading).filter(other -> other.status() == MeetingStatus.HELD && meeting.bodyId().equals(other.bodyId())).map(this::choice).toList();
	}

	private static Stream<MeetingView> meetings(MeetingView meeting, Reading reading) {
		return reading.first(MOST, ReadModels.MEETINGS, "-plannedOn", new Is("partnershipId", meeting.partnershipId().toString())).stream()
				.filter(other -> !other.meetingId().equals(meeting.meetingId()) && !other.plannedOn().isBefore(meeting.plannedOn()));
	}

	private Choice choice(MeetingView meeting) {
		return new Choice(meeting.meetingId().toString(), dutch.day(meeting.plannedOn()) + ": " + meeting.title());
	}

	private static List<Choice> parts(Room room, Reading reading) {
		Map<UUID, String> titles = room.points().stream().collect(Collectors.toMap(point -> point.itemId().value(), Room.Point::title));
		return !room.isFrozen()
				? List.of()
				: reading.all(ReadModels.MINUTES, new Is("meetingId", room.meeting().meetingId().toString())).stream()
						.map(part -> new Choice(part.partId().toString(), title(part, titles))).toList();
	}

	private static String title(MinutesPartView part, Map<UUID, String> titles) {
		return part.itemId() == null ? "De algemene tekst" : titles.getOrDefault(part.itemId().value(), "Een punt");
	}

	@PostMapping("/dag")
	ModelAndView move(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "dag", typed, form -> {
			LocalDate day = form.dayOrNone("day");
			LocalTime time = form.timeOrNone("time");
			if (day == null) {
				form.wrong("day", "Kies een dag.");
			}
			LocalDate on = today.or(day);
			Instant startsAt = time == null ? null : on.atTime(time).atZone(Today.AMSTERDAM).toInstant();
			return new MoveMeeting(id, on, startsAt, form.text("reason", TEXT));
		});
	}

	@PostMapping("/afgelasting")
	ModelAndView cancel(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "afgelasting", typed, form -> new CancelMeeting(id, form.text("reason", TEXT)));
	}

	@PostMapping("/laatste")
	ModelAndView announce(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "laatste", typed, form -> new AnnounceAsLast(id, form.textOrNone("reason", TEXT)));
	}

	@PostMapping("/niet-laatste")
	ModelAndView withdraw(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "niet-laatste", typed, form -> new WithdrawAnnouncement(id, null, form.textOrNone("reason", TEXT)));
	}

	@PostMapping("/antwoord")
	ModelAndView answer(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "antwoord", typed, form -> new AnswerInvitation(id, form.id("invitationId", InvitationId::new), form.choice("reply", Reply.class),
				form.textOrNone("note", TEXT), form.dayOrToday("answeredOn")));
	}

	@PostMapping("/doorschuiven")
	ModelAndView carryOver(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "doorschuiven", typed, form -> new CarryItemOver(id, form.id("itemId", ItemId::new), form.id("meetingId", MeetingId::new)));
	}

	/** More meetings in the series that this one belongs to. */
	@PostMapping("/reeks")
	ModelAndView extend(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		SeriesId series = desk.about(ReadModels.MEETINGS, id, null).one(ReadModels.MEETINGS, id).seriesId();
		return send(id, "reeks", typed, form -> {
			if (series == null) {
				form.wrong("first", "Deze bijeenkomst hoort niet bij een reeks.");
			}
			return new ExtendSeries(series == null ? new SeriesId(id.value()) : series, SeriesDays.read(form), form.isTicked("last"), form.text("reason", TEXT));
		});
	}

	@PostMapping("/vaststelling")
	ModelAndView adopt(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "vaststelling", typed, form -> new AdoptMinutes(id, form.id("meetingId", MeetingId::new)));
	}

	@PostMapping("/aanwezigheid")
	ModelAndView correctAttendance(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "aanwezigheid", typed, form -> {
			Room.Chosen who = Room.Chosen.read(form, "who");
			PersonId by = form.has("by") ? Room.Chosen.read(form, "by").personId() : null;
			return new CorrectAttendance(id, who.personId(), who.organisationId(), form.choice("presence", Presence.class), by, form.text("reason", TEXT),
					form.dayOrToday("correctedOn"));
		});
	}

	/** That something about the meeting was published, and where. */
	@PostMapping("/publicatie")
	ModelAndView publish(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "publicatie", typed, form -> new PublishMeeting(id, form.dayOrToday("publishedOn"), form.lineOrNone("address", WEB_ADDRESS)));
	}

	@PostMapping("/verslag")
	ModelAndView correctMinutes(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "verslag", typed, form -> new CorrectMinutes(id, form.id("partId", MinutesPartId::new), form.text("text", MINUTES), form.text("reason", TEXT),
				form.dayOrToday("correctedOn")));
	}

	private ModelAndView send(MeetingId id, String name, MultiValueMap<String, String> typed, Function<Form, Object> command) {
		return forms.send(forms.read(name, typed), command, "/bijeenkomsten/" + id, () -> show(id));
	}
}
