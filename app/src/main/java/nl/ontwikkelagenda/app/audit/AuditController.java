package nl.ontwikkelagenda.app.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.audit.AuditAccesses.AuditAccess;
import nl.ontwikkelagenda.app.audit.Ledger.Leaf;
import nl.ontwikkelagenda.app.audit.Ledger.Published;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.StreamedFile;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.audit.Checkpoint;
import nl.ontwikkelagenda.reporting.audit.Hash;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Proof of what the log holds. Checkpoints, keys and consistency are for everybody, so that anybody can be a witness: they hold digests only. Formats: {@code docs/audit-format.md}.
 */
@RestController
@RequestMapping(Api.BASE + "/audit")
@WithoutAsOf("Het logboek wordt bewezen zoals het nu is; laat asOf weg.")
class AuditController {

	private static final MediaType NOTE = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

	private final Ledger ledger;
	private final ProofExports proofs;
	private final BundleExports exports;
	private final AuditAccesses accesses;
	private final CheckpointSubscriptions subscriptions;
	private final Readers readers;

	AuditController(Ledger ledger, ProofExports proofs, BundleExports exports, AuditAccesses accesses, CheckpointSubscriptions subscriptions, Readers readers) {
		this.ledger = ledger;
		this.proofs = proofs;
		this.exports = exports;
		this.accesses = accesses;
		this.subscriptions = subscriptions;
		this.readers = readers;
	}

	/**
	 * That the log only grew.
	 *
	 * @param path base64: RFC 9162, 2.1.4
	 */
	record ConsistencyProof(String origin, long from, long to, List<String> path) {
	}

	/**
	 * A key that checkpoints are, or were, signed with.
	 *
	 * @param verifierKey as programs for signed notes take it
	 */
	record PublishedKey(int number, String keyId, String verifierKey, Instant since) {
	}

	/** Newest first. */
	@GetMapping("/checkpoints")
	@MayRead(withoutLogin = true)
	ResponseEntity<Listed<SignedCheckpoint>> checkpoints(@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		long total = ledger.checkpoints();
		return listed(ledger.page(paging.page(), paging.pageSize()).stream().map(SignedCheckpoint::of).toList(), paging, total);
	}

	/** Also as {@code text/plain}: then the note alone. */
	@GetMapping(path = "/checkpoints/newest", produces = MediaType.APPLICATION_JSON_VALUE)
	@MayRead(withoutLogin = true)
	@ApiResponse(responseCode = "200", content = {@Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = SignedCheckpoint.class)),
			@Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string"))})
	ResponseEntity<SignedCheckpoint> newest() {
		return ResponseEntity.ok(SignedCheckpoint.of(ledger.newest().orElseThrow(NotFound::new)));
	}

	@Hidden
	@GetMapping(path = "/checkpoints/newest", produces = MediaType.TEXT_PLAIN_VALUE)
	@MayRead(withoutLogin = true)
	ResponseEntity<String> newestNote() {
		return ResponseEntity.ok().contentType(NOTE).body(ledger.newest().orElseThrow(NotFound::new).note().toString());
	}

	/** Newest first; the first two sign. */
	@GetMapping("/keys")
	@MayRead(withoutLogin = true)
	ResponseEntity<Listed<PublishedKey>> keys() {
		List<PublishedKey> keys = ledger.keys().stream()
				.map(key -> new PublishedKey(key.number(), VerifierKey.parse(key.verifierKey()).keyId(), key.verifierKey(), key.since())).toList();
		return ResponseEntity.ok(new Listed<>(keys, 1, Math.max(1, keys.size()), keys.size()));
	}

	/** That the first events, {@code from} in number, are the beginning of the first {@code to}; in the log as it is now. */
	@GetMapping("/consistency")
	@MayRead(withoutLogin = true)
	ResponseEntity<ConsistencyProof> consistency(@RequestParam long from, @RequestParam long to) {
		Published newest = ledger.newest().orElseThrow(NotFound::new);
		if (to < 1 || to > newest.checkpoint().size()) {
			throw new InvalidInput("to", "Kies een aantal feiten van 1 tot en met " + newest.checkpoint().size() + ".");
		}
		if (from < 1 || from > to) {
			throw new InvalidInput("from", "Kies een aantal feiten van 1 tot en met " + to + ".");
		}
		return ResponseEntity.ok(new ConsistencyProof(newest.checkpoint().origin(), from, to, base64(ledger.prover(newest.run()).consistency(from, to))));
	}

	/**
	 * Against the newest checkpoint; not found until there is one that holds the event, and for who may not see what happened. Who may take bundles of its partnership is also told what
	 * its leaf is made of; to others it tells no more than digests.
	 */
	@GetMapping("/proofs/{eventId}")
	@MayRead(anyone = true)
	ResponseEntity<InclusionProof> proof(@PathVariable EventId eventId) {
		return ResponseEntity.ok(proofs.of(eventId).orElseThrow(NotFound::new));
	}

	/**
	 * The events of a partnership, without texts, each with its proof, in a ZIP that can be verified without this application. It is recorded who took it.
	 *
	 * @param subject id of the one thing that it is about, of whatever kind: all events of every aggregate that has a fact in its history; absent for everything
	 * @param from    first day of recording
	 * @param to      last day of recording
	 */
	@GetMapping(path = "/bundles", produces = StreamedFile.ZIP)
	@MayRead({Right.AUDITOR, Right.SECRETARY})
	ResponseEntity<StreamedFile> bundle(@RequestParam PartnershipId partnershipId, @RequestParam(required = false) @Nullable UUID subject,
			@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to) {
		if (from != null && to != null && to.isBefore(from)) {
			throw new InvalidInput("to", "Kies een dag op of na de eerste dag.");
		}
		return ResponseEntity.ok(exports.give(new BundleExports.Wanted(partnershipId, subject, from, to)));
	}

	/**
	 * Who read something as an auditor, took something along, or was refused, latest first.
	 *
	 * @param partnershipId in which; absent for what was of none, which is for the administrator of the installation
	 * @param personId      only by this person
	 * @param kind          only this
	 * @param from          first day
	 * @param until         last day
	 */
	@GetMapping("/accesses")
	@MayRead(anyone = true)
	ResponseEntity<Listed<AuditAccess>> accesses(@RequestParam(required = false) @Nullable PartnershipId partnershipId,
			@RequestParam(required = false) @Nullable PersonId personId, @RequestParam(required = false) AuditAccesses.@Nullable Kind kind,
			@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate until, @RequestParam(defaultValue = "1") String page,
			@RequestParam(defaultValue = "20") String pageSize) {
		if (partnershipId != null) {
			readers.check(new Right[] {Right.AUDITOR, Right.ADMINISTRATOR}, partnershipId);
		} else if (!Caller.required().administrator()) {
			throw new InvalidInput("partnershipId", "Noem het samenwerkingsverband; zonder is het alleen voor de beheerder van de installatie.");
		}
		AuditAccesses.Filter filter = new AuditAccesses.Filter(partnershipId, personId, kind, from == null ? null : Today.startOf(from),
				until == null ? null : Today.endOf(until));
		Paging paging = Paging.read(page, pageSize);
		return listed(accesses.page(filter, paging.page(), paging.pageSize()), paging, accesses.count(filter));
	}

	/** Whether the caller gets the newest checkpoint by mail, once a day while there is news. */
	@GetMapping("/subscriptions/me")
	@MayRead(anyone = true)
	ResponseEntity<CheckpointSubscriptions.Subscription> subscription() {
		return ResponseEntity.ok(subscriptions.of(Caller.required().personId()));
	}

	@MayRead(anyone = true)
	@PutMapping("/subscriptions/me")
	ResponseEntity<CheckpointSubscriptions.Subscription> subscribe(@RequestBody CheckpointSubscriptions.Subscription subscription) {
		subscriptions.set(Caller.required().personId(), subscription);
		return subscription();
	}

	private static <T> ResponseEntity<Listed<T>> listed(List<T> items, Paging paging, long total) {
		HttpHeaders headers = new HttpHeaders();
		paging.links(total).forEach(link -> headers.add(HttpHeaders.LINK, link));
		return ResponseEntity.ok().headers(headers).body(new Listed<>(items, paging.page(), paging.pageSize(), total));
	}

	private static List<String> base64(List<Hash> path) {
		return path.stream().map(Hash::base64).toList();
	}
}
