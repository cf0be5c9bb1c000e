package nl.ontwikkelagenda.agenda.meeting;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** One date of a series, and the meeting that it becomes. */
public record Occurrence(MeetingId meetingId, LocalDate plannedOn, @Nullable Instant startsAt) {
}
