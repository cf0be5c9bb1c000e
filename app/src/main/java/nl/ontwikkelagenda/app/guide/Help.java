package nl.ontwikkelagenda.app.guide;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which section of the guide is about which pages. */
final class Help {

	static final String BEGINNING = "in-twee-minuten";

	/** The most specific first. */
	private static final List<Section> SECTIONS = sections();

	private Help() {
	}

	/** Address of the section about the page at this path; that for who begins, where no section is about it. */
	static String about(String path) {
		return GuidePage.PATH + "#" + section(path).orElse(BEGINNING);
	}

	static Optional<String> section(String path) {
		PathContainer parsed = PathContainer.parsePath(path);
		return SECTIONS.stream().filter(each -> each.pages.matches(parsed)).findFirst().map(Section::name);
	}

	static List<String> names() {
		return SECTIONS.stream().map(Section::name).distinct().toList();
	}

	private static List<Section> sections() {
		return Stream.of(about(BEGINNING, "/", "/rondleiding/**", "/handleiding/**", "/zoeken/**", "/problems/**", "/error/**"),
				about("kalender", "/kalender/**"),
				about("woorden", "/begrippen/**"),
				about("een-bijeenkomst-houden", "/bijeenkomsten/**"),
				about("de-projectencarrousel", "/bijeenkomsten/*/carrousel/**", "/projecten/**"),
				about("acties-bijhouden", "/acties/**"),
				about("op-de-hoogte-blijven", "/meldingen/**", "/voorkeuren/**"),
				about("thema-s-tafels-en-prioriteiten", "/agendas/**", "/themas/**", "/tafels/**", "/prioritering/**"),
				about("een-advies-maken", "/adviezen/**"),
				about("terugkijken-met-de-zes-elementen", "/reflecties/**"),
				about("organisaties-om-een-getal-vragen", "/inventarisaties/**"),
				about("de-bibliotheek", "/bibliotheek/**"),
				about("communities", "/communities/**"),
				about("besluiten", "/besluiten/**"),
				about("wie-doen-er-mee", "/samenwerkingsverbanden/**", "/overleggen/**", "/personen/**", "/beheer/bewaartermijnen/**"),
				about("belemmeringen", "/belemmeringen/**"),
				about("wat-kwam-ervan", "/voortgang/**", "/monitor/**", "/keten/**", "/geschiedenis/**", "/verschillen/**"),
				about("inloggen-en-uw-toegang", "/inloggen/**", "/taal/**", "/aanmelden/**", "/wachtwoord/**", "/mijn-toegang/**", "/beheer/accounts/**"),
				about("voor-iedereen", "/openbaar/**"),
				about("controleren-dat-er-niets-is-veranderd", "/controle/**"),
				about("beheer", "/beheer/**"),
				about("uw-eigen-gegevens", "/mijn-gegevens/**", "/deelname/**", "/verwerkingsregister/**"))
				.flatMap(Function.identity()).sorted(Comparator.comparing(Section::pages, PathPattern.SPECIFICITY_COMPARATOR)).toList();
	}

	private static Stream<Section> about(String name, String... pages) {
		return Stream.of(pages).map(page -> new Section(PathPatternParser.defaultInstance.parse(page), name));
	}

	private record Section(PathPattern pages, String name) {
	}
}
