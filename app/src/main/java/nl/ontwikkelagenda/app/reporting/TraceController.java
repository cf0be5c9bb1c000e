package nl.ontwikkelagenda.app.reporting;

import io.swagger.v3.oas.annotations.Hidden;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.rest.Pictures;
import nl.ontwikkelagenda.reporting.trace.Trace;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/traces")
@MayRead(anyone = true)
class TraceController {

	private final VisibleTraces traces;
	private final Moments moments;

	TraceController(VisibleTraces traces, Moments moments) {
		this.traces = traces;
		this.moments = moments;
	}

	/**
	 * Where something came from and what came of it: an idea, theme, priority round, table, goal, proposal, meeting, item, outcome, decision, advice note, action, promise,
	 * inventory, barrier, project, agenda, community, insight, reflection round, indicator, measurement, body, mandate, series of meetings, item of the library or kept report; of a
	 * part of one of these (a seat, comment, file, remark, question, invitation, group, source, part of the minutes, call, enrolment or answer to an inventory) that whole.
	 */
	@GetMapping("/{id}")
	ResponseEntity<Trace> trace(@PathVariable AnyId id) {
		return ResponseEntity.ok().headers(moments.contentLocation()).body(traces.of(id.value(), moments.asOf()));
	}

	/** The same as a picture, for who asks for that form. */
	@Hidden
	@GetMapping(path = "/{id}", produces = Pictures.SVG)
	ResponseEntity<byte[]> asPicture(@PathVariable AnyId id) {
		return picture(id);
	}

	/** The chain as a picture: a timeline of at most sixty steps, with all of them in words in its description. */
	@GetMapping(path = "/{id}/chain.svg", produces = Pictures.SVG)
	ResponseEntity<byte[]> picture(@PathVariable AnyId id) {
		String svg = traces.picture(traces.of(id.value(), moments.asOf()));
		return Pictures.answer(svg, moments.contentLocation());
	}
}
