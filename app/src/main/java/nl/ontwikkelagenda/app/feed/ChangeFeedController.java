package nl.ontwikkelagenda.app.feed;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.audit.SecretAddress;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.security.Limits;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own addresses for feed readers, and what is read there. An address is shown when it is made, and never again. */
@RestController
@WithoutAsOf("Adressen van feeds zijn er alleen zoals ze nu zijn; laat asOf weg.")
@MayRead(anyone = true, inPerson = true)
class ChangeFeedController {

	private static final String FEEDS = Api.BASE + "/change-feeds";

	private final ChangeFeeds feeds;
	private final ChangePages pages;
	private final AtomAnswers atom;
	private final Limits limits;

	ChangeFeedController(ChangeFeeds feeds, ChangePages pages, AtomAnswers atom, Limits limits) {
		this.feeds = feeds;
		this.pages = pages;
		this.atom = atom;
		this.limits = limits;
	}

	/** @param subjectId what it is of; left out for what is the caller's own */
	record Opening(Subject.Kind kind, @Nullable UUID subjectId) {
	}

	/** The same idempotency key comes down to the same feed; as its address was kept nowhere, it is then given a new one. */
	@PostMapping(FEEDS)
	ResponseEntity<ChangeFeed> open(@RequestBody Opening opening) {
		if ((opening.kind() == Subject.Kind.PERSON) != (opening.subjectId() == null)) {
			throw new InvalidInput("subjectId", opening.subjectId() == null
					? "Kies waarvan de feed is: een samenwerkingsverband, agenda, thema, ontwikkeltafel, community of bijeenkomst."
					: "Uw eigen feed heeft geen onderwerp; laat dit veld weg.");
		}
		ChangeFeedId id = new ChangeFeedId(Ids.next(Intent.CURRENT.get(), "change-feed"));
		ChangeFeed feed = feeds.open(id, Caller.required().personId(), opening.kind(), opening.subjectId());
		return ResponseEntity.created(URI.create(Api.path("change-feeds", id))).body(feed);
	}

	@GetMapping(FEEDS)
	ResponseEntity<Listed<ChangeFeed>> list(@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		List<ChangeFeed> all = feeds.of(Caller.required().personId());
		HttpHeaders headers = new HttpHeaders();
		paging.links(all.size()).forEach(link -> headers.add(HttpHeaders.LINK, link));
		List<ChangeFeed> shown = all.stream().skip((paging.page() - 1L) * paging.pageSize()).limit(paging.pageSize()).toList();
		return ResponseEntity.ok().headers(headers).body(new Listed<>(shown, paging.page(), paging.pageSize(), all.size()));
	}

	@GetMapping(FEEDS + "/{id}")
	ChangeFeed one(@PathVariable ChangeFeedId id) {
		return feeds.find(id).filter(feed -> feed.personId().equals(Caller.required().personId())).orElseThrow(NotFound::new);
	}

	/** Its address stops at once; answers what it was. */
	@DeleteMapping(FEEDS + "/{id}")
	ChangeFeed revoke(@PathVariable ChangeFeedId id) {
		return feeds.revoke(id, Caller.required().personId());
	}

	/** What the owner of the address may see now. Unknown, revoked and no longer allowed look the same. */
	@GetMapping(path = ChangeFeeds.PATH + "{secret}" + ChangeFeeds.ENDING, produces = MediaType.APPLICATION_ATOM_XML_VALUE)
	ResponseEntity<byte[]> read(@PathVariable String secret, @RequestParam(required = false) @Nullable String before, HttpServletRequest request) {
		ChangeFeed feed = feeds.bySecret(secret).orElseThrow(NotFound::new);
		limits.checkFeed(feed.changeFeedId().value());
		new SecretAddress(feed.personId(), feed.changeFeedId().value(), feed.subjectId()).noteIn(request);
		pages.checkVisible(feed.subject(), feed.personId());
		String path = ChangeFeeds.PATH + secret + ChangeFeeds.ENDING;
		return atom.answer(feed.subject(), pages.latest(feed.subject(), feed.personId(), before, null), before == null ? path : path + "?before=" + before,
				older -> path + "?before=" + older);
	}
}
