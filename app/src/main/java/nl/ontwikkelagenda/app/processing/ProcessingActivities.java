package nl.ontwikkelagenda.app.processing;

import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.app.processing.ProcessingActivity.Basis;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

/**
 * All that is done with personal data, and where. A test holds it against the tables of the database and the views: each that has something of persons stands in one activity, and
 * each other table is named here with the reason why it does not.
 */
public final class ProcessingActivities {

	private static final String MEMBERS = "wie meedoet aan het samenwerkingsverband";
	private static final String KEEPERS = "secretaris, projectleider en beheerder";
	private static final String ADMINISTRATOR = "de beheerder van deze installatie";
	private static final String AUDITOR = "auditor";
	private static final String PARTICIPANTS = "mensen die meedoen aan het samenwerkingsverband";
	private static final String AS_THE_RECORD = "Blijft in het logboek, onder een willekeurig nummer. De naam verdwijnt als de persoon wordt gewist; een tekst kan worden gelakt.";
	private static final String BY_ID = "Er staat alleen een willekeurig nummer; de naam komt bij het tonen uit het personenregister. Ieder feit is te bewijzen en niet ongemerkt te wijzigen.";

	private static final List<ProcessingActivity> ALL = List.of(
			new ProcessingActivity("register-of-persons", "Personenregister", "Weten wie meedoet, en hem kunnen bereiken.", Basis.PUBLIC_TASK, List.of(PARTICIPANTS),
					List.of("naam", "functie", "organisatie", "e-mailadres", "telefoonnummer", "of de verwerking is beperkt en waarom", "wie de gegevens wanneer verbeterde"),
					List.of(KEEPERS, "de naam: " + MEMBERS, "de persoon zelf"),
					"Tot de persoon wordt gewist. Wie twee jaar nergens meer aan meedoet, wordt aan de beheerder voorgesteld om te wissen. Wie wat verbeterde vijf jaar, op voorstel aan de beheerder.",
					"Versleuteld (AES-256-GCM) met een sleutel die niet in de database staat.", tables("person", "person_change"), List.of()),
			new ProcessingActivity("accounts", "Accounts en voorkeuren", "Iemand laten inloggen en hem tonen wat nieuw voor hem is.", Basis.PUBLIC_TASK,
					List.of("mensen met een account"),
					List.of("inlognaam", "e-mailadres van het account", "versleuteld wachtwoord (hash)", "sleutels voor programma's en browsers (hash)",
							"kenmerk bij de eigen organisatie", "wanneer hij er voor het laatst was", "voorkeuren voor herinneringen"),
					List.of(ADMINISTRATOR, "de persoon zelf"),
					"Tot de persoon wordt gewist, of een jaar nadat het account is gesloten op voorstel aan de beheerder. Dat een account twee jaar niet is gebruikt wordt aan de beheerder voorgesteld om te sluiten.",
					"Van een wachtwoord wordt alleen een hash bewaard.",
					tables("account", "installation_administrator", "visit", "preference", "access_token", "password_link", "known_device", "identity"),
					List.of()),
			new ProcessingActivity("rights", "Rechten, mandaten en zetels", "Vastleggen wie waarover mag beslissen en wie in welk overleg zit, ook later aan te tonen.",
					Basis.PUBLIC_TASK, List.of(PARTICIPANTS), List.of("rechten", "mandaten", "zetels en rollen", "vertrek en overdracht"),
					List.of("rechten: secretaris, projectleider, auditor en beheerder", "mandaten en zetels: " + MEMBERS), AS_THE_RECORD, BY_ID, List.of(),
					names(ReadModels.RIGHTS, ReadModels.HOLDERS, ReadModels.MANDATES, ReadModels.SEATS, ReadModels.DEPARTURES)),
			new ProcessingActivity("meetings", "Bijeenkomsten en besluiten", "Onthouden wat is besproken en besloten, met wie erbij was.", Basis.PUBLIC_TASK, List.of(PARTICIPANTS),
					List.of("uitnodigingen en antwoorden", "aanwezigheid", "groepen", "bezwaren", "wie een besluit voorstelde of opvolgt", "wat iemand zei, in teksten"),
					List.of(MEMBERS, "bij een besloten overleg alleen de leden ervan", "lezers van gepubliceerde verslagen"), AS_THE_RECORD, BY_ID,
					List.of("log.domain_event", "log.snapshot_event", "view.document", "view.document_version", "register.item_under_way"),
					names(ReadModels.MEETINGS, ReadModels.INVITATIONS, ReadModels.ITEMS, ReadModels.GROUPS, ReadModels.DECISIONS)),
			new ProcessingActivity("agendas", "Inbreng op agenda’s", "Weten van wie een idee, opmerking of vraag komt, om erop terug te komen.", Basis.PUBLIC_TASK,
					List.of(PARTICIPANTS),
					List.of("ideeën, opmerkingen en vragen", "verdeelde stippen", "opgepakte belemmeringen"), List.of(MEMBERS), AS_THE_RECORD, BY_ID, List.of(),
					names(ReadModels.AGENDAS, ReadModels.THEMES, ReadModels.IDEAS, ReadModels.COMMENTS, ReadModels.PROJECTS, ReadModels.REMARKS, ReadModels.QUESTIONS,
							ReadModels.BALLOTS, ReadModels.BARRIERS)),
			new ProcessingActivity("actions", "Acties en toezeggingen", "Weten wie wat heeft toegezegd en hem daaraan herinneren.", Basis.PUBLIC_TASK, List.of(PARTICIPANTS),
					List.of("toezeggingen en hun voortgang", "deelname aan oproepen", "antwoorden op inventarisaties"), List.of(MEMBERS), AS_THE_RECORD, BY_ID,
					tables("action_import"), names(ReadModels.ACTIONS, ReadModels.PARTICIPANTS, ReadModels.INVENTORY_ANSWERS)),
			new ProcessingActivity("communities", "Aandeelhouders en communities", "Mensen vinden voor een community en hun deelname bijhouden.", Basis.PUBLIC_TASK,
					List.of(PARTICIPANTS, "ouders, jongeren en professionals die meedenken"),
					List.of("sector en invalshoek", "aanmelding, plaats en aanwezigheid", "gedeelde inzichten"),
					List.of(MEMBERS), AS_THE_RECORD, BY_ID, List.of(), names(ReadModels.STAKEHOLDERS, ReadModels.ENROLMENTS, ReadModels.COMMUNITIES, ReadModels.INSIGHTS)),
			new ProcessingActivity("registrations", "Aanmelden zonder account", "Iemand zonder account laten meedoen, als het adres van hem blijkt te zijn.", Basis.CONSENT,
					List.of("wie zich aanmeldt"), List.of("naam", "functie", "organisatie", "e-mailadres", "sector en invalshoek"), List.of("niemand, tot hij het bevestigt"),
					"Zeven dagen, of tot de aanmelding is bevestigd en vastgelegd.", "Versleuteld (AES-256-GCM) met een sleutel die niet in de database staat.",
					tables("registration"), List.of()),
			new ProcessingActivity("reflections", "Reflecties", "Samen terugkijken, zonder dat iemand ziet wie wat antwoordde.", Basis.PUBLIC_TASK, List.of(PARTICIPANTS),
					List.of("wie is gevraagd en wie heeft geantwoord", "antwoorden, niet te koppelen aan een persoon"), List.of(MEMBERS + " zien alleen de uitkomst"),
					"Antwoorden worden bij het sluiten samengevat en daarna vernietigd, met hun sleutel.", "Iedere ronde heeft een eigen sleutel buiten de database.",
					tables("sealed_round"), names(ReadModels.REFLECTION_ROUNDS)),
			new ProcessingActivity("mails", "Mails en herinneringen", "Iemand laten weten wat van hem wordt gevraagd.", Basis.PUBLIC_TASK,
					List.of("mensen met een e-mailadres in het register"),
					List.of("onderwerp en tekst van mails", "welke herinneringen en verslagen iemand kreeg", "wie verslagen of controlegetallen per mail wil",
							"naam en e-mailadres van de secretaris bij een uitnodiging"),
					List.of("de ontvanger", "de beheerder ziet alleen of het is gelukt"), "De tekst tot de mail weg is, de rest dertig dagen. Abonnementen tot ze worden opgezegd.",
					"Onderwerp en tekst zijn versleuteld (AES-256-GCM).",
					tables("outgoing_mail", "reminder_round", "reminder", "report_subscription", "report_delivery", "checkpoint_subscription"), List.of()),
			new ProcessingActivity("feeds", "Agenda-abonnementen, feeds en koppelingen", "Iemand laten volgen wat hij mag zien, in een eigen programma.", Basis.CONSENT,
					List.of("wie zo’n adres of koppeling maakt"), List.of("waarover het gaat", "wanneer het is gemaakt", "of het afleveren lukte"),
					List.of("de persoon zelf", "wie hij het adres geeft"), "Tot hij het adres intrekt of de koppeling weghaalt.",
					"Van het geheim in een adres wordt alleen een hash bewaard.",
					tables("calendar_feed", "change_feed", "webhook", "webhook_delivery", "webhook_attempt"), List.of()),
			new ProcessingActivity("files", "Bestanden", "Stukken bij een bijeenkomst bewaren, en een verslag maken dat iemand vroeg.", Basis.PUBLIC_TASK,
					List.of("wie in een stuk of verslag wordt genoemd"), List.of("wat in het stuk of verslag staat"),
					List.of(MEMBERS, "een gevraagd verslag: alleen wie het vroeg"),
					"Een stuk tot het wordt verwijderd; een gevraagd verslag kort, en nooit langer dan tot iets wordt gelakt of iemand gewist.",
					"Alleen wie de bijeenkomst mag zien, kan het openen.", tables("attachment", "report_run"), List.of()),
			new ProcessingActivity("accountability", "Verantwoording", "Kunnen aantonen wie gegevens meenam, en dat er op verzoek is gewist of gelakt.", Basis.LEGAL_OBLIGATION,
					List.of("auditors en wie iets meeneemt", "wie is gewist"),
					List.of("wie wat wanneer meenam of wilde zien", "wie op welke grond is gewist, onder een nummer", "voorstellen om te wissen en wat daarover is besloten"),
					List.of(AUDITOR, ADMINISTRATOR), "Zo lang als de installatie bestaat; van inzages, exports en weigeringen vijf jaar, op voorstel aan de beheerder.",
					"Alleen toe te voegen, niet te wijzigen.",
					tables("audit_access", "erasure", "erasure_exception", "erasure_file", "retention_proposal", "ledger_check", "witness"), names(ReadModels.REDACTIONS)),
			new ProcessingActivity("operation", "Werking van de software", "Een verzoek dat twee keer komt één keer uitvoeren, en werk afmaken dat is blijven liggen.",
					Basis.LEGITIMATE_INTEREST, List.of("wie iets vastlegt"),
					List.of("nummer van wie iets vroeg", "feiten die nog verwerkt moeten worden", "waarom een feit is opgegeven"), List.of(ADMINISTRATOR),
					"Verzoeken zeven dagen; waarom een feit is opgegeven twee jaar, op voorstel aan de beheerder; de rest tot het is afgehandeld.", BY_ID,
					List.of("register.idempotency", "register.idempotency_intention", "register.dead_letter", "register.dropped_letter", "register.job", "view.rebuild"),
					List.of()));

	/** Tables with nothing of persons, and why. */
	private static final Map<String, String> WITHOUT_PERSONS = Map.of("register.token", "hoe ver de automatische werkzaamheden zijn", "register.reminder_day",
			"van welke dagen alle herinneringen zijn gegeven", "log.server_place", "waar feiten in Axon Server staan");

	private ProcessingActivities() {
	}

	/** In the order in which they are shown. */
	public static List<ProcessingActivity> all() {
		return ALL;
	}

	/** Names of tables, with their schema, that have nothing of persons; and the reason. */
	static Map<String, String> withoutPersons() {
		return WITHOUT_PERSONS;
	}

	private static List<String> tables(String... names) {
		return List.of(names).stream().map(name -> "register." + name).toList();
	}

	private static List<String> names(ReadModel<?, ?>... views) {
		return List.of(views).stream().map(ReadModel::name).toList();
	}
}
