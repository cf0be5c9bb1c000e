package nl.ontwikkelagenda.app.administration;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which page of a list is shown, and where the ones before and after it are; null when there is none.
 *
 * @param last number of the last one
 */
public record Pages(int page, long last, @Nullable String previous, @Nullable String next) {

	static final int SIZE = 25;

	/** Number of the page that is asked for, from 1; the first when it makes no sense. */
	static int asked(MultiValueMap<String, String> typed) {
		return Optional.ofNullable(typed.getFirst("pagina")).filter(text -> text.matches("[1-9][0-9]{0,5}")).map(Integer::valueOf).orElse(1);
	}

	/** @param address to which the number of a page is added */
	static Pages of(String address, int page, long total) {
		long last = Math.max(1, Math.ceilDiv(total, SIZE));
		return new Pages(page, last, page > 1 ? address + (page - 1) : null, page < last ? address + (page + 1) : null);
	}
}
