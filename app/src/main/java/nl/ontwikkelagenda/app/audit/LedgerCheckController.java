package nl.ontwikkelagenda.app.audit;

import java.net.URI;

import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.audit.LedgerChecks.LedgerCheck;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Checks of the whole log against what was published of it, in the background and one at a time. A check tells numbers of facts, nothing of what they say. */
@RestController
@RequestMapping(Api.BASE + "/audit/checks")
@MayRead({Right.AUDITOR, Right.ADMINISTRATOR})
@WithoutAsOf("Van een controle is alleen bekend hoe het er nu mee staat; laat asOf weg.")
class LedgerCheckController {

	private final LedgerChecks checks;
	private final CheckLedgerWhenAsked asked;

	LedgerCheckController(LedgerChecks checks, CheckLedgerWhenAsked asked) {
		this.checks = checks;
		this.asked = asked;
	}

	/** Has everything checked now; how far it is, is told at its address. */
	@PostMapping
	ResponseEntity<LedgerCheck> ask() {
		LedgerCheck check = asked.ask(new LedgerCheckId(Ids.next(Intent.CURRENT.get(), "ledger-check")), Caller.required().personId());
		return ResponseEntity.created(URI.create(Api.path("audit/checks", check.checkId()))).body(check);
	}

	/** Latest first. */
	@GetMapping
	ResponseEntity<Listed<LedgerCheck>> list(@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		long total = checks.count();
		HttpHeaders headers = new HttpHeaders();
		paging.links(total).forEach(link -> headers.add(HttpHeaders.LINK, link));
		return ResponseEntity.ok().headers(headers).body(new Listed<>(checks.page(paging.page(), paging.pageSize()), paging.page(), paging.pageSize(), total));
	}

	@GetMapping("/{id}")
	ResponseEntity<LedgerCheck> one(@PathVariable LedgerCheckId id) {
		return ResponseEntity.ok(checks.find(id).orElseThrow(NotFound::new));
	}
}
