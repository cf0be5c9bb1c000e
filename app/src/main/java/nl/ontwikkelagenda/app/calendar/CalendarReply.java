package nl.ontwikkelagenda.app.calendar;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.Reply;
import nl.ontwikkelagenda.app.rest.FieldError;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.TypedText;
import nl.ontwikkelagenda.app.rest.Words;

import org.jspecify.annotations.Nullable;

/**
 * What a calendar program sends when somebody answers an invitation (METHOD:REPLY, RFC 5546).
 *
 * @param sequence   of the invitation that was answered
 * @param email      of who answers
 * @param delegate   e-mail of who is sent instead
 * @param recurrence the date of the series, where the program names it beside the UID
 */
record CalendarReply(MeetingId meetingId, int sequence, String email, Reply reply, @Nullable String comment, boolean delegated, @Nullable String delegate,
		@Nullable ContentLine recurrence) {

	private static final int LARGEST = 65_536;
	private static final String MAILTO = "mailto:";

	/**
	 * Reads a reply.
	 *
	 * @throws InvalidInput naming everything that is wrong in it
	 */
	static CalendarReply read(byte[] content) {
		if (content.length > LARGEST) {
			throw new InvalidInput("body", "Een antwoord is hoogstens 64 kB groot.");
		}
		CalendarComponent calendar = CalendarComponent.read(content);
		List<FieldError> errors = new ArrayList<>();
		if (only(calendar, "METHOD").filter(method -> method.value().strip().equalsIgnoreCase("REPLY")).isEmpty()) {
			errors.add(new FieldError("METHOD", "Stuur een antwoord op een uitnodiging: METHOD:REPLY."));
		}
		List<CalendarComponent> events = calendar.parts("VEVENT");
		if (events.size() != 1) {
			errors.add(new FieldError("VEVENT", "Een antwoord gaat over één bijeenkomst (VEVENT); elke bijeenkomst van een reeks heeft een eigen UID."));
			throw new InvalidInput(errors);
		}
		return of(events.getFirst(), errors);
	}

	/** @param errors what was found wrong before */
	private static CalendarReply of(CalendarComponent event, List<FieldError> errors) {
		Optional<MeetingId> meeting = only(event, "UID").map(ContentLine::words).map(String::strip).flatMap(MeetingEntries::meeting);
		Optional<ContentLine> attendee = only(event, "ATTENDEE").filter(line -> line.value().strip().toLowerCase(Locale.ROOT).startsWith(MAILTO));
		String partstat = attendee.map(line -> line.parameter("PARTSTAT").toUpperCase(Locale.ROOT)).orElse("");
		Reply answer = reply(partstat);
		String sequence = only(event, "SEQUENCE").map(line -> line.value().strip()).orElse("0");
		String comment = only(event, "COMMENT").map(ContentLine::words).map(String::strip).orElse("");
		if (meeting.isEmpty()) {
			errors.add(new FieldError("UID", "Deze UID is niet van een bijeenkomst uit de ontwikkelagenda."));
		}
		if (attendee.isEmpty()) {
			errors.add(new FieldError("ATTENDEE", "Noem precies één deelnemer (ATTENDEE), met een e-mailadres (mailto:)."));
		} else if (answer == null) {
			errors.add(new FieldError("PARTSTAT", "Kies een van: ACCEPTED, DECLINED, TENTATIVE, DELEGATED."));
		}
		if (!sequence.matches("[0-9]{1,9}")) {
			errors.add(new FieldError("SEQUENCE", "Geef het volgnummer van de uitnodiging, een geheel getal."));
		}
		String fault = comment.isEmpty() ? null : TypedText.fault(comment, Words.DEFAULT_MAX, true);
		if (fault != null) {
			errors.add(new FieldError("COMMENT", fault));
		}
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		String delegate = attendee.get().parameter("DELEGATED-TO").split(",", 2)[0].strip();
		return new CalendarReply(meeting.get(), Integer.parseInt(sequence), address(attendee.get().value()), requireNonNull(answer),
				comment.isEmpty() ? null : TypedText.kept(comment), partstat.equals("DELEGATED"), delegate.isEmpty() ? null : address(delegate),
				only(event, "RECURRENCE-ID").orElse(null));
	}

	private static Optional<ContentLine> only(CalendarComponent component, String property) {
		List<ContentLine> all = component.all(property);
		return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
	}

	private static @Nullable Reply reply(String partstat) {
		return switch (partstat) {
			case "ACCEPTED" -> Reply.YES;
			case "DECLINED", "DELEGATED" -> Reply.NO;
			case "TENTATIVE" -> Reply.MAYBE;
			default -> null;
		};
	}

	private static String address(String value) {
		String text = value.strip();
		return text.toLowerCase(Locale.ROOT).startsWith(MAILTO) ? text.substring(MAILTO.length()) : text;
	}
}
