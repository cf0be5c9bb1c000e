package nl.ontwikkelagenda.app.publication;

import java.util.List;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was published: the only content of partnerships that is read without an account. */
@RestController
@RequestMapping(Api.BASE)
@MayRead(withoutLogin = true)
@WithoutAsOf("Wat is gepubliceerd, leest u zoals het nu is; laat asOf weg.")
class PublicationController {

	private final Publications publications;

	PublicationController(Publications publications) {
		this.publications = publications;
	}

	@GetMapping("/published-agendas")
	ResponseEntity<Listed<PublishedAgenda>> agendas(@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		return listed(publications.agendas(), Paging.read(page, pageSize));
	}

	@GetMapping("/published-agendas/{id}")
	ResponseEntity<PublishedAgenda> agenda(@PathVariable AgendaId id) {
		return ResponseEntity.ok(publications.agenda(id).orElseThrow(NotFound::new));
	}

	/** Without what they say. */
	@GetMapping("/published-reports")
	ResponseEntity<Listed<PublishedReport>> reports(@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		return listed(publications.reports(), Paging.read(page, pageSize));
	}

	@GetMapping("/published-reports/{id}")
	ResponseEntity<PublishedReport> report(@PathVariable ReportId id) {
		return ResponseEntity.ok(publications.report(id).orElseThrow(NotFound::new));
	}

	private static <T> ResponseEntity<Listed<T>> listed(List<T> all, Paging paging) {
		HttpHeaders headers = new HttpHeaders();
		paging.links(all.size()).forEach(link -> headers.add(HttpHeaders.LINK, link));
		List<T> shown = all.stream().skip((paging.page() - 1L) * paging.pageSize()).limit(paging.pageSize()).toList();
		return ResponseEntity.ok().headers(headers).body(new Listed<>(shown, paging.page(), paging.pageSize(), all.size()));
	}
}
