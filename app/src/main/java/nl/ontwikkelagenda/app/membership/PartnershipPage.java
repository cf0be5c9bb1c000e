package nl.ontwikkelagenda.app.membership;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.body.BodyCommand.EstablishBody;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.partnership.HoldersView;
import nl.ontwikkelagenda.agenda.partnership.HoldersView.Holder;
import nl.ontwikkelagenda.agenda.partnership.MandateId;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.FoundPartnership;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GiveRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GrantMandate;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinOrganisation;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.LetOrganisationLeave;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.WithdrawMandate;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.WithdrawRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipKind;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Forms.Powers;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The partnerships of the reader, and one of them: its organisations, people with their rights, bodies and mandates. */
@Controller
@RequestMapping("/samenwerkingsverbanden")
class PartnershipPage {

	private static final int LINE = 200;
	private static final int TEXT = 4_000;
	private static final int MOST = 100;

	private final Reading.Desk desk;
	private final Readers readers;
	private final Forms forms;
	private final Register register;
	private final Today today;

	PartnershipPage(Reading.Desk desk, Readers readers, Forms forms, Register register, Today today) {
		this.desk = desk;
		this.readers = readers;
		this.forms = forms;
		this.register = register;
		this.today = today;
	}

	/**
	 * What the reader may do here.
	 *
	 * @param keep   enter persons and organisations, establish bodies
	 * @param govern give rights and mandates
	 */
	public record Offers(boolean keep, boolean govern) {

		static Offers of(Powers powers, boolean past) {
			return new Offers(!past && powers.may(JoinOrganisation.class), !past && powers.may(GiveRight.class));
		}
	}

	/** Somebody who holds rights now. */
	public record Member(PersonId personId, String name, List<Right> rights) {
	}

	@GetMapping
	ModelAndView overview(@RequestParam(required = false) @Nullable LocalDate asOf) {
		Reading reading = desk.anything(asOf);
		List<PartnershipView> partnerships = reading.items(ReadModels.PARTNERSHIPS, List.of(), null, List.of("name"), 1, MOST, readers.partnerships(ReadModels.PARTNERSHIPS))
				.stream().map(Stored::document).toList();
		return new ModelAndView("samenwerkingsverbanden").addObject("partnerships", partnerships).addObject("say", reading.speech(partnerships))
				.addObject("mayFound", !reading.moment().past() && Caller.required().administrator()).addObject("kinds", Choice.all(PartnershipKind.class))
				.addObject("regions", Choice.all(SchoolRegion.class)).addAllObjects(reading.moment().attributes());
	}

	/** Whoever founds it gives the first rights in it. */
	@PostMapping
	ModelAndView found(@RequestParam MultiValueMap<String, String> typed) {
		PartnershipId id = new PartnershipId(Ids.next());
		return forms.send(forms.read("oprichten", typed), form -> new FoundPartnership(id, form.choice("kind", PartnershipKind.class), form.line("name", LINE),
				form.choice("schoolRegion", SchoolRegion.class), Caller.required().personId(), form.dayOrToday("foundedOn")), path(id, ""), () -> overview(null));
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable PartnershipId id, @RequestParam(required = false) @Nullable LocalDate asOf) {
		Reading reading = desk.about(ReadModels.PARTNERSHIPS, id, asOf);
		PartnershipView partnership = reading.partnership(id);
		Offers offers = Offers.of(forms.powers(id), reading.moment().past());
		LocalDate day = reading.moment().onDay();
		boolean mayKnow = readers.partnerships(ReadModels.HOLDERS).contains(id);
		List<Holder> holders = mayKnow
				? reading.find(ReadModels.HOLDERS, id).map(HoldersView::holders).orElse(List.of()).stream().filter(holder -> holder.on(day)).toList()
				: List.of();
		List<MandateView> mandates = reading.all(ReadModels.MANDATES, new Is("partnershipId", id.toString())).stream()
				.filter(mandate -> mandate.to() == null || !mandate.to().isBefore(day)).toList();
		List<BodyView> bodies = reading.all(ReadModels.BODIES, new Is("partnershipId", id.toString())).stream()
				.sorted(Comparator.comparing(BodyView::name, String.CASE_INSENSITIVE_ORDER)).toList();
		Speech say = reading.speech(List.of(partnership)).meet(Stream.concat(holders.stream().map(Holder::personId), mandates.stream().map(MandateView::personId)), Stream.of());
		return new ModelAndView("samenwerkingsverband").addObject("partnership", partnership).addObject("offers", offers).addObject("say", say)
				.addObject("organisations", partnership.organisations().stream().filter(one -> one.leftOn() == null || one.leftOn().isAfter(day)).sorted(byName()).toList())
				.addObject("former", partnership.organisations().stream().filter(one -> one.leftOn() != null && !one.leftOn().isAfter(day)).sorted(byName()).toList())
				.addObject("members", members(holders, say)).addObject("mayKnow", mayKnow).addObject("mandates", mandates)
				.addObject("bodies", bodies.stream().filter(body -> body.status() == BodyView.Status.ESTABLISHED).toList())
				.addObject("dissolved", bodies.stream().filter(body -> body.status() == BodyView.Status.DISSOLVED).toList()).addObject("sectors", Choice.all(Sector.class))
				.addObject("bodyKinds", Choice.all(BodyKind.class)).addObject("accesses", Choice.all(Access.class)).addObject("rights", Choice.all(Right.class))
				.addObject("people", offers.keep() || offers.govern() ? register.choices() : List.of()).addAllObjects(reading.moment().attributes());
	}

	private static Comparator<PartnershipView.Organisation> byName() {
		return Comparator.comparing(PartnershipView.Organisation::name, String.CASE_INSENSITIVE_ORDER);
	}

	private static List<Member> members(List<Holder> holders, Speech say) {
		Map<PersonId, List<Right>> rights = holders.stream()
				.collect(Collectors.groupingBy(Holder::personId, LinkedHashMap::new, Collectors.mapping(Holder::right, Collectors.toList())));
		return rights.entrySet().stream().map(entry -> new Member(entry.getKey(), say.who(entry.getKey(), null), entry.getValue().stream().distinct().sorted().toList()))
				.sorted(Comparator.comparing(Member::name, String.CASE_INSENSITIVE_ORDER)).toList();
	}

	@PostMapping("/{id}/organisaties")
	ModelAndView join(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed) {
		OrganisationId organisation = new OrganisationId(Ids.next());
		return send(id, "organisatie", typed, "#organisaties",
				form -> new JoinOrganisation(id, organisation, form.line("name", LINE), form.choice("sector", Sector.class), form.dayOrToday("joinedOn")));
	}

	@PostMapping("/{id}/organisaties/{organisation}/vertrek")
	ModelAndView leave(@PathVariable PartnershipId id, @PathVariable OrganisationId organisation, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "vertrek-" + organisation, typed, "#organisaties",
				form -> new LetOrganisationLeave(id, organisation, form.text("reason", TEXT), Objects.requireNonNullElseGet(form.dayOrNone("leftOn"), today::date)));
	}

	/** Enters somebody in the register of persons. */
	@PostMapping("/{id}/personen")
	ModelAndView enter(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed) {
		Form form = forms.read("persoon", typed);
		readers.check(new Right[] {Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR}, id);
		return forms.keep(form, () -> register.enter(new PersonId(forms.madeBy(form, "person")), form), path(id, "#mensen"), () -> show(id, null));
	}

	@PostMapping("/{id}/rechten")
	ModelAndView give(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "recht", typed, "#mensen", form -> new GiveRight(id, form.id("personId", PersonId::new), form.choice("right", Right.class),
				Objects.requireNonNullElseGet(form.dayOrNone("from"), today::date), form.dayOrNone("to")));
	}

	@PostMapping("/{id}/rechten/{person}/{right}/intrekken")
	ModelAndView withdraw(@PathVariable PartnershipId id, @PathVariable PersonId person, @PathVariable Right right) {
		return send(id, "intrekken", new LinkedMultiValueMap<>(), "#mensen", form -> new WithdrawRight(id, person, right, today.date()));
	}

	@PostMapping("/{id}/overleggen")
	ModelAndView establish(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed) {
		BodyId body = new BodyId(Ids.next());
		return forms.send(forms.read("overleg", typed),
				form -> new EstablishBody(body, id, form.choice("kind", BodyKind.class), form.line("name", LINE), form.choice("access", Access.class)), "/overleggen/" + body,
				() -> show(id, null));
	}

	@PostMapping("/{id}/mandaten")
	ModelAndView grant(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed) {
		MandateId mandate = new MandateId(Ids.next());
		return send(id, "mandaat", typed, "#mandaten", form -> {
			Integer most = form.numberOrNone("maxAmount");
			return new GrantMandate(id, mandate, form.id("personId", PersonId::new), form.idOrNone("organisationId", OrganisationId::new), form.line("subject", LINE),
					most == null ? null : most.longValue(), Objects.requireNonNullElseGet(form.dayOrNone("from"), today::date), form.dayOrNone("to"));
		});
	}

	@PostMapping("/{id}/mandaten/{mandate}/intrekken")
	ModelAndView withdraw(@PathVariable PartnershipId id, @PathVariable MandateId mandate, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "mandaat-" + mandate, typed, "#mandaten", form -> new WithdrawMandate(id, mandate, form.text("reason", TEXT), form.dayOrToday("on")));
	}

	private ModelAndView send(PartnershipId id, String form, MultiValueMap<String, String> typed, String anchor, Function<Form, Object> command) {
		return forms.send(forms.read(form, typed), command, path(id, anchor), () -> show(id, null));
	}

	private static String path(PartnershipId id, String anchor) {
		return "/samenwerkingsverbanden/" + id + anchor;
	}
}
