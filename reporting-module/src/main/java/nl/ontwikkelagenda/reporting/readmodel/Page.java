package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;

/** One page of a list and how many there are in all. */
public record Page<D>(List<Stored<D>> items, long total, int page, int pageSize) {
}
