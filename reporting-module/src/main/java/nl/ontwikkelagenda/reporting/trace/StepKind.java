package nl.ontwikkelagenda.reporting.trace;

/** What a step of a chain is; steps of one day come in this order. */
public enum StepKind {
	BODY("Overlegorgaan"), MANDATE("Mandaat"), LIBRARY_ITEM("Uit de bibliotheek"), AGENDA("Agenda"), PRIORITY_ROUND("Prioritering"), IDEA("Idee"), GUIDING_ANSWER(
			"Antwoord van een groep"), THEME("Thema"), PROJECT("Project"), TABLE(
					"Ontwikkeltafel"), COMMUNITY("Leergemeenschap"), SERIES("Reeks bijeenkomsten"), ITEM("Agendapunt"), MEETING("Bijeenkomst"), BARRIER("Knelpunt"), GOAL(
							"Doel"), PROPOSAL("Voorstel"), OUTCOME(
									"Uitkomst"), INSIGHT("Inzicht"), DECISION("Besluit"), ADVICE_NOTE("Adviesnotitie"), ACTION("Actie"), PROMISE("Toezegging"), INVENTORY(
											"Inventarisatie"), REFLECTION_ROUND("Reflectieronde"), INDICATOR("Indicator"), MEASUREMENT("Meting"), REPORT("Voortgangsverslag"),
	/** How a body answered a goal of a table; has the id of the goal. */
	ANSWER("Antwoord"),
	/** What came of something, in words; has the id of what it came of. */
	RESULT("Resultaat");

	private final String dutch;

	StepKind(String dutch) {
		this.dutch = dutch;
	}

	/** What readers call it. */
	public String dutch() {
		return dutch;
	}
}
