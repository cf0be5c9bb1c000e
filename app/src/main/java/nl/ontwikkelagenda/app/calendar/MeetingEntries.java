package nl.ontwikkelagenda.app.calendar;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.meeting.ItemStatus;
import nl.ontwikkelagenda.agenda.meeting.ItemView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.PublicAddress;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Meetings as a calendar program shows them. Every meeting is an entry of its own, also when it is one of a series. */
@Component
class MeetingEntries {

	/** The product keeps when a meeting starts, not when it ends. */
	private static final Duration RESERVED = Duration.ofHours(2);

	private static final String UID = "meeting-";

	private final Documents documents;
	private final People people;
	private final Dutch dutch;
	private final PublicAddress address;

	MeetingEntries(Documents documents, People people, Dutch dutch, PublicAddress address) {
		this.documents = documents;
		this.people = people;
		this.dutch = dutch;
		this.address = address;
	}

	static String uid(MeetingId meeting) {
		return UID + meeting;
	}

	/** The meeting that an entry with this UID is of; empty when it is of none. */
	static Optional<MeetingId> meeting(String uid) {
		return Optional.of(uid).filter(given -> given.matches(UID + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")).map(given -> MeetingId.of(given.substring(UID.length())));
	}

	/** How often its days or its standing changed; counted from its own facts, so the same for everybody. */
	static int sequence(MeetingView meeting) {
		return meeting.earlierDates().size() + (meeting.status() == MeetingStatus.CANCELLED ? 1 : 0) + (wasAsPlanned(meeting) ? 0 : 1);
	}

	private static boolean wasAsPlanned(MeetingView meeting) {
		Period held = meeting.happenedOn();
		return held == null || held.equals(Period.on(meeting.plannedOn()));
	}

	/** @param more properties that only some readers get */
	CalendarComponent entry(Stored<MeetingView> stored, AsOf asOf, List<ContentLine> more) {
		MeetingView meeting = stored.document();
		boolean cancelled = meeting.status() == MeetingStatus.CANCELLED;
		List<ContentLine> lines = new ArrayList<>();
		lines.add(ContentLine.of("UID", uid(meeting.meetingId())));
		lines.add(ContentLine.moment("DTSTAMP", stored.recordedAt()));
		lines.add(ContentLine.moment("LAST-MODIFIED", stored.recordedAt()));
		lines.add(ContentLine.of("SEQUENCE", Integer.toString(sequence(meeting))));
		lines.addAll(when(meeting));
		lines.add(ContentLine.of("STATUS", cancelled ? "CANCELLED" : "CONFIRMED"));
		lines.add(ContentLine.text("SUMMARY", people.withNames(cancelled ? "Afgelast: " + meeting.title() : meeting.title())));
		if (meeting.place() != null) {
			lines.add(ContentLine.text("LOCATION", people.withNames(meeting.place())));
		}
		String description = description(meeting, asOf);
		if (!description.isEmpty()) {
			lines.add(ContentLine.text("DESCRIPTION", people.withNames(description)));
		}
		address.page("/bijeenkomsten/" + meeting.meetingId()).ifPresent(page -> lines.add(ContentLine.of("URL", page)));
		lines.addAll(more);
		return new CalendarComponent("VEVENT", lines, List.of());
	}

	private static List<ContentLine> when(MeetingView meeting) {
		Instant startsAt = meeting.startsAt();
		if (startsAt != null && wasAsPlanned(meeting)) {
			return List.of(ContentLine.local("DTSTART", startsAt), ContentLine.local("DTEND", startsAt.plus(RESERVED)));
		}
		Period days = meeting.happenedOn() == null ? Period.on(meeting.plannedOn()) : requireNonNull(meeting.happenedOn());
		return List.of(ContentLine.day("DTSTART", days.from()), ContentLine.day("DTEND", days.to().plusDays(1)));
	}

	private String description(MeetingView meeting, AsOf asOf) {
		List<String> lines = new ArrayList<>();
		if (meeting.status() == MeetingStatus.CANCELLED) {
			lines.add("Afgelast: " + meeting.reason());
		}
		if (meeting.last()) {
			lines.add("Dit is de laatste bijeenkomst.");
		}
		meeting.earlierDates().forEach(earlier -> lines.add("Verplaatst van " + on(earlier.plannedOn(), earlier.startsAt()) + ": " + earlier.reason()));
		if (meeting.status() == MeetingStatus.PLANNED && meeting.numberOfItems() > 0) {
			lines.addAll(agenda(meeting.meetingId(), asOf));
		}
		return String.join("\n", lines);
	}

	private String on(LocalDate day, @Nullable Instant startsAt) {
		return startsAt == null ? dutch.day(day) : dutch.moment(startsAt);
	}

	private List<String> agenda(MeetingId meeting, AsOf asOf) {
		List<ItemView> items = documents.all(ReadModels.ITEMS, Map.of("meetingId", meeting.toString()), asOf).stream().filter(item -> item.status() == ItemStatus.PLACED)
				.sorted(Comparator.comparing(ItemView::place)).toList();
		List<String> lines = new ArrayList<>();
		for (ItemView item : items) {
			String minutes = item.minutes() == null ? "" : " (" + item.minutes() + " min.)";
			lines.add(lines.size() + 1 + ". " + item.title() + minutes);
		}
		return lines;
	}
}
