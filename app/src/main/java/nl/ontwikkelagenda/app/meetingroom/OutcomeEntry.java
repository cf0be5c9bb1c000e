package nl.ontwikkelagenda.app.meetingroom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise.Of;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordOutcome;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.app.rest.TypedText;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * An outcome as it was typed, so that it can be shown again as it was. Its id is chosen when the form is shown: sent twice, it is recorded once.
 *
 * @param kind  name of an {@link OutcomeKind}; what the words begin with, such as {@code /actie}, comes before it
 * @param theme id of one of the themes, or empty
 */
record OutcomeEntry(String id, String kind, String words, String text, String theme, List<Promised> promises) {

	/** How many promises fit in one form. */
	private static final int MOST_PROMISES = 20;

	private static final int LONGEST_LINE = 200;
	private static final int LONGEST_TEXT = 4_000;
	/** What words begin with that say what they are, in both languages of the pages; {@code bijeenkomst.js} knows them too. */
	private static final Map<String, OutcomeKind> COMMANDS = Map.of("actie", OutcomeKind.ACTION, "action", OutcomeKind.ACTION, "besluit", OutcomeKind.DECISION, "decision",
			OutcomeKind.DECISION, "info", OutcomeKind.INFORMATION);
	private static final Pattern COMMAND = Pattern.compile("/(" + String.join("|", COMMANDS.keySet()) + ")(?:\\s+(.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/**
	 * @param who  the value of a choice: {@code PERSON/id} or {@code ORGANISATION/id}, or empty
	 * @param team what an owner is called that is not among the choices
	 * @param what empty means the words of the outcome
	 * @param when empty when nothing was said about it
	 */
	record Promised(String who, String team, String what, String when) {

		static final Promised NOTHING = new Promised("", "", "", "");

		boolean isEmpty() {
			return equals(NOTHING);
		}
	}

	static OutcomeEntry empty(OutcomeKind kind, String theme) {
		return new OutcomeEntry(Ids.next().toString(), kind.name(), "", "", theme, List.of(Promised.NOTHING));
	}

	/** What was sent; of the fields of promises the same place is about the same promise. */
	static OutcomeEntry of(MultiValueMap<String, String> form) {
		int number = Math.clamp(form.getOrDefault("who", List.of()).size(), 1, MOST_PROMISES);
		List<Promised> promises = IntStream.range(0, number)
				.mapToObj(place -> new Promised(at(form, "who", place), at(form, "team", place), at(form, "what", place), at(form, "when", place))).toList();
		return new OutcomeEntry(at(form, "outcome", 0), at(form, "kind", 0), at(form, "words", 0), at(form, "text", 0), at(form, "theme", 0), promises);
	}

	/** The same with one more promise to fill in. */
	OutcomeEntry withOneMore() {
		List<Promised> more = new ArrayList<>(promises);
		if (more.size() < MOST_PROMISES) {
			more.add(Promised.NOTHING);
		}
		return new OutcomeEntry(id, OutcomeKind.ACTION.name(), words, text, theme, List.copyOf(more));
	}

	/** What it is and in which words, where the words begin with a command. */
	OutcomeEntry understood() {
		Matcher command = COMMAND.matcher(words.strip());
		if (!command.matches()) {
			return this;
		}
		OutcomeKind meant = Objects.requireNonNull(COMMANDS.get(command.group(1).toLowerCase(Locale.ROOT)));
		String rest = command.group(2);
		return new OutcomeEntry(id, meant.name(), rest == null ? "" : rest.strip(), text, theme, promises);
	}

	boolean isAction() {
		return OutcomeKind.ACTION.name().equals(kind);
	}

	/** What is wrong, by the name of the field, in one Dutch sentence each; empty when it can be recorded. */
	Map<String, String> faults(Room room) {
		Map<String, String> faults = new LinkedHashMap<>();
		note(faults, "words", words.isBlank() ? "Schrijf wat er is gezegd, besloten of afgesproken." : TypedText.fault(words, LONGEST_LINE, false));
		note(faults, "kind", outcomeKind().isEmpty() ? "Kies of dit informatie, een besluit of een actie is." : null);
		note(faults, "id", Room.isId(id) ? null : "Laad de pagina opnieuw.");
		note(faults, "text", text.isBlank() ? null : TypedText.fault(text, LONGEST_TEXT, true));
		note(faults, "theme", theme.isEmpty() || room.themes().stream().anyMatch(one -> one.value().equals(theme)) ? null : "Kies een thema uit de lijst.");
		if (isAction()) {
			for (int place = 0; place < promises.size(); place++) {
				Promised promise = promises.get(place);
				if (place == 0 || !promise.isEmpty()) {
					faults(faults, room, promise, place);
				}
			}
		}
		return faults;
	}

	private static void faults(Map<String, String> faults, Room room, Promised promise, int place) {
		boolean named = !promise.team().isBlank();
		boolean chosen = room.owners().anyMatch(one -> one.value().equals(promise.who()));
		note(faults, "who-" + place, named || chosen ? null : "Kies wie het doet, of schrijf op welk team of welke organisatie.");
		note(faults, "who-" + place, named && !promise.who().isEmpty() ? "Kies iemand of schrijf een team of organisatie op; niet allebei." : null);
		note(faults, "team-" + place, named ? TypedText.fault(promise.team(), LONGEST_LINE, false) : null);
		note(faults, "what-" + place, promise.what().isBlank() ? null : TypedText.fault(promise.what(), LONGEST_TEXT, true));
		note(faults, "when-" + place, promise.when().isBlank() ? null : TypedText.fault(promise.when(), LONGEST_LINE, false));
	}

	/** The command for it, when it has no faults. */
	RecordOutcome command(MeetingId meeting) {
		List<AgreedPromise> agreed = isAction()
				? IntStream.range(0, promises.size()).filter(place -> place == 0 || !promises.get(place).isEmpty()).mapToObj(promises::get).map(this::agreed).toList()
				: List.of();
		return new RecordOutcome(meeting, new OutcomeId(UUID.fromString(id)), outcomeKind().orElseThrow(), theme.isEmpty() ? null : ThemeId.of(theme), written(words),
				text.isBlank() ? null : written(text), agreed);
	}

	private AgreedPromise agreed(Promised promise) {
		return new AgreedPromise(new PromiseId(Ids.next()), owner(promise), written(promise.what().isBlank() ? words : promise.what()), Of.WORK,
				promise.when().isBlank() ? null : new AgreedPromise.Words(written(promise.when()), null));
	}

	private static Owner owner(Promised promise) {
		if (!promise.team().isBlank()) {
			return new Owner(Owner.Kind.TEAM, null, written(promise.team()));
		}
		Room.Chosen chosen = Room.Chosen.of(promise.who()).orElseThrow();
		return new Owner(chosen.person() ? Owner.Kind.PERSON : Owner.Kind.ORGANISATION, chosen.id(), null);
	}

	private Optional<OutcomeKind> outcomeKind() {
		for (OutcomeKind each : OutcomeKind.values()) {
			if (each.name().equals(kind)) {
				return Optional.of(each);
			}
		}
		return Optional.empty();
	}

	private static FreeText written(String words) {
		return new FreeText(TypedText.kept(words), Salts.next());
	}

	private static String at(MultiValueMap<String, String> form, String field, int place) {
		List<String> values = form.getOrDefault(field, List.of());
		return place < values.size() ? values.get(place) : "";
	}

	private static void note(Map<String, String> faults, String field, @Nullable String fault) {
		if (fault != null) {
			faults.putIfAbsent(field, fault);
		}
	}
}
