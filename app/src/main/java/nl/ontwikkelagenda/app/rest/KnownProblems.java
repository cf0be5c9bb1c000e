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
			"Log in, of stuur een gebruikersnaam en wachtwoord, of een sleutel (token), mee die bestaan en kloppen.");
	public static final KnownProblem NOT_ALLOWED = known("not-allowed", 403, "Dit mag u niet",
			"U mist het recht dat hiervoor nodig is. Een beheerder van het samenwerkingsverband kan dat recht geven.");
	public static final KnownProblem NOT_FOUND = known("not-found", 404, "Dit is er niet", "Het adres klopt niet, of u kunt wat er staat niet zien.");
	public static final KnownProblem METHOD_NOT_ALLOWED = known("method-not-allowed", 405, "Deze handeling kan hier niet",
			"Het antwoord noemt in de header Allow wat op dit adres wel kan.");
	public static final KnownProblem NOT_ACCEPTABLE = known("not-acceptable", 406, "In deze vorm is het er niet",
			"Vraag om application/json (om text/calendar waar een agenda staat), of laat de header Accept weg.");
	public static final KnownProblem IDEMPOTENCY_KEY_IN_USE = known("idempotency-key-in-use", 409, "Een eerder verzoek met deze sleutel loopt nog",
			"Wacht even en stuur hetzelfde verzoek opnieuw; het heeft dan hoogstens één keer effect.");
	public static final KnownProblem VERSION_MISMATCH = known("version-mismatch", 412, "Iemand anders was u voor",
			"De header If-Match noemt een versie die niet meer de laatste is. Haal de laatste versie op en probeer het opnieuw.");
	public static final KnownProblem TOO_LARGE = known("too-large", 413, "De aanvraag is te groot", "Een aanvraag is hoogstens 1 MB, een bestand hoogstens 10 MB.");
	public static final KnownProblem UNSUPPORTED_MEDIA_TYPE = known("unsupported-media-type", 415, "Deze soort inhoud kan niet",
			"Stuur de inhoud als application/json in UTF-8, een bestand als application/octet-stream, en het antwoord van een agendaprogramma als text/calendar.");
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
		known("a-report-is-about-a-period-that-has-begun", 409, "Een verslag gaat over een periode die begonnen is", "Kies een periode die vandaag of eerder begint.");
		known("a-report-is-published-once", 409, "Een verslag wordt één keer gepubliceerd", "Iedereen kan het al lezen.");
		known("a-report-is-published-after-it-was-made", 409, "Publiceren komt na bewaren", "Kies een dag vanaf die waarop het verslag is bewaard.");
		known("redaction-needs-postgresql", 409, "Lakken kan alleen in PostgreSQL",
				"Het logboek staat in Axon Server, waar niets kan worden gewijzigd. De beheerder kan het terugzetten in PostgreSQL met migrate-events; daarna kan de tekst worden gelakt.");
		known("id-is-new", 409, "Dit id bestaat al", "Kies bij het aanmaken een id dat nog niet bestaat, of laat het weg.");
		known("organisation-takes-part-once", 409, "Een organisatie doet één keer mee", "Deze organisatie doet al mee aan dit samenwerkingsverband.");
		known("right-ends-after-it-starts", 409, "Een recht eindigt na zijn begin", "Kies een einddatum op of na de begindatum.");
		known("right-given-once", 409, "Een recht wordt één keer gegeven", "De persoon heeft dit recht al. Trek het eerst in om een andere periode te kiezen.");
		known("right-is-held", 409, "Alleen een gegeven recht kan worden ingetrokken", "De persoon heeft dit recht niet.");
		known("an-administrator-remains", 409, "Er blijft altijd een beheerder", "Geef eerst iemand anders het recht van beheerder.");
		known("a-mandate-ends-after-it-starts", 409, "Een mandaat eindigt na zijn begin", "Kies een einddatum op of na de begindatum.");
		known("a-mandate-is-for-an-amount-above-zero", 409, "Een bedrag is meer dan nul", "Laat het bedrag weg als er geen grens is.");
		known("only-a-mandate-that-holds-ends", 409, "Alleen een geldend mandaat eindigt of gaat over", "Kies een mandaat en een dag waarop het geldt.");
		known("only-mandates-of-an-organisation-are-handed-over", 409, "Alleen mandaten van een organisatie gaan over",
				"Kies een organisatie met mandaten en een andere opvolger.");
		known("a-merger-is-of-two-or-more", 409, "Een fusie is van twee of meer", "Noem alle organisaties die samengaan.");
		known("a-new-organisation-has-a-name-and-sector", 409, "Een nieuwe organisatie heeft een naam en een sector", "Geef ze, of kies een organisatie die al meedoet.");
		known("an-organisation-that-takes-part-keeps-its-name", 409, "Wie al meedoet houdt zijn naam", "Laat naam en sector weg, of kies een nieuwe organisatie.");
		known("only-an-organisation-that-takes-part-leaves", 409, "Alleen wie meedoet kan vertrekken of fuseren", "Kies een organisatie die nog meedoet.");
		known("a-person-leaves-once", 409, "Een persoon vertrekt één keer", "Wie weer een recht krijgt, doet weer mee.");
		known("colours-can-be-read", 409, "Kleuren zijn goed te lezen", "Kies een kleur met een contrast van ten minste 4,5 op wit en op de tint.");
		known("a-logo-is-a-picture", 409, "Een logo is een plaatje", "Kies een PNG, JPEG of SVG die als bijlage bij dit samenwerkingsverband staat.");
		known("a-promise-of-the-action", 409, "Een toezegging hoort bij haar actie", "Kies een toezegging van deze actie.");
		known("a-promise-goes-to-another-owner", 409, "Overdragen gaat naar een ander", "Kies een andere eigenaar.");
		known("only-promises-of-an-owner-are-handed-over", 409, "Alleen toezeggingen van een eigenaar gaan over", "Kies een eigenaar met toezeggingen en een andere opvolger.");
		known("a-quorum-is-at-least-one", 409, "Een quorum is ten minste één", "Laat het quorum weg als er geen is afgesproken.");
		known("adoption-in-writing-has-a-term", 409, "Schriftelijk vaststellen heeft een termijn", "Noem de termijn in dagen bij schriftelijk vaststellen, en alleen dan.");
		known("a-seat-ends-after-it-starts", 409, "Een zetel eindigt na zijn begin", "Kies een einddatum op of na de begindatum.");
		known("a-seat-is-taken-once", 409, "Een zetel wordt één keer bezet", "De persoon heeft in deze tijd al zo'n zetel. Laat hem die eerst verlaten of kies een andere rol.");
		known("only-a-taken-seat-is-left", 409, "Alleen een bezette zetel wordt verlaten of overgedragen", "Kies een zetel en een dag waarop hij bezet is.");
		known("only-seats-of-an-organisation-are-handed-over", 409, "Alleen zetels van een organisatie gaan over", "Kies een organisatie met zetels en een andere opvolger.");
		known("a-dissolved-body-stays-dissolved", 409, "Opgeheven is opgeheven", "Richt een nieuw overlegorgaan in.");
		known("a-dissolved-body-does-nothing", 409, "Een opgeheven overlegorgaan doet niets meer", "Kies een ander overlegorgaan, of een dag waarop het nog bestond.");
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
		known("only-a-published-agenda-is-withdrawn", 409, "Alleen wat is gepubliceerd wordt ingetrokken", "Er is niets te doen: zonder account leest niemand deze agenda.");
		known("only-a-published-report-is-withdrawn", 409, "Alleen wat is gepubliceerd wordt ingetrokken", "Er is niets te doen: zonder account leest niemand dit verslag.");
		known("withdrawing-follows-publishing", 409, "Intrekken volgt op publiceren", "Kies een dag vanaf die waarop is gepubliceerd.");
		known("only-an-adopted-agenda-is-published", 409, "Alleen wat is vastgesteld wordt gepubliceerd", "Stel de agenda eerst vast, of open het meelezen.");
		known("an-agenda-is-published-once", 409, "Een agenda wordt één keer gepubliceerd", "Iedereen kan haar al lezen. Na intrekken kan zij opnieuw worden gepubliceerd.");
		known("an-edition-follows-an-adopted-agenda", 409, "Een editie volgt op een vastgestelde agenda", "Stel de agenda eerst vast.");
		known("an-agenda-is-followed-once", 409, "Op een agenda volgt één editie", "Ga verder met de editie die er al is.");
		known("an-adopted-agenda-keeps-its-themes", 409, "Een vastgestelde agenda houdt haar thema's",
				"Start een nieuwe editie om er een thema bij te zetten. Een thema afsluiten kan wel.");
		known("a-closed-agenda-takes-no-themes", 409, "Een gesloten agenda krijgt geen thema's", "Draag het thema aan bij een agenda die nog loopt.");
		known("a-decision-has-the-id-of-its-outcome", 409, "Een besluit heeft het id van zijn uitkomst", "Laat het id weg, of geef dat van de uitkomst.");
		known("a-review-comes-after-the-decision", 409, "Herzien komt na besluiten", "Kies een dag op of na de dag van het besluit.");
		known("a-next-review-comes-later", 409, "Een volgende herziening komt later", "Kies een latere dag, of laat haar weg.");
		known("only-a-decision-in-force-changes", 409, "Alleen een geldend besluit verandert", "Het besluit is vervangen of ingetrokken. Neem een nieuw besluit.");
		known("particulars-are-stated-once", 409, "Hoe een besluit tot stand kwam wordt één keer vastgelegd", "Neem een nieuw besluit dat dit besluit vervangt.");
		known("particulars-come-before-confirmation", 409, "Eerst vastleggen, dan bekrachtigen", "Leg eerst vast hoe het besluit tot stand kwam.");
		known("only-a-flagged-decision-is-confirmed", 409, "Alleen waar iets ontbreekt wordt bekrachtigd", "Aan dit besluit ontbreekt niets, of het is al bekrachtigd.");
		known("a-vote-and-nothing-else-is-counted", 409, "Alleen bij een stemming hoort een uitslag", "Geef de uitslag bij een stemming, en laat haar anders weg.");
		known("a-dissent-is-of-someone", 409, "Wie het niet eens was, is iemand", "Noem een persoon of organisatie, of een aantal van ten minste één.");
		known("an-amount-is-above-zero", 409, "Een bedrag is meer dan nul", "Laat het bedrag weg als het besluit niets uitgeeft.");
		known("a-decision-names-its-mandate-or-why-none", 409, "Een besluit noemt zijn mandaat, of waarom er geen is", "Geef een van de twee.");
		known("a-decision-by-mandate-names-it", 409, "Wie bij mandaat besluit, noemt het mandaat", "Noem het mandaat, of kies een andere wijze van besluiten.");
		known("a-mandate-is-held-by-someone-present", 409, "Een aanwezige houdt het mandaat", "Kies een mandaat dat een aanwezige die dag hield, of leg vast waarom er geen was.");
		known("a-mandate-covers-the-amount", 409, "Een mandaat dekt het bedrag", "Kies een ruimer mandaat, of leg vast waarom er geen was.");
		known("a-last-meeting-is-of-a-body", 409, "Een laatste bijeenkomst is van een overlegorgaan",
				"Plan de bijeenkomst voor een overlegorgaan om haar als laatste aan te kondigen.");
		known("a-last-meeting-is-announced-once", 409, "De laatste bijeenkomst wordt één keer aangekondigd", "De bijeenkomst is al als laatste aangekondigd.");
		known("another-last-has-a-reason", 409, "Een andere laatste bijeenkomst heeft een reden", "Noem waarom een andere bijeenkomst dan eerder is aangekondigd de laatste is.");
		known("only-an-announced-last-is-withdrawn", 409, "Alleen een aankondiging kan worden ingetrokken", "De bijeenkomst is niet als laatste aangekondigd.");
		known("a-series-has-dates", 409, "Een reeks heeft data", "Noem ten minste één dag waarop men bijeenkomt.");
		known("dates-of-a-series-differ", 409, "De data van een reeks verschillen", "Kies voor elke bijeenkomst een andere dag.");
		known("only-the-invited-answers", 409, "Alleen wie is uitgenodigd antwoordt", "Nodig deze persoon eerst uit.");
		known("a-reply-is-to-the-latest-invitation", 409, "Een antwoord gaat over de laatste uitnodiging", "Haal de agenda opnieuw op en antwoord op wat daar staat.");
		known("an-invitation-is-for-one", 409, "Een uitnodiging is voor één", "Kies een persoon of een organisatie; nodig anderen apart uit.");
		known("invited-once", 409, "Iemand wordt één keer uitgenodigd", "De uitnodiging staat er al; leg daar het antwoord bij vast.");
		known("an-invitation-is-answered-by-the-invited", 409, "De uitgenodigde antwoordt", "Antwoord op uw eigen uitnodiging, of laat de secretaris het antwoord vastleggen.");
		known("an-introducer-is-chosen-or-described", 409, "Wie inleidt wordt gekozen of omschreven", "Kies een persoon uit het register, of omschrijf een spreker van buiten.");
		known("an-item-is-dealt-with-once", 409, "Een agendapunt wordt één keer afgehandeld", "Plaats een nieuw agendapunt om er nog eens over te spreken.");
		known("only-a-waiting-item-is-carried-over", 409, "Alleen een wachtend agendapunt schuift door",
				"Een punt wacht als zijn bijeenkomst is gesloten of afgelast zonder dat het is behandeld.");
		known("an-item-goes-to-an-open-meeting", 409, "Een agendapunt gaat naar een open bijeenkomst", "Kies een bijeenkomst die nog komt of loopt.");
		known("a-closed-meeting-stays-closed", 409, "Gesloten is gesloten", "De agenda van een gesloten bijeenkomst verandert niet meer.");
		known("a-meeting-is-held-first", 409, "Eerst gehouden", "Leg eerst vast wanneer de bijeenkomst is gehouden.");
		known("who-is-represented-has-a-proxy", 409, "Wie is vertegenwoordigd, noemt door wie", "Noem de vertegenwoordiger alleen bij wie is vertegenwoordigd.");
		known("a-proxy-is-present", 409, "Een vertegenwoordiger is aanwezig", "Leg eerst de aanwezigheid van de vertegenwoordiger vast.");
		known("a-proxy-stays-present", 409, "Een vertegenwoordiger blijft aanwezig", "Verander eerst de aanwezigheid van wie hij vertegenwoordigt.");
		known("a-source-is-linked-or-attached", 409, "Een bron heeft een adres of is een bijlage", "Geef het adres waar de bron staat, of de bijlage die zij is.");
		known("minutes-have-text", 409, "Een verslag heeft tekst", "Schrijf eerst ten minste één deel van het verslag.");
		known("minutes-are-recorded-once", 409, "Een verslag wordt één keer vastgelegd", "Pas de tekst aan, of laat het verslag vaststellen.");
		known("minutes-are-recorded-first", 409, "Eerst vastgelegd", "Leg het verslag eerst vast; daarna kan het worden rondgestuurd en vastgesteld.");
		known("minutes-are-sent-round-first", 409, "Eerst rondgestuurd", "Stuur het verslag rond zoals het nu is, met een termijn voor bezwaren.");
		known("a-term-ends-after-it-starts", 409, "Een termijn eindigt na haar begin", "Kies een laatste dag na de dag van rondsturen.");
		known("objections-come-within-the-term", 409, "Bezwaar komt binnen de termijn", "Daarna wordt een fout in het verslag verbeterd met een correctie.");
		known("an-objection-is-settled-once", 409, "Een bezwaar wordt één keer afgehandeld", "Het bezwaar is al afgehandeld.");
		known("objections-are-settled-first", 409, "Eerst de bezwaren", "Handel elk bezwaar af voordat het verslag wordt vastgesteld.");
		known("the-term-for-objections-has-passed", 409, "De termijn voor bezwaren is voorbij", "Stel het verslag schriftelijk vast na de laatste dag van de termijn.");
		known("minutes-are-adopted-by-the-same-body", 409, "Hetzelfde overlegorgaan stelt vast", "Kies een bijeenkomst van het overlegorgaan waar het verslag van is.");
		known("minutes-are-adopted-at-a-later-held-meeting", 409, "Een latere bijeenkomst stelt vast",
				"Kies een bijeenkomst die daarna is gehouden, of stel het verslag schriftelijk vast.");
		known("adopted-minutes-are-frozen", 409, "Vastgesteld is vastgesteld", "Uitkomsten, aanwezigheid en verslag veranderen niet meer; leg een verbetering vast met een reden.");
		known("only-adopted-minutes-are-corrected", 409, "Alleen wat is vastgesteld wordt verbeterd", "Tot de vaststelling kunt u tekst en aanwezigheid gewoon aanpassen.");
		known("a-meeting-is-published-once", 409, "Over een bijeenkomst wordt één keer gepubliceerd", "De publicatie is al vastgelegd.");
		known("publication-follows-the-meeting", 409, "Publicatie volgt op de bijeenkomst", "Kies een publicatiedatum op of na de dag waarop de bijeenkomst is gehouden.");
		known("an-address-is-a-web-address", 409, "Een adres is een webadres", "Begin het adres met http:// of https://.");
		known("a-removed-attachment-is-gone", 409, "Verwijderd is verwijderd", "De bijlage is al verwijderd; dat zij er was, blijft vastgelegd.");
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
		known("a-promise-is-accepted-once", 409, "Aanvaarden gebeurt één keer", "De eigenaar heeft de toezegging al aanvaard.");
		known("a-promise-is-accepted-by-its-owner", 409, "De eigenaar aanvaardt", "Noem de eigenaar als persoon, of draag de toezegging eerst over.");
		known("a-kept-promise-stays-kept", 409, "Nagekomen is nagekomen", "Voeg een nieuwe toezegging toe voor wat er nog moet gebeuren.");
		known("another-promise-takes-the-lead", 409, "De leiding gaat naar een ander", "Kies een andere toezegging van deze actie.");
		known("a-first-deadline-is-agreed-once", 409, "Een eerste termijn wordt één keer afgesproken", "Verzet de termijn die er al is, met een reden.");
		known("only-an-agreed-deadline-is-replanned", 409, "Alleen een afgesproken termijn wordt verzet", "Spreek eerst een termijn af.");
		known("a-promised-meeting-takes-place", 409, "Een beloofde bijeenkomst gaat door", "Kies een bijeenkomst die gepland of gehouden is.");
		known("a-meeting-is-linked-once", 409, "Een bijeenkomst hoort één keer bij een toezegging", "Kies een andere bijeenkomst, of laat het zoals het is.");
		known("only-a-linked-meeting-is-unlinked", 409, "Alleen wat verbonden is kan los", "Bij deze toezegging hoort geen bijeenkomst.");
		known("an-action-is-blocked-once", 409, "Een actie zit één keer tegelijk vast", "Meld voortgang, of maak de actie eerst los.");
		known("only-a-blocked-action-is-unblocked", 409, "Alleen wat vastzit kan los", "Deze actie zit niet vast.");
		known("a-dependency-is-noted-once", 409, "Een actie hangt één keer van een andere af", "Kies een andere actie.");
		known("actions-do-not-wait-in-a-circle", 409, "Acties wachten niet in een kring", "Kies een actie die niet op deze actie wacht.");
		known("only-a-noted-dependency-ends", 409, "Alleen een vastgelegde afhankelijkheid eindigt", "Kies een actie waar deze actie van afhangt.");
		known("one-call-is-open-at-a-time", 409, "Eén oproep tegelijk", "Sluit de oproep die nog openstaat.");
		known("a-call-has-a-place", 409, "Een oproep heeft een plaats", "Geef 1 of meer, of laat het aantal weg.");
		known("a-call-ends-after-it-opens", 409, "Een oproep sluit na haar begin", "Kies een laatste dag op of na de dag van de oproep.");
		known("only-an-open-call", 409, "Aanmelden kan bij een open oproep", "Bij deze actie staat geen oproep open.");
		known("a-participant-signs-up-once", 409, "Aanmelden kan één keer", "Deze deelnemer doet al mee.");
		known("sign-up-ends-on-the-last-day", 409, "Aanmelden kan tot en met de laatste dag", "De laatste dag is voorbij; een nieuwe oproep kan wel.");
		known("a-full-call-takes-no-more", 409, "Vol is vol", "Meldt iemand zich af, dan komt er een plaats vrij.");
		known("only-a-participant-withdraws", 409, "Afmelden kan wie meedoet", "Deze persoon doet niet mee aan de oproep.");
		known("an-import-brings-something-new", 409, "Een bestand brengt iets nieuws", "Alle vakanties uit het bestand zijn al bekend.");
		known("a-completed-action-is-closed", 409, "Een afgeronde actie is dicht", "Heropen de actie om er iets aan toe te voegen.");
		known("a-dropped-action-is-closed", 409, "Een vervallen actie is dicht", "Heropen de actie om er iets aan toe te voegen.");
		known("only-an-ended-action-reopens", 409, "Alleen wat klaar is kan heropend worden", "De actie loopt nog.");
		known("an-inventory-is-put-to-organisations", 409, "Een inventarisatie is aan organisaties", "Kies ten minste één organisatie van het samenwerkingsverband.");
		known("an-inventory-closes-after-it-opens", 409, "Een inventarisatie sluit na haar begin", "Kies een sluitingsdatum op of na de begindatum.");
		known("an-organisation-answers-once", 409, "Een organisatie antwoordt één keer", "Leg een ander antwoord vast als correctie, met een reden.");
		known("only-a-given-answer-is-corrected", 409, "Alleen een gegeven antwoord wordt gecorrigeerd", "Leg eerst het antwoord van de organisatie vast.");
		known("only-who-was-asked-answers", 409, "Alleen wie gevraagd is antwoordt", "Kies een organisatie waaraan de vraag is voorgelegd.");
		known("one-answers-for-ones-own-organisation", 409, "Iemand antwoordt voor zijn eigen organisatie",
				"Laat iemand van de organisatie zelf antwoorden, of leg het antwoord vast zonder persoon.");
		known("answers-come-until-the-closing-date", 409, "Antwoorden komen tot en met de sluitingsdatum",
				"Verleng de inventarisatie, met een reden, zolang zij niet is gesloten.");
		known("an-answer-is-zero-or-more", 409, "Een antwoord is nul of meer", "Geef een getal zonder minteken.");
		known("who-answered-is-no-non-response", 409, "Wie heeft geantwoord is geen non-respons", "Leg een ander antwoord vast als correctie, met een reden.");
		known("an-extension-ends-later", 409, "Een verlenging eindigt later", "Kies een latere dag dan de sluitingsdatum die er al is.");
		known("only-an-indicator-of-a-programme-is-adopted", 409, "Alleen een indicator van een programma wordt overgenomen",
				"Kies een indicator die een programma aanbiedt en nog gebruikt.");
		known("regions-adopt-indicators", 409, "Regio's nemen indicatoren over", "Een programma legt zijn eigen indicatoren vast.");
		known("an-indicator-is-adopted-once", 409, "Een indicator wordt één keer overgenomen", "Leg de metingen vast bij de indicator die er al is.");
		known("a-period-that-is-to-come-is-not-measured", 409, "Een periode die nog moet beginnen wordt niet gemeten", "Kies een eerdere periode.");
		known("a-period-is-measured-once", 409, "Een periode wordt één keer gemeten", "Leg een andere waarde vast als correctie, met een reden.");
		known("only-a-recorded-measurement-is-corrected", 409, "Alleen een vastgelegde meting wordt gecorrigeerd", "Leg eerst een waarde vast.");
		known("a-correction-changes-the-value", 409, "Een correctie geeft een andere waarde", "Geef een andere waarde dan die er al staat.");
		known("an-element-is-of-a-reflection-round", 409, "Een element hoort bij een reflectieronde", "Kies een element bij een reflectieronde en geen bij een inventarisatie.");
		known("a-source-counts-once", 409, "Een bron telt één keer mee", "Kies een andere bron, of ontkoppel haar eerst.");
		known("only-a-linked-source-is-unlinked", 409, "Alleen een gekoppelde bron wordt ontkoppeld", "Kies een bron die gekoppeld is.");
		known("only-an-adopted-indicator-is-shown-by-name", 409, "Met naam delen kan bij een overgenomen indicator", "Neem de indicator eerst over van een programma.");
		known("values-are-shown-by-name-once", 409, "De waarden worden al met naam gedeeld", "Er is niets te doen.");
		known("only-what-is-shown-by-name-is-stopped", 409, "De waarden worden niet met naam gedeeld", "Er is niets te stoppen.");
		known("a-retired-indicator-is-not-measured", 409, "Een indicator die niet meer wordt gebruikt verandert niet", "Leg een nieuwe indicator vast om verder te meten.");
		known("a-measurement-fits-the-rhythm", 409, "Een meting past bij het ritme van de indicator", "Schrijf de periode zoals de melding laat zien.");
		known("a-closed-inventory-never-changes", 409, "Het totaal van een gesloten inventarisatie staat vast", "Open een nieuwe inventarisatie om het opnieuw te vragen.");
		known("a-file-is-imported-once", 409, "Een bestand wordt één keer ingelezen", "Lees het in bij dezelfde agenda en bijeenkomst als eerst, of verander het bestand.");
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
		known("only-a-failed-mail-is-tried-again", 409, "Alleen een opgegeven mail wordt opnieuw geprobeerd", "Wat nog wacht, wordt vanzelf opnieuw geprobeerd.");
		known("a-partnership-has-at-most-20-webhooks", 409, "Een samenwerkingsverband heeft hoogstens 20 koppelingen", "Verwijder er eerst een die niet meer nodig is.");
		known("only-an-active-webhook-is-paused", 409, "Alleen een koppeling die aan staat wordt stilgezet", "Zet haar eerst weer aan.");
		known("only-a-paused-webhook-is-activated", 409, "Alleen een koppeling die stilstaat wordt aangezet", "Wat wacht, wordt vanzelf gebracht.");
		known("a-paused-webhook-brings-nothing", 409, "Een koppeling die stilstaat brengt niets", "Zet haar eerst weer aan; een proef kan altijd.");
		known("one-rebuild-at-a-time", 409, "Eén herbouw tegelijk", "Wacht tot de herbouw die loopt klaar is, of breek haar af.");
		known("only-an-unfinished-rebuild-is-cancelled", 409, "Alleen wat nog niet klaar is wordt afgebroken", "Een herbouw die het heeft overgenomen kan worden teruggedraaid.");
		known("only-a-built-rebuild-takes-over", 409, "Alleen wat klaar is neemt het over",
				"Wacht tot de herbouw klaar is; een herbouw die vanzelf overneemt hoeft u niets te zeggen.");
		known("only-the-last-takeover-is-undone", 409, "Alleen de laatste herbouw wordt teruggedraaid",
				"Terug kan zolang de vorige overzichten er nog zijn, en als dezelfde versie van de toepassing ze maakte.");
		known("a-running-job-is-not-started", 409, "Een taak die loopt begint niet nog een keer", "Wacht tot de taak klaar is.");
		known("only-a-planned-job-is-started", 409, "Alleen een taak die aan staat begint", "Zet ontwikkelagenda.jobs.recurring aan op een van de servers.");
		known("a-dropped-letter-stays-dropped", 409, "Wat is opgegeven blijft opgegeven", "Leg zelf vast wat er nog moet gebeuren.");
		known("only-the-first-letter-is-settled", 409, "Alleen met het eerste van een rij kan iets", "Probeer eerst wat ervoor staat opnieuw, of geef dat op.");
		known("a-witness-is-added-once", 409, "Een getuige wordt één keer toegevoegd", "Zoek de getuige in de lijst op.");
		known("one-ledger-check-at-a-time", 409, "Eén controle van het logboek tegelijk", "Wacht tot de controle die loopt klaar is.");
		known("person-is-new", 409, "Deze persoon staat er al", "Er is al een persoon met dit id.");
		known("an-example-comes-from-a-region", 409, "Een voorbeeld komt uit een andere regio", "Noem de regio waar het voorbeeld vandaan komt.");
		known("an-announced-item-has-yet-to-appear", 409, "Wat aangekondigd is moet nog verschijnen", "Laat het jaar en de dag van raadplegen weg tot de bron verschenen is.");
		known("an-item-appears-once", 409, "Een bron verschijnt één keer", "Neem een nieuwe uitgave op als een bron die deze vervangt.");
		known("only-what-has-appeared-is-read", 409, "Alleen wat verschenen is wordt gelezen", "Leg eerst vast dat de bron verschenen is.");
		known("an-item-is-used-once-in-a-place", 409, "Een bron wordt op een plaats één keer gebruikt", "Laat het zoals het is, of kies een andere plaats.");
		known("an-item-is-superseded-by-another", 409, "Een andere bron komt in de plaats", "Kies een andere bron dan deze.");
		known("a-superseded-item-is-left-as-it-is", 409, "Een vervangen bron blijft zoals zij is", "Kies de bron die ervoor in de plaats kwam.");
		known("what-has-appeared-has-a-past-year", 409, "Wat verschenen is heeft een jaar dat begonnen is", "Neem de bron op als aangekondigd, met de woorden voor wanneer.");
		known("an-item-is-read-after-it-appeared", 409, "Een bron is pas te lezen als zij verschenen is", "Kies een dag in of na het jaar van verschijnen.");
		known("a-stakeholder-registers-once", 409, "Een aandeelhouder meldt zich één keer aan", "Wijzig de gegevens als er iets veranderd is.");
		known("a-stakeholder-is-one-person", 409, "Een aandeelhouder is één persoon", "Kies de aandeelhouder die bij de persoon hoort.");
		known("only-a-registered-stakeholder-changes", 409, "Alleen wie aandeelhouder is kan wijzigen", "Meld de persoon eerst opnieuw aan als aandeelhouder.");
		known("a-community-has-room-for-its-minimum", 409, "Een community heeft plaats voor haar minimum", "Kies een maximum dat niet lager is dan het minimum.");
		known("kept-seats-fit-in-the-community", 409, "Vrijgehouden plaatsen passen in de community", "Houd per sector ten minste 1 en samen hoogstens alle plaatsen vrij.");
		known("a-body-has-one-community", 409, "Op een overlegorgaan staat één community", "Richt voor een andere community een nieuw overlegorgaan in.");
		known("a-community-stands-on-a-body-of-its-kind", 409, "Een community staat op een overlegorgaan van die soort", "Kies een overlegorgaan van de soort community.");
		known("a-certificate-asks-no-more-sessions-than-there-are", 409, "Een bewijs vraagt niet meer bijeenkomsten dan er zijn",
				"Kies ten minste één bijeenkomst, en voor het bewijs niet meer dan dat er zijn.");
		known("a-stakeholder-is-invited-once", 409, "Een uitnodiging staat één keer open", "Wacht op het antwoord.");
		known("only-an-open-invitation-is-declined", 409, "Alleen een open uitnodiging kan worden afgeslagen", "Wie een plaats heeft, kan zich afmelden.");
		known("only-who-is-in-can-leave", 409, "Afmelden kan alleen wie een plaats heeft of wacht", "Kies iemand die meedoet of op de wachtlijst staat.");
		known("nobody-loses-a-seat-by-less-room", 409, "Niemand verliest zijn plaats", "Kies een maximum van ten minste het aantal deelnemers.");
		known("a-community-starts-once", 409, "Een community begint één keer", "Deze community is al begonnen of afgesloten.");
		known("a-community-starts-with-its-minimum", 409, "Een community begint met haar minimum", "Wacht op meer aanmeldingen of verlaag het minimum.");
		known("only-participants-are-certified", 409, "Een bewijs is voor deelnemers", "Kies iemand die een plaats had.");
		known("participation-is-certified-once", 409, "Een bewijs wordt één keer gegeven", "De deelnemer heeft zijn bewijs al.");
		known("a-certificate-is-for-who-attended-enough", 409, "Een bewijs is voor wie er genoeg bij was", "Leg de aanwezigheid bij de bijeenkomsten vast als die nog ontbreekt.");
		known("a-concluded-community-is-closed", 409, "Afgesloten is afgesloten", "Kies een community die nog loopt; afmelden kan altijd.");
		known("a-participant-has-one-seat", 409, "Een deelnemer heeft één plaats", "Deze persoon doet al mee.");
		known("a-stakeholder-waits-once", 409, "Een aandeelhouder wacht één keer", "Deze persoon staat al op de wachtlijst en houdt daar zijn plaats.");
		known("only-stakeholders-take-part", 409, "Alleen aandeelhouders doen mee",
				"Meld de persoon eerst aan als aandeelhouder, en daarna voor de community. Aanmelden kan iedereen zelf, zonder account, op de pagina /aanmelden; of vraag het de secretaris.");
		known("regions-take-part-in-a-programme", 409, "Regio's doen mee aan een programma", "Kies een samenwerkingsverband van de soort programma.");
		known("a-region-takes-part-once", 409, "Een regio doet één keer mee", "Kies een andere regio.");
		known("only-a-region-that-takes-part-leaves", 409, "Alleen een regio die meedoet kan vertrekken", "Kies een regio die meedoet aan dit programma.");
		known("a-round-is-for-a-group", 409, "Een reflectie is voor een groep", "Kies ten minste vijf leden: pas vanaf vijf antwoorden is een uitslag anoniem.");
		known("a-round-closes-after-it-opens", 409, "Een reflectie sluit na haar begin", "Kies een latere laatste dag.");
		known("a-repeat-follows-a-closed-round", 409, "Een herhaling volgt op een gesloten reflectie",
				"Kies een gesloten reflectie met dezelfde vragen, of begin met een nulmeting.");
		known("a-round-closes-once", 409, "Een reflectie sluit één keer", "Haar uitslag staat vast.");
		known("a-closed-round-takes-no-answers", 409, "Gesloten is gesloten", "Wacht op een volgende reflectie.");
		known("sealed-answers-need-their-key", 409, "De antwoorden zijn niet meer te openen",
				"De sleutel van deze reflectie is kwijt of beschadigd. De beheerder kan hem terugzetten; lukt dat niet, dan geeft de secretaris deze reflectie op en opent hij een nieuwe.");
		known("only-a-round-that-is-lost-is-abandoned", 409, "Alleen een verloren reflectie wordt opgegeven", "Laat de reflectie sluiten; dan is haar uitslag er.");
		known("only-a-recorded-text-is-redacted", 409, "Alleen een vastgelegde tekst wordt gelakt", "Zoek de tekst op, en neem over in welk feit en waar daarin zij staat.");
		known("a-text-is-redacted-once", 409, "Een tekst wordt één keer gelakt", "Van een gelakte tekst is niets meer over om weg te halen.");
		known("an-invitation-goes-by-mail", 409, "Een uitnodiging gaat per mail", "Stel een mailserver in, of maak het account met de opdracht user.");
		known("a-username-is-of-one", 409, "Een gebruikersnaam is van één", "Kies een naam die nog niemand heeft.");
		known("another-keeps-an-account", 409, "Een ander beheert uw account", "Vraag het een andere beheerder van deze installatie.");
		known("another-erases-a-person", 409, "Een ander wist een persoon", "Vraag het een andere beheerder van deze installatie.");
		known("every-mention-is-decided-on", 409, "Over elke vermelding wordt beslist", "Noem elke tekst waarin de persoon voorkomt bij redactions of bij exceptions.");
		known("every-file-is-decided-on", 409, "Over elk bestand wordt beslist", "Noem elk bestand waarin de persoon voorkomt bij files, met een grond als het blijft.");
		known("a-decision-is-about-a-file-of-this-person", 409, "Een beslissing gaat over een bestand van deze persoon",
				"Kies uit de bestanden die de persoon noemen of van hem komen.");
		known("an-exception-is-a-mention-that-stays", 409, "Een uitzondering is een vermelding die blijft", "Kies de uitzonderingen uit de vermeldingen die niet worden gelakt.");
		known("a-restricted-person-is-only-kept", 409, "Beperkte gegevens worden alleen bewaard", "Hef eerst de beperking op, of laat de persoon zelf zijn gegevens verbeteren.");
		known("a-person-is-restricted-once", 409, "De verwerking wordt één keer beperkt", "De beperking geldt al; hef die op met DELETE op restriction.");
		known("a-retention-proposal-is-decided-once", 409, "Over een voorstel wordt één keer beslist", "Haal het voorstel opnieuw op; daarin staat wat ervan is geworden.");
		known("only-what-is-still-over-its-time-is-removed", 409, "Wat weer in gebruik is, blijft", "Het voorstel is vervallen; er hoeft niets te gebeuren.");
		known("two-entries-are-joined", 409, "Samenvoegen gaat over twee vermeldingen", "Kies twee vermeldingen die nog niet van dezelfde persoon zijn.");
		known("another-joins-an-entry", 409, "Een ander voegt uw vermelding samen", "Vraag het een andere beheerder van deze installatie.");
		known("an-erased-person-stays-erased", 409, "Wie gewist is, blijft gewist", "Kies bij het invoeren een ander id, of laat het weg.");
		known("a-member-answers-once", 409, "Ieder antwoordt één keer", "Wijzig uw antwoorden; dat kan tot de reflectie sluit.");
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
