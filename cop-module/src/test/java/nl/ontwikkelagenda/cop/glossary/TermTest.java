package nl.ontwikkelagenda.cop.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.cop.glossary.TermCommand.AgreeTerm;
import nl.ontwikkelagenda.cop.glossary.TermCommand.ExplainTerm;
import nl.ontwikkelagenda.cop.glossary.TermEvent.TermAgreed;
import nl.ontwikkelagenda.cop.glossary.TermEvent.TermExplained;
import nl.ontwikkelagenda.cop.glossary.TermEvent.TermRaised;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class TermTest {

	private static final TermId TERM = new TermId(new UUID(0, 1));
	private static final LocalDate DAY = LocalDate.of(2018, 9, 24);
	private static final TermRaised RAISED = new TermRaised(TERM, new PartnershipId(new UUID(0, 2)), text("bankzitter"), Sector.EDUCATION, DAY);
	private static final TermExplained EXPLAINED = new TermExplained(TERM, text("Een jongere die wel staat ingeschreven maar niet naar school gaat"), DAY);
	private static final TermAgreed AGREED = new TermAgreed(TERM, DAY);
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));

	private final AggregateTestFixture<Term> term = new AggregateTestFixture<>(Term.class);

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void onlyAnExplainedTermIsAgreed() {
		term.given(RAISED).when(new AgreeTerm(TERM, DAY)).expectException(RuleBroken.class).expectNoEvents();
		term.given(RAISED, EXPLAINED).when(new AgreeTerm(TERM, DAY)).expectEvents(AGREED);
		term.given(RAISED, EXPLAINED, AGREED).when(new AgreeTerm(TERM, DAY)).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void aNewExplanationHasYetToBeAgreed() {
		TermExplained better = new TermExplained(TERM, text("Een ingeschreven jongere die thuis op de bank zit"), DAY);
		term.given(RAISED, EXPLAINED, AGREED).when(new ExplainTerm(TERM, better.explanation(), DAY)).expectEvents(better);
		TermView view = TermView.on(TermView.on(TermView.on(TermView.on(null, RAISED, WHEN), EXPLAINED, WHEN), AGREED, WHEN), better, WHEN);
		assertThat(view.status()).isEqualTo(TermStatus.EXPLAINED);
		assertThat(view.explanation()).isEqualTo("Een ingeschreven jongere die thuis op de bank zit");
	}
}
