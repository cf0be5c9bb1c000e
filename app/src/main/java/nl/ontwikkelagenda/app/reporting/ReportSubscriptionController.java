package nl.ontwikkelagenda.app.reporting;

import java.net.URI;
import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.IdempotencyKeyReused;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.reporting.ReportSubscription.Rhythm;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

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

/** The caller's own subscriptions to reports. They know no earlier versions. */
@RestController
@RequestMapping(Api.BASE + "/report-subscriptions")
@MayRead(anyone = true)
@WithoutAsOf("Abonnementen zijn er alleen zoals ze nu zijn; laat asOf weg.")
class ReportSubscriptionController {

	private final ReportSubscriptions subscriptions;
	private final ReportQuestions questions;
	private final Today today;

	ReportSubscriptionController(ReportSubscriptions subscriptions, ReportQuestions questions, Today today) {
		this.subscriptions = subscriptions;
		this.questions = questions;
		this.today = today;
	}

	/** What is to be mailed, and how often. */
	record Subscribing(ReportSubject subject, Rhythm rhythm) {
	}

	/** Whoever has this subscription already keeps it. */
	@PostMapping
	ResponseEntity<ReportSubscription> subscribe(@RequestBody Subscribing wanted) {
		PersonId caller = Caller.required().personId();
		PartnershipId partnership = questions.partnershipOf(wanted.subject());
		ReportSubscriptionId id = new ReportSubscriptionId(Ids.next(Intent.CURRENT.get(), "report-subscription"));
		if (subscriptions.find(id).filter(known -> !known.subject().equals(wanted.subject()) || known.rhythm() != wanted.rhythm()).isPresent()) {
			throw new IdempotencyKeyReused();
		}
		ReportSubscription subscription = subscriptions.subscribe(new ReportSubscription(id, caller, partnership, wanted.subject(), wanted.rhythm(), today.date()));
		return ResponseEntity.created(URI.create(Api.path("report-subscriptions", subscription.reportSubscriptionId()))).body(subscription);
	}

	@GetMapping
	ResponseEntity<Listed<ReportSubscription>> list(@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		List<ReportSubscription> all = subscriptions.of(Caller.required().personId());
		HttpHeaders headers = new HttpHeaders();
		paging.links(all.size()).forEach(link -> headers.add(HttpHeaders.LINK, link));
		List<ReportSubscription> shown = all.stream().skip((paging.page() - 1L) * paging.pageSize()).limit(paging.pageSize()).toList();
		return ResponseEntity.ok().headers(headers).body(new Listed<>(shown, paging.page(), paging.pageSize(), all.size()));
	}

	@GetMapping("/{id}")
	ReportSubscription one(@PathVariable ReportSubscriptionId id) {
		return own(id);
	}

	/** No more mails; answers what it was. */
	@DeleteMapping("/{id}")
	ReportSubscription end(@PathVariable ReportSubscriptionId id) {
		ReportSubscription subscription = own(id);
		subscriptions.end(id);
		return subscription;
	}

	private ReportSubscription own(ReportSubscriptionId id) {
		return subscriptions.find(id).filter(known -> known.personId().equals(Caller.required().personId())).orElseThrow(NotFound::new);
	}
}
