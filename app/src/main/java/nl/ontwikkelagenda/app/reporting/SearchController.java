package nl.ontwikkelagenda.app.reporting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.reporting.search.Search;
import nl.ontwikkelagenda.reporting.search.SearchHit;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/search")
class SearchController {

	private final Search search;
	private final Readers readers;
	private final Moments moments;

	SearchController(Search search, Readers readers, Moments moments) {
		this.search = search;
		this.readers = readers;
		this.moments = moments;
	}

	/**
	 * Everything in which the words stand, best answers first; of each kind and partnership the thousand that changed last are looked at.
	 *
	 * @param kind          only hits of this kind ({@code themes})
	 * @param partnershipId only of this partnership; absent for all that the caller takes part in
	 */
	@GetMapping
	@MayRead(anyone = true)
	ResponseEntity<Listed<SearchHit>> find(@RequestParam(required = false) @Nullable String search, @RequestParam(required = false) @Nullable String kind,
			@RequestParam(required = false) @Nullable PartnershipId partnershipId, @RequestParam(defaultValue = "1") String page,
			@RequestParam(defaultValue = "20") String pageSize) {
		if (search == null) {
			throw new InvalidInput("search", "Geef de woorden waarnaar u zoekt.");
		}
		List<String> kinds = Search.kinds();
		if (kind != null && !kinds.contains(kind)) {
			throw new InvalidInput("kind", "Kies een van: " + String.join(", ", kinds) + ".");
		}
		Paging paging = Paging.read(page, pageSize);
		Search.Found found = this.search.find(search, kind == null ? Set.copyOf(kinds) : Set.of(kind), view -> {
			Set<PartnershipId> visible = new HashSet<>(readers.partnerships(view));
			if (partnershipId != null) {
				visible.retainAll(Set.of(partnershipId));
			}
			return visible;
		}, paging.page(), paging.pageSize(), moments.asOf());
		HttpHeaders headers = moments.contentLocation();
		paging.links(found.total()).forEach(link -> headers.add(HttpHeaders.LINK, link));
		return ResponseEntity.ok().headers(headers).body(new Listed<>(found.hits(), paging.page(), paging.pageSize(), found.total()));
	}
}
