package nl.ontwikkelagenda.app.rest;

/**
 * A rule that an answer can refer to.
 *
 * @param rule        stable name in kebab-case
 * @param status      HTTP status of the answer
 * @param title       the rule in a few Dutch words
 * @param explanation what it means and what can be done, in Dutch
 */
public record KnownProblem(String rule, int status, String title, String explanation) {

	public String type() {
		return "/problems/" + rule;
	}
}
