package nl.ontwikkelagenda.app.participation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Forms.Powers;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.cop.community.Capacity;
import nl.ontwikkelagenda.cop.community.CommunityCommand.FoundCommunity;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.cop.community.CommunityView;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.MoveStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.RegisterStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.WithdrawStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderId;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderStatus;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderView;
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

/** The communities of a partnership, and for who keeps them: founding one, and the stakeholders who may take part. */
@Controller
@RequestMapping("/communities")
class CommunityListPage {

	private static final String ADDRESS = "/communities?partnershipId=";
	private static final int TITLE = 200;
	private static final int MOST = 200;
	private static final int MOST_PEOPLE = 500;
	private static final int USUAL_SESSIONS = 4;
	private static final int QUARTERS = 4;

	private final Reading.Desk desk;
	private final Readers readers;
	private final Forms forms;
	private final People people;

	CommunityListPage(Reading.Desk desk, Readers readers, Forms forms, People people) {
		this.desk = desk;
		this.readers = readers;
		this.forms = forms;
		this.people = people;
	}

	@GetMapping
	ModelAndView list(@RequestParam PartnershipId partnershipId, @RequestParam(required = false) @Nullable LocalDate asOf) {
		readers.check(ReadModels.COMMUNITIES, partnershipId);
		Reading reading = desk.anything(asOf);
		PartnershipView partnership = reading.partnership(partnershipId);
		Is there = new Is("partnershipId", partnershipId.toString());
		List<CommunityView> communities = reading.all(ReadModels.COMMUNITIES, there).stream().sorted(Comparator.comparing(CommunityView::title, String.CASE_INSENSITIVE_ORDER))
				.toList();
		Powers powers = forms.powers(partnershipId);
		boolean keeps = !reading.moment().past() && powers.mayForOthers(RegisterStakeholder.class);
		List<StakeholderView> stakeholders = keeps ? reading.all(ReadModels.STAKEHOLDERS, there, new Is("status", StakeholderStatus.REGISTERED.name())) : List.of();
		return new ModelAndView("communities").addObject("partnership", partnership).addObject("communities", communities)
				.addObject("say", reading.speech(List.of(partnership)).meet(stakeholders.stream().map(StakeholderView::personId), communities.stream().map(CommunityView::title)))
				.addObject("mayFound", keeps && powers.may(FoundCommunity.class)).addObject("keeps", keeps).addObject("stakeholders", stakeholders)
				.addObject("bodies", keeps ? bodies(there, communities, reading) : List.of())
				.addObject("themes", keeps ? themes(there, reading) : List.of()).addObject("people", keeps ? others(stakeholders) : List.of())
				.addObject("organisations", partnership.organisations().stream().filter(one -> one.leftOn() == null)
						.map(one -> new Choice(one.organisationId().toString(), one.name())).toList())
				.addObject("sectors", Choice.all(Sector.class)).addObject("perspectives", Choice.all(Perspective.class)).addObject("usual", Capacity.USUAL)
				.addObject("hidden", Map.of("partnershipId", partnershipId)).addAllObjects(reading.moment().attributes());
	}

	/** Bodies of the kind on which no community stands yet. */
	private static List<Choice> bodies(Is there, List<CommunityView> communities, Reading reading) {
		Set<BodyId> taken = communities.stream().map(CommunityView::bodyId).collect(Collectors.toSet());
		return reading.first(MOST, ReadModels.BODIES, "name", there, new Is("kind", BodyKind.COMMUNITY.name()), new Is("status", BodyView.Status.ESTABLISHED.name())).stream()
				.filter(body -> !taken.contains(body.bodyId())).map(body -> new Choice(body.bodyId().toString(), body.name())).toList();
	}

	private static List<Choice> themes(Is there, Reading reading) {
		return reading.first(MOST, ReadModels.THEMES, "title", there).stream().map(theme -> new Choice(theme.themeId().toString(), theme.title())).toList();
	}

	private List<Choice> others(List<StakeholderView> stakeholders) {
		Set<PersonId> registered = stakeholders.stream().map(StakeholderView::personId).collect(Collectors.toSet());
		Stream<Person> free = people.all(MOST_PEOPLE).stream().filter(person -> !registered.contains(person.personId()));
		return free.map(person -> new Choice(person.personId().toString(), person.name())).sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER)).toList();
	}

	/** With the usual numbers where none were typed; who attends three quarters of the sessions gets a certificate. */
	@PostMapping
	ModelAndView found(@RequestParam PartnershipId partnershipId, @RequestParam MultiValueMap<String, String> typed) {
		Form read = forms.read("community", typed);
		BodyId body = read.id("bodyId", BodyId::new);
		CommunityId id = CommunityId.on(body);
		return forms.send(read, form -> {
			int sessions = or(form.numberOrNone("sessions"), USUAL_SESSIONS);
			return new FoundCommunity(id, partnershipId, body, form.idOrNone("themeId", ThemeId::new), form.line("title", TITLE),
					new Capacity(or(form.numberOrNone("minimum"), Capacity.USUAL.minimum()), or(form.numberOrNone("maximum"), Capacity.USUAL.maximum()), CommunityPage.kept(form)),
					sessions,
					or(form.numberOrNone("sessionsNeeded"), sessions - sessions / QUARTERS), form.dayOrNone("startsOn"), form.dayOrToday("foundedOn"));
		}, "/communities/" + id, () -> list(partnershipId, null));
	}

	private static int or(@Nullable Integer number, int usual) {
		return number == null ? usual : number;
	}

	@PostMapping("/aandeelhouders")
	ModelAndView register(@RequestParam PartnershipId partnershipId, @RequestParam MultiValueMap<String, String> typed) {
		return forms.send(forms.read("aandeelhouder", typed), form -> {
			PersonId person = form.id("personId", PersonId::new);
			return new RegisterStakeholder(StakeholderId.of(partnershipId, person), partnershipId, person, form.idOrNone("organisationId", OrganisationId::new),
					form.choice("sector", Sector.class), form.choice("perspective", Perspective.class), form.dayOrToday("registeredOn"));
		}, ADDRESS + partnershipId + "#aandeelhouders", () -> list(partnershipId, null));
	}

	/** To another organisation, or with another view on things. */
	@PostMapping("/aandeelhouders/{person}/wijziging")
	ModelAndView move(@PathVariable PersonId person, @RequestParam PartnershipId partnershipId, @RequestParam MultiValueMap<String, String> typed) {
		return forms.send(forms.read("wijziging-" + person, typed),
				form -> new MoveStakeholder(StakeholderId.of(partnershipId, person), person, form.idOrNone("organisationId", OrganisationId::new),
						form.choice("sector", Sector.class), form.choice("perspective", Perspective.class), form.dayOrToday("movedOn")),
				ADDRESS + partnershipId + "#aandeelhouders", () -> list(partnershipId, null));
	}

	@PostMapping("/aandeelhouders/{person}/uitschrijven")
	ModelAndView withdraw(@PathVariable PersonId person, @RequestParam PartnershipId partnershipId, @RequestParam MultiValueMap<String, String> typed) {
		return forms.send(forms.read("uitschrijven-" + person, typed),
				form -> new WithdrawStakeholder(StakeholderId.of(partnershipId, person), person, form.dayOrToday("withdrawnOn")), ADDRESS + partnershipId + "#aandeelhouders",
				() -> list(partnershipId, null));
	}
}
