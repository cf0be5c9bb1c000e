package nl.ontwikkelagenda.app.rest;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why a request failed, as RFC 9457 has it.
 *
 * @param type      path of the page about the rule, {@code /problems/<rule>}
 * @param title     the rule, the same every time
 * @param status    HTTP status
 * @param detail    one Dutch sentence about this request
 * @param errors    for a 400: every field that is wrong
 * @param reference for a 500: the number under which the log knows more
 */
public record Problem(String type, String title, int status, String detail, @Nullable List<FieldError> errors, @Nullable String reference) {

	public static Problem of(KnownProblem known, String detail) {
		return new Problem(known.type(), known.title(), known.status(), detail, null, null);
	}

	Problem with(List<FieldError> wrong) {
		return new Problem(type, title, status, detail, List.copyOf(wrong), reference);
	}

	Problem known(String number) {
		return new Problem(type, title, status, detail, errors, number);
	}
}
