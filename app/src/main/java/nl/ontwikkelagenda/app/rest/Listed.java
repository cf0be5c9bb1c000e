package nl.ontwikkelagenda.app.rest;

import java.util.List;

/**
 * One page of a list, as it is answered.
 *
 * @param page     1-based
 * @param pageSize how many items a page holds at most
 * @param total    how many there are on all pages
 */
public record Listed<D>(List<D> items, int page, int pageSize, long total) {
}
