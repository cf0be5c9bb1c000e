package nl.ontwikkelagenda.app.participation;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.LookingBack;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.cop.community.Capacity;
import nl.ontwikkelagenda.cop.community.CommunityCommand;
import nl.ontwikkelagenda.cop.community.CommunityCommand.CertifyParticipation;
import nl.ontwikkelagenda.cop.community.CommunityCommand.ChangeCapacity;
import nl.ontwikkelagenda.cop.community.CommunityCommand.ConcludeCommunity;
import nl.ontwikkelagenda.cop.community.CommunityCommand.DeclineInvitation;
import nl.ontwikkelagenda.cop.community.CommunityCommand.Enrol;
import nl.ontwikkelagenda.cop.community.CommunityCommand.InviteStakeholder;
import nl.ontwikkelagenda.cop.community.CommunityCommand.Leave;
import nl.ontwikkelagenda.cop.community.CommunityCommand.ShareInsight;
import nl.ontwikkelagenda.cop.community.CommunityCommand.StartCommunity;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.cop.community.CommunityStatus;
import nl.ontwikkelagenda.cop.community.InsightId;
import nl.ontwikkelagenda.cop.community.InsightKind;
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

/** A community on one page, for who may read it: whoever may take part takes or leaves a seat and shares insights, and who keeps it invites, starts, certifies and concludes. */
@Controller
@RequestMapping("/communities/{id}")
class CommunityPage {

	private static final int WORDS = 4_000;

	private final CommunityFacts facts;
	private final Readers readers;
	private final Forms forms;
	private final LookingBack lookingBack;
	private final Today today;
	private final Dutch dutch;

	CommunityPage(CommunityFacts facts, Readers readers, Forms forms, LookingBack lookingBack, Today today, Dutch dutch) {
		this.facts = facts;
		this.readers = readers;
		this.forms = forms;
		this.lookingBack = lookingBack;
		this.today = today;
		this.dutch = dutch;
	}

	@GetMapping
	ModelAndView show(@PathVariable CommunityId id, @RequestParam(required = false) @Nullable LocalDate asOf) {
		LookingBack.Moment moment = lookingBack.to(asOf);
		CommunityFacts.Facts found = facts.of(id, moment.asOf());
		boolean open = !moment.past() && found.community().status() != CommunityStatus.CONCLUDED;
		return new ModelAndView("community").addObject("facts", found).addObject("dutch", dutch)
				.addObject("mayShare", open && !found.myself().closed() && forms.powers(found.partnership().partnershipId()).may(ShareInsight.class))
				.addObject("kinds", Choice.all(InsightKind.class))
				.addObject("keeps", open && found.staff() != null).addAllObjects(moment.attributes());
	}

	/** Also accepts an invitation. */
	@PostMapping("/aanmelden")
	ModelAndView enrol(@PathVariable CommunityId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, typed, new Enrol(id, facts.oneself(id), today.date()));
	}

	@PostMapping("/afmelden")
	ModelAndView leave(@PathVariable CommunityId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, typed, new Leave(id, facts.oneself(id), today.date()));
	}

	@PostMapping("/afslaan")
	ModelAndView decline(@PathVariable CommunityId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, typed, new DeclineInvitation(id, facts.oneself(id), today.date()));
	}

	/** An insight of the reader himself, or as the secretary one of whoever had it. */
	@PostMapping("/inzichten")
	ModelAndView share(@PathVariable CommunityId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "inzicht", typed, form -> new ShareInsight(id, new InsightId(Ids.next()), form.choice("kind", InsightKind.class), form.text("words", WORDS),
				somebody(form), form.idOrNone("meetingId", MeetingId::new), form.dayOrToday("sharedOn")));
	}

	private static PersonId somebody(Form form) {
		PersonId chosen = form.idOrNone("personId", PersonId::new);
		return chosen == null ? Caller.required().personId() : chosen;
	}

	/** A stakeholder: invited, or given a seat or a place on the waiting list at once. */
	@PostMapping("/uitnodigingen")
	ModelAndView invite(@PathVariable CommunityId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "uitnodiging", typed, form -> {
			PersonId person = form.id("personId", PersonId::new);
			LocalDate on = form.dayOrToday("on");
			return form.isTicked("meteen") ? new Enrol(id, person, on) : new InviteStakeholder(id, person, on);
		});
	}

	@PostMapping("/deelnemers/{person}/afmelden")
	ModelAndView leave(@PathVariable CommunityId id, @PathVariable PersonId person, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "afmelden-" + person, typed, form -> new Leave(id, person, today.date()));
	}

	@PostMapping("/deelnemers/{person}/bewijs")
	ModelAndView certify(@PathVariable CommunityId id, @PathVariable PersonId person, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "bewijs-" + person, typed, form -> new CertifyParticipation(id, person, today.date()));
	}

	@PostMapping("/plaatsen")
	ModelAndView resize(@PathVariable CommunityId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "plaatsen", typed, form -> new ChangeCapacity(id, new Capacity(form.number("minimum"), form.number("maximum"), kept(form)), today.date()));
	}

	/** Seats that are kept for a sector. */
	static Map<Sector, Integer> kept(Form form) {
		Map<Sector, Integer> kept = new EnumMap<>(Sector.class);
		for (Sector sector : Sector.values()) {
			int seats = form.count("kept-" + sector);
			if (seats > 0) {
				kept.put(sector, seats);
			}
		}
		return kept;
	}

	@PostMapping("/begin")
	ModelAndView start(@PathVariable CommunityId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "begin", typed, form -> new StartCommunity(id, form.dayOrToday("startedOn")));
	}

	@PostMapping("/afsluiting")
	ModelAndView conclude(@PathVariable CommunityId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "afsluiting", typed, form -> new ConcludeCommunity(id, form.textOrNone("result", WORDS), form.dayOrToday("concludedOn")));
	}

	private ModelAndView send(CommunityId id, MultiValueMap<String, String> typed, CommunityCommand command) {
		return send(id, "deelname", typed, form -> command);
	}

	private ModelAndView send(CommunityId id, String name, MultiValueMap<String, String> typed, Function<Form, CommunityCommand> command) {
		readers.check(ReadModels.COMMUNITIES, id.toString());
		return forms.send(forms.read(name, typed), command, "/communities/" + id, () -> show(id, null));
	}
}
