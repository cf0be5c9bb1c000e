package nl.ontwikkelagenda.app.demo;

import static nl.ontwikkelagenda.app.demo.Story.id;
import static nl.ontwikkelagenda.app.demo.Story.organisation;
import static nl.ontwikkelagenda.app.demo.Story.person;
import static nl.ontwikkelagenda.app.demo.Story.team;
import static nl.ontwikkelagenda.app.demo.Story.text;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.actions.action.ActionCommand.AppointLead;
import nl.ontwikkelagenda.actions.action.ActionCommand.LinkPromisedMeeting;
import nl.ontwikkelagenda.actions.action.ActionCommand.NoteDependency;
import nl.ontwikkelagenda.actions.action.ActionCommand.OpenCall;
import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.CallId;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.CloseInventory;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.CorrectAnswer;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.GiveAnswer;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.NoteNonResponse;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.OpenInventory;
import nl.ontwikkelagenda.actions.inventory.InventoryId;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.OpenAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.OpenReadingAlong;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.SignUpReader;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.StateAmbition;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.body.BodyCommand.EstablishBody;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise.Of;
import nl.ontwikkelagenda.agenda.meeting.GroupId;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.FormGroup;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.HoldMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlanMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordAttendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordOutcome;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.FoundPartnership;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GiveRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinOrganisation;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipKind;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.ClosePriorityRound;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.OpenPriorityRound;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.PlaceDots;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundId;
import nl.ontwikkelagenda.agenda.project.Author;
import nl.ontwikkelagenda.agenda.project.Presentation;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.AskQuestion;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.MakeRemark;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.PresentProject;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.StartProject;
import nl.ontwikkelagenda.agenda.project.ProjectId;
import nl.ontwikkelagenda.agenda.project.QuestionId;
import nl.ontwikkelagenda.agenda.project.RemarkId;
import nl.ontwikkelagenda.agenda.theme.FundingSource;
import nl.ontwikkelagenda.agenda.theme.SchoolYear;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.DiscloseFunding;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RaiseTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.attachment.Upload;

import org.jspecify.annotations.Nullable;

/** The work session of 24 September 2018: its agenda and themes, who came, what was agreed by whom and in which words. */
final class WorkSession2018 {

	static final PartnershipId PARTNERSHIP = new PartnershipId(id("samenwerkingsverband"));
	static final MeetingId WORK_SESSION = new MeetingId(id("werksessie 24 september 2018"));
	static final AgendaId AGENDA = new AgendaId(id("samenwerkingsagenda"));

	private static final LocalDate JUNE = LocalDate.of(2018, 6, 11);
	private static final LocalDate SEPTEMBER = LocalDate.of(2018, 9, 24);
	private static final MeetingId JUNE_MEETING = new MeetingId(id("bijeenkomst 11 juni 2018"));
	private static final BodyId WORK_SESSIONS = new BodyId(id("werksessies"));
	static final OrganisationId REGION = new OrganisationId(id("de regio"));
	private static final OrganisationId RBL = new OrganisationId(id("rbl"));
	private static final OrganisationId HUIZEN = new OrganisationId(id("gemeente huizen"));
	static final OrganisationId UNITA = new OrganisationId(id("unita"));
	private static final ThemeId AT_HOME = new ThemeId(id("thema thuiszitters"));
	private static final ThemeId BENCHED = new ThemeId(id("thema bankzitters"));
	private static final ThemeId CARE = new ThemeId(id("thema aansluiting zorg en onderwijs"));
	private static final ThemeId MEETING_EACH_OTHER = new ThemeId(id("thema hoe vinden we elkaar"));
	private static final InventoryId SHORTAGE = new InventoryId(id("inventarisatie lerarentekort"));
	private static final ThemeId TEACHERS = new ThemeId(id("thema lerarentekort"));

	private static final List<String> POSTERS = List.of("Thuiszitters", "M@z!", "Onderzoek naar de zorgadviesteams", "De gezonde school", "Onderwijszorgarrangementen",
			"Kwetsbare jongeren");

	private final Story story;

	WorkSession2018(Story story) {
		this.story = story;
	}

	void tell() {
		story.as(Cast.ADMINISTRATOR).on(JUNE, "09:00");
		found();
		story.as(Cast.SECRETARY).on(LocalDate.of(2018, 9, 3), "10:00");
		story.tell(new PlanMeeting(WORK_SESSION, PARTNERSHIP, WORK_SESSIONS, AGENDA, text("Verder aan de slag met succesvol samenwerken tussen onderwijs en gemeenten"), SEPTEMBER,
				null, null, JUNE_MEETING, null));
		story.on(SEPTEMBER, "09:00");
		hold();
		story.on(SEPTEMBER, "12:30");
		agree();
		callAndLead();
		promiseFunding();
		readAlong();
		takeStock();
		goOn();
	}

	private void found() {
		story.tell(
				new FoundPartnership(PARTNERSHIP, PartnershipKind.REGION, text("Samenwerking onderwijs en gemeenten in de Regio"), SchoolRegion.NOORD, Cast.ADMINISTRATOR, JUNE));
		right(Cast.SECRETARY, Right.SECRETARY);
		right(Cast.PROJECT_LEAD, Right.PROJECT_LEAD);
		right(Cast.PARTICIPANT, Right.PARTICIPANT);
		right(Cast.AUDITOR, Right.AUDITOR);
		story.as(Cast.SECRETARY);
		join(REGION, "De Regio", Sector.MUNICIPALITY);
		join(RBL, "RBL", Sector.MUNICIPALITY);
		join(HUIZEN, "Gemeente Huizen", Sector.MUNICIPALITY);
		join(UNITA, "Unita", Sector.EDUCATION);
		story.tell(new EstablishBody(WORK_SESSIONS, PARTNERSHIP, BodyKind.WORK_SESSION, text("Werksessie onderwijs en gemeenten"), Access.OPEN));
		story.tell(new OpenAgenda(AGENDA, PARTNERSHIP, text("Samenwerkingsagenda onderwijs – gemeenten"), JUNE));
		story.tell(new PlanMeeting(JUNE_MEETING, PARTNERSHIP, WORK_SESSIONS, AGENDA, text("Bijeenkomst onderwijs en gemeenten"), JUNE, null, null, null, Period.on(JUNE)));
		story.tell(new RecordOutcome(JUNE_MEETING, new OutcomeId(id("roep om concretisering")), OutcomeKind.INFORMATION, null, text("Aan de slag"),
				text("De roep om concretisering en aan de slag gaan, zonder al te veel beleid, voerde de boventoon."), List.of()));
	}

	private void right(PersonId who, Right right) {
		story.tell(new GiveRight(PARTNERSHIP, who, right, JUNE, null));
	}

	private void join(OrganisationId organisation, String name, Sector sector) {
		story.tell(new JoinOrganisation(PARTNERSHIP, organisation, text(name), sector, JUNE));
	}

	private void hold() {
		story.tell(new HoldMeeting(WORK_SESSION, Period.on(SEPTEMBER)));
		for (OrganisationId organisation : List.of(REGION, RBL, HUIZEN, UNITA)) {
			story.tell(new RecordAttendance(WORK_SESSION, null, organisation, Presence.PRESENT, null));
		}
		story.tell(new RecordAttendance(WORK_SESSION, Cast.CONTACT_A, REGION, Presence.PRESENT, null));
		story.tell(new RecordAttendance(WORK_SESSION, Cast.CONTACT_B, REGION, Presence.PRESENT, null));
		story.tell(new RecordAttendance(WORK_SESSION, Cast.COORDINATOR_C, REGION, Presence.PRESENT, null));
		story.tell(new RecordAttendance(WORK_SESSION, Cast.DIRECTOR_D, UNITA, Presence.PRESENT, null));
		carousel();
		theme(AT_HOME, "Thuiszitters", false);
		theme(BENCHED, "Bankzitters", false);
		theme(CARE, "Aansluiting zorg en onderwijs", false);
		theme(MEETING_EACH_OTHER, "Hoe vinden we elkaar?", false);
		theme(TEACHERS, "Lerarentekort", true);
		setPriorities();
		talkInGroups();
		story.tell(new StateAmbition(AGENDA, text("We willen onderwijs voor zoveel mogelijk kinderen en jongeren."), SEPTEMBER));
	}

	private void carousel() {
		for (String poster : POSTERS) {
			ProjectId project = new ProjectId(id("project " + poster));
			story.tell(new StartProject(project, PARTNERSHIP, text(poster), null, List.of(REGION), null, null, null, null));
			story.tell(new PresentProject(project, WORK_SESSION, Presentation.POSTER, SEPTEMBER));
		}
		String list = "Posters van de projectencarrousel.txt";
		story.tell(Upload.named("file", list, String.join("\n", POSTERS).getBytes(StandardCharsets.UTF_8)).to(new AttachmentId(id("bijlage posters")), PARTNERSHIP,
				WORK_SESSION.value()));
		ProjectId first = new ProjectId(id("project Thuiszitters"));
		Author nobody = new Author(null, null);
		story.tell(new MakeRemark(first, new RemarkId(id("opmerking 1")), text("Er gebeurt al veel"), nobody, SEPTEMBER, WORK_SESSION));
		story.tell(new MakeRemark(first, new RemarkId(id("opmerking 2")), text("Ik ken veel projecten niet"), nobody, SEPTEMBER, WORK_SESSION));
		story.tell(new AskQuestion(first, new QuestionId(id("vraag 1")), text("Kan er ook inzicht gegeven worden in de financiën?"), nobody, SEPTEMBER, WORK_SESSION));
	}

	/** Three dots for each; how they were divided, the document does not tell. */
	private void setPriorities() {
		PriorityRoundId round = new PriorityRoundId(id("prioriteiten 24 september 2018"));
		story.tell(new OpenPriorityRound(round, PARTNERSHIP, AGENDA, text("Prioriteiten na de projectencarrousel"), 3, null, SEPTEMBER));
		for (PersonId person : List.of(Cast.CONTACT_A, Cast.CONTACT_B)) {
			story.tell(new PlaceDots(round, person, AT_HOME, 1));
			story.tell(new PlaceDots(round, person, BENCHED, 1));
			story.tell(new PlaceDots(round, person, CARE, 1));
		}
		story.tell(new PlaceDots(round, Cast.COORDINATOR_C, CARE, 2));
		story.tell(new PlaceDots(round, Cast.DIRECTOR_D, MEETING_EACH_OTHER, 2));
		story.tell(new ClosePriorityRound(round, SEPTEMBER));
	}

	private void talkInGroups() {
		group(BENCHED, "Bankzitters");
		group(AT_HOME, "Thuiszitters");
		group(CARE, "Aansluiting zorg en onderwijs");
		group(MEETING_EACH_OTHER, "Hoe vinden we elkaar?");
	}

	private void group(ThemeId theme, String name) {
		story.tell(new FormGroup(WORK_SESSION, new GroupId(id("groep 2018 " + name)), text(name), theme, List.of()));
	}

	private void promiseFunding() {
		for (ThemeId theme : List.of(AT_HOME, BENCHED, CARE, MEETING_EACH_OTHER)) {
			story.tell(new DiscloseFunding(theme, new FundingSource(REGION, null), new SchoolYear("2018-2019"), null, SEPTEMBER));
			story.tell(new DiscloseFunding(theme, new FundingSource(null, text("Het onderwijs")), new SchoolYear("2018-2019"), null, SEPTEMBER));
		}
	}

	/** "Enkele mensen willen meelezen met de samenwerkingsagenda." */
	private void readAlong() {
		story.tell(new OpenReadingAlong(AGENDA, SEPTEMBER, null));
		story.tell(new SignUpReader(AGENDA, Cast.PARTICIPANT, SEPTEMBER));
		story.tell(new SignUpReader(AGENDA, Cast.DIRECTOR_D, SEPTEMBER));
	}

	private void theme(ThemeId theme, String title, boolean missing) {
		story.tell(new RaiseTheme(theme, PARTNERSHIP, AGENDA, text(title), null, missing, null, null, null, SEPTEMBER));
	}

	private void agree() {
		outcome(OutcomeKind.INFORMATION, null, "Rode draad", "We willen onderwijs voor zoveel mogelijk kinderen en jongeren. Thuiszitters, bankzitters, jongeren die niet meedoen, "
				+ "jongeren die niet naar school gaan, omdat jeugdhulp ontbreekt of het onderwijs niet passend genoeg is, vinden we zeer onwenselijk.");
		outcome(OutcomeKind.INFORMATION, CARE, "Betere afstemming tussen onderwijs en jeugdhulp",
				"Stappen om elkaars werkprocessen beter te leren kennen, korte lijnen te hebben met de "
						+ "juiste contactpersonen en vertrouwen in elkaar als professional te hebben. Groot vraagstuk is ook de bekostiging van jeugdhulp in het onderwijs.");
		outcome(OutcomeKind.INFORMATION, MEETING_EACH_OTHER, "Ontmoeten",
				"De wens om elkaar te ontmoeten leeft bij allen. Voorbeelden: samen professionaliseren, betrokken bij elkaars inwerkprogramma's, netwerkbijeenkomsten.");
		outcome(OutcomeKind.DECISION, null, "Samenwerkingsagenda onderwijs – gemeenten",
				"Er wordt een regionale samenwerkingsagenda onderwijs gemeenten opgesteld. De basis van deze samenwerkingsagenda is met deze werksessie gelegd.");

		action(TEACHERS, "Lerarentekort", "Komt u structureel FTE tekort? Geef dit door aan @[" + Cast.CONTACT_A + "].",
				promise("lerarentekort 1", organisation(REGION), "De omvang van het lerarentekort inventariseren", Of.WORK, null),
				promise("lerarentekort 2", organisation(REGION), "Een overleg organiseren over de korte en de langere termijn oplossingen", Of.WORK, "Voor de kerstvakantie"));
		action(BENCHED, "Bankzitters", null,
				promise("bankzitters 1", organisation(RBL),
						"Een aantal casussen van bankzitters uitschrijven en bespreken met de consultant van de gemeente Huizen (later ook andere gemeenten)", Of.WORK,
						"nog dit kalenderjaar"));
		action(null, "Visiesessie",
				"Wat zijn de kaders en hoe zou het zijn zonder kaders? En hoe willen we onze processen hierop samen inrichten? Wil jij hier graag bij zijn of wil je dit "
						+ "helpen organiseren? Meld je bij @[" + Cast.CONTACT_B + "].",
				promise("visiesessie 1", organisation(REGION), "Het initiatief nemen voor een verdiepende visiesessie op bestuurlijk niveau met een kleine groep", Of.WORK, null));
		action(null, "Leerlingenvervoer", "Er komt een regionaal overleg over leerlingenvervoer met beleid en uitvoering.",
				promise("leerlingenvervoer 1", person(Cast.DIRECTOR_D), "Het regionaal overleg organiseren; een uitnodiging volgt", Of.INVITATION, "voor de kerstvakantie"));
		action(CARE, "Wachtlijst voor JGGZ", "Dit is een groot vraagstuk.",
				promise("wachtlijst 1", team("Consultatie- en Adviesteam van de Regio"),
						"Met jeugdartsen en psycholoog alle leerlingen uit onze regio bekijken die op de wachttijdstaan",
						Of.WORK, "start dit najaar"),
				promise("wachtlijst 2", person(Cast.COORDINATOR_C), "Het voortouw nemen", Of.WORK, "start dit najaar"));
		action(AT_HOME, "Elan & Co",
				"Een onderwijszorgvoorziening voor thuiszitters voor primair en voortgezet onderwijs, met onderwijs, dagbesteding en hulp. Doel is: terugkeer naar "
						+ "onderwijs.",
				promise("elan 1", organisation(REGION), "Contact opnemen met Stichting Elan", Of.WORK, null),
				promise("elan 2", organisation(REGION), "Een informatiesessie over Elan & Co; de uitnodiging volgt", Of.INVITATION, "in november 2018"));
		action(MEETING_EACH_OTHER, "Werkbezoeken en samen professionaliseren", "Als er scholen of gemeenten zijn die mee willen werken aan een werkbezoek kunnen ze zich melden.",
				promise("werkbezoeken 1", organisation(REGION),
						"In overleg met de samenwerkingsverbanden een aantal deskundigheidsbevorderingen samen doen en werkbezoeken organiseren", Of.WORK, null));
		action(null, "Transparantie over financiën en organisatie", null,
				promise("transparantie 1", organisation(REGION), "Van de regionale thema's de financiën in kaart brengen", Of.WORK, "dit schooljaar"),
				promise("transparantie 2", team("Het onderwijs"), "De financiering inzichtelijk maken", Of.WORK, "dit schooljaar"),
				promise("transparantie 3", organisation(REGION), "Een informatiebijeenkomst organiseren in samenwerking met het onderwijs", Of.WORK, "in februari"));
	}

	/** Who takes the lead, and to what others are invited. */
	private void callAndLead() {
		story.tell(new AppointLead(actionOf("Wachtlijst voor JGGZ"), promiseOf("wachtlijst 2"), SEPTEMBER));
		call("Visiesessie", "Wil jij hier graag bij zijn of wil je dit helpen organiseren?");
		call("Werkbezoeken en samen professionaliseren", "Als er scholen of gemeenten zijn die mee willen werken aan een werkbezoek kunnen ze zich melden.");
	}

	private void call(String action, String words) {
		story.tell(new OpenCall(actionOf(action), new CallId(id("oproep " + action)), text(words), null, null, SEPTEMBER));
	}

	/** What came of it the document does not tell; what could have come of it calls itself an example. */
	private void goOn() {
		LocalDate today = LocalDate.of(2018, 12, 5);
		story.on(today, "10:00");
		MeetingId talk = new MeetingId(id("overleg lerarentekort"));
		story.tell(new PlanMeeting(talk, PARTNERSHIP, null, AGENDA, text("Voorbeeld: overleg over het lerarentekort"), LocalDate.of(2018, 12, 12), null, null, null, null));
		story.tell(new LinkPromisedMeeting(actionOf("Lerarentekort"), promiseOf("lerarentekort 2"), talk, today));
		story.tell(new NoteDependency(actionOf("Werkbezoeken en samen professionaliseren"), actionOf("Visiesessie"),
				text("Voorbeeld: de visiesessie bepaalt eerst waar de werkbezoeken over gaan."), today));
	}

	private static ActionId actionOf(String title) {
		return new ActionId(id("actie " + title));
	}

	private static PromiseId promiseOf(String name) {
		return new PromiseId(id("toezegging " + name));
	}

	/** The question was put to all present; what they answered is not in the source, so these numbers are examples and say so. */
	private void takeStock() {
		story.as(Cast.SECRETARY).on(LocalDate.of(2018, 10, 1), "09:00");
		story.tell(new OpenInventory(SHORTAGE, PARTNERSHIP, new ActionId(id("actie Lerarentekort")), TEACHERS, text("Hoeveel fte leraren komt u structureel tekort?"), text("fte"),
				List.of(REGION, RBL, HUIZEN, UNITA), LocalDate.of(2018, 10, 1), LocalDate.of(2018, 11, 30)));
		story.on(LocalDate.of(2018, 10, 15), "11:00");
		story.tell(new GiveAnswer(SHORTAGE, UNITA, Cast.DIRECTOR_D, new BigDecimal("6.5"), text("Voorbeeldgetal, niet uit de bron."), LocalDate.of(2018, 10, 15)));
		story.on(LocalDate.of(2018, 11, 5), "14:00");
		story.tell(new GiveAnswer(SHORTAGE, HUIZEN, null, BigDecimal.ZERO, text("Voorbeeldgetal, niet uit de bron: de gemeente heeft geen leraren in dienst."),
				LocalDate.of(2018, 11, 5)));
		story.tell(new NoteNonResponse(SHORTAGE, RBL, text("Voorbeeld, niet uit de bron: het RBL heeft geen leraren in dienst en antwoordt niet."), LocalDate.of(2018, 11, 5)));
		story.on(LocalDate.of(2018, 11, 20), "10:00");
		story.tell(new CorrectAnswer(SHORTAGE, UNITA, Cast.DIRECTOR_D, new BigDecimal("7.25"), text("Voorbeeldgetal, niet uit de bron."),
				text("Voorbeeld: twee vacatures waren vergeten."), LocalDate.of(2018, 11, 20)));
		story.on(LocalDate.of(2018, 12, 3), "09:00");
		story.tell(new CloseInventory(SHORTAGE, LocalDate.of(2018, 12, 3)));
	}

	private void outcome(OutcomeKind kind, @Nullable ThemeId theme, String title, String words) {
		story.tell(new RecordOutcome(WORK_SESSION, new OutcomeId(id("uitkomst " + title)), kind, theme, text(title), text(words), List.of()));
	}

	private void action(@Nullable ThemeId theme, String title, @Nullable String words, AgreedPromise... promises) {
		story.tell(new RecordOutcome(WORK_SESSION, new OutcomeId(id("actie " + title)), OutcomeKind.ACTION, theme, text(title), words == null ? null : text(words),
				List.of(promises)));
	}

	private static AgreedPromise promise(String name, Owner owner, String what, Of of, @Nullable String when) {
		return new AgreedPromise(promiseOf(name), owner, text(what), of, when == null ? null : new AgreedPromise.Words(text(when), SEPTEMBER));
	}
}
