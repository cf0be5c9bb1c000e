package nl.ontwikkelagenda.app.calendar;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.calendar.CalendarFeed.Kind;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

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

/** The caller's own calendar feeds. An address is shown when it is made, and never again. */
@RestController
@RequestMapping(Api.BASE + "/calendar-feeds")
@WithoutAsOf("Adressen van agenda's zijn er alleen zoals ze nu zijn; laat asOf weg.")
@MayRead(anyone = true, inPerson = true)
class CalendarFeedController {

	private final CalendarFeeds feeds;

	CalendarFeedController(CalendarFeeds feeds) {
		this.feeds = feeds;
	}

	/** @param subjectId the body, table, community or partnership; left out for a personal feed */
	record Opening(Kind kind, @Nullable UUID subjectId) {
	}

	/** The same idempotency key comes down to the same feed; as its address was kept nowhere, it is then given a new one. */
	@PostMapping
	ResponseEntity<CalendarFeed> open(@RequestBody Opening opening) {
		CalendarFeedId id = new CalendarFeedId(Ids.next(Intent.CURRENT.get(), "calendar-feed"));
		return ResponseEntity.created(URI.create(Api.path("calendar-feeds", id)))
				.body(feeds.open(id, Caller.required().personId(), opening.kind(), opening.subjectId()));
	}

	@GetMapping
	ResponseEntity<Listed<CalendarFeed>> list(@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		List<CalendarFeed> all = feeds.of(Caller.required().personId());
		HttpHeaders headers = new HttpHeaders();
		paging.links(all.size()).forEach(link -> headers.add(HttpHeaders.LINK, link));
		List<CalendarFeed> shown = all.stream().skip((paging.page() - 1L) * paging.pageSize()).limit(paging.pageSize()).toList();
		return ResponseEntity.ok().headers(headers).body(new Listed<>(shown, paging.page(), paging.pageSize(), all.size()));
	}

	@GetMapping("/{id}")
	CalendarFeed one(@PathVariable CalendarFeedId id) {
		return feeds.own(id, Caller.required().personId());
	}

	/** Its address stops at once; answers what it was. */
	@DeleteMapping("/{id}")
	CalendarFeed revoke(@PathVariable CalendarFeedId id) {
		return feeds.revoke(id, Caller.required().personId());
	}
}
