package nl.ontwikkelagenda.agenda.partnership;

import java.time.Instant;

/**
 * Where and when a fact was recorded; handed to every fold.
 *
 * @param position place in the log, the same for every reader
 * @param sequence place among the events of its aggregate, from 0
 * @param at       the moment of recording, in whole milliseconds
 * @param by       who recorded it
 */
public record Recorded(long position, long sequence, Instant at, Actor by) {
}
