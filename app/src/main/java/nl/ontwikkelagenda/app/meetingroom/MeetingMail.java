package nl.ontwikkelagenda.app.meetingroom;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.Names;
import nl.ontwikkelagenda.app.rest.PublicAddress;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words in which people are invited to a meeting, hear that it is moved or cancelled, and are sent what came of it. */
@Component
class MeetingMail {

	private final PublicAddress address;
	private final Dutch dutch;

	MeetingMail(PublicAddress address, Dutch dutch) {
		this.address = address;
		this.dutch = dutch;
	}

	/** @param body what comes after the salutation */
	record Text(String subject, String body) {
	}

	/** @param enclosed whether the invitation for his calendar goes with it */
	Text invitation(MeetingView meeting, Names names, boolean enclosed) {
		String calendar = enclosed
				? "\nMet de bijlage zet u de bijeenkomst in uw agenda. Antwoordt u in uw agendaprogramma, dan krijgt de secretaris dat antwoord per mail.\n"
				: "";
		return new Text("Uitnodiging: " + names.inText(meeting.title()),
				"U bent uitgenodigd voor de bijeenkomst \"" + names.inText(meeting.title()) + "\".\n\nWanneer: " + when(meeting)
						+ place(meeting, names) + "\n\nDe agenda staat hier, en u kunt er laten weten of u komt:\n" + page(meeting) + "\n" + calendar);
	}

	/** @param enclosed whether the invitation for his calendar goes with it, as it is now */
	Text moved(MeetingView meeting, Names names, boolean enclosed) {
		MeetingView.EarlierDate earlier = meeting.earlierDates().getLast();
		String calendar = enclosed ? "\nMet de bijlage verschuift de bijeenkomst in uw agenda.\n" : "";
		return new Text("Verzet: " + names.inText(meeting.title()),
				"De bijeenkomst \"" + names.inText(meeting.title()) + "\" is verzet.\n\nWanneer: " + when(meeting) + "\nEerst: " + when(earlier.startsAt(), earlier.plannedOn())
						+ place(meeting, names) + "\nReden: " + names.inText(earlier.reason())
						+ "\n\nEen antwoord voor de eerdere datum geldt niet meer. Laat opnieuw weten of u komt:\n"
						+ page(meeting) + "\n" + calendar);
	}

	/** @param enclosed whether the message for his calendar goes with it */
	Text cancelled(MeetingView meeting, Names names, boolean enclosed) {
		String reason = meeting.reason() == null ? "" : "\n\nReden: " + names.inText(meeting.reason());
		String calendar = enclosed ? "\nMet de bijlage haalt u de bijeenkomst uit uw agenda.\n" : "";
		return new Text("Gaat niet door: " + names.inText(meeting.title()),
				"De bijeenkomst \"" + names.inText(meeting.title()) + "\" van " + when(meeting) + " gaat niet door." + reason + "\n\nMeer staat hier:\n" + page(meeting) + "\n"
						+ calendar);
	}

	/** @param outcomes in the order in which they were recorded */
	Text minutes(MeetingView meeting, List<OutcomeView> outcomes, Names names) {
		MeetingView.Minutes minutes = meeting.minutes();
		String until = minutes == null || minutes.objectionsUntil() == null
				? ""
				: "\n\nKlopt er iets niet? Laat het weten tot en met " + dutch.day(minutes.objectionsUntil()) + ".";
		String told = Stream.of(told("Besloten", decisions(outcomes, names)), told("Afgesproken", promises(outcomes, names))).filter(part -> !part.isEmpty())
				.collect(Collectors.joining());
		return new Text("Verslag: " + names.inText(meeting.title()),
				"Het verslag van de bijeenkomst \"" + names.inText(meeting.title()) + "\" van " + when(meeting) + " is klaar." + told
						+ "\n\nHet hele verslag staat hier:\n" + page(meeting) + until + "\n");
	}

	private static String told(String heading, List<String> lines) {
		return lines.isEmpty() ? "" : "\n\n" + heading + ":\n" + lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
	}

	private static List<String> decisions(List<OutcomeView> outcomes, Names names) {
		return outcomes.stream().filter(outcome -> outcome.kind() == OutcomeKind.DECISION).map(outcome -> names.inText(outcome.title())).toList();
	}

	private static List<String> promises(List<OutcomeView> outcomes, Names names) {
		return outcomes.stream().flatMap(outcome -> outcome.promises().stream().map(promise -> names.owner(promise.owner()) + ": " + names.inText(promise.what())
				+ (promise.deadline() == null ? "" : " (" + names.inText(promise.deadline().phrase()) + ")"))).toList();
	}

	private static String place(MeetingView meeting, Names names) {
		return meeting.place() == null ? "" : "\nPlaats: " + names.inText(meeting.place());
	}

	private String when(MeetingView meeting) {
		return meeting.startsAt() == null && meeting.happenedOn() != null ? dutch.period(meeting.happenedOn()) : when(meeting.startsAt(), meeting.plannedOn());
	}

	private String when(@Nullable Instant startsAt, LocalDate day) {
		return startsAt == null ? dutch.day(day) : dutch.moment(startsAt);
	}

	private String page(MeetingView meeting) {
		return address.inMail("/bijeenkomsten/" + meeting.meetingId());
	}
}
