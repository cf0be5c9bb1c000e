package nl.ontwikkelagenda.app.erasure;

import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** That persons were erased, for who administers the installation. */
@RestController
@RequestMapping(Api.BASE + "/erasures")
@MayRead(installation = true)
@WithoutAsOf("Wie gewist is, is dat op elk moment; laat asOf weg.")
class ErasureListController {

	private final Erasures erasures;

	ErasureListController(Erasures erasures) {
		this.erasures = erasures;
	}

	/** Latest first. */
	@GetMapping
	ResponseEntity<Listed<Erasure>> list(@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		long total = erasures.count();
		HttpHeaders headers = new HttpHeaders();
		paging.links(total).forEach(link -> headers.add(HttpHeaders.LINK, link));
		return ResponseEntity.ok().headers(headers).body(new Listed<>(erasures.page(paging.page(), paging.pageSize()), paging.page(), paging.pageSize(), total));
	}
}
