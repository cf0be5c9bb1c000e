package nl.ontwikkelagenda.app.backup;

/** A backup can not be made or put back, for a reason that its administrator can take away; the message says how, in one Dutch sentence. */
public final class BackupRefused extends RuntimeException {

	BackupRefused(String sentence) {
		super(sentence);
	}

	BackupRefused(String sentence, Throwable cause) {
		super(sentence, cause);
	}
}
