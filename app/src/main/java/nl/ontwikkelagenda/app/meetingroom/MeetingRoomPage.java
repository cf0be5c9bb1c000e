package nl.ontwikkelagenda.app.meetingroom;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import nl.ontwikkelagenda.actions.deadline.DeadlineReader;
import nl.ontwikkelagenda.agenda.meeting.GroupId;
import nl.ontwikkelagenda.agenda.meeting.InvitationId;
import nl.ontwikkelagenda.agenda.meeting.ItemId;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AdoptMinutesInWriting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AnswerOwnInvitation;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CloseMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.DraftMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.FormGroup;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.HoldMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.Invite;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.MoveItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlaceItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordAttendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.ReportBack;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.SendMinutesRound;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.SettleObjection;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.TreatItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.WithdrawItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.MinutesPartId;
import nl.ontwikkelagenda.agenda.meeting.MinutesPartView;
import nl.ontwikkelagenda.agenda.meeting.MinutesStatus;
import nl.ontwikkelagenda.agenda.meeting.ObjectionId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.meeting.Reply;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.command.VersionMismatch;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.LookingBack;
import nl.ontwikkelagenda.app.reference.KnownCalendars;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.app.rest.TypedText;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.HtmlUtils;

/**
 * A meeting on one page: prepared, run while it goes on, and written up. Whoever may not record things reads along. Works without JavaScript; with it, what others record appears by
 * itself, and an outcome that cannot be sent is kept and sent later.
 */
@Controller
@RequestMapping("/bijeenkomsten/{id}")
class MeetingRoomPage {

	/** How long objections can be raised where the rules of procedure say nothing. */
	private static final int OBJECTION_DAYS = 14;
	private static final int LONGEST_LINE = 200;
	private static final int LONGEST_TEXT = 4_000;
	private static final int LONGEST_MINUTES = 20_000;
	private static final int LONGEST_ITEM = 1_440;
	/** So many times somebody else may come first while one note is saved. */
	private static final int TRIES = 5;

	private final MeetingRooms rooms;
	private final ItemsUnderWay underWay;
	private final Commands commands;
	private final Documents documents;
	private final Readers readers;
	private final KnownCalendars calendars;
	private final LookingBack lookingBack;
	private final Today today;
	private final Dutch dutch;

	MeetingRoomPage(MeetingRooms rooms, ItemsUnderWay underWay, Commands commands, Documents documents, Readers readers, KnownCalendars calendars, LookingBack lookingBack,
			Today today, Dutch dutch) {
		this.rooms = rooms;
		this.underWay = underWay;
		this.commands = commands;
		this.documents = documents;
		this.readers = readers;
		this.calendars = calendars;
		this.lookingBack = lookingBack;
		this.today = today;
		this.dutch = dutch;
	}

	/**
	 * What was wrong with what was sent.
	 *
	 * @param form  the part of the page it was sent from
	 * @param typed what had been filled in there, by field
	 */
	public record Fault(String form, String message, Map<String, String> typed) {

		public boolean in(String part) {
			return form.equals(part);
		}
	}

	@GetMapping
	ModelAndView show(@PathVariable MeetingId id, @RequestParam(required = false) @Nullable LocalDate asOf) {
		Room room = rooms.of(id, lookingBack.to(asOf));
		return page(room, asOf, entry(room, OutcomeKind.INFORMATION), Map.of(), null);
	}

	/** What goes on, when that is something else than was seen last. */
	@WithoutAsOf("Wat er gaande is, is er alleen zoals het nu is; laat asOf weg.")
	@GetMapping("/stand")
	Object news(@PathVariable MeetingId id, @RequestParam(defaultValue = "") String seen) {
		if (rooms.seen(id).equals(seen)) {
			return ResponseEntity.noContent().build();
		}
		Room room = rooms.of(id, lookingBack.to(null));
		ModelAndView part = page(room, null, entry(room, OutcomeKind.INFORMATION), Map.of(), null);
		part.setViewName("bijeenkomst-stand :: stand");
		return part;
	}

	/** What the words of a deadline mean, while they are typed. */
	@WithoutAsOf("Een termijn wordt nu gelezen; laat asOf weg.")
	@GetMapping(path = "/termijn", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	ResponseEntity<String> meaning(@PathVariable MeetingId id, @RequestParam(defaultValue = "") String when) {
		readers.check(ReadModels.MEETINGS, id.toString());
		MeetingView meeting = meeting(id).document();
		if (when.isBlank() || TypedText.fault(when, LONGEST_LINE, false) != null) {
			return ResponseEntity.ok("");
		}
		LocalDate said = meeting.happenedOn() == null ? today.date() : meeting.happenedOn().to();
		String explanation = new DeadlineReader(calendars.of(meeting.partnershipId(), id, said)).read(TypedText.kept(when), said).explanation();
		return ResponseEntity.ok(HtmlUtils.htmlEscape(explanation));
	}

	@PostMapping("/begin")
	ModelAndView begin(@PathVariable MeetingId id, @RequestParam LocalDate day) {
		return done(id, "begin", Map.of(), () -> {
			if (day.isAfter(today.date())) {
				throw new InvalidInput("day", "Kies de dag waarop de bijeenkomst is gehouden; die ligt niet in de toekomst.");
			}
			return List.of(new HoldMeeting(id, Period.on(day)));
		});
	}

	@PostMapping("/aanwezigheid")
	ModelAndView attend(@PathVariable MeetingId id, @RequestParam String who, @RequestParam(defaultValue = "") String organisation, @RequestParam Presence presence,
			@RequestParam(defaultValue = "") String by) {
		return done(id, "aanwezigen", Map.of(), () -> {
			Room.Chosen chosen = chosen("who", who);
			OrganisationId of = organisation.isEmpty() ? null : new OrganisationId(uuid("organisation", organisation));
			return List.of(chosen.person()
					? new RecordAttendance(id, new PersonId(chosen.id()), of, presence, by.isEmpty() ? null : new PersonId(chosen("by", by).id()))
					: new RecordAttendance(id, null, new OrganisationId(chosen.id()), presence, by.isEmpty() ? null : new PersonId(chosen("by", by).id())));
		});
	}

	/** Invites every member of the body who was not invited yet. */
	@PostMapping("/uitnodigingen")
	ModelAndView invite(@PathVariable MeetingId id, @RequestParam(defaultValue = "") String who) {
		return done(id, "aanwezigen", Map.of(), () -> {
			if (!who.isEmpty()) {
				return List.of(invitation(id, chosen("who", who)));
			}
			List<MeetingCommand> invitations = new ArrayList<>();
			room(id).attendees().stream().filter(one -> "Lid".equals(one.standing())).forEach(one -> invitations.add(invitation(id, chosen("who", one.value()))));
			if (invitations.isEmpty()) {
				throw new InvalidInput("who", "Alle leden zijn al uitgenodigd.");
			}
			return invitations;
		});
	}

	private MeetingCommand invitation(MeetingId id, Room.Chosen who) {
		return new Invite(id, new InvitationId(Ids.next()), who.person() ? new PersonId(who.id()) : null, who.person() ? null : new OrganisationId(who.id()), today.date());
	}

	@PostMapping("/antwoord")
	ModelAndView answer(@PathVariable MeetingId id, @RequestParam InvitationId invitation, @RequestParam Reply reply, @RequestParam(defaultValue = "") String note) {
		return done(id, "antwoord", Map.of("note", note), () -> List
				.of(new AnswerOwnInvitation(id, invitation, invited(id), reply, note.isBlank() ? null : text("note", note, LONGEST_TEXT, true), today.date())));
	}

	/** Under which of his ids the reader is invited. */
	private PersonId invited(MeetingId id) {
		Room.Own own = room(id).own();
		return own == null ? Caller.required().personId() : own.personId();
	}

	@PostMapping("/punten")
	ModelAndView place(@PathVariable MeetingId id, @RequestParam String title, @RequestParam(defaultValue = "") String minutes, @RequestParam(defaultValue = "") String theme) {
		return done(id, "punten", Map.of("title", title, "minutes", minutes, "theme", theme), () -> List.of(new PlaceItem(id, new ItemId(Ids.next()),
				text("title", title, LONGEST_LINE, false), minutes(minutes), theme.isEmpty() ? null : new ThemeId(uuid("theme", theme)), null, null)));
	}

	@PostMapping("/punten/{item}/nu")
	ModelAndView takeUp(@PathVariable MeetingId id, @PathVariable ItemId item) {
		Room room = keptRoom(id);
		if (room.isOpen() && room.points().stream().anyMatch(point -> point.itemId().equals(item) && point.isOpen())) {
			underWay.begin(id, item);
		}
		return back(id, "punten");
	}

	/** Treats an item; the next one that is open comes under way when this one was. */
	@PostMapping("/punten/{item}/behandeld")
	ModelAndView treat(@PathVariable MeetingId id, @PathVariable ItemId item) {
		Room before = room(id);
		ModelAndView done = done(id, "punten", Map.of(), () -> List.of(new TreatItem(id, item)));
		if (done.getStatus() == null && before.underWay().filter(point -> point.itemId().equals(item)).isPresent()) {
			underWay.end(id);
			before.points().stream().filter(point -> point.isOpen() && !point.itemId().equals(item)).findFirst().ifPresent(next -> underWay.begin(id, next.itemId()));
		}
		return done;
	}

	@PostMapping("/punten/{item}/omhoog")
	ModelAndView moveUp(@PathVariable MeetingId id, @PathVariable ItemId item, @RequestParam ItemId before) {
		return done(id, "punten", Map.of(), () -> List.of(new MoveItem(id, item, before)));
	}

	@PostMapping("/punten/{item}/intrekken")
	ModelAndView withdraw(@PathVariable MeetingId id, @PathVariable ItemId item, @RequestParam String reason) {
		return done(id, "punten", Map.of(), () -> List.of(new WithdrawItem(id, item, text("reason", reason, LONGEST_TEXT, true))));
	}

	/**
	 * Records an outcome, or shows the form again with one more promise to fill in.
	 *
	 * @param form every field as it came: a list of Spring's would be split at commas
	 */
	@PostMapping("/uitkomsten")
	ModelAndView tell(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> form) {
		OutcomeEntry typed = OutcomeEntry.of(form).understood();
		Room room = room(id);
		if (form.containsKey("more")) {
			return page(room, null, typed.withOneMore(), Map.of(), null);
		}
		Map<String, String> faults = typed.faults(room);
		if (!faults.isEmpty()) {
			return refused(page(room, null, typed, faults, null), HttpStatus.BAD_REQUEST);
		}
		try {
			commands.send(typed.command(id), Caller.required().intent());
		} catch (UnknownReference e) {
			return refused(page(room, null, typed, Map.of("words", sentence(e)), null), HttpStatus.BAD_REQUEST);
		} catch (RuleBroken e) {
			if (!isRecorded(id, typed.id(), e)) {
				return refused(page(room, null, typed, Map.of("words", sentence(e)), null), HttpStatus.CONFLICT);
			}
		}
		return new ModelAndView("redirect:/bijeenkomsten/" + id + "?vastgelegd=" + typed.kind().toLowerCase(Locale.ROOT) + "#invoer");
	}

	/** Whether it was refused only because it came twice: the answer to the first time got lost. */
	private boolean isRecorded(MeetingId id, String outcome, RuleBroken refusal) {
		return "id-is-new".equals(refusal.rule())
				&& documents.find(ReadModels.OUTCOMES, outcome, AsOf.NOW).filter(found -> found.document().meetingId().equals(id)).isPresent();
	}

	@PostMapping("/groepen")
	ModelAndView form(@PathVariable MeetingId id, @RequestParam String name, @RequestParam MultiValueMap<String, String> form) {
		return done(id, "groepen", Map.of("name", name), () -> List.of(new FormGroup(id, new GroupId(Ids.next()), text("name", name, LONGEST_LINE, false), null,
				form.getOrDefault("member", List.of()).stream().map(one -> new PersonId(chosen("member", one).id())).distinct().toList())));
	}

	@PostMapping("/groepen/{group}/terugkoppeling")
	ModelAndView reportBack(@PathVariable MeetingId id, @PathVariable GroupId group, @RequestParam String text) {
		return done(id, "groep-" + group, Map.of("text", text), () -> List.of(new ReportBack(id, group, text("text", text, LONGEST_TEXT, true))));
	}

	/**
	 * Saves a part of the minutes, unless somebody else changed it since it was read.
	 *
	 * @param part absent for a new part
	 * @param read the text as it was when it was opened
	 */
	@PostMapping("/verslag")
	ModelAndView draft(@PathVariable MeetingId id, @RequestParam(required = false) @Nullable MinutesPartId part, @RequestParam(required = false) @Nullable ItemId item,
			@RequestParam String text, @RequestParam(defaultValue = "") String read) {
		String form = "verslag-" + (item == null ? "geheel" : item) + (part == null ? "" : "-" + part);
		Map<String, String> typed = Map.of("text", text);
		for (int tries = 0; tries < TRIES; tries++) {
			long sequence = meeting(id).sequence();
			String current = part == null ? "" : text(id, part);
			if (!lines(current).equals(lines(read))) {
				return again(id, new Fault(form, "Iemand anders heeft deze tekst intussen gewijzigd in: “" + current
						+ "” Uw eigen tekst staat hieronder; vul die aan en bewaar haar opnieuw.", typed), HttpStatus.CONFLICT);
			}
			try {
				Intent caller = Caller.required().intent();
				FreeText words = text("text", text, LONGEST_MINUTES, true);
				commands.send(new DraftMinutes(id, Objects.requireNonNullElseGet(part, () -> new MinutesPartId(Ids.next())), item, words),
						new Intent(caller.actor(), caller.installationAdministrator(), null, sequence));
				return back(id, form);
			} catch (VersionMismatch e) {
				// something else of the meeting changed: look again whether it was this text
			} catch (InvalidInput e) {
				return again(id, new Fault(form, e.errors().getFirst().message(), typed), HttpStatus.BAD_REQUEST);
			} catch (RuleBroken e) {
				return again(id, new Fault(form, sentence(e), typed), HttpStatus.CONFLICT);
			}
		}
		return again(id, new Fault(form, "Er gebeurt nu te veel tegelijk; bewaar de tekst nog een keer.", typed), HttpStatus.CONFLICT);
	}

	/** Of a part of this meeting; the id of another meeting's, which the caller may not see, has no text here. */
	private String text(MeetingId id, MinutesPartId part) {
		return documents.find(ReadModels.MINUTES, part.toString(), AsOf.NOW).map(Stored::document).filter(found -> found.meetingId().equals(id)).map(MinutesPartView::text)
				.orElse("");
	}

	/** Browsers send line ends of their own. */
	private static String lines(String text) {
		return TypedText.kept(text.replace("\r\n", "\n"));
	}

	/** Closes the meeting; minutes that nobody began get a first text to go on with. */
	@PostMapping("/sluiten")
	ModelAndView close(@PathVariable MeetingId id) {
		ModelAndView done = done(id, "verslag", Map.of(), () -> {
			Room room = room(id);
			List<MeetingCommand> steps = new ArrayList<>();
			if (room.meeting().minutes() == null) {
				steps.add(new DraftMinutes(id, new MinutesPartId(Ids.next()), null, new FreeText(FirstMinutes.of(room), Salts.next())));
			}
			steps.add(new CloseMeeting(id));
			return steps;
		});
		if (done.getStatus() == null) {
			underWay.end(id);
		}
		return done;
	}

	/** Records the minutes and sends them round. */
	@PostMapping("/verslag/rondsturen")
	ModelAndView sendRound(@PathVariable MeetingId id, @RequestParam LocalDate until) {
		return done(id, "verslag", Map.of("until", until.toString()), () -> {
			List<MeetingCommand> steps = new ArrayList<>();
			MeetingView.Minutes minutes = meeting(id).document().minutes();
			if (minutes == null || minutes.status() == MinutesStatus.DRAFT) {
				steps.add(new RecordMinutes(id, today.date()));
			}
			if (!until.isAfter(today.date())) {
				throw new InvalidInput("until", "Kies een dag na vandaag als laatste dag voor bezwaren.");
			}
			steps.add(new SendMinutesRound(id, today.date(), until));
			return steps;
		});
	}

	@PostMapping("/verslag/vaststellen")
	ModelAndView adopt(@PathVariable MeetingId id) {
		return done(id, "verslag", Map.of(), () -> List.of(new AdoptMinutesInWriting(id, today.date())));
	}

	@PostMapping("/bezwaren")
	ModelAndView object(@PathVariable MeetingId id, @RequestParam String text) {
		return done(id, "bezwaren", Map.of("text", text), () -> List.of(new MeetingCommand.RaiseObjection(id, new ObjectionId(Ids.next()), Caller.required().personId(),
				text("text", text, LONGEST_TEXT, true), today.date())));
	}

	@PostMapping("/bezwaren/{objection}/afgedaan")
	ModelAndView settle(@PathVariable MeetingId id, @PathVariable ObjectionId objection, @RequestParam String how) {
		return done(id, "bezwaren", Map.of("how", how), () -> List.of(new SettleObjection(id, objection, text("how", how, LONGEST_TEXT, true), today.date())));
	}

	/** Sends commands one after the other and goes back to the page; or shows it again with what was wrong. */
	private ModelAndView done(MeetingId id, String form, Map<String, String> typed, Supplier<List<? extends MeetingCommand>> steps) {
		try {
			Intent caller = Caller.required().intent();
			steps.get().forEach(step -> commands.send(step, caller));
			return back(id, form);
		} catch (InvalidInput e) {
			return again(id, new Fault(form, e.errors().getFirst().message(), typed), HttpStatus.BAD_REQUEST);
		} catch (UnknownReference e) {
			return again(id, new Fault(form, sentence(e), typed), HttpStatus.BAD_REQUEST);
		} catch (RuleBroken e) {
			return again(id, new Fault(form, sentence(e), typed), HttpStatus.CONFLICT);
		}
	}

	private static ModelAndView back(MeetingId id, String form) {
		return new ModelAndView("redirect:/bijeenkomsten/" + id + "#" + form);
	}

	private ModelAndView again(MeetingId id, Fault fault, HttpStatus status) {
		Room room = room(id);
		return refused(page(room, null, entry(room, OutcomeKind.INFORMATION), Map.of(), fault), status);
	}

	private static ModelAndView refused(ModelAndView page, HttpStatus status) {
		page.setStatus(status);
		return page;
	}

	private ModelAndView page(Room room, @Nullable LocalDate asOf, OutcomeEntry entry, Map<String, String> faults, @Nullable Fault fault) {
		return new ModelAndView("bijeenkomst").addObject("room", room).addObject("entry", entry).addObject("faults", faults)
				.addObject("fault", fault).addObject("until", until(room)).addAllObjects(lookingBack.to(asOf).attributes()).addObject("dutch", dutch);
	}

	private LocalDate until(Room room) {
		Integer days = Optional.ofNullable(room.meeting().bodyId()).flatMap(body -> documents.find(ReadModels.BODIES, body.toString(), AsOf.NOW))
				.map(found -> found.document().objectionDays()).orElse(null);
		return today.date().plusDays(days == null ? OBJECTION_DAYS : days);
	}

	private static OutcomeEntry entry(Room room, OutcomeKind kind) {
		return OutcomeEntry.empty(kind, room.underWay().map(Room.Point::theme).orElse(""));
	}

	private Room room(MeetingId id) {
		return rooms.of(id, lookingBack.to(null));
	}

	/** For what is no command, and so is not refused by one. */
	private Room keptRoom(MeetingId id) {
		Room room = room(id);
		if (!room.keeps()) {
			throw new NotAllowed("U mist het recht om deze bijeenkomst te leiden; nodig is het recht van secretaris, of van projectleider.", List.of());
		}
		return room;
	}

	private Stored<MeetingView> meeting(MeetingId id) {
		readers.check(ReadModels.MEETINGS, id.toString());
		return documents.find(ReadModels.MEETINGS, id.toString(), AsOf.NOW).orElseThrow(NotFound::new);
	}

	private static @Nullable Integer minutes(String typed) {
		if (typed.isBlank()) {
			return null;
		}
		String number = typed.strip();
		if (!number.matches("[0-9]{1,4}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > LONGEST_ITEM) {
			throw new InvalidInput("minutes", "Geef een aantal minuten van 1 tot en met 1440.");
		}
		return Integer.valueOf(number);
	}

	private static FreeText text(String field, String typed, int max, boolean lines) {
		String fault = TypedText.fault(typed, max, lines);
		if (fault != null) {
			throw new InvalidInput(field, fault);
		}
		return new FreeText(TypedText.kept(typed), Salts.next());
	}

	private static Room.Chosen chosen(String field, String value) {
		return Room.Chosen.of(value).orElseThrow(() -> new InvalidInput(field, "Kies iemand uit de lijst."));
	}

	private static UUID uuid(String field, String value) {
		try {
			return UUID.fromString(value);
		} catch (IllegalArgumentException e) {
			throw new InvalidInput(field, "Kies iets uit de lijst.");
		}
	}

	private static String sentence(RuntimeException e) {
		return Objects.requireNonNullElse(e.getMessage(), "Dit kan niet.");
	}
}
