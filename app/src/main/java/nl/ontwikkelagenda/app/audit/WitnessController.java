package nl.ontwikkelagenda.app.audit;

import java.net.URI;
import java.util.List;

import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.audit.Witnesses.Cosignature;
import nl.ontwikkelagenda.app.audit.Witnesses.Witness;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.rest.Words;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who watches over the log, and what they signed: for everybody to see, as it holds digests and public keys only. Whose signatures are kept, the administrator of the installation decides. */
@RestController
@RequestMapping(Api.BASE + "/audit")
@WithoutAsOf("Van getuigen is alleen bekend hoe het er nu mee staat; laat asOf weg.")
class WitnessController {

	private final Witnesses witnesses;

	WitnessController(Witnesses witnesses) {
		this.witnesses = witnesses;
	}

	/** @param verifierKey public key of the witness, as his command {@code witness} shows it */
	record NewWitness(@Words(max = 300, lines = false) String verifierKey) {
	}

	/** @param note a checkpoint that was published here, with the signature of a witness under it */
	record CosignedCheckpoint(@Words(max = 20_000) String note) {
	}

	/** With the last checkpoint that each signed; oldest first. */
	@GetMapping("/witnesses")
	@MayRead(withoutLogin = true)
	ResponseEntity<Listed<Witness>> list() {
		List<Witness> all = witnesses.all();
		return ResponseEntity.ok(new Listed<>(all, 1, Math.max(1, all.size()), all.size()));
	}

	@GetMapping("/witnesses/{id}")
	@MayRead(withoutLogin = true)
	ResponseEntity<Witness> one(@PathVariable WitnessId id) {
		return ResponseEntity.ok(witnesses.find(id).orElseThrow(NotFound::new));
	}

	/** From now on his signatures are kept. */
	@PostMapping("/witnesses")
	@MayRead(installation = true)
	ResponseEntity<Witness> add(@RequestBody NewWitness witness) {
		WitnessId id = new WitnessId(Ids.next(Intent.CURRENT.get(), "witness"));
		witnesses.add(id, witness.verifierKey(), Caller.required().personId());
		return ResponseEntity.created(URI.create(Api.path("audit/witnesses", id))).body(witnesses.find(id).orElseThrow());
	}

	/** His signatures are not kept any more; those of before stay. */
	@DeleteMapping("/witnesses/{id}")
	@MayRead(installation = true)
	ResponseEntity<Witness> withdraw(@PathVariable WitnessId id) {
		return ResponseEntity.ok(witnesses.withdraw(id));
	}

	/** Needs no account: the signature says who it is of. */
	@PostMapping("/cosignatures")
	@MayRead(withoutLogin = true)
	ResponseEntity<Cosignature> cosign(@RequestBody CosignedCheckpoint checkpoint) {
		Cosignature kept = witnesses.keep(checkpoint.note());
		return ResponseEntity.created(URI.create(Api.path("audit/cosignatures", kept.cosignatureId()))).body(kept);
	}

	@GetMapping("/cosignatures/{id}")
	@MayRead(withoutLogin = true)
	ResponseEntity<Cosignature> cosignature(@PathVariable CosignatureId id) {
		return ResponseEntity.ok(witnesses.cosignature(id).orElseThrow(NotFound::new));
	}
}
