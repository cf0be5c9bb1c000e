package nl.ontwikkelagenda.agenda.meeting;

import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** Tells one broken rule from another. */
final class Broken extends TypeSafeMatcher<Throwable> {

	private final String rule;

	private Broken(String rule) {
		this.rule = rule;
	}

	static Matcher<Throwable> rule(String rule) {
		return new Broken(rule);
	}

	@Override
	protected boolean matchesSafely(Throwable thrown) {
		return thrown instanceof RuleBroken broken && broken.rule().equals(rule);
	}

	@Override
	public void describeTo(Description description) {
		description.appendText("the rule " + rule + " to be broken");
	}
}
