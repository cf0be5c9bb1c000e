package nl.ontwikkelagenda.app.rest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every rule that an answer can refer to, each with its page. A rule of the domain stands here too; a test looks for those that do not. */
public final class KnownProblems {

	private static final Map<String, KnownProblem> BY_RULE = new LinkedHashMap<>();

	public static final KnownProblem INVALID_INPUT = known("invalid-input", 400, "De aanvraag klopt niet",
			"Een of meer velden, zoekvragen of headers zijn onjuist. Het antwoord noemt ze allemaal onder errors. Er is niets gewijzigd.");
	public static final KnownProblem LOGIN_REQUIRED = known("login-required", 401, "Inloggen is nodig",
			"Log in, of stuur een gebruikersnaam en wachtwoord mee die bestaan en kloppen.");
	public static final KnownProblem NOT_ALLOWED = known("not-allowed", 403, "Dit mag u niet",
			"U mist het recht dat hiervoor nodig is. Een beheerder van het samenwerkingsverband kan dat recht geven.");
	public static final KnownProblem NOT_FOUND = known("not-found", 404, "Dit is er niet", "Het adres klopt niet, of u kunt wat er staat niet zien.");
	public static final KnownProblem METHOD_NOT_ALLOWED = known("method-not-allowed", 405, "Deze handeling kan hier niet",
			"Het antwoord noemt in de header Allow wat op dit adres wel kan.");
	public static final KnownProblem NOT_ACCEPTABLE = known("not-acceptable", 406, "In deze vorm is het er niet", "Vraag om application/json, of laat de header Accept weg.");
	public static final KnownProblem IDEMPOTENCY_KEY_IN_USE = known("idempotency-key-in-use", 409, "Een eerder verzoek met deze sleutel loopt nog",
			"Wacht even en stuur hetzelfde verzoek opnieuw; het heeft dan hoogstens één keer effect.");
	public static final KnownProblem VERSION_MISMATCH = known("version-mismatch", 412, "Iemand anders was u voor",
			"De header If-Match noemt een versie die niet meer de laatste is. Haal de laatste versie op en probeer het opnieuw.");
	public static final KnownProblem TOO_LARGE = known("too-large", 413, "De aanvraag is te groot", "Een aanvraag is hoogstens 1 MB.");
	public static final KnownProblem UNSUPPORTED_MEDIA_TYPE = known("unsupported-media-type", 415, "Deze soort inhoud kan niet", "Stuur de inhoud als application/json in UTF-8.");
	public static final KnownProblem EXPECTATION_FAILED = known("expectation-failed", 417, "Deze verwachting kan niet", "De header Expect mag alleen 100-continue zijn.");
	public static final KnownProblem IDEMPOTENCY_KEY_REUSED = known("idempotency-key-reused", 422, "Deze sleutel is al gebruikt",
			"De Idempotency-Key hoort bij een ander verzoek. Kies voor een nieuw verzoek een nieuwe sleutel.");
	public static final KnownProblem TOO_MANY_REQUESTS = known("too-many-requests", 429, "Te veel aanvragen",
			"Wacht zo lang als de header Retry-After zegt en probeer het dan opnieuw.");
	public static final KnownProblem HEADERS_TOO_LARGE = known("headers-too-large", 431, "De headers zijn te groot", "Stuur minder of kortere headers mee.");
	public static final KnownProblem UNEXPECTED = known("unexpected", 500, "Er ging iets mis", "Dit had niet mogen gebeuren. Geef het nummer in reference door aan de beheerder.");
	public static final KnownProblem UNAVAILABLE = known("unavailable", 503, "Even niet bereikbaar",
			"Probeer het opnieuw na de tijd in de header Retry-After. Met een Idempotency-Key kan dat veilig.");
	public static final KnownProblem OTHER = known("other", 400, "De aanvraag kan niet worden uitgevoerd", "De aanvraag past niet bij wat de server begrijpt.");

	static {
		known("id-is-new", 409, "Dit id bestaat al", "Kies bij het aanmaken een id dat nog niet bestaat, of laat het weg.");
		known("organisation-takes-part-once", 409, "Een organisatie doet één keer mee", "Deze organisatie doet al mee aan dit samenwerkingsverband.");
		known("right-ends-after-it-starts", 409, "Een recht eindigt na zijn begin", "Kies een einddatum op of na de begindatum.");
		known("right-given-once", 409, "Een recht wordt één keer gegeven", "De persoon heeft dit recht al. Trek het eerst in om een andere periode te kiezen.");
		known("right-is-held", 409, "Alleen een gegeven recht kan worden ingetrokken", "De persoon heeft dit recht niet.");
		known("an-administrator-remains", 409, "Er blijft altijd een beheerder", "Geef eerst iemand anders het recht van beheerder.");
		known("attendance-names-someone", 409, "Aanwezigheid hoort bij iemand", "Kies een persoon, een organisatie of allebei.");
		known("outcomes-come-from-a-held-meeting", 409, "Uitkomsten komen uit een gehouden bijeenkomst", "Leg eerst vast wanneer de bijeenkomst is gehouden.");
		known("an-action-has-a-promise", 409, "Een actie heeft een toezegging", "Noem ten minste één toezegging: wie doet wat?");
		known("only-an-action-has-promises", 409, "Alleen een actie heeft toezeggingen", "Kies de soort actie, of laat de toezeggingen weg.");
		known("a-person-is-named-by-id", 409, "Een persoon wordt gekozen, niet getypt", "Kies de persoon uit het personenregister; zet hem er eerst in als hij er niet in staat.");
		known("a-team-has-a-name", 409, "Een team heeft een naam", "Noem het team bij naam en laat het id weg.");
		known("an-organisation-is-chosen-or-named", 409, "Een organisatie wordt gekozen of genoemd", "Geef het id van een organisatie die meedoet, of de naam van een andere.");
		known("a-held-meeting-stays-held", 409, "Gehouden is gehouden", "Een bijeenkomst die is gehouden kan niet meer worden verplaatst of afgelast.");
		known("a-cancelled-meeting-stays-cancelled", 409, "Afgelast is afgelast", "Plan een nieuwe bijeenkomst.");
		known("theme-is-retired-once", 409, "Een thema wordt één keer afgesloten", "Draag een nieuw thema aan.");
		known("a-completed-action-is-closed", 409, "Een afgeronde actie is dicht", "Heropen de actie om er iets aan toe te voegen.");
		known("a-dropped-action-is-closed", 409, "Een vervallen actie is dicht", "Heropen de actie om er iets aan toe te voegen.");
		known("only-an-ended-action-reopens", 409, "Alleen wat klaar is kan heropend worden", "De actie loopt nog.");
		known("only-an-explained-term-is-agreed", 409, "Eerst uitleg, dan overeenstemming", "Leg het begrip eerst uit.");
		known("an-explanation-is-agreed-once", 409, "Over een uitleg zijn we het één keer eens", "Geef een nieuwe uitleg om de afgesproken uitleg te veranderen.");
		known("a-table-stands-on-a-body-of-kind-table", 409, "Een tafel hoort bij een overlegorgaan van de soort tafel", "Kies zo een overlegorgaan, of richt het eerst op.");
		known("an-answered-goal-keeps-its-words", 409, "Een beantwoord doel houdt zijn woorden", "Formuleer een nieuw doel.");
		known("a-withdrawn-proposal-stays-withdrawn", 409, "Ingetrokken is ingetrokken", "Doe een nieuw voorstel.");
		known("a-table-closes-with-every-goal-answered", 409, "Een tafel sluit als elk doel is beantwoord", "Beantwoord eerst de doelen die nog openstaan.");
		known("a-closed-table-stays-closed", 409, "Een gesloten tafel blijft gesloten", "Open een nieuwe ontwikkeltafel.");
		known("submitted-advice-says-something", 409, "Een lege adviesnotitie wordt niet ingediend", "Stel haar eerst samen uit doelen, voorstellen en uitkomsten.");
		known("submitted-advice-is-frozen", 409, "Ingediend ligt vast", "Wacht tot het overlegorgaan de adviesnotitie teruggeeft, of stel een nieuwe op.");
		known("only-submitted-advice-is-answered", 409, "Alleen een ingediende adviesnotitie wordt beantwoord", "Dien de adviesnotitie eerst in.");
		known("answered-advice-stays", 409, "Een beantwoorde adviesnotitie blijft staan", "Stel een nieuwe adviesnotitie op als het advies anders wordt.");
		known("withdrawn-advice-stays-withdrawn", 409, "Een ingetrokken adviesnotitie blijft ingetrokken", "Stel een nieuwe adviesnotitie op.");
		known("a-project-is-presented-once-at-a-meeting", 409, "Een project wordt bij een bijeenkomst één keer gepresenteerd", "Kies een andere bijeenkomst.");
		known("a-project-ends-once", 409, "Een project wordt één keer afgerond", "Begin een nieuw project dat er het vervolg op is.");
		known("a-barrier-was-reported-somewhere", 409, "Een belemmering is ergens gemeld", "Kies de bijeenkomst, of het overlegorgaan of de community.");
		known("a-barrier-is-once-on-an-agenda", 409, "Een belemmering staat één keer op een agenda", "Kies een andere agenda.");
		known("someone-takes-up-a-barrier", 409, "Iemand pakt een belemmering op", "Kies een persoon, een organisatie of een overlegorgaan.");
		known("a-resolved-barrier-is-closed", 409, "Een afgehandelde belemmering is dicht", "Meld haar opnieuw als zij terugkomt.");
		known("person-is-new", 409, "Deze persoon staat er al", "Er is al een persoon met dit id.");
	}

	private KnownProblems() {
	}

	public static Optional<KnownProblem> find(String rule) {
		return Optional.ofNullable(BY_RULE.get(rule));
	}

	public static Collection<KnownProblem> all() {
		return BY_RULE.values();
	}

	/** The known problem for a status that the server itself came up with. */
	static KnownProblem forStatus(int status) {
		return switch (status) {
			case 401 -> LOGIN_REQUIRED;
			case 403 -> NOT_ALLOWED;
			case 404 -> NOT_FOUND;
			case 405 -> METHOD_NOT_ALLOWED;
			case 406 -> NOT_ACCEPTABLE;
			case 413 -> TOO_LARGE;
			case 415 -> UNSUPPORTED_MEDIA_TYPE;
			case 417 -> EXPECTATION_FAILED;
			case 429 -> TOO_MANY_REQUESTS;
			case 431 -> HEADERS_TOO_LARGE;
			case 503 -> UNAVAILABLE;
			default -> status >= 500 ? UNEXPECTED : OTHER;
		};
	}

	private static KnownProblem known(String rule, int status, String title, String explanation) {
		KnownProblem problem = new KnownProblem(rule, status, title, explanation);
		if (BY_RULE.putIfAbsent(rule, problem) != null) {
			throw new IllegalStateException("Rule " + rule + " stands here twice");
		}
		return problem;
	}
}
