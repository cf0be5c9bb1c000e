package nl.ontwikkelagenda.app.administration;

import java.time.Instant;
import java.util.List;

import nl.ontwikkelagenda.app.command.Automations;

import org.jspecify.annotations.Nullable;

/**
 * How it is with the installation.
 *
 * @param version            of the application; absent when it was not started from a jar
 * @param facts              positions of the log
 * @param viewsBehind        positions that the views have yet to show
 * @param viewsSetAside      views that stopped at a fact that they cannot take in
 * @param viewsBeingBuilt    views that are being built anew
 * @param mailWorks          whether a mail server is set
 * @param retentionProposals proposals to remove what is over its time, that nobody decided on yet
 * @param unpublishedFacts   that no signed checkpoint holds yet
 * @param lastLedgerCheckAt  when the whole log was last checked and nothing in it was changed
 * @param ledgerIsBroken     whether the last check found that something was changed
 * @param backupsAreMade     whether a directory for backups is set
 * @param failingJobs        jobs that failed when they were last done, by name
 * @param concerns           what asks for attention, the most important first; empty when all is well
 */
public record InstallationState(@Nullable String version, long facts, long viewsBehind, List<String> viewsSetAside, List<String> viewsBeingBuilt,
		List<Automations.State> automations, long deadLetters, boolean mailWorks, long mailsWaiting, long mailsFailed, long retentionProposals, long webhooksPaused,
		long unpublishedFacts, @Nullable Instant lastLedgerCheckAt, boolean ledgerIsBroken, boolean backupsAreMade, @Nullable Instant lastBackupAt, List<String> failingJobs,
		Disk disk, List<Concern> concerns) {

	/** Where the data is kept; in bytes. */
	public record Disk(long free, long total) {

		int percentageFree() {
			return total == 0 ? 0 : (int) (100 * free / total);
		}
	}

	/**
	 * Something that asks for attention.
	 *
	 * @param sentence in Dutch
	 * @param address  of the page where something can be done about it
	 */
	public record Concern(String sentence, String address) {
	}
}
