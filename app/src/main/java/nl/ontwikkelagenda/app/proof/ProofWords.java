package nl.ontwikkelagenda.app.proof;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.app.audit.AuditAccesses.Kind;
import nl.ontwikkelagenda.app.audit.LedgerChecks.LedgerCheck;

/** Tells in Dutch how it is with the proof of the log, and who looked at what. */
public final class ProofWords {

	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("id", "van"), Map.entry("eventId", "feit"), Map.entry("partnershipId", "samenwerkingsverband"),
			Map.entry("subject", "over"), Map.entry("from", "van dag"), Map.entry("to", "tot en met"), Map.entry("until", "tot en met"), Map.entry("method", "soort verzoek"),
			Map.entry("address", "adres"), Map.entry("command", "opdracht"), Map.entry("format", "vorm"), Map.entry("asOf", "zoals bekend op"));

	/** What somebody did. */
	static String did(Kind kind) {
		return switch (kind) {
			case BUNDLE_EXPORTED -> "Nam een bewijsbundel mee";
			case EXPORTED -> "Nam een bestand mee";
			case OWN_DATA_EXPORTED -> "Nam mee wat over hem of haar is vastgelegd";
			case HISTORY_READ -> "Las een geschiedenis als auditor";
			case READ -> "Las iets als auditor";
			case REFUSED -> "Werd geweigerd";
		};
	}

	static String scope(Map<String, String> scope) {
		return scope.entrySet().stream().map(entry -> NAMES.getOrDefault(entry.getKey(), entry.getKey()) + ": " + entry.getValue()).collect(Collectors.joining("; "));
	}

	public String number(long number) {
		return NumberFormat.getIntegerInstance(Locale.of("nl", "NL")).format(number);
	}

	/** What came of a check, in a few words. */
	public String result(LedgerCheck check) {
		return switch (check.state()) {
			case WAITING -> "Begint zo";
			case RUNNING -> "Loopt";
			case SOUND -> "In orde";
			case CONTINUED -> "Er zijn feiten kwijt";
			case BROKEN -> "Niet in orde";
			case FAILED -> "Niet gelukt";
		};
	}
}
