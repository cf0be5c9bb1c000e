package nl.ontwikkelagenda.actions.deadline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;

import org.jspecify.annotations.Nullable;

/**
 * What a reader must know beside the words and the day they were said.
 *
 * @param region      whose school holidays count; absent when not known
 * @param nextMeeting finds the day of the next meeting, when that is known; asked only when the words name it
 */
public record Calendar(@Nullable SchoolRegion region, SchoolHolidays holidays, Supplier<Optional<LocalDate>> nextMeeting) {
}
