package nl.ontwikkelagenda.cop.glossary;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Sector;

import org.jspecify.annotations.Nullable;

/** What happened to a term. */
public sealed interface TermEvent {

	TermId termId();

	/** Someone asked what a word means. */
	record TermRaised(TermId termId, PartnershipId partnershipId, FreeText word, @Nullable Sector sector, LocalDate raisedOn) implements TermEvent {
	}

	/** A later explanation replaces an earlier one, and has yet to be agreed. */
	record TermExplained(TermId termId, FreeText explanation, LocalDate explainedOn) implements TermEvent {
	}

	record TermAgreed(TermId termId, LocalDate agreedOn) implements TermEvent {
	}
}
