package nl.ontwikkelagenda.app.browser;

import nl.ontwikkelagenda.app.rest.Running;

/** The application with its demo, started once for all tests in a browser; it ends with them. */
final class Demo {

	private static final Running APPLICATION = Running.with("ontwikkelagenda.demo-history=true", "ontwikkelagenda.limits.burst=1000000");

	private Demo() {
	}

	static Running running() {
		return APPLICATION;
	}
}
