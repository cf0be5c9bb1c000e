package nl.ontwikkelagenda.app.audit;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import nl.ontwikkelagenda.app.keys.KeyFiles;
import nl.ontwikkelagenda.reporting.audit.SigningKey;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;

import org.springframework.stereotype.Component;

/** The keys that checkpoints are signed with, numbered from 1. The newest two sign, so that who knows the one before the newest can go on until he knows that. */
@Component
class LedgerKeys {

	private static final int SIGNING = 2;
	private static final String ENDING = ".key";

	private final KeyFiles files;

	LedgerKeys(KeyFiles files) {
		this.files = files;
	}

	/** A key and its number. */
	record Numbered(int number, SigningKey key) {
	}

	/** All keys of the ledger with this name that are there, oldest first. */
	List<Numbered> all(String ledger) {
		String prefix = prefix(ledger);
		return files.names(prefix).stream().filter(file -> file.endsWith(ENDING))
				.map(file -> new Numbered(Integer.parseInt(file.substring(prefix.length(), file.length() - ENDING.length())), read(file)))
				.sorted(Comparator.comparingInt(Numbered::number)).toList();
	}

	/** Those that sign now, newest first; empty when there is none. */
	List<SigningKey> signing(String ledger) {
		return all(ledger).reversed().stream().limit(SIGNING).map(Numbered::key).toList();
	}

	/** A new key, from now on the first to sign. */
	VerifierKey create(String ledger) {
		SigningKey key = SigningKey.generate(ledger, VerifierKey.Kind.NOTE);
		int number = Optional.of(all(ledger)).filter(keys -> !keys.isEmpty()).map(keys -> keys.getLast().number()).orElse(0) + 1;
		if (!files.create(prefix(ledger) + number + ENDING, (String.join("\n", key.lines()) + "\n").getBytes(StandardCharsets.UTF_8))) {
			throw new IllegalStateException("Another instance has just made a key for the ledger");
		}
		return key.verifier();
	}

	private SigningKey read(String file) {
		return SigningKey.of(new String(files.read(file).orElseThrow(), StandardCharsets.UTF_8).lines().toList());
	}

	private static String prefix(String ledger) {
		return ledger.replace('/', '-') + "-";
	}
}
