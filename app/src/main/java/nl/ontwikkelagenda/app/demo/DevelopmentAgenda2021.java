package nl.ontwikkelagenda.app.demo;

import static nl.ontwikkelagenda.app.demo.Story.id;
import static nl.ontwikkelagenda.app.demo.Story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.actions.action.ActionCommand.CompleteAction;
import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.agenda.advice.AdviceAnswer;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.AnswerAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.CompileAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.CompileAdvice.Chosen;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.DraftAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.SubmitAdvice;
import nl.ontwikkelagenda.agenda.advice.ParagraphId;
import nl.ontwikkelagenda.agenda.advice.Part;
import nl.ontwikkelagenda.agenda.advice.Source;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.OpenAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.StateAmbition;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.attachment.AttachedLink;
import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.AttachLink;
import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.body.BodyCommand.EstablishBody;
import nl.ontwikkelagenda.agenda.body.BodyCommand.TakeSeat;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.body.SeatId;
import nl.ontwikkelagenda.agenda.body.SeatRole;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.TakeDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionId;
import nl.ontwikkelagenda.agenda.decision.DecisionMethod;
import nl.ontwikkelagenda.agenda.decision.Particulars;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.GroupId;
import nl.ontwikkelagenda.agenda.meeting.Introducer;
import nl.ontwikkelagenda.agenda.meeting.ItemId;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AdoptMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AnnounceAsLast;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.DiscussSource;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.DraftMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.FormGroup;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.HoldMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlaceItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlanMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PublishMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordAttendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordOutcome;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.ReportBack;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MinutesPartId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.meeting.SourceId;
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
import nl.ontwikkelagenda.agenda.project.Presentation;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.DrawRoadmap;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.PresentProject;
import nl.ontwikkelagenda.agenda.project.ProjectCommand.StartProject;
import nl.ontwikkelagenda.agenda.project.ProjectId;
import nl.ontwikkelagenda.agenda.project.Step;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.agenda.table.GoalId;
import nl.ontwikkelagenda.agenda.table.ProposalId;
import nl.ontwikkelagenda.agenda.table.TableCommand.AnswerGoal;
import nl.ontwikkelagenda.agenda.table.TableCommand.FormulateGoal;
import nl.ontwikkelagenda.agenda.table.TableCommand.MakeProposal;
import nl.ontwikkelagenda.agenda.table.TableCommand.OpenTable;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.theme.GuidingAnswerId;
import nl.ontwikkelagenda.agenda.theme.GuidingQuestion;
import nl.ontwikkelagenda.agenda.theme.IdeaId;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.AnswerGuidingQuestion;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.ContributeIdea;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RaiseTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/**
 * The development agenda of 2021: the kick-off of 29 March with its four subjects, the table "Grijs gebied" with its goals and proposals, and the advice note for the AO Jeugd. What
 * the documents do not tell any more, from the last meeting on, is told as an example.
 */
final class DevelopmentAgenda2021 {

	static final PartnershipId PARTNERSHIP = new PartnershipId(id("achterhoek"));
	static final AdviceNoteId ADVICE = new AdviceNoteId(id("adviesnotitie grijs gebied"));
	/** What is told last. */
	static final DecisionId LAST = new DecisionId(id("besluit ao jeugd over grijs gebied"));
	static final OrganisationId PROJECT_OFFICE = new OrganisationId(id("projectbureau achterhoek"));

	private static final LocalDate FOUNDED = LocalDate.of(2021, 1, 11);
	private static final LocalDate KICK_OFF = LocalDate.of(2021, 3, 29);
	private static final LocalDate PUBLISHED = LocalDate.of(2021, 4, 23);
	private static final LocalDate TABLE_DAY = LocalDate.of(2021, 9, 15);
	private static final LocalDate LAST_DAY = LocalDate.of(2021, 10, 27);
	/** "In de vorige bijeenkomst": the document gives no day. */
	private static final Period BEFORE_SUMMER = new Period(LocalDate.of(2021, 5, 1), LocalDate.of(2021, 7, 16));

	private static final OrganisationId MUNICIPALITIES = new OrganisationId(id("gemeenten achterhoek"));
	private static final OrganisationId PRIMARY = new OrganisationId(id("samenwerkingsverband primair"));
	private static final OrganisationId SECONDARY = new OrganisationId(id("samenwerkingsverband voortgezet"));
	private static final OrganisationId YOUTH_CARE = new OrganisationId(id("jeugdhulpaanbieders achterhoek"));

	private static final BodyId PLENARY = new BodyId(id("startbijeenkomst"));
	private static final BodyId TABLE_BODY = new BodyId(id("overleg ontwikkeltafel grijs gebied"));
	private static final BodyId OFFICIALS = new BodyId(id("ao jeugd"));
	private static final AgendaId AGENDA = new AgendaId(id("ontwikkelagenda onderwijs jeugdhulp"));
	private static final ThemeId GREY = new ThemeId(id("thema grijs gebied"));
	private static final ThemeId MISSION = new ThemeId(id("thema missie en visie"));
	private static final ThemeId MONITOR = new ThemeId(id("thema monitor"));
	private static final ThemeId PILOTS = new ThemeId(id("thema pilots"));
	private static final MeetingId START = new MeetingId(id("startbijeenkomst 29 maart 2021"));
	private static final MeetingId PREVIOUS = new MeetingId(id("tafel grijs gebied voor de zomer"));
	private static final MeetingId TABLE_MEETING = new MeetingId(id("tafel grijs gebied 15 september 2021"));
	private static final MeetingId LAST_MEETING = new MeetingId(id("tafel grijs gebied 27 oktober 2021"));
	private static final TableId TABLE = new TableId(id("ontwikkeltafel grijs gebied"));
	private static final GoalId KNOW_EACH_OTHER = new GoalId(id("doel elkaar kennen"));
	private static final GoalId WHAT_WORKS = new GoalId(id("doel bewezen effectief"));
	private static final ProposalId INFORM = new ProposalId(id("voorstel voorlichting"));
	private static final ProposalId SUPPORT_PLANS = new ProposalId(id("voorstel ondersteuningsplannen"));
	private static final ProposalId FINDING_PLACE = new ProposalId(id("voorstel vind- en werkplaats"));
	private static final ProjectId ARRANGEMENTS = new ProjectId(id("project onderwijs-jeugdhulparrangementen"));
	private static final ProjectId CONNECTION = new ProjectId(id("project verbinding onderwijs en jeugdhulp"));

	private static final ActionId NOTE = new ActionId(id("actie adviesnotitie"));
	private static final String FILES = "https://www.aanpakmetandereogen.nl/media/filer_public/";
	private static final String MIDTERM = FILES + "d2/11/d211cc8c-b589-4f5b-b7c7-06801035ea86/midterm_maart_2021_met_andere_ogen.pdf";
	private static final String COMMUNITY_OF_PRACTICE = FILES + "03/2e/032e40d3-b273-4269-aaeb-0efe03976760/mao_interprofessioneel_samenwerken_cop.pdf";

	private final Story story;

	DevelopmentAgenda2021(Story story) {
		this.story = story;
	}

	void tell() {
		story.as(Cast.ADMINISTRATOR).on(FOUNDED, "09:00");
		found();
		story.as(Cast.PROJECT_LEAD).on(LocalDate.of(2021, 3, 1), "10:00");
		prepare();
		story.as(Cast.SECRETARY).on(KICK_OFF, "13:30");
		start();
		story.on(PUBLISHED, "10:00");
		story.tell(new PublishMeeting(START, PUBLISHED, null));
		story.on(LocalDate.of(2021, 7, 16), "16:00");
		openTable();
		story.on(TABLE_DAY, "15:30");
		meetAtTable();
		story.on(LAST_DAY, "16:00");
		conclude();
	}

	private void found() {
		story.tell(new FoundPartnership(PARTNERSHIP, PartnershipKind.REGION, text("Onderwijs en jeugdhulp in de Achterhoek"), SchoolRegion.MIDDEN, Cast.ADMINISTRATOR, FOUNDED));
		right(Cast.SECRETARY, Right.SECRETARY);
		right(Cast.PROJECT_LEAD, Right.PROJECT_LEAD);
		right(Cast.PARTICIPANT, Right.PARTICIPANT);
		right(Cast.AUDITOR, Right.AUDITOR);
		story.as(Cast.SECRETARY);
		join(PROJECT_OFFICE, "Projectbureau Achterhoek", Sector.OTHER);
		join(MUNICIPALITIES, "Gemeenten in de Achterhoek", Sector.MUNICIPALITY);
		join(PRIMARY, "Samenwerkingsverband primair onderwijs", Sector.EDUCATION);
		join(SECONDARY, "Samenwerkingsverband voortgezet onderwijs", Sector.EDUCATION);
		join(YOUTH_CARE, "Jeugdhulpaanbieders in de Achterhoek", Sector.YOUTH_CARE);
		story.tell(new EstablishBody(PLENARY, PARTNERSHIP, BodyKind.PLENARY, text("Startbijeenkomst Ontwikkelagenda"), Access.OPEN));
		story.tell(new EstablishBody(OFFICIALS, PARTNERSHIP, BodyKind.OFFICIAL, text("AO Jeugd"), Access.TRANSPARENT));
	}

	private void right(PersonId who, Right right) {
		story.tell(new GiveRight(PARTNERSHIP, who, right, FOUNDED, null));
	}

	private void join(OrganisationId organisation, String name, Sector sector) {
		story.tell(new JoinOrganisation(PARTNERSHIP, organisation, text(name), sector, FOUNDED));
	}

	private void prepare() {
		story.tell(new StartProject(ARRANGEMENTS, PARTNERSHIP, text("Onderwijs-Jeugdhulparrangementen"), null, List.of(PROJECT_OFFICE), Cast.PROJECT_LEAD,
				new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)), null, null));
		story.tell(new DrawRoadmap(ARRANGEMENTS, List.of(new Step(text("Terugkoppeling op de startbijeenkomst van de ontwikkelagenda"), text("29 maart 2021"))),
				LocalDate.of(2021, 3, 1)));
		story.tell(new StartProject(CONNECTION, PARTNERSHIP, text("Verbinding tussen Onderwijs en Jeugdhulp in de Achterhoek"), null, List.of(PROJECT_OFFICE), Cast.PROJECT_LEAD,
				new Period(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31)), ARRANGEMENTS, null));
		story.tell(new OpenAgenda(AGENDA, PARTNERSHIP, text("Ontwikkelagenda Onderwijs Jeugdhulp"), LocalDate.of(2021, 3, 1)));
		story.tell(new PlanMeeting(START, PARTNERSHIP, PLENARY, AGENDA, text("Startbijeenkomst Ontwikkelagenda Onderwijs Jeugdhulp"), KICK_OFF, null, null, null, null));
		item("terugkoppeling", "Terugkoppeling over het project Onderwijs-Jeugdhulparrangementen en de routekaart", new Introducer(Cast.PROJECT_LEAD, null, null));
		item("vervolgproject", "Toelichting op het vervolgproject Verbinding tussen Onderwijs en Jeugdhulp in de Achterhoek", new Introducer(Cast.PROJECT_LEAD, null, null));
		item("midterm", "De werkzame elementen uit de Midterm Met andere ogen", new Introducer(null, text("Gastspreker"), text("Adviesbureau BMC")));
		item("ontwikkelagenda", "Opstellen en aanvullen van de ontwikkelagenda, in groepen per onderwerp", null);
	}

	private void item(String name, String title, @Nullable Introducer introducer) {
		story.tell(new PlaceItem(START, new ItemId(id("punt " + name)), text(title), null, null, introducer, null));
	}

	private void start() {
		story.tell(new HoldMeeting(START, Period.on(KICK_OFF)));
		for (OrganisationId organisation : List.of(PROJECT_OFFICE, MUNICIPALITIES, PRIMARY, SECONDARY, YOUTH_CARE)) {
			present(START, null, organisation);
		}
		present(START, Cast.PROJECT_LEAD, PROJECT_OFFICE);
		present(START, Cast.PARTICIPANT, PRIMARY);
		story.tell(new PresentProject(ARRANGEMENTS, START, Presentation.TALK, KICK_OFF));
		story.tell(new PresentProject(CONNECTION, START, Presentation.TALK, KICK_OFF));
		theme(GREY, "Het ‘grijze gebied’ tussen onderwijs en jeugdhulp", "Het grijze gebied afbakenen en verkleinen.");
		theme(MISSION, "Missie en visie op de samenwerking tussen onderwijs en jeugdhulp", "Maatwerk en het ontschotten van budgetten.");
		theme(MONITOR, "Monitor Onderwijs-Jeugdhulp", "Een monitor kan bijdragen aan de gezamenlijke wens voor een betere samenwerking.");
		theme(PILOTS, "Pilots samenwerking (speciaal) onderwijs en zorg / jeugdhulp", null);
		idea(GREY, "vertrouwen", "Vertrouwen in elkaar en denken in mogelijkheden");
		idea(MISSION, "maatwerk", "Maatwerk en het ontschotten van budgetten, waarbij de jeugdige niet de dupe mag zijn van regelgeving");
		idea(MONITOR, "monitor", "Een Monitor Onderwijs-Jeugdhulp");
		idea(PILOTS, "andere regio's", "Leren van elkaar door voorbeelden uit andere regio's te onderzoeken");
		group(GREY, "Grijs gebied", "Er is vooral behoefte aan het afbakenen en verkleinen van het grijze gebied tussen onderwijs en jeugdhulp.");
		group(MISSION, "Missie en visie", "Er is vooral behoefte aan maatwerk en het ontschotten van budgetten; de jeugdige mag niet de dupe zijn van regelgeving.");
		group(MONITOR, "Monitor", "De wens voor een Monitor Onderwijs-Jeugdhulp kwam sterk naar voren.");
		group(PILOTS, "Pilots", "Leren van elkaar door voorbeelden uit andere regio's te onderzoeken.");
		answer(GREY, GuidingQuestion.WHAT_FOR, "Grijs gebied", "Betere ontwikkelkansen voor elk kind.");
		answer(GREY, GuidingQuestion.WHAT_GOES_WELL, "Grijs gebied", "Er is behoefte en bereidheid om te investeren in de samenwerking.");
		answer(GREY, GuidingQuestion.WHAT_IS_NEEDED, "Grijs gebied", "Vertrouwen in elkaar en denken in mogelijkheden; het grijze gebied afbakenen en verkleinen.");
		answer(MISSION, GuidingQuestion.WHAT_IS_NEEDED, "Missie en visie", "Maatwerk en het ontschotten van budgetten.");
		answer(MONITOR, GuidingQuestion.WHAT_IS_NEEDED, "Monitor", "Een Monitor Onderwijs-Jeugdhulp.");
		answer(PILOTS, GuidingQuestion.WHAT_IS_NEEDED, "Pilots", "Voorbeelden uit andere regio's onderzoeken.");
		story.tell(
				new StateAmbition(AGENDA, text("Investeren in de samenwerking tussen onderwijs en jeugdhulp, om de ontwikkelkansen voor de leerling te optimaliseren."), KICK_OFF));
		information(START, "tafels", "Ontwikkeltafels", "Komend jaar geven verschillende ontwikkeltafels uitvoering aan de ontwikkelagenda.");
	}

	private void present(MeetingId meeting, @Nullable PersonId person, OrganisationId organisation) {
		story.tell(new RecordAttendance(meeting, person, organisation, Presence.PRESENT, null));
	}

	private void theme(ThemeId theme, String title, @Nullable String description) {
		story.tell(new RaiseTheme(theme, PARTNERSHIP, AGENDA, text(title), description == null ? null : text(description), false, null, null, null, KICK_OFF));
	}

	private void idea(ThemeId theme, String name, String words) {
		story.tell(new ContributeIdea(theme, new IdeaId(id("idee " + name)), text(words), null, null, Period.on(KICK_OFF)));
	}

	private void group(ThemeId theme, String name, String report) {
		GroupId group = new GroupId(id("groep " + name));
		story.tell(new FormGroup(START, group, text(name), theme, List.of()));
		story.tell(new ReportBack(START, group, text(report)));
	}

	private void answer(ThemeId theme, GuidingQuestion question, String group, String words) {
		story.tell(new AnswerGuidingQuestion(theme, new GuidingAnswerId(id("antwoord " + group + question)), question, text(group), text(words), KICK_OFF));
	}

	private void information(MeetingId meeting, String name, String title, String words) {
		story.tell(new RecordOutcome(meeting, new OutcomeId(id("uitkomst 2021 " + name)), OutcomeKind.INFORMATION, null, text(title), text(words), List.of()));
	}

	private void openTable() {
		story.tell(new EstablishBody(TABLE_BODY, PARTNERSHIP, BodyKind.TABLE, text("Ontwikkeltafel Grijs gebied tussen onderwijs en jeugdhulp"), Access.OPEN));
		story.tell(new TakeSeat(TABLE_BODY, new SeatId(id("zetel projectleider")), Cast.PROJECT_LEAD, PROJECT_OFFICE, SeatRole.CHAIR, BEFORE_SUMMER.from(), null));
		story.tell(new TakeSeat(TABLE_BODY, new SeatId(id("zetel deelnemer")), Cast.PARTICIPANT, PRIMARY, SeatRole.MEMBER, BEFORE_SUMMER.from(), null));
		story.tell(new OpenTable(TABLE, PARTNERSHIP, TABLE_BODY, GREY, text("Grijs gebied tussen onderwijs en jeugdhulp"), BEFORE_SUMMER.from()));
		story.tell(new PlanMeeting(PREVIOUS, PARTNERSHIP, TABLE_BODY, AGENDA, text("Ontwikkeltafel Grijs gebied, voor de zomervakantie"), BEFORE_SUMMER.from(), null, null, null,
				BEFORE_SUMMER));
		goal(KNOW_EACH_OTHER, "We moeten elkaar beter leren kennen en dezelfde taal spreken. Waar zijn we mee bezig en wat hoort bij wie?");
		goal(WHAT_WORKS,
				"Wat kunnen we uit bewezen effectieve werkwijzen halen en wat kunnen we hiervan leren? Wat maakt dat het werkt? Dit toepassen binnen het ontwikkelen van een "
						+ "werkwijze voor de poreuze randen.");
		information(PREVIOUS, "cultuur", "Cultuur van samenwerken",
				"Er is vooral behoefte aan een verandering in de cultuur van samenwerken; interprofessionele samenwerking kan bijdragen aan "
						+ "het behalen van de doelstellingen.");
	}

	private void goal(GoalId goal, String words) {
		story.tell(new FormulateGoal(TABLE, goal, text(words), BEFORE_SUMMER.to(), PREVIOUS));
	}

	private void meetAtTable() {
		story.tell(
				new PlanMeeting(TABLE_MEETING, PARTNERSHIP, TABLE_BODY, AGENDA, text("Ontwikkeltafel Grijs gebied tussen onderwijs en jeugdhulp"), TABLE_DAY, null, null, PREVIOUS,
						Period.on(TABLE_DAY)));
		present(TABLE_MEETING, Cast.PROJECT_LEAD, PROJECT_OFFICE);
		present(TABLE_MEETING, Cast.PARTICIPANT, PRIMARY);
		source("midterm", "Midterm Met Andere Ogen", MIDTERM);
		source("cop", "Community of Practice ‘Interprofessioneel samenwerken’", COMMUNITY_OF_PRACTICE);
		proposal(INFORM, "Voorlichting organiseren op het niveau van de samenwerkingsverbanden", List.of(KNOW_EACH_OTHER), "Zowel de gemeenten als de samenwerkingsverbanden");
		proposal(SUPPORT_PLANS,
				"Doelen voor de samenwerking tussen onderwijs en jeugdhulp opnemen in de nieuw te schrijven ondersteuningsplannen van de samenwerkingsverbanden, waar "
						+ "gemeenten vroegtijdig bij betrokken kunnen worden",
				List.of(KNOW_EACH_OTHER), null);
		proposal(FINDING_PLACE, "Onderzoeken hoe de school meer als vind- en werkplaats gezien kan worden en hoe we hier beter gebruik van kunnen maken", List.of(WHAT_WORKS),
				null);
		information(TABLE_MEETING, "vertaalslag", "Van theorie naar praktijk",
				"Aan de hand van de Midterm en de Community of Practice is besproken welke ideeën er zijn om de cultuur van "
						+ "samenwerking te verbeteren; er is een vertaalslag van de theorie naar de praktijk gemaakt.");
		information(TABLE_MEETING, "adviesnotitie", "Adviesnotitie voor het AO Jeugd",
				"Op basis van de geleverde input wordt een adviesnotitie voor het AO Jeugd opgesteld waarin de opbrengsten, kansen en uitdagingen gedeeld worden.");
		story.tell(new RecordOutcome(TABLE_MEETING, new OutcomeId(NOTE.value()), OutcomeKind.ACTION, GREY, text("Adviesnotitie voor het AO Jeugd opstellen"),
				text("Op basis van de geleverde input vanuit de bijeenkomsten met de ontwikkeltafel."),
				List.of(new AgreedPromise(new PromiseId(id("toezegging adviesnotitie")), Story.team("Ontwikkeltafel Grijs gebied"),
						text("De opbrengsten, kansen en uitdagingen delen in een adviesnotitie"), AgreedPromise.Of.WORK, null))));
		story.tell(new PlanMeeting(LAST_MEETING, PARTNERSHIP, TABLE_BODY, AGENDA, text("Ontwikkeltafel Grijs gebied: laatste bijeenkomst"), LAST_DAY, null, null, TABLE_MEETING,
				null));
		story.tell(new AnnounceAsLast(LAST_MEETING, null));
		story.tell(new DraftMinutes(TABLE_MEETING, new MinutesPartId(id("verslag 15 september 2021")), null,
				text("Na de zomervakantieperiode is de ontwikkeltafel Grijs gebied opnieuw bijeengekomen. De ontwikkeltafel komt 27 oktober 2021 voor de laatste keer bijeen.")));
		story.tell(new RecordMinutes(TABLE_MEETING, TABLE_DAY));
	}

	private void source(String name, String title, String address) {
		story.tell(new AttachLink(new AttachmentId(id("bijlage " + name)), PARTNERSHIP, TABLE_MEETING.value(), text(title), new AttachedLink(text(address), TABLE_DAY)));
		story.tell(new DiscussSource(TABLE_MEETING, new SourceId(id("bron " + name)), text(title), text(address), null, TABLE_DAY, null));
	}

	private void proposal(ProposalId proposal, String words, List<GoalId> goals, @Nullable String by) {
		story.tell(new MakeProposal(TABLE, proposal, text(words), goals, by == null ? null : text(by), TABLE_DAY, TABLE_MEETING));
	}

	private void conclude() {
		story.tell(new HoldMeeting(LAST_MEETING, Period.on(LAST_DAY)));
		present(LAST_MEETING, Cast.PROJECT_LEAD, PROJECT_OFFICE);
		present(LAST_MEETING, Cast.PARTICIPANT, PRIMARY);
		story.tell(new AdoptMinutes(TABLE_MEETING, LAST_MEETING));
		story.as(Cast.PROJECT_LEAD);
		story.tell(new DraftAdvice(ADVICE, PARTNERSHIP, TABLE, OFFICIALS, text("Adviesnotitie Grijs gebied tussen onderwijs en jeugdhulp"), LAST_DAY));
		story.tell(new CompileAdvice(ADVICE, List.of(
				paragraph("opbrengst", Part.YIELD, Source.Kind.GOAL, KNOW_EACH_OTHER.value(), "Hier ging het de tafel om."),
				paragraph("cultuur", Part.YIELD, Source.Kind.OUTCOME, id("uitkomst 2021 cultuur"), null),
				paragraph("voorlichting", Part.OPPORTUNITIES, Source.Kind.PROPOSAL, INFORM.value(), null),
				paragraph("ondersteuningsplannen", Part.OPPORTUNITIES, Source.Kind.PROPOSAL, SUPPORT_PLANS.value(), null),
				paragraph("vindplaats", Part.OPPORTUNITIES, Source.Kind.PROPOSAL, FINDING_PLACE.value(), null),
				paragraph("poreuze randen", Part.CHALLENGES, Source.Kind.GOAL, WHAT_WORKS.value(), "Wat nog open is.")), LAST_DAY));
		story.on(LocalDate.of(2021, 11, 10), "10:00");
		story.tell(new SubmitAdvice(ADVICE, LocalDate.of(2021, 11, 10)));
		story.tell(new CompleteAction(NOTE, text("De adviesnotitie is ingediend bij het AO Jeugd."), LocalDate.of(2021, 11, 10)));
		LocalDate answered = LocalDate.of(2021, 12, 8);
		story.on(answered, "11:00");
		story.tell(new AnswerAdvice(ADVICE, AdviceAnswer.PARTLY,
				text("Voorbeeld van een antwoord: voorlichting en ondersteuningsplannen nemen we over; het onderzoek naar de school als vind- en "
						+ "werkplaats hoort in de plannen van volgend jaar."),
				List.of(), answered, null));
		story.tell(new AnswerGoal(TABLE, KNOW_EACH_OTHER, text("Voorbeeld van een antwoord: door samen voorlichting te geven leren we elkaar kennen en spreken we dezelfde taal."),
				answered, null,
				ADVICE));
		story.tell(new TakeDecision(PARTNERSHIP, OFFICIALS, LAST, text("Voorlichting over onderwijs en jeugdhulp"),
				text("Voorbeeld van een besluit: de gemeenten en de samenwerkingsverbanden geven samen voorlichting."), answered, null, null, LocalDate.of(2022, 12, 1), null,
				new Particulars(DecisionMethod.CONSENT, null, List.of(), List.of(), null, text("Voorbeeld: de gemeenten moeten het nog bekrachtigen."), null)));
	}

	private static Chosen paragraph(String name, Part part, Source.Kind kind, UUID source, @Nullable String connection) {
		return new Chosen(new ParagraphId(id("alinea " + name)), part, kind, source, connection == null ? null : text(connection));
	}
}
