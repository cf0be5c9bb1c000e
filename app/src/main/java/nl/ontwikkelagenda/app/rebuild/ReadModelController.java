package nl.ontwikkelagenda.app.rebuild;

import java.util.List;

import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import nl.ontwikkelagenda.reporting.readmodel.ViewState;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the read models are doing: every generation that there is. It knows no earlier moments. */
@RestController
@RequestMapping(Api.BASE + "/read-models")
@MayRead(installation = true)
@WithoutAsOf("Van leesmodellen is alleen bekend hoe het er nu mee staat; laat asOf weg.")
class ReadModelController {

	private final ReadModelEngine engine;

	ReadModelController(ReadModelEngine engine) {
		this.engine = engine;
	}

	/** Newest generations first. */
	@GetMapping
	ResponseEntity<Listed<ViewState>> list(@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		List<ViewState> states = engine.states();
		HttpHeaders headers = new HttpHeaders();
		paging.links(states.size()).forEach(link -> headers.add(HttpHeaders.LINK, link));
		List<ViewState> shown = states.stream().skip((paging.page() - 1L) * paging.pageSize()).limit(paging.pageSize()).toList();
		return ResponseEntity.ok().headers(headers).body(new Listed<>(shown, paging.page(), paging.pageSize(), states.size()));
	}
}
