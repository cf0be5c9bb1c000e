package nl.ontwikkelagenda.app.feed;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** Keeps streams out of the times of answers: how long somebody followed one says nothing about how fast the application is. */
@Component
class UnmeasuredStreams implements ObservationPredicate {

	@Override
	public boolean test(String name, Observation.Context context) {
		HttpServletRequest request = context instanceof ServerRequestObservationContext asked ? asked.getCarrier() : null;
		String accept = request == null ? null : request.getHeader(HttpHeaders.ACCEPT);
		return accept == null || !accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
	}
}
