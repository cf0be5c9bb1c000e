package nl.ontwikkelagenda.app.guide;

import java.util.Comparator;
import java.util.Map;

/** Which section of the guide is about which pages. */
final class Help {

	static final Map<String, String> SECTIONS = Map.ofEntries(Map.entry("/bijeenkomsten", "een-bijeenkomst-houden"), Map.entry("/acties", "acties-bijhouden"),
			Map.entry("/kalender", "kalender"), Map.entry("/agendas", "thema-s-tafels-en-prioriteiten"), Map.entry("/themas", "thema-s-tafels-en-prioriteiten"),
			Map.entry("/tafels", "thema-s-tafels-en-prioriteiten"), Map.entry("/prioritering", "thema-s-tafels-en-prioriteiten"), Map.entry("/besluiten", "besluiten"),
			Map.entry("/samenwerkingsverbanden", "wie-doen-er-mee"), Map.entry("/overleggen", "wie-doen-er-mee"), Map.entry("/communities", "wie-doen-er-mee"),
			Map.entry("/voortgang", "wat-kwam-ervan"), Map.entry("/monitor", "wat-kwam-ervan"), Map.entry("/keten", "wat-kwam-ervan"),
			Map.entry("/geschiedenis", "wat-kwam-ervan"), Map.entry("/mijn-gegevens", "uw-eigen-gegevens"), Map.entry("/begrippen", "woorden"),
			Map.entry("/belemmeringen", "belemmeringen"));
	private static final String BEGINNING = "in-twee-minuten";

	private Help() {
	}

	/** Address of the section about the page at this path; that for who begins, where no section is about it. */
	static String about(String path) {
		return GuidePage.PATH + "#" + SECTIONS.entrySet().stream().filter(each -> path.equals(each.getKey()) || path.startsWith(each.getKey() + "/"))
				.max(Comparator.comparingInt(each -> each.getKey().length())).map(Map.Entry::getValue).orElse(BEGINNING);
	}
}
