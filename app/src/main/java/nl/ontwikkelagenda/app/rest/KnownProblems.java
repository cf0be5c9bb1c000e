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
		known("an-adopted-agenda-is-frozen", 409, "Vastgesteld staat vast", "Start een nieuwe editie om titel, rode draad of thema's te veranderen, of om weer te laten meelezen.");
		known("a-closed-agenda-stays-closed", 409, "Gesloten is gesloten", "Open een nieuwe agenda, of start een nieuwe editie van een agenda die is vastgesteld.");
		known("reading-along-opens-once", 409, "Het meelezen begint één keer", "Meelezers kunnen zich aanmelden en opmerkingen maken.");
		known("a-reader-signs-up-once", 409, "Een meelezer meldt zich één keer aan", "Deze persoon leest al mee.");
		known("a-reader-is-signed-up", 409, "Een meelezer is aangemeld", "Meld de persoon eerst aan als meelezer.");
		known("comments-come-while-reading-along", 409, "Opmerkingen horen bij het meelezen", "Open eerst het meelezen.");
		known("a-comment-is-settled-once", 409, "Een opmerking wordt één keer afgehandeld", "Een meelezer kan een nieuwe opmerking maken.");
		known("an-agenda-is-adopted-once", 409, "Een agenda wordt één keer vastgesteld", "Start een nieuwe editie; die kan opnieuw worden vastgesteld.");
		known("only-an-adopted-agenda-is-published", 409, "Alleen wat is vastgesteld wordt gepubliceerd", "Stel de agenda eerst vast, of open het meelezen.");
		known("an-agenda-is-published-once", 409, "Een agenda wordt één keer gepubliceerd", "Start een nieuwe editie; die kan opnieuw worden gepubliceerd.");
		known("an-edition-follows-an-adopted-agenda", 409, "Een editie volgt op een vastgestelde agenda", "Stel de agenda eerst vast.");
		known("an-agenda-is-followed-once", 409, "Op een agenda volgt één editie", "Ga verder met de editie die er al is.");
		known("an-adopted-agenda-keeps-its-themes", 409, "Een vastgestelde agenda houdt haar thema's",
				"Start een nieuwe editie om er een thema bij te zetten. Een thema afsluiten kan wel.");
		known("a-closed-agenda-takes-no-themes", 409, "Een gesloten agenda krijgt geen thema's", "Draag het thema aan bij een agenda die nog loopt.");
		known("theme-is-retired-once", 409, "Een thema wordt één keer afgesloten", "Draag een nieuw thema aan.");
		known("a-retired-theme-takes-no-more", 409, "Bij een afgesloten thema komt niets meer", "Draag een nieuw thema aan.");
		known("a-theme-that-went-on-takes-no-more", 409, "Dit thema gaat verder in een ander", "Kies het thema waarin dit thema verder gaat.");
		known("open-themes-of-one-agenda-merge", 409, "Open thema's van één agenda worden samengevoegd",
				"Kies thema's van deze agenda die niet zijn afgesloten, samengevoegd of gesplitst.");
		known("a-merger-has-two-origins", 409, "Samenvoegen gaat over ten minste twee", "Kies ten minste twee verschillende ideeën of thema's.");
		known("a-split-has-two-parts", 409, "Splitsen geeft ten minste twee delen", "Noem ten minste twee delen, elk met een eigen id.");
		known("an-idea-goes-on-once", 409, "Een idee gaat één keer verder", "Kies het idee waarin dit idee verder gaat.");
		known("funding-has-one-source", 409, "Geld heeft één bron", "Kies een organisatie, of noem de kant waar het geld van komt.");
		known("funding-is-disclosed-once", 409, "Een bron meldt een schooljaar één keer", "Leg een ander bedrag vast als correctie, met een reden.");
		known("only-a-disclosed-amount-is-corrected", 409, "Alleen een gemeld bedrag wordt gecorrigeerd", "Meld het bedrag eerst.");
		known("a-round-is-about-several-themes", 409, "Een ronde gaat over ten minste twee thema's", "Draag eerst thema's aan bij de agenda.");
		known("a-theme-is-in-the-round", 409, "Alleen thema's van de ronde krijgen stippen", "Kies een thema dat open was toen de ronde begon.");
		known("dots-are-at-least-one", 409, "Het gaat om ten minste één stip", "Geef een getal van 1 of meer.");
		known("dots-are-limited", 409, "De stippen zijn op", "Verplaats stippen die er al staan, of neem ze eerst terug.");
		known("dots-on-one-theme-are-limited", 409, "Op één thema kan een beperkt aantal stippen", "Zet de andere stippen op andere thema's.");
		known("dots-move-to-another-theme", 409, "Verplaatsen gaat naar een ander thema", "Kies een ander thema.");
		known("only-placed-dots-move", 409, "Alleen stippen die er staan gaan eraf", "Kies een thema waarop de deelnemer zoveel stippen heeft.");
		known("a-closed-round-never-changes", 409, "De uitslag van een gesloten ronde staat vast", "Open een nieuwe ronde; de twee zijn te vergelijken.");
		known("a-completed-action-is-closed", 409, "Een afgeronde actie is dicht", "Heropen de actie om er iets aan toe te voegen.");
		known("a-dropped-action-is-closed", 409, "Een vervallen actie is dicht", "Heropen de actie om er iets aan toe te voegen.");
		known("only-an-ended-action-reopens", 409, "Alleen wat klaar is kan heropend worden", "De actie loopt nog.");
		known("only-an-explained-term-is-agreed", 409, "Eerst uitleg, dan overeenstemming", "Leg het begrip eerst uit.");
		known("an-explanation-is-agreed-once", 409, "Over een uitleg zijn we het één keer eens", "Geef een nieuwe uitleg om de afgesproken uitleg te veranderen.");
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
