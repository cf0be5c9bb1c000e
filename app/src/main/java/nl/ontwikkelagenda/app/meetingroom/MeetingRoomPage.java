package nl.ontwikkelagenda.app.meetingroom;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import nl.ontwikkelagenda.actions.deadline.DeadlineReader;
import nl.ontwikkelagenda.agenda.meeting.GroupId;
import nl.ontwikkelagenda.agenda.meeting.Introducer;
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
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RaiseObjection;
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
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Forms.Step;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.LookingBack;
import nl.ontwikkelagenda.app.reference.KnownCalendars;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.PartOfPage;
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
	private static final String CHANGED_BY_ANOTHER = "a-text-is-saved-as-it-was-read";
	/** So many times somebody else may come first while one note is saved. */
	private static final int TRIES = 5;

	private final MeetingRooms rooms;
	private final ItemsUnderWay underWay;
	private final Commands commands;
	private final Forms forms;
	private final Documents documents;
	private final Readers readers;
	private final KnownCalendars calendars;
	private final LookingBack lookingBack;
	private final Today today;
	private final Dutch dutch;

	MeetingRoomPage(MeetingRooms rooms, ItemsUnderWay underWay, Commands commands, Forms forms, Documents documents, Readers readers, KnownCalendars calendars,
			LookingBack lookingBack,
			Today today, Dutch dutch) {
		this.rooms = rooms;
		this.underWay = underWay;
		this.commands = commands;
		this.forms = forms;
		this.documents = documents;
		this.readers = readers;
		this.calendars = calendars;
		this.lookingBack = lookingBack;
		this.today = today;
		this.dutch = dutch;
	}

	@GetMapping
	ModelAndView show(@PathVariable MeetingId id, @RequestParam(required = false) @Nullable LocalDate asOf) {
		Room room = rooms.of(id, lookingBack.to(asOf));
		return page(room, asOf, entry(room), Map.of());
	}

	/** What goes on, when that is something else than was seen last. */
	@WithoutAsOf("Wat er gaande is, is er alleen zoals het nu is; laat asOf weg.")
	@PartOfPage
	@GetMapping("/stand")
	Object news(@PathVariable MeetingId id, @RequestParam(defaultValue = "") String seen) {
		if (rooms.seen(id).equals(seen)) {
			return ResponseEntity.noContent().build();
		}
		Room room = rooms.of(id, lookingBack.to(null));
		ModelAndView part = page(room, null, entry(room), Map.of());
		part.setViewName("bijeenkomst-stand :: stand");
		return part;
	}

	/** What the words of a deadline mean, while they are typed. */
	@WithoutAsOf("Een termijn wordt nu gelezen; laat asOf weg.")
	@PartOfPage
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
	ModelAndView begin(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "begin", "begin", typed, form -> new HoldMeeting(id, Period.on(form.dayOrToday("day"))));
	}

	@PostMapping("/aanwezigheid")
	ModelAndView attend(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "aanwezigen", "aanwezigen", typed, form -> {
			Room.Chosen who = Room.Chosen.read(form, "who");
			OrganisationId of = who.person() ? form.idOrNone("organisation", OrganisationId::new) : who.organisationId();
			return new RecordAttendance(id, who.personId(), of, form.choice("presence", Presence.class), form.has("by") ? Room.Chosen.read(form, "by").personId() : null);
		});
	}

	/** Invites who was chosen, or every member of the body who was not invited yet. */
	@PostMapping("/uitnodigingen")
	ModelAndView invite(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		return forms.sendAll(forms.read("aanwezigen", typed), form -> {
			if (form.has("who")) {
				return List.of(invitation(id, form, Room.Chosen.read(form, "who")));
			}
			List<Step> invitations = room(id).membersToInvite().stream().map(one -> invitation(id, form, one)).toList();
			if (invitations.isEmpty()) {
				form.wrong("who", "Alle leden zijn al uitgenodigd.");
			}
			return invitations;
		}, path(id, "aanwezigen"), () -> again(id));
	}

	private Step invitation(MeetingId id, Form form, Room.Chosen who) {
		InvitationId invitation = new InvitationId(forms.madeBy(form, "invitation of " + who.id()));
		return Step.of(new Invite(id, invitation, who.personId(), who.organisationId(), today.date()), who.id());
	}

	/** The reader puts himself on the list, and says that he comes. */
	@PostMapping("/meekomen")
	ModelAndView join(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		Form form = forms.read("meekomen", typed);
		InvitationId invitation = new InvitationId(forms.madeBy(form, "invitation"));
		PersonId himself = Caller.required().personId();
		return forms.sendAll(form, read -> List.of(Step.of(new Invite(id, invitation, himself, null, today.date())),
				Step.of(new AnswerOwnInvitation(id, invitation, himself, Reply.YES, null, today.date()))), path(id, "antwoord"), () -> again(id));
	}

	@PostMapping("/antwoord")
	ModelAndView answer(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "antwoord", "antwoord", typed, form -> new AnswerOwnInvitation(id, form.id("invitation", InvitationId::new), invited(id), form.choice("reply", Reply.class),
				form.textOrNone("note", LONGEST_TEXT), today.date()));
	}

	/** Under which of his ids the reader is invited. */
	private PersonId invited(MeetingId id) {
		Room.Own own = room(id).own();
		return own == null ? Caller.required().personId() : own.personId();
	}

	@PostMapping("/punten")
	ModelAndView place(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		ItemId item = new ItemId(Ids.next());
		return send(id, "punt", "punten", typed, form -> {
			Integer minutes = form.numberOrNone("minutes");
			if (minutes != null && minutes > LONGEST_ITEM) {
				form.wrong("minutes", "Geef een aantal minuten van 1 tot en met 1440.");
			}
			return new PlaceItem(id, item, form.line("title", LONGEST_LINE), minutes, form.idOrNone("theme", ThemeId::new), introducer(form), form.idOrNone("before", ItemId::new));
		});
	}

	private static @Nullable Introducer introducer(Form form) {
		PersonId person = form.has("introducer") ? Room.Chosen.read(form, "introducer").personId() : null;
		FreeText speaker = form.lineOrNone("speaker", LONGEST_LINE);
		FreeText from = form.lineOrNone("speakerFrom", LONGEST_LINE);
		if (person != null && speaker != null) {
			form.wrong("speaker", "Kies iemand of omschrijf een spreker van buiten; niet allebei.");
		}
		if (from != null && speaker == null) {
			form.wrong("speaker", "Omschrijf wie daarvandaan komt.");
		}
		return person == null && speaker == null ? null : new Introducer(person, speaker, from);
	}

	@PostMapping("/punten/{item}/nu")
	ModelAndView takeUp(@PathVariable MeetingId id, @PathVariable ItemId item, @RequestParam MultiValueMap<String, String> typed) {
		return forms.keep(forms.read("punten", typed), () -> {
			Room room = keptRoom(id);
			if (room.isOpen() && room.points().stream().anyMatch(point -> point.itemId().equals(item) && point.isOpen())) {
				underWay.begin(id, item);
			}
		}, path(id, "punten"), () -> again(id));
	}

	/** Treats an item; the next one that is open comes under way when this one was. */
	@PostMapping("/punten/{item}/behandeld")
	ModelAndView treat(@PathVariable MeetingId id, @PathVariable ItemId item, @RequestParam MultiValueMap<String, String> typed) {
		Room before = room(id);
		ModelAndView done = send(id, "punten", "punten", typed, form -> new TreatItem(id, item));
		if (done.getStatus() == null && before.underWay().filter(point -> point.itemId().equals(item)).isPresent()) {
			underWay.end(id);
			before.points().stream().filter(point -> point.isOpen() && !point.itemId().equals(item)).findFirst().ifPresent(next -> underWay.begin(id, next.itemId()));
		}
		return done;
	}

	@PostMapping("/punten/{item}/omhoog")
	ModelAndView moveUp(@PathVariable MeetingId id, @PathVariable ItemId item, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "punten", "punten", typed, form -> new MoveItem(id, item, form.id("before", ItemId::new)));
	}

	@PostMapping("/punten/{item}/intrekken")
	ModelAndView withdraw(@PathVariable MeetingId id, @PathVariable ItemId item, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "intrekken-" + item, "punten", typed, form -> new WithdrawItem(id, item, form.text("reason", LONGEST_TEXT)));
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
			return page(room, null, typed.withOneMore(), Map.of());
		}
		Map<String, String> faults = typed.faults(room);
		if (!faults.isEmpty()) {
			return refused(page(room, null, typed, faults), HttpStatus.BAD_REQUEST);
		}
		try {
			commands.send(typed.command(id), Caller.required().intent());
		} catch (UnknownReference e) {
			return refused(page(room, null, typed, Map.of("words", sentence(e))), HttpStatus.BAD_REQUEST);
		} catch (RuleBroken e) {
			if (!isRecorded(id, typed.id(), e)) {
				return refused(page(room, null, typed, Map.of("words", sentence(e))), HttpStatus.CONFLICT);
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
	ModelAndView form(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		GroupId group = new GroupId(Ids.next());
		return send(id, "groepen", "groepen", typed, form -> new FormGroup(id, group, form.line("name", LONGEST_LINE), form.idOrNone("theme", ThemeId::new),
				typed.getOrDefault("member", List.of()).stream().flatMap(one -> Room.Chosen.of(one).stream()).map(one -> new PersonId(one.id())).distinct().toList()));
	}

	@PostMapping("/groepen/{group}/terugkoppeling")
	ModelAndView reportBack(@PathVariable MeetingId id, @PathVariable GroupId group, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "terug-" + group, "groep-" + group, typed, form -> new ReportBack(id, group, form.text("text", LONGEST_TEXT)));
	}

	/**
	 * Saves a part of the minutes, unless somebody else changed it since it was read. What is saved already, because the answer to the first time got lost, is not saved again.
	 *
	 * @param part of a new part too, so that it is written once; absent when its id does not matter
	 * @param item the item that it is about; absent for the meeting as a whole
	 */
	@PostMapping("/verslag")
	ModelAndView draft(@PathVariable MeetingId id, @RequestParam(required = false) @Nullable MinutesPartId part, @RequestParam(required = false) @Nullable ItemId item,
			@RequestParam MultiValueMap<String, String> typed) {
		boolean written = part != null && !text(id, part).isEmpty();
		String name = "verslag-" + (item == null ? "geheel" : item) + (written ? "-" + part : "");
		Form form = forms.read(name, typed);
		return forms.keep(form, () -> save(id, part, item, form), path(id, name), () -> again(id));
	}

	private void save(MeetingId id, @Nullable MinutesPartId part, @Nullable ItemId item, Form form) {
		FreeText words = form.text("text", LONGEST_MINUTES);
		MinutesPartId saved = Objects.requireNonNullElseGet(part, () -> new MinutesPartId(Ids.next()));
		for (int tries = 0; tries < TRIES && !form.isWrong(); tries++) {
			long sequence = meeting(id).sequence();
			String current = text(id, saved);
			if (lines(current).equals(lines(form.typed("text")))) {
				return;
			}
			if (!lines(current).equals(lines(form.typed("read")))) {
				throw new RuleBroken(CHANGED_BY_ANOTHER, "Iemand anders heeft deze tekst intussen gewijzigd in: “" + current
						+ "” Uw eigen tekst staat hieronder; vul die aan en bewaar haar opnieuw.");
			}
			try {
				Intent caller = Caller.required().intent();
				commands.send(new DraftMinutes(id, saved, item, words), new Intent(caller.actor(), caller.installationAdministrator(), null, sequence));
				return;
			} catch (VersionMismatch e) {
				// something else of the meeting changed: look again whether it was this text
			}
		}
		if (!form.isWrong()) {
			throw new RuleBroken(CHANGED_BY_ANOTHER, "Er gebeurt nu te veel tegelijk; bewaar de tekst nog een keer.");
		}
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
	ModelAndView close(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		Room room = room(id);
		Step closing = Step.of(new CloseMeeting(id));
		List<Step> steps = room.meeting().minutes() == null
				? List.of(Step.of(new DraftMinutes(id, new MinutesPartId(Ids.next()), null, new FreeText(FirstMinutes.of(room), Salts.next()))), closing)
				: List.of(closing);
		ModelAndView done = forms.sendAll(forms.read("sluiten", typed), form -> steps, path(id, "verslag"), () -> again(id));
		if (done.getStatus() == null) {
			underWay.end(id);
		}
		return done;
	}

	/** Records the minutes and sends them round. */
	@PostMapping("/verslag/rondsturen")
	ModelAndView sendRound(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		MeetingView.Minutes minutes = meeting(id).document().minutes();
		return forms.sendAll(forms.read("rond", typed), form -> {
			LocalDate until = today.or(form.dayOrNone("until"));
			if (!until.isAfter(today.date())) {
				form.wrong("until", "Kies een dag na vandaag als laatste dag voor bezwaren.");
			}
			Step round = Step.of(new SendMinutesRound(id, today.date(), until));
			return minutes == null || minutes.status() == MinutesStatus.DRAFT ? List.of(Step.of(new RecordMinutes(id, today.date())), round) : List.of(round);
		}, path(id, "verslag"), () -> again(id));
	}

	@PostMapping("/verslag/vaststellen")
	ModelAndView adopt(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "vaststellen", "verslag", typed, form -> new AdoptMinutesInWriting(id, form.dayOrToday("on")));
	}

	@PostMapping("/bezwaren")
	ModelAndView object(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		ObjectionId objection = new ObjectionId(Ids.next());
		return send(id, "bezwaar", "bezwaren", typed,
				form -> new RaiseObjection(id, objection, Caller.required().personId(), form.text("text", LONGEST_TEXT), today.date()));
	}

	@PostMapping("/bezwaren/{objection}/afgedaan")
	ModelAndView settle(@PathVariable MeetingId id, @PathVariable ObjectionId objection, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "afdoen-" + objection, "bezwaren", typed, form -> new SettleObjection(id, objection, form.text("how", LONGEST_TEXT), today.date()));
	}

	private ModelAndView send(MeetingId id, String name, String anchor, MultiValueMap<String, String> typed, Function<Form, MeetingCommand> command) {
		return forms.send(forms.read(name, typed), command, path(id, anchor), () -> again(id));
	}

	private static String path(MeetingId id, String anchor) {
		return "/bijeenkomsten/" + id + "#" + anchor;
	}

	private ModelAndView again(MeetingId id) {
		Room room = room(id);
		return page(room, null, entry(room), Map.of());
	}

	private static ModelAndView refused(ModelAndView page, HttpStatus status) {
		page.setStatus(status);
		return page;
	}

	private ModelAndView page(Room room, @Nullable LocalDate asOf, OutcomeEntry entry, Map<String, String> faults) {
		return new ModelAndView("bijeenkomst").addObject("room", room).addObject("reader", Caller.required().personId()).addObject("entry", entry).addObject("faults", faults)
				.addObject("until", until(room)).addAllObjects(lookingBack.to(asOf).attributes()).addObject("dutch", dutch);
	}

	private LocalDate until(Room room) {
		Integer days = Optional.ofNullable(room.meeting().bodyId()).flatMap(body -> documents.find(ReadModels.BODIES, body.toString(), AsOf.NOW))
				.map(found -> found.document().objectionDays()).orElse(null);
		return today.date().plusDays(days == null ? OBJECTION_DAYS : days);
	}

	private static OutcomeEntry entry(Room room) {
		return OutcomeEntry.empty(OutcomeKind.INFORMATION, room.underWay().map(Room.Point::theme).orElse(""));
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

	private static String sentence(RuntimeException e) {
		return Objects.requireNonNullElse(e.getMessage(), "Dit kan niet.");
	}
}
