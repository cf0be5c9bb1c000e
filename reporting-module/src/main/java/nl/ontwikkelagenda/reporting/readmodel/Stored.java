package nl.ontwikkelagenda.reporting.readmodel;

import java.time.Instant;

/**
 * A document as stored.
 *
 * @param sequence   version of the aggregate it shows (the ETag)
 * @param position   position of the last fact in it
 * @param recordedAt when that fact was recorded
 */
public record Stored<D>(String id, D document, long sequence, long position, Instant recordedAt) {
}
