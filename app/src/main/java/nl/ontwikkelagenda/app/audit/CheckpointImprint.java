package nl.ontwikkelagenda.app.audit;

import java.util.Optional;

import nl.ontwikkelagenda.app.exchange.Imprint;

import org.springframework.stereotype.Component;

/** The newest checkpoint on every paper, as it was signed: whoever keeps the paper can later show what the log was, and nobody can deny it. */
@Component
class CheckpointImprint implements Imprint {

	private final Ledger ledger;

	CheckpointImprint(Ledger ledger) {
		this.ledger = ledger;
	}

	@Override
	public Optional<String> words() {
		return ledger.newest().map(newest -> "Checkpoint van het logboek, met handtekening:\n" + newest.note().toString().stripTrailing());
	}
}
