package nl.ontwikkelagenda.reporting.search;

import java.time.Instant;

/**
 * Something in which the words were found.
 *
 * @param kind       the collection that it is in, as in its path: {@code themes}, {@code meetings}
 * @param title      what it is called
 * @param excerpt    the words in their context, at most some 200 characters; persons are mentioned by id
 * @param resource   where it is, relative to the base path of this interface
 * @param recordedAt when the last fact in it was recorded
 */
public record SearchHit(String kind, String id, String title, String excerpt, String resource, Instant recordedAt) {
}
