package nl.ontwikkelagenda.app.retention;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.rest.Words;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may be kept too long, for who administers the installation. */
@RestController
@RequestMapping(Api.BASE + "/retention-proposals")
@MayRead(installation = true)
@WithoutAsOf("Van voorstellen is bekend hoe het er nu mee staat; laat asOf weg.")
class RetentionProposalController {

	private final RetentionProposals proposals;

	RetentionProposalController(RetentionProposals proposals) {
		this.proposals = proposals;
	}

	/**
	 * @param reason why it is kept, without saying who it is about
	 * @param until  the day until which it is not proposed again
	 */
	record Keeping(@Words(max = 400) String reason, LocalDate until) {
	}

	/** The latest first. */
	@GetMapping
	ResponseEntity<Listed<RetentionProposal>> list(@RequestParam(required = false) RetentionProposal.@Nullable State state) {
		List<RetentionProposal> found = proposals.list(state);
		return ResponseEntity.ok(new Listed<>(found, 1, Math.max(1, found.size()), found.size()));
	}

	@GetMapping("/{id}")
	ResponseEntity<RetentionProposal> one(@PathVariable RetentionProposalId id) {
		return ResponseEntity.ok(proposals.find(id).orElseThrow(NotFound::new));
	}

	/** Removes what is proposed. */
	@PostMapping("/{id}/acceptance")
	ResponseEntity<RetentionProposal> remove(@PathVariable RetentionProposalId id) {
		return created(proposals.remove(id, Caller.required().personId()));
	}

	/** Keeps it, for a reason. */
	@PostMapping("/{id}/exception")
	ResponseEntity<RetentionProposal> keep(@PathVariable RetentionProposalId id, @RequestBody Keeping keeping) {
		return created(proposals.keep(id, Caller.required().personId(), keeping.reason(), keeping.until()));
	}

	private static ResponseEntity<RetentionProposal> created(RetentionProposal proposal) {
		return ResponseEntity.created(URI.create(Api.path("retention-proposals", proposal.proposalId()))).body(proposal);
	}
}
