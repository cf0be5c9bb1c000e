package nl.ontwikkelagenda.app.meetingroom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.meeting.ItemStatus;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;

/** What minutes begin with that nobody wrote during the meeting. It names no persons: who was there stands in the minutes by itself. */
final class FirstMinutes {

	private FirstMinutes() {
	}

	static String of(Room room) {
		List<String> sentences = new ArrayList<>();
		long present = room.numberPresent();
		sentences.add(present == 0
				? "De bijeenkomst is gehouden."
				: "De bijeenkomst is gehouden met " + present + (present == 1 ? " aanwezige." : " aanwezigen."));
		List<String> treated = room.points().stream().filter(point -> point.status() == ItemStatus.TREATED).map(point -> "- " + point.words()).toList();
		if (!treated.isEmpty()) {
			sentences.add("Behandeld:\n" + String.join("\n", treated));
		}
		String came = List.of(number(room, OutcomeKind.DECISION, "besluit", "besluiten"), number(room, OutcomeKind.ACTION, "actie", "acties")).stream()
				.filter(words -> !words.isEmpty()).collect(Collectors.joining(" en "));
		if (!came.isEmpty()) {
			sentences.add("Uit de bijeenkomst: " + came + ", hieronder genoemd.");
		}
		return String.join("\n\n", sentences);
	}

	private static String number(Room room, OutcomeKind kind, String one, String several) {
		long number = room.outcomes().stream().filter(outcome -> outcome.kind() == kind).count();
		return number == 0 ? "" : number + " " + (number == 1 ? one : several);
	}
}
