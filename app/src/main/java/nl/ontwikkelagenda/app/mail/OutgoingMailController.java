package nl.ontwikkelagenda.app.mail;

import java.net.URI;

import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The outbox over REST. It knows no earlier versions. */
@RestController
@RequestMapping(Api.BASE + "/outgoing-mails")
@WithoutAsOf("Van uitgaande mail is alleen bekend hoe het er nu mee staat; laat asOf weg.")
@MayRead(Right.ADMINISTRATOR)
class OutgoingMailController {

	private final OutgoingMails mails;

	OutgoingMailController(OutgoingMails mails) {
		this.mails = mails;
	}

	/** The mails of the last 30 days, latest first. */
	@GetMapping
	ResponseEntity<Listed<OutgoingMail>> list(@RequestParam(required = false) OutgoingMail.@Nullable State state, @RequestParam(defaultValue = "1") String page,
			@RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		OutgoingMails.Listing found = mails.list(state, paging.page(), paging.pageSize());
		HttpHeaders headers = new HttpHeaders();
		paging.links(found.total()).forEach(link -> headers.add(HttpHeaders.LINK, link));
		return ResponseEntity.ok().headers(headers).body(new Listed<>(found.mails(), paging.page(), paging.pageSize(), found.total()));
	}

	@GetMapping("/{id}")
	ResponseEntity<OutgoingMail> one(@PathVariable OutgoingMailId id) {
		return ResponseEntity.ok(mails.find(id).orElseThrow(NotFound::new));
	}

	/** Has a mail that was given up tried again. */
	@PostMapping("/{id}/attempts")
	ResponseEntity<OutgoingMail> tryAgain(@PathVariable OutgoingMailId id) {
		OutgoingMail before = mails.find(id).orElseThrow(NotFound::new);
		if (!mails.tryAgain(id)) {
			throw new RuleBroken("only-a-failed-mail-is-tried-again", before.state() == OutgoingMail.State.SENT
					? "Deze mail is al verzonden."
					: "Deze mail wacht nog; zij wordt vanzelf opnieuw geprobeerd.");
		}
		return ResponseEntity.created(URI.create(Api.path("outgoing-mails", id))).body(mails.find(id).orElseThrow(NotFound::new));
	}
}
