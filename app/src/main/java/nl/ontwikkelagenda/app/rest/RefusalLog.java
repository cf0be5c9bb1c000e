package nl.ontwikkelagenda.app.rest;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.access.Caller;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes in the log that a request was refused, so that trying to get past rules, rights and checks of input is seen: by whom, where and why. Nothing that was typed, and no address: the
 * place is the pattern of the endpoint.
 */
public final class RefusalLog {

	private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
	private static final int FIRST_FAULT_OF_CALLER = 400;
	private static final int FIRST_FAULT_OF_SERVER = 500;

	private RefusalLog() {
	}

	/** @param why type of the problem, or what else names the reason */
	public static void note(HttpServletRequest request, int status, String why) {
		if (status >= FIRST_FAULT_OF_CALLER && status < FIRST_FAULT_OF_SERVER && LOG.isInfoEnabled()) {
			Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
			String who = Caller.current().map(caller -> "person " + caller.personId()).orElse("somebody who is not logged in");
			LOG.info("Refused with {} {}: {} {} by {}", status, why, Faults.readable(request.getMethod()), pattern == null ? "elsewhere" : pattern, who);
		}
	}
}
