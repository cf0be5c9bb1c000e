package nl.ontwikkelagenda.app.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.reporting.redaction.LegalGround;

import org.jspecify.annotations.Nullable;

/**
 * That a person was erased.
 *
 * @param redacted   how many texts of the log were redacted with it
 * @param exceptions texts that name him and stay
 * @param files      what was decided on files that name him
 */
public record Erasure(PersonId personId, PersonId erasedBy, LegalGround ground, String reason, int redacted, Instant erasedAt, List<KeptText> exceptions,
		List<FileDecision> files) {

	public Erasure {
		// as it was noted before files were decided on
		files = Objects.requireNonNullElse(files, List.of());
	}

	/** That another entry of the same person went with it; what was redacted and what stays is told once. */
	Erasure of(PersonId other) {
		return new Erasure(other, erasedBy, ground, reason, 0, erasedAt, List.of(), List.of());
	}

	/** Why the law asks that a text about somebody who asked to be erased stays (GDPR, article 17, third paragraph). */
	public enum KeptBecause {
		/** Freedom of expression and information. */
		FREEDOM_OF_INFORMATION,
		/** A legal obligation, or a task in the public interest, such as the decisions of a public body. */
		PUBLIC_TASK,
		/** Public health. */
		PUBLIC_HEALTH,
		/** Archiving, research or statistics in the public interest. */
		ARCHIVING,
		/** Legal claims. */
		LEGAL_CLAIM
	}

	/**
	 * A file that is taken away, or stays.
	 *
	 * @param ground why it stays; absent for one that goes
	 * @param reason the same in words
	 */
	public record FileDecision(AttachmentId attachmentId, @Nullable KeptBecause ground, @Nullable String reason) {
	}

	/**
	 * A text that stays.
	 *
	 * @param pointer where it stands in the fact, a JSON pointer
	 */
	public record KeptText(UUID eventId, String pointer, KeptBecause ground, String reason) {
	}
}
