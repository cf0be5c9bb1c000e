package nl.ontwikkelagenda.cop.glossary;

import static java.util.Objects.requireNonNull;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.cop.glossary.TermEvent.TermAgreed;
import nl.ontwikkelagenda.cop.glossary.TermEvent.TermExplained;
import nl.ontwikkelagenda.cop.glossary.TermEvent.TermRaised;

import org.jspecify.annotations.Nullable;

/** A term as the glossary shows it. */
@RecordBuilder
public record TermView(TermId termId, PartnershipId partnershipId, String word, @Nullable Sector sector, @Nullable String explanation,
		TermStatus status) implements TermViewBuilder.With {

	public static TermView on(@Nullable TermView current, TermEvent event, Recorded when) {
		return switch (event) {
			case TermRaised e -> new TermView(e.termId(), e.partnershipId(), e.word().text(), e.sector(), null, TermStatus.RAISED);
			case TermExplained e -> requireNonNull(current).withExplanation(e.explanation().text()).withStatus(TermStatus.EXPLAINED);
			case TermAgreed e -> requireNonNull(current).withStatus(TermStatus.AGREED);
		};
	}
}
