package nl.ontwikkelagenda.app.audit;

import java.util.Optional;

import nl.ontwikkelagenda.app.exchange.Imprint;

import org.springframework.stereotype.Component;

/** The newest checkpoint on every paper: whoever keeps the paper can later show what the log was. */
@Component
class CheckpointImprint implements Imprint {

	private final Ledger ledger;

	CheckpointImprint(Ledger ledger) {
		this.ledger = ledger;
	}

	@Override
	public Optional<String> line() {
		return ledger.newest().map(Ledger.Published::checkpoint)
				.map(checkpoint -> "Logboek " + checkpoint.origin() + ": " + checkpoint.size() + " feiten, " + checkpoint.root().base64());
	}
}
