package nl.ontwikkelagenda.app.membership;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.body.BodyCommand.AgreeRulesOfProcedure;
import nl.ontwikkelagenda.agenda.body.BodyCommand.ChangeAccess;
import nl.ontwikkelagenda.agenda.body.BodyCommand.DissolveBody;
import nl.ontwikkelagenda.agenda.body.BodyCommand.HandOverSeat;
import nl.ontwikkelagenda.agenda.body.BodyCommand.LeaveSeat;
import nl.ontwikkelagenda.agenda.body.BodyCommand.TakeSeat;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.body.MinutesAdoption;
import nl.ontwikkelagenda.agenda.body.SeatId;
import nl.ontwikkelagenda.agenda.body.SeatRole;
import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.app.paper.ListPapers;
import nl.ontwikkelagenda.app.paper.PaperAnswer;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A body: who sits on it, by which rules it works, its latest meetings. */
@Controller
@RequestMapping("/overleggen/{id}")
class BodyPage {

	private static final int TEXT = 4_000;
	private static final int LATEST = 10;

	private final Reading.Desk desk;
	private final Forms forms;
	private final Register register;
	private final Today today;
	private final ListPapers papers;

	BodyPage(Reading.Desk desk, Forms forms, Register register, Today today, ListPapers papers) {
		this.desk = desk;
		this.forms = forms;
		this.register = register;
		this.today = today;
		this.papers = papers;
	}

	@GetMapping
	ModelAndView show(@PathVariable BodyId id, @RequestParam(required = false) @Nullable LocalDate asOf) {
		Reading reading = desk.about(ReadModels.BODIES, id, asOf);
		BodyView body = reading.one(ReadModels.BODIES, id);
		PartnershipView partnership = reading.partnership(body.partnershipId());
		LocalDate day = reading.moment().onDay();
		List<SeatView> seats = reading.all(ReadModels.SEATS, new Is("bodyId", id.toString())).stream().sorted(Comparator.comparing(SeatView::role).thenComparing(SeatView::from))
				.toList();
		Speech say = reading.speech(List.of(partnership)).meet(seats.stream().map(SeatView::personId), Stream.of());
		boolean keep = !reading.moment().past() && body.status() == BodyView.Status.ESTABLISHED && forms.powers(body.partnershipId()).mayForOthers(TakeSeat.class);
		return new ModelAndView("overleg").addObject("body", body).addObject("partnership", partnership).addObject("say", say).addObject("keep", keep)
				.addObject("seats", seats.stream().filter(seat -> !seat.endsBefore(day)).toList())
				.addObject("former", seats.stream().filter(seat -> seat.endsBefore(day)).toList())
				.addObject("meetings", reading.first(LATEST, ReadModels.MEETINGS, "-plannedOn", new Is("bodyId", id.toString())))
				.addObject("roles", Choice.all(SeatRole.class)).addObject("accesses", Choice.all(Access.class)).addObject("adoptions", Choice.all(MinutesAdoption.class))
				.addObject("people", keep ? register.choices() : List.of()).addObject("organisations", organisations(partnership, day))
				.addAllObjects(reading.moment().attributes());
	}

	private static List<Choice> organisations(PartnershipView partnership, LocalDate day) {
		return partnership.organisations().stream().filter(one -> one.leftOn() == null || one.leftOn().isAfter(day))
				.map(one -> new Choice(one.organisationId().toString(), one.name())).sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER)).toList();
	}

	@GetMapping("/actielijst.{ending}")
	ResponseEntity<PaperFile> actions(@PathVariable BodyId id, @PathVariable String ending) {
		return PaperAnswer.as(ending, papers.actionsOf(id));
	}

	@PostMapping("/zetels")
	ModelAndView seat(@PathVariable BodyId id, @RequestParam MultiValueMap<String, String> typed) {
		SeatId seat = new SeatId(Ids.next());
		return send(id, "zetel", typed, "#leden", form -> new TakeSeat(id, seat, form.id("personId", PersonId::new), form.idOrNone("organisationId", OrganisationId::new),
				form.choice("role", SeatRole.class), Objects.requireNonNullElseGet(form.dayOrNone("from"), today::date), form.dayOrNone("to")));
	}

	@PostMapping("/zetels/{seat}/vertrek")
	ModelAndView leave(@PathVariable BodyId id, @PathVariable SeatId seat, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "vertrek-" + seat, typed, "#leden", form -> new LeaveSeat(id, seat, Objects.requireNonNullElseGet(form.dayOrNone("leftOn"), today::date)));
	}

	@PostMapping("/zetels/{seat}/overdracht")
	ModelAndView handOver(@PathVariable BodyId id, @PathVariable SeatId seat, @RequestParam MultiValueMap<String, String> typed) {
		SeatId next = new SeatId(Ids.next());
		return send(id, "overdracht-" + seat, typed, "#leden", form -> new HandOverSeat(id, seat, next, form.id("personId", PersonId::new),
				form.idOrNone("organisationId", OrganisationId::new), form.text("reason", TEXT),
				Objects.requireNonNullElseGet(form.dayOrNone("handedOverOn"), today::date)));
	}

	@PostMapping("/regels")
	ModelAndView agree(@PathVariable BodyId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "regels", typed, "#regels", form -> new AgreeRulesOfProcedure(id, form.numberOrNone("quorum"), form.choice("minutesAdoption", MinutesAdoption.class),
				form.numberOrNone("objectionDays"), form.dayOrToday("agreedOn")));
	}

	@PostMapping("/toegang")
	ModelAndView change(@PathVariable BodyId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "toegang", typed, "#regels", form -> new ChangeAccess(id, form.choice("access", Access.class), today.date()));
	}

	@PostMapping("/opheffing")
	ModelAndView dissolve(@PathVariable BodyId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "opheffing", typed, "", form -> new DissolveBody(id, form.text("reason", TEXT), form.dayOrToday("dissolvedOn")));
	}

	private ModelAndView send(BodyId id, String form, MultiValueMap<String, String> typed, String anchor, Function<Form, Object> command) {
		return forms.send(forms.read(form, typed), command, "/overleggen/" + id + anchor, () -> show(id, null));
	}
}
