package nl.ontwikkelagenda.app.account;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.account.AccessToken.Scope;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.rest.Words;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own access tokens. A token is shown when it is made, and never again; no token makes another. */
@RestController
@RequestMapping(Api.BASE + "/access-tokens")
@WithoutAsOf("Sleutels zijn er alleen zoals ze nu zijn; laat asOf weg.")
@MayRead(anyone = true, inPerson = true)
class AccessTokenController {

	private final TokenKeeping tokens;

	AccessTokenController(TokenKeeping tokens) {
		this.tokens = tokens;
	}

	/**
	 * @param partnershipId the only partnership that it reaches; left out for all in which the caller holds rights
	 * @param expiresOn     the last day on which it works
	 */
	record Making(@Words(max = TokenKeeping.LONGEST_NAME, lines = false) String name, Scope scope, @Nullable PartnershipId partnershipId, LocalDate expiresOn) {
	}

	/** The same idempotency key comes down to the same token; as its secret was kept nowhere, it is then given a new one. */
	@PostMapping
	ResponseEntity<AccessToken> make(@RequestBody Making making) {
		AccessToken token = tokens.make(Ids.next(Intent.CURRENT.get(), "access-token"), making.name(), making.scope(), making.partnershipId(), making.expiresOn());
		return ResponseEntity.created(URI.create(Api.path("access-tokens", token.accessTokenId()))).body(token);
	}

	/** Latest first, with those that expired in the last 30 days. */
	@GetMapping
	ResponseEntity<Listed<AccessToken>> list(@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		List<AccessToken> all = tokens.all();
		HttpHeaders headers = new HttpHeaders();
		paging.links(all.size()).forEach(link -> headers.add(HttpHeaders.LINK, link));
		List<AccessToken> shown = all.stream().skip((paging.page() - 1L) * paging.pageSize()).limit(paging.pageSize()).toList();
		return ResponseEntity.ok().headers(headers).body(new Listed<>(shown, paging.page(), paging.pageSize(), all.size()));
	}

	@GetMapping("/{id}")
	AccessToken one(@PathVariable AccessTokenId id) {
		return tokens.one(id);
	}

	/** It stops at once; answers what it was. */
	@DeleteMapping("/{id}")
	AccessToken revoke(@PathVariable AccessTokenId id) {
		return tokens.revoke(id);
	}
}
