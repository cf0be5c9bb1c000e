package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;

/**
 * One page of what is not the same at two positions, and how much there is in all.
 *
 * @param ended how many came to their end, also of those that were added
 */
public record Differences(List<Change<?>> items, long added, long changed, long removed, long ended) {

	static final Differences NONE = new Differences(List.of(), 0, 0, 0, 0);

	public long total() {
		return added + changed + removed;
	}
}
