package nl.ontwikkelagenda.reporting.readmodel;

import java.time.Instant;

/**
 * A document as stored.
 *
 * @param sequence   version of the aggregate it shows (the ETag): the place of the last fact of the aggregate whose id is the document's; -1 when there is none, as for a view by
 *                   person, and then {@code position} is the only version there is
 * @param position   position of the last fact in it
 * @param recordedAt when that fact was recorded
 */
public record Stored<D>(String id, D document, long sequence, long position, Instant recordedAt) {
}
