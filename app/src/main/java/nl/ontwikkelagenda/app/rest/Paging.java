package nl.ontwikkelagenda.app.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which page of a list that is not of a read model.
 *
 * @param page 1-based
 */
public record Paging(int page, int pageSize) {

	/** Of a list whose order cannot be chosen. */
	public static Paging read(String page, String pageSize) {
		return read(page, pageSize, "", Set.of(""));
	}

	/** @throws InvalidInput naming every parameter that is wrong */
	public static Paging read(String page, String pageSize, String sort, Collection<String> sorts) {
		List<FieldError> errors = new ArrayList<>();
		Paging paging = new Paging(Question.number("page", page, 1, Question.MAX_PAGE, errors),
				Question.number("pageSize", pageSize, Question.DEFAULT_PAGE_SIZE, Question.MAX_PAGE_SIZE, errors));
		if (!sorts.contains(sort)) {
			errors.add(new FieldError("sort", "Sorteren kan op: " + String.join(", ", new TreeSet<>(sorts)) + "."));
		}
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		return paging;
	}

	/** RFC 8288 links from the page that this request asks for. */
	public List<String> links(long total) {
		return Question.current().links(total, page, pageSize);
	}
}
