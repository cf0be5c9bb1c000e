package nl.ontwikkelagenda.app.demo;

import static nl.ontwikkelagenda.app.demo.Story.id;
import static nl.ontwikkelagenda.app.demo.Story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.OpenAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.PutBarrierOnAgenda;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.ReportBarrier;
import nl.ontwikkelagenda.agenda.barrier.BarrierId;
import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.body.BodyCommand.EstablishBody;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlanMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordAttendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.FoundPartnership;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GiveRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinOrganisation;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinRegion;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipKind;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.cop.community.Capacity;
import nl.ontwikkelagenda.cop.community.CommunityCommand.CertifyParticipation;
import nl.ontwikkelagenda.cop.community.CommunityCommand.Enrol;
import nl.ontwikkelagenda.cop.community.CommunityCommand.FoundCommunity;
import nl.ontwikkelagenda.cop.community.CommunityCommand.ShareInsight;
import nl.ontwikkelagenda.cop.community.CommunityCommand.StartCommunity;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.cop.community.InsightId;
import nl.ontwikkelagenda.cop.community.InsightKind;
import nl.ontwikkelagenda.cop.glossary.TermCommand.AgreeTerm;
import nl.ontwikkelagenda.cop.glossary.TermCommand.ExplainTerm;
import nl.ontwikkelagenda.cop.glossary.TermCommand.RaiseTerm;
import nl.ontwikkelagenda.cop.glossary.TermId;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.CatalogueItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.UseItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemId;
import nl.ontwikkelagenda.cop.library.KnowledgeItemKind;
import nl.ontwikkelagenda.cop.library.Publication;
import nl.ontwikkelagenda.cop.reflection.AnswerTally;
import nl.ontwikkelagenda.cop.reflection.Instrument;
import nl.ontwikkelagenda.cop.reflection.Instrument.Question;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundCommand.CloseReflectionRound;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundCommand.OpenReflectionRound;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundId;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.RegisterStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderId;

import org.jspecify.annotations.Nullable;

/**
 * The programme Mét andere ogen: the eleven inspiration regions of 2019, the five communities of practice of 2020 and the literature and tools of 2023. The documents name
 * neither the regions nor who took part, and give no days of meetings: what is told of those is invented, and says so where it is read.
 */
final class MetAndereOgen {

	static final PartnershipId PROGRAMME = new PartnershipId(id("met andere ogen"));
	/** What is told last. */
	static final ReflectionRoundId LAST = new ReflectionRoundId(id("reflectie om uit te proberen"));
	private static final OrganisationId SCHOOLS = new OrganisationId(id("scholen inspiratieregio's"));
	private static final OrganisationId MUNICIPALITIES = new OrganisationId(id("gemeenten inspiratieregio's"));
	private static final OrganisationId YOUTH_CARE = new OrganisationId(id("jeugdhulp inspiratieregio's"));

	/** Who registered is not in the document: these are known by what they do only. */
	static final List<Registered> REGISTERED = List.of(
			new Registered("Aandeelhouder 1", "Leraar", SCHOOLS, Sector.EDUCATION, Perspective.PRACTICE),
			new Registered("Aandeelhouder 2", "Intern begeleider", SCHOOLS, Sector.EDUCATION, Perspective.PRACTICE),
			new Registered("Aandeelhouder 3", "Schooldirecteur", SCHOOLS, Sector.EDUCATION, Perspective.PRACTICE),
			new Registered("Aandeelhouder 4", "Orthopedagoog", SCHOOLS, Sector.EDUCATION, Perspective.PRACTICE),
			new Registered("Aandeelhouder 5", "Beleidsmedewerker onderwijs", SCHOOLS, Sector.EDUCATION, Perspective.POLICY),
			new Registered("Aandeelhouder 6", "Beleidsmedewerker jeugd", MUNICIPALITIES, Sector.MUNICIPALITY, Perspective.POLICY),
			new Registered("Aandeelhouder 7", "Leerplichtambtenaar", MUNICIPALITIES, Sector.MUNICIPALITY, Perspective.PRACTICE),
			new Registered("Aandeelhouder 8", "Contractmanager jeugdhulp", MUNICIPALITIES, Sector.MUNICIPALITY, Perspective.POLICY),
			new Registered("Aandeelhouder 9", "Jeugdhulpverlener", YOUTH_CARE, Sector.YOUTH_CARE, Perspective.PRACTICE),
			new Registered("Aandeelhouder 10", "Gezinsbegeleider", YOUTH_CARE, Sector.YOUTH_CARE, Perspective.PRACTICE),
			new Registered("Aandeelhouder 11", "Manager jeugdhulp", YOUTH_CARE, Sector.YOUTH_CARE, Perspective.POLICY),
			new Registered("Aandeelhouder 12", "Jeugdverpleegkundige", null, Sector.HEALTH, Perspective.PRACTICE),
			new Registered("Aandeelhouder 13", "Onderzoeker", null, Sector.SCIENCE, Perspective.SCIENCE),
			new Registered("Aandeelhouder 14", "Ouder", null, Sector.PARENTS_AND_YOUTH, Perspective.PARENT),
			new Registered("Aandeelhouder 15", "Jongere", null, Sector.PARENTS_AND_YOUTH, Perspective.YOUNG_PERSON));

	private static final List<String> REGIONS = List.of("Berkenveld", "Duinrand", "Eikendal", "Heidezoom", "Kleihoek", "Lindehof", "Merenrijk", "Rivierenbocht", "Vaartland",
			"Wilgenoord", "Zandrug");
	private static final String TOGETHER = "Interprofessioneel samenwerken";
	private static final List<String> THEMES = List.of("Onderwijs-zorgarrangementen en poreuze randen", TOGETHER, "Positief en preventief jeugdbeleid", "Monitoring",
			"Bindende afspraken voor onderwijs, jeugd en zorg");
	private static final List<String> SESSIONS = List.of("eerste", "tweede", "derde", "vierde");

	/** "In 2019": the document gives no day. */
	private static final LocalDate FOUNDED = LocalDate.of(2019, 1, 7);
	private static final LocalDate ANNOUNCED = LocalDate.of(2020, 3, 12);
	private static final LocalDate REGISTRATION = LocalDate.of(2020, 3, 13);
	private static final LocalDate ENROLMENT = LocalDate.of(2020, 3, 16);
	private static final LocalDate START = LocalDate.of(2020, 4, 1);
	/** Mondays; each community meets on a day of its own in those weeks. */
	private static final List<LocalDate> WEEKS = List.of(LocalDate.of(2020, 4, 20), LocalDate.of(2020, 6, 22), LocalDate.of(2020, 9, 21), LocalDate.of(2020, 11, 23));
	private static final LocalDate CERTIFIED = LocalDate.of(2020, 12, 7);
	private static final int NEEDED = 3;
	/** Shortly after the last day on which its makers consulted a source. */
	private static final LocalDate CATALOGUED = LocalDate.of(2023, 9, 1);
	/** After the questions had appeared. */
	private static final LocalDate REFLECTED = LocalDate.of(2023, 9, 11);
	/** How often each point of the scale was given to a question, at first and half a year later. */
	private static final List<List<Integer>> BEFORE = List.of(List.of(1, 5, 6, 3, 0), List.of(2, 6, 5, 2, 0), List.of(0, 4, 7, 3, 1), List.of(3, 6, 4, 2, 0),
			List.of(0, 3, 8, 3, 1));
	private static final List<List<Integer>> AFTER = List.of(List.of(0, 2, 6, 6, 1), List.of(0, 4, 6, 4, 1), List.of(0, 2, 5, 6, 2), List.of(1, 4, 6, 3, 1),
			List.of(0, 3, 7, 4, 1));
	private static final String INSTITUTE = "Nederlands Jeugd Instituut";

	private final Story story;

	MetAndereOgen(Story story) {
		this.story = story;
	}

	/** Somebody who registered as a stakeholder. */
	record Registered(String name, String function, @Nullable OrganisationId organisation, Sector sector, Perspective perspective) {

		PersonId personId() {
			return new PersonId(id(name));
		}
	}

	/** The regions of 2019 and the communities of 2020. */
	void tellOfCommunities() {
		story.as(Cast.ADMINISTRATOR).on(FOUNDED, "09:00");
		found();
		startRegions();
		story.as(Cast.SECRETARY).on(ANNOUNCED, "10:00");
		THEMES.forEach(this::announce);
		story.on(REGISTRATION, "09:00");
		register();
		enrol();
		meet();
		story.on(CERTIFIED, "10:00");
		story.tell(new CertifyParticipation(community(TOGETHER), Cast.PARTICIPANT, CERTIFIED));
	}

	private void found() {
		story.tell(new FoundPartnership(PROGRAMME, PartnershipKind.PROGRAMME, text("Mét andere ogen, een lerende aanpak onderwijs, zorg en jeugd"), SchoolRegion.MIDDEN,
				Cast.ADMINISTRATOR, FOUNDED));
		right(PROGRAMME, Cast.SECRETARY, Right.SECRETARY);
		right(PROGRAMME, Cast.PROJECT_LEAD, Right.PROJECT_LEAD);
		right(PROGRAMME, Cast.PARTICIPANT, Right.PARTICIPANT);
		right(PROGRAMME, Cast.AUDITOR, Right.AUDITOR);
		join(SCHOOLS, "Scholen in de inspiratieregio's", Sector.EDUCATION);
		join(MUNICIPALITIES, "Gemeenten in de inspiratieregio's", Sector.MUNICIPALITY);
		join(YOUTH_CARE, "Jeugdhulp in de inspiratieregio's", Sector.YOUTH_CARE);
	}

	private void right(PartnershipId partnership, PersonId who, Right right) {
		story.tell(new GiveRight(partnership, who, right, FOUNDED, null));
	}

	private void join(OrganisationId organisation, String name, Sector sector) {
		story.tell(new JoinOrganisation(PROGRAMME, organisation, text(name), sector, FOUNDED));
	}

	private void startRegions() {
		for (String name : REGIONS) {
			PartnershipId region = region(name);
			story.tell(
					new FoundPartnership(region, PartnershipKind.REGION, text("Inspiratieregio " + name + " (verzonnen naam)"), SchoolRegion.MIDDEN, Cast.ADMINISTRATOR, FOUNDED));
			right(region, Cast.PROJECT_LEAD, Right.PROJECT_LEAD);
			story.tell(new JoinRegion(PROGRAMME, region, FOUNDED));
		}
	}

	static PartnershipId region(String name) {
		return new PartnershipId(id("inspiratieregio " + name));
	}

	private void announce(String theme) {
		story.tell(new EstablishBody(body(theme), PROGRAMME, BodyKind.COMMUNITY, text(theme), Access.OPEN));
		story.tell(new FoundCommunity(community(theme), PROGRAMME, body(theme), null, text(theme), Capacity.USUAL, SESSIONS.size(), NEEDED, START, ANNOUNCED));
	}

	private void register() {
		for (Registered one : REGISTERED) {
			register(one.personId(), one.organisation(), one.sector(), one.perspective());
		}
		register(Cast.PARTICIPANT, MUNICIPALITIES, Sector.MUNICIPALITY, Perspective.POLICY);
	}

	private void register(PersonId person, @Nullable OrganisationId organisation, Sector sector, Perspective perspective) {
		story.tell(new RegisterStakeholder(StakeholderId.of(PROGRAMME, person), PROGRAMME, person, organisation, sector, perspective, REGISTRATION));
	}

	/** As many as each community needs to start, and the participant of the demo in one of them. */
	private void enrol() {
		story.on(ENROLMENT, "09:00");
		for (String theme : THEMES) {
			REGISTERED.forEach(one -> story.tell(new Enrol(community(theme), one.personId(), ENROLMENT)));
		}
		story.tell(new Enrol(community(TOGETHER), Cast.PARTICIPANT, ENROLMENT));
	}

	private void meet() {
		for (int number = 0; number < SESSIONS.size(); number++) {
			for (int weekday = 0; weekday < THEMES.size(); weekday++) {
				meet(THEMES.get(weekday), number, WEEKS.get(number).plusDays(weekday));
			}
		}
	}

	private void meet(String theme, int number, LocalDate day) {
		story.on(day, "16:00");
		if (number == 0) {
			story.tell(new StartCommunity(community(theme), day));
		}
		MeetingId session = new MeetingId(id("bijeenkomst " + number + " " + theme));
		story.tell(new PlanMeeting(session, PROGRAMME, body(theme), null, text("Voorbeeld: " + SESSIONS.get(number) + " bijeenkomst " + theme), day, null, null, null,
				Period.on(day)));
		if (theme.equals(TOGETHER)) {
			learn(session, number, day);
			if (number == 0) {
				agendas(session, day);
			}
		}
	}

	/** Legal barriers "that still have to be put on the agenda", and the jargon that the elements ask to clarify; the document names neither. */
	private void agendas(MeetingId session, LocalDate day) {
		AgendaId agenda = new AgendaId(id("agenda inspiratieregio's"));
		story.tell(new OpenAgenda(agenda, PROGRAMME, text("Voorbeeld: agenda van de inspiratieregio's"), day));
		BarrierId barrier = new BarrierId(id("belemmering bekostiging"));
		story.tell(new ReportBarrier(barrier, PROGRAMME, text("Voorbeeld van een belemmering: de regels voor het delen van gegevens"),
				text("Onderwijs en jeugdhulp weten niet van elkaar wat er rond een leerling speelt"), session, body(TOGETHER), null, day));
		story.tell(new PutBarrierOnAgenda(barrier, agenda, day));
		term("poreuze randen", null, "Voorbeeld van een uitleg: hulp en onderwijs lopen in elkaar over, zodat een kind niet tussen twee loketten valt.", day);
		term("arrangement", Sector.EDUCATION, "Voorbeeld van een uitleg: een afspraak over welke hulp een leerling krijgt, van wie en waar.", day);
		term("beschikking", Sector.MUNICIPALITY, "Voorbeeld van een uitleg: het besluit van de gemeente dat iemand hulp krijgt.", day);
	}

	private void term(String word, @Nullable Sector sector, String explanation, LocalDate day) {
		TermId term = new TermId(id("begrip " + word));
		story.tell(new RaiseTerm(term, PROGRAMME, text(word), sector, day));
		story.tell(new ExplainTerm(term, text(explanation), day));
		story.tell(new AgreeTerm(term, day));
	}

	/** The participant of the demo misses the last session, and attended enough. */
	private void learn(MeetingId session, int number, LocalDate day) {
		present(session, REGISTERED.getFirst().personId());
		if (number < NEEDED) {
			present(session, Cast.PARTICIPANT);
		}
		switch (number) {
			case 0 -> share(session, InsightKind.PRACTICE, "Wie elkaar van een eerdere casus kent, belt eerder.", day);
			case 1 -> share(session, InsightKind.SCIENCE, "Samenwerken gaat beter als beroepen elkaars taken en taal kennen.", day);
			case 2 -> share(session, InsightKind.POLICY, "Tijd voor overleg hoort in de opdracht te staan, niet in de vrije uren.", day);
			default -> share(session, InsightKind.EXPERIENCE, "Als ouder wil ik mijn verhaal één keer vertellen.", day);
		}
	}

	private void present(MeetingId session, PersonId person) {
		story.tell(new RecordAttendance(session, person, null, Presence.PRESENT, null));
	}

	private void share(MeetingId session, InsightKind kind, String words, LocalDate day) {
		story.tell(new ShareInsight(community(TOGETHER), new InsightId(id("inzicht " + kind)), kind, text("Voorbeeld van een inzicht: " + words), null, session, day));
	}

	/** The literature and the tools under the six effective elements, in the words of the document. */
	void tellOfLibrary() {
		story.as(Cast.SECRETARY).on(CATALOGUED, "10:00");
		literature("Boundary Crossing. Grenzen overbruggen in de interprofessionele samenwerking tussen school, kinderopvang en welzijnswerk",
				"Dingshoff, M., Nieman, E., B. & Boonen, A.", 2023, "Hogeschool Utrecht", null, null);
		literature("Landelijke inventarisatie, aansluiting onderwijs en jeugdhulp. Eindrapport",
				"Grinten, M., Walraven, M. van der Kooij, D., Bomhof, M., Smeets, E., & Ledoux, G.",
				2018, "Utrecht: Oberon", null, null);
		literature("Samenwerking in beeld 2019. Basisscholen, kinderopvang en kindcentra", "Grinten, M., Kieft, M., Kooij, D., Bomhof, M., Berg, van den, E.", 2019, null,
				"https://www.oberon.eu/media/iptlxzh1/factsheet-samenwerking-in-beeld-2019.pdf", LocalDate.of(2023, 8, 23));
		literature("Opgroeien doe je samen. Bouwen aan een stevige pedagogische basis", "Hoex, J., Vlaardingebroek, S., Balledux, M., Speetjens, P. en Vink, C.", 2022,
				"Nederlands Jeugdinstituut", null, null);
		literature("Kennis versterken over de verbinding tussen onderwijs en jeugdhulp. Naar een nieuwe onderzoeksprogrammering",
				"Jonkman, H., Brock, A., Britt, B., & De Winter-Koçak, S.", 2021, "Utrecht: NRO", null, null);
		KnowledgeItemId advice = literature("Met andere ogen, advies voor de versnelling en bestendiging van de samenwerking onderwijs-zorg-jeugd",
				"Peeters, R., Zunderdorp, M., Lamers, M., Rats, E.", 2018, null, null, null);
		literature("De sterkste schakels. Wat werkt in de samenwerking tussen jeugdgezondheidszorg, wijkteams en onderwijs?",
				"Udo, N., Sondeijker, F., Janssen, E., Beckers, M., Weghorst, M.", 2019, "NJI, NCJ, Verwey-Jonker instituut, Zon Mw", null, null);
		KnowledgeItemId yield = literature("Opbrengsten en ambitie interprofessionele samenwerking 2020-2022", "Verwoerd, A., & Derkes, C. (red.)", 2022, "Met Andere Ogen",
				"https://www.netwerketandereogen.nl/media/filer_public/82/d9/82d9402e-cd19-4be7-88a6-d98488782de6/"
						+ "opbrengsten_en_ambitie_-_interprofessionele_samenwerking_-_met_andere_ogen_def.pdf",
				LocalDate.of(2023, 8, 6));
		tools();
		use(advice, "Voorbeeld van gebruik: op dit advies rusten de thema's.");
		use(yield, "Voorbeeld van gebruik: wat deze community opleverde.");
		catalogue(item("Samenwerkingsspel"), KnowledgeItemKind.TOOL, "Samenwerkingsspel", "Wouw, T. van", new Publication(null, text("Acco"), null),
				text("Publicatie verwacht eind 2023"), null);
	}

	/** A community answers the questions of 2023 twice, and has a third round to try; the document gives the questions only. */
	void tellOfReflections() {
		ReflectionRoundId baseline = new ReflectionRoundId(id("reflectie nulmeting"));
		reflect(baseline, "Voorbeeld: nulmeting op de zes werkzame elementen", null, REFLECTED);
		close(baseline, BEFORE, "Wij zoeken elkaar pas op als het misgaat.", REFLECTED.plusWeeks(3));
		ReflectionRoundId repeat = new ReflectionRoundId(id("reflectie herhaling"));
		reflect(repeat, "Voorbeeld: herhaling na een half jaar", baseline, REFLECTED.plusMonths(6));
		close(repeat, AFTER, "Wij bellen elkaar eerder.", REFLECTED.plusMonths(6).plusWeeks(3));
		story.on(REFLECTED.plusMonths(7), "09:00");
		story.tell(new OpenReflectionRound(LAST, PROGRAMME, community(TOGETHER).value(), text("Voorbeeld: reflectie om uit te proberen"), Instrument.OF_2023.version(), group(),
				repeat,
				REFLECTED.plusMonths(7), LocalDate.of(2039, 12, 31)));
	}

	private void reflect(ReflectionRoundId round, String title, @Nullable ReflectionRoundId repeatOf, LocalDate day) {
		story.on(day, "09:00");
		story.tell(new OpenReflectionRound(round, PROGRAMME, community(TOGETHER).value(), text(title), Instrument.OF_2023.version(), group(), repeatOf, day, day.plusWeeks(3)));
	}

	private void close(ReflectionRoundId round, List<List<Integer>> points, String remark, LocalDate day) {
		story.on(day, "09:00");
		List<Question> questions = Instrument.OF_2023.questions().toList();
		List<AnswerTally> tallies = IntStream.range(0, questions.size())
				.mapToObj(place -> tally(questions.get(place), points.get(place % points.size()), remark)).toList();
		story.tell(new CloseReflectionRound(round, group(), tallies, day));
	}

	private static AnswerTally tally(Question question, List<Integer> points, String remark) {
		List<FreeText> remarks = List.of(text("Voorbeeld van een antwoord: " + remark));
		return question.open()
				? new AnswerTally(question.id(), List.of(), 0, remarks)
				: new AnswerTally(question.id(), points, 1, question.id().endsWith(".1") ? remarks : List.of());
	}

	private static List<PersonId> group() {
		return Stream.concat(Stream.of(Cast.PARTICIPANT), REGISTERED.stream().map(Registered::personId)).toList();
	}

	private void tools() {
		tool("Reflectietool interprofessioneel samenwerken", "MIK & PIW Groep, Innovatiecluster Kind en Educatie", 2022, null,
				"https://www.kindeneducatie.nl/media/28739/reflectietool.pdf", LocalDate.of(2023, 8, 15));
		tool("Monitor aansluiting onderwijs en jeugdhulp", null, null, INSTITUTE, "https://monitoraoj.nl/", LocalDate.of(2023, 8, 11));
		tool("Preventie Matrix verbinding onderwijs en jeugdhulp", null, 2020, INSTITUTE,
				"https://www.nji.nl/sites/default/files/2022-06/Preventiematrix_verbinding_onderwijs_jeugdhulp_leeg.pdf", LocalDate.of(2023, 8, 20));
	}

	private KnowledgeItemId literature(String title, String authors, int year, @Nullable String publisher, @Nullable String address, @Nullable LocalDate consultedOn) {
		KnowledgeItemId item = item(title);
		catalogue(item, KnowledgeItemKind.LITERATURE, title, authors, publication(year, publisher, address), null, consultedOn);
		return item;
	}

	private void tool(String title, @Nullable String authors, @Nullable Integer year, @Nullable String publisher, String address, LocalDate consultedOn) {
		catalogue(item(title), KnowledgeItemKind.TOOL, title, authors, publication(year, publisher, address), null, consultedOn);
	}

	private void catalogue(KnowledgeItemId item, KnowledgeItemKind kind, String title, @Nullable String authors, Publication publication, @Nullable FreeText expected,
			@Nullable LocalDate consultedOn) {
		story.tell(new CatalogueItem(item, PROGRAMME, kind, text(title), authors == null ? null : text(authors), null, publication, expected, consultedOn, CATALOGUED));
	}

	private void use(KnowledgeItemId item, String remark) {
		story.tell(new UseItem(item, community(TOGETHER).value(), text(remark), CATALOGUED));
	}

	private static Publication publication(@Nullable Integer year, @Nullable String publisher, @Nullable String address) {
		return new Publication(year, publisher == null ? null : text(publisher), address == null ? null : text(address));
	}

	private static KnowledgeItemId item(String title) {
		return new KnowledgeItemId(id("bron " + title));
	}

	private static BodyId body(String theme) {
		return new BodyId(id("community " + theme));
	}

	private static CommunityId community(String theme) {
		return CommunityId.on(body(theme));
	}
}
