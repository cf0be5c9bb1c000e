package nl.ontwikkelagenda.app.administration;

import java.net.URI;

import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.rest.Words;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What automations could not do, over REST. */
@RestController
@RequestMapping(Api.BASE + "/dead-letters")
@MayRead(installation = true)
@WithoutAsOf("Van wat bleef liggen is alleen bekend hoe het er nu mee staat; laat asOf weg.")
class DeadLetterController {

	private final DeadLetters letters;

	DeadLetterController(DeadLetters letters) {
		this.letters = letters;
	}

	/** @param succeeded whether it could be done now; if not it still waits */
	record Attempt(DeadLetterId deadLetterId, boolean succeeded) {
	}

	/** @param reason why it need not be done any more */
	record Dropping(@Words(max = 400) String reason) {
	}

	/** Those that wait, the oldest first. */
	@GetMapping
	ResponseEntity<Listed<DeadLetter>> list(@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		long total = letters.count();
		HttpHeaders headers = new HttpHeaders();
		paging.links(total).forEach(link -> headers.add(HttpHeaders.LINK, link));
		return ResponseEntity.ok().headers(headers).body(new Listed<>(letters.waiting(paging.page(), paging.pageSize()), paging.page(), paging.pageSize(), total));
	}

	/** One that waits, or that was given up. */
	@GetMapping("/{id}")
	ResponseEntity<DeadLetter> one(@PathVariable DeadLetterId id) {
		return ResponseEntity.ok(letters.one(id));
	}

	/** Tries it again now, and when that succeeds those that wait behind it. */
	@PostMapping("/{id}/attempts")
	ResponseEntity<Attempt> tryAgain(@PathVariable DeadLetterId id) {
		return ResponseEntity.created(address(id)).body(new Attempt(id, letters.tryAgain(id)));
	}

	/** Gives it up. The fact stays in the log; what should have come of it does not come. */
	@PostMapping("/{id}/dropping")
	ResponseEntity<DeadLetter> drop(@PathVariable DeadLetterId id, @RequestBody Dropping dropping) {
		return ResponseEntity.created(address(id)).body(letters.drop(id, Caller.required().personId(), dropping.reason()));
	}

	private static URI address(DeadLetterId id) {
		return URI.create(Api.path("dead-letters", id));
	}
}
