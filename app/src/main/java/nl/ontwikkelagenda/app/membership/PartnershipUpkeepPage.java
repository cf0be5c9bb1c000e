package nl.ontwikkelagenda.app.membership;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.deadline.SchoolHolidays.Holiday;
import nl.ontwikkelagenda.actions.holiday.SchoolCalendarCommand.ImportSchoolHolidays;
import nl.ontwikkelagenda.agenda.body.BodyCommand.HandOverSeats;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.HoldersView;
import nl.ontwikkelagenda.agenda.partnership.HoldersView.Holder;
import nl.ontwikkelagenda.agenda.partnership.MandateId;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.DescribeRole;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GiveRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.HandOverMandate;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.HandOverMandates;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinRegion;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.LetPersonLeave;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.LetRegionLeave;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.MergeOrganisations;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipKind;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RoleId;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.actions.HolidayFile;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.FormFile;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Forms.Powers;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;
import nl.ontwikkelagenda.reporting.redaction.RedactionCommand.RedactText;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What seldom happens in a partnership, and then touches much of it: roles, mergers of organisations, somebody who leaves, mandates and seats that pass to others, regions of a programme. */
@Controller
@RequestMapping("/samenwerkingsverbanden/{id}/bijhouden")
@WithoutAsOf("Bijhouden doet u nu; laat asOf weg.")
class PartnershipUpkeepPage {

	private static final int LINE = 200;
	private static final int TEXT = 4_000;
	private static final int MOST = 200;

	private final Reading.Desk desk;
	private final Readers readers;
	private final Forms forms;
	private final Register register;
	private final Today today;

	PartnershipUpkeepPage(Reading.Desk desk, Readers readers, Forms forms, Register register, Today today) {
		this.desk = desk;
		this.readers = readers;
		this.forms = forms;
		this.register = register;
		this.today = today;
	}

	@GetMapping
	ModelAndView show(@PathVariable PartnershipId id) {
		Reading reading = desk.about(ReadModels.PARTNERSHIPS, id, null);
		Powers powers = forms.powers(id);
		if (!powers.may(DescribeRole.class)) {
			throw new NotAllowed("U mist het recht om dit samenwerkingsverband bij te houden; nodig is het recht van secretaris, projectleider of beheerder.", List.of());
		}
		boolean governs = powers.may(GiveRight.class);
		LocalDate day = today.date();
		Is there = new Is("partnershipId", id.toString());
		PartnershipView partnership = reading.partnership(id);
		Set<PersonId> members = governs
				? reading.find(ReadModels.HOLDERS, id).map(HoldersView::holders).orElse(List.of()).stream().filter(holder -> holder.on(day)).map(Holder::personId)
						.collect(Collectors.toSet())
				: Set.of();
		List<MandateView> mandates = governs
				? reading.all(ReadModels.MANDATES, there).stream().filter(mandate -> mandate.to() == null || !mandate.to().isBefore(day)).toList()
				: List.of();
		Speech say = reading.speech(List.of(partnership)).meet(Stream.concat(members.stream(), mandates.stream().map(MandateView::personId)), Stream.of());
		return new ModelAndView("samenwerkingsverband-bijhouden").addObject("partnership", partnership).addObject("say", say).addObject("governs", governs)
				.addObject("redacts", powers.may(RedactText.class)).addObject("plansHolidays", powers.may(ImportSchoolHolidays.class))
				.addObject("today", day).addObject("organisations", organisations(partnership, day))
				.addObject("roles", partnership.roles().stream().map(role -> new Choice(role.roleId().toString(), role.name())).toList())
				.addObject("sectors", Choice.all(Sector.class)).addObject("members", sorted(members.stream().map(one -> new Choice(one.toString(), say.who(one, null)))))
				.addObject("mandates", sorted(mandates.stream()
						.map(one -> new Choice(one.mandateId().toString(), say.who(one.personId(), one.organisationId()) + ": " + say.words(one.subject())))))
				.addObject("people", governs ? register.choices() : List.of())
				.addObject("bodies", reading.first(MOST, ReadModels.BODIES, "name", there, new Is("status", BodyView.Status.ESTABLISHED.name())).stream()
						.map(body -> new Choice(body.bodyId().toString(), body.name())).toList())
				.addAllObjects(regions(partnership, reading));
	}

	private static List<Choice> organisations(PartnershipView partnership, LocalDate day) {
		return sorted(partnership.organisations().stream().filter(one -> one.leftOn() == null || one.leftOn().isAfter(day))
				.map(one -> new Choice(one.organisationId().toString(), one.name())));
	}

	/** Those that take part in a programme, and those that could; nothing for a region. */
	private Map<String, List<Choice>> regions(PartnershipView programme, Reading reading) {
		if (programme.kind() != PartnershipKind.PROGRAMME) {
			return Map.of("joined", List.of(), "others", List.of());
		}
		Set<PartnershipId> joined = programme.regions().stream().filter(region -> region.leftOn() == null).map(PartnershipView.Region::regionId).collect(Collectors.toSet());
		List<PartnershipView> known = reading.items(ReadModels.PARTNERSHIPS, List.of(), null, List.of("name"), 1, MOST, readers.partnerships(ReadModels.PARTNERSHIPS))
				.stream().map(Stored::document).filter(one -> one.kind() == PartnershipKind.REGION).toList();
		return Map.of("joined", known.stream().filter(one -> joined.contains(one.partnershipId())).map(PartnershipUpkeepPage::choice).toList(), "others",
				known.stream().filter(one -> !joined.contains(one.partnershipId())).map(PartnershipUpkeepPage::choice).toList());
	}

	private static Choice choice(PartnershipView partnership) {
		return new Choice(partnership.partnershipId().toString(), partnership.name());
	}

	private static List<Choice> sorted(Stream<Choice> choices) {
		return choices.sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER)).toList();
	}

	/** A new role, or one that is described again. */
	@PostMapping("/rollen")
	ModelAndView describe(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed) {
		RoleId fresh = new RoleId(Ids.next());
		return send(id, "rol", typed, form -> new DescribeRole(id, Objects.requireNonNullElse(form.idOrNone("roleId", RoleId::new), fresh), form.line("name", LINE),
				lines(form, "tasks"), lines(form, "responsibilities"), form.dayOrToday("describedOn")));
	}

	private static List<FreeText> lines(Form form, String field) {
		return form.has(field) ? form.lines(field, TEXT) : List.of();
	}

	@PostMapping("/fusies")
	ModelAndView merge(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed) {
		OrganisationId fresh = new OrganisationId(Ids.next());
		return send(id, "fusie", typed, form -> {
			OrganisationId into = form.idOrNone("into", OrganisationId::new);
			return new MergeOrganisations(id, form.ids("organisationIds", OrganisationId::new), Objects.requireNonNullElse(into, fresh), form.lineOrNone("name", LINE),
					into == null ? form.choice("sector", Sector.class) : null, form.dayOrToday("mergedOn"));
		});
	}

	@PostMapping("/vertrek")
	ModelAndView leave(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "vertrek", typed, form -> new LetPersonLeave(id, form.id("personId", PersonId::new), form.text("reason", TEXT), today.or(form.dayOrNone("leftOn"))));
	}

	@PostMapping("/mandaat")
	ModelAndView handOver(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed) {
		MandateId next = new MandateId(Ids.next());
		return send(id, "mandaat", typed, form -> new HandOverMandate(id, form.id("mandateId", MandateId::new), next, form.id("personId", PersonId::new),
				form.idOrNone("organisationId", OrganisationId::new), form.text("reason", TEXT), today.or(form.dayOrNone("handedOverOn"))));
	}

	@PostMapping("/mandaten")
	ModelAndView handOverMandates(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "mandaten", typed, form -> new HandOverMandates(id, form.id("organisationId", OrganisationId::new), form.id("successor", OrganisationId::new),
				form.text("reason", TEXT), today.or(form.dayOrNone("handedOverOn"))));
	}

	@PostMapping("/zetels")
	ModelAndView handOverSeats(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "zetels", typed, form -> new HandOverSeats(form.id("bodyId", BodyId::new), form.id("organisationId", OrganisationId::new),
				form.id("successor", OrganisationId::new), form.text("reason", TEXT), today.or(form.dayOrNone("handedOverOn"))));
	}

	/** The school holidays of a file take the place of those that were there; deadlines that name one are read anew. */
	@PostMapping("/schoolvakanties")
	ModelAndView takeHolidays(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile file) {
		desk.about(ReadModels.PARTNERSHIPS, id, null);
		Form form = forms.read("vakanties", typed);
		List<Holiday> holidays = FormFile.read(form, "file", file, chosen -> HolidayFile.read("file", new String(chosen.content(), StandardCharsets.UTF_8)))
				.orElse(List.of());
		return forms.send(form, each -> new ImportSchoolHolidays(id, holidays, today.date()), "/samenwerkingsverbanden/" + id, () -> show(id));
	}

	@PostMapping("/regios")
	ModelAndView join(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "regio", typed, form -> new JoinRegion(id, form.id("regionId", PartnershipId::new), form.dayOrToday("joinedOn")));
	}

	@PostMapping("/regios/vertrek")
	ModelAndView letGo(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "regio-weg", typed, form -> new LetRegionLeave(id, form.id("regionId", PartnershipId::new), today.or(form.dayOrNone("leftOn"))));
	}

	private ModelAndView send(PartnershipId id, String name, MultiValueMap<String, String> typed, Function<Form, Object> command) {
		return forms.send(forms.read(name, typed), command, "/samenwerkingsverbanden/" + id, () -> show(id));
	}
}
