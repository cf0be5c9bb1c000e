package nl.ontwikkelagenda.app.agenda;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The eight agreed actions of 24 September 2018 with all their promises, as the outcomes of a meeting that they were. */
public final class EightActions {

	private EightActions() {
	}

	/**
	 * What the secretary sends, one body for each action.
	 *
	 * @param region   id of the organisation "De Regio"
	 * @param rbl      id of the organisation "RBL"
	 * @param director id of the director of Unita
	 * @param teachers id of the theme "Lerarentekort"
	 */
	public static List<String> of(String region, String rbl, String director, String teachers) {
		return List.of(action("Lerarentekort", teachers, promise("ORGANISATION", region, "De omvang inventariseren", null), promise("ORGANISATION", region,
				"Een overleg organiseren over de korte en de langere termijn oplossingen", "Voor de kerstvakantie")),
				action("Bankzitters", null, promise("ORGANISATION", rbl, "Casussen uitschrijven en bespreken met de consultant van de gemeente Huizen", "nog dit kalenderjaar")),
				action("Visiesessie", null, promise("ORGANISATION", region, "Het initiatief nemen voor een verdiepende visiesessie op bestuurlijk niveau", null)),
				action("Leerlingenvervoer", null,
						promise("PERSON", director, "Een regionaal overleg organiseren", "voor de kerstvakantie").replace("\"what\"", "\"of\": \"INVITATION\", \"what\"")),
				action("Wachtlijst voor JGGZ", null, promise("TEAM", "Consultatie- en Adviesteam", "Alle leerlingen bekijken die op de wachttijdstaan", "start dit najaar")),
				action("Elan & Co", null,
						promise("ORGANISATION", region, "Een informatiesessie over Elan & Co", "in november 2018").replace("\"what\"", "\"of\": \"INVITATION\", \"what\"")),
				action("Werkbezoeken en samen professionaliseren", null, promise("ORGANISATION", region, "Werkbezoeken organiseren", null)),
				action("Transparantie over financiën en organisatie", null, promise("ORGANISATION", region, "De financiën in kaart brengen", "dit schooljaar"),
						promise("TEAM", "Het onderwijs", "De financiering inzichtelijk maken", "dit schooljaar"),
						promise("ORGANISATION", region, "Een informatiebijeenkomst organiseren", "in februari")));
	}

	private static String action(String title, @Nullable String theme, String... promises) {
		return "{\"kind\": \"ACTION\", \"title\": \"%s\", %s\"promises\": [%s]}".formatted(title, theme == null ? "" : "\"themeId\": \"" + theme + "\", ",
				String.join(", ", promises));
	}

	private static String promise(String kind, String owner, String what, @Nullable String when) {
		String by = kind.equals("TEAM") ? "name" : "id";
		String deadline = when == null ? "" : ", \"deadline\": {\"phrase\": \"" + when + "\"}";
		return "{\"owner\": {\"kind\": \"%s\", \"%s\": \"%s\"}, \"what\": \"%s\"%s}".formatted(kind, by, owner, what, deadline);
	}
}
