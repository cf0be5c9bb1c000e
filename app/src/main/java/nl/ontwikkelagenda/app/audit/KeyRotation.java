package nl.ontwikkelagenda.app.audit;

import nl.ontwikkelagenda.reporting.audit.VerifierKey;

import org.springframework.stereotype.Component;

/** Gives the ledger a new key to sign with. */
@Component
public class KeyRotation {

	private final Ledger ledger;
	private final LedgerKeys keys;

	KeyRotation(Ledger ledger, LedgerKeys keys) {
		this.ledger = ledger;
		this.keys = keys;
	}

	/** Makes it and publishes its public half; from the next checkpoint on it signs, with the one before it. */
	public VerifierKey rotate() {
		VerifierKey made = keys.create(ledger.name());
		keys.all(ledger.name()).forEach(key -> ledger.announce(key.number(), key.key().verifier()));
		return made;
	}
}
