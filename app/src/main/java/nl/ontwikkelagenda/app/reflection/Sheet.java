package nl.ontwikkelagenda.app.reflection;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What one member answered. */
public record Sheet(List<Given> answers) {

	/**
	 * @param question number of the question
	 * @param score    point of the scale; absent for who does not know, and for a question in words only
	 * @param remark   absent when there is none
	 */
	public record Given(String question, @Nullable Integer score, @Nullable String remark) {
	}
}
