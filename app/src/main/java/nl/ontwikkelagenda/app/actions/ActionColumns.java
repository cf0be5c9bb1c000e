package nl.ontwikkelagenda.app.actions;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.deadline.Deadline.Certainty;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise.Of;
import nl.ontwikkelagenda.app.actions.ActionLine.OwnerKind;
import nl.ontwikkelagenda.app.exchange.Sheet;
import nl.ontwikkelagenda.app.exchange.Sheet.Column;

/** The columns of the action list as a file, out and in, and the Dutch words in them; what they mean is in {@code docs/import.md}. */
final class ActionColumns {

	/** The Dutch words for a choice, out and in. */
	record Words<E extends Enum<E>>(Map<E, String> words) {

		/** @param words of every constant */
		Words {
			words = new EnumMap<>(words);
		}

		String out(E choice) {
			return words.getOrDefault(choice, choice.name());
		}

		/** In whatever capitals. */
		Optional<E> in(String word) {
			return words.entrySet().stream().filter(entry -> entry.getValue().equalsIgnoreCase(word)).map(Map.Entry::getKey).findFirst();
		}

		String all() {
			return String.join(", ", words.values());
		}
	}

	static final Words<OwnerKind> OWNER_KINDS = new Words<>(
			Map.of(OwnerKind.PERSON, "Persoon", OwnerKind.TEAM, "Team", OwnerKind.ORGANISATION, "Organisatie", OwnerKind.OUTSIDE, "Andere organisatie"));
	static final Words<Of> OFS = new Words<>(Map.of(Of.WORK, "werk", Of.INVITATION, "uitnodiging"));
	static final Words<ActionStatus> STATUSES = new Words<>(Map.of(ActionStatus.OPEN, "loopt", ActionStatus.DONE, "klaar", ActionStatus.DROPPED, "vervallen"));
	private static final Words<Certainty> CERTAINTIES = new Words<>(Map.of(Certainty.EXACT, "precies", Certainty.DERIVED, "afgeleid", Certainty.UNKNOWN, "onbekend"));

	static final Column<ActionLine> NUMBER = new Column<>("Nummer", ActionLine::number);
	static final Column<ActionLine> TITLE = new Column<>("Actie", ActionLine::title);
	static final Column<ActionLine> TEXT = new Column<>("Toelichting", ActionLine::text);
	static final Column<ActionLine> THEME = new Column<>("Thema", ActionLine::theme);
	static final Column<ActionLine> AGREED_ON = new Column<>("Afgesproken op", ActionLine::agreedOn);
	static final Column<ActionLine> OWNER_KIND = new Column<>("Soort eigenaar", line -> OWNER_KINDS.out(line.ownerKind()));
	static final Column<ActionLine> OWNER = new Column<>("Eigenaar", ActionLine::owner);
	static final Column<ActionLine> OWNER_ID = new Column<>("Id van de eigenaar", ActionLine::ownerId);
	static final Column<ActionLine> WHAT = new Column<>("Toezegging", ActionLine::what);
	static final Column<ActionLine> OF = new Column<>("Termijn van", line -> OFS.out(line.of()));
	static final Column<ActionLine> DEADLINE = new Column<>("Termijn", ActionLine::deadline);
	static final Column<ActionLine> SAID_ON = new Column<>("Gezegd op", ActionLine::saidOn);
	static final Column<ActionLine> EARLIEST = new Column<>("Vroegste datum", ActionLine::earliest);
	static final Column<ActionLine> LATEST = new Column<>("Uiterste datum", ActionLine::latest);
	static final Column<ActionLine> CERTAINTY = new Column<>("Zekerheid", line -> CERTAINTIES.out(line.certainty()));
	static final Column<ActionLine> STATUS = new Column<>("Status", line -> STATUSES.out(line.status()));
	static final Column<ActionLine> ENDED_ON = new Column<>("Afgerond op", ActionLine::endedOn);
	static final Column<ActionLine> ENDING = new Column<>("Resultaat", ActionLine::ending);
	static final Column<ActionLine> PROGRESS = new Column<>("Laatste voortgang", ActionLine::progress);

	static final Sheet<ActionLine> SHEET = new Sheet<>("actielijst", List.of(NUMBER, TITLE, TEXT, THEME, AGREED_ON, OWNER_KIND, OWNER, OWNER_ID, WHAT, OF, DEADLINE, SAID_ON,
			EARLIEST, LATEST, CERTAINTY, STATUS, ENDED_ON, ENDING, PROGRESS));
	static final Set<Column<ActionLine>> REQUIRED = Set.of(TITLE, AGREED_ON, OWNER_KIND, OWNER, WHAT);
	/** What holds for the whole action, so for each of its rows. */
	static final List<Column<ActionLine>> OF_ACTION = List.of(TITLE, TEXT, THEME, AGREED_ON, STATUS, ENDED_ON, ENDING);

	private ActionColumns() {
	}
}
