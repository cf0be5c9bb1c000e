package nl.ontwikkelagenda.reporting.redaction;

import static org.hamcrest.Matchers.containsString;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.reporting.redaction.RecordedTexts.RecordedText;
import nl.ontwikkelagenda.reporting.redaction.RedactionCommand.RedactText;
import nl.ontwikkelagenda.reporting.redaction.RedactionEvent.TextRedacted;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** A remark about a family is taken out of the minutes. */
class RedactionTest {

	private static final RedactionId REDACTION = new RedactionId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final UUID FACT = new UUID(0, 3);
	private static final LocalDate DAY = LocalDate.of(2021, 4, 1);
	private static final FreeText REASON = new FreeText("Herleidbaar tot een gezin", "");

	private final AggregateTestFixture<Redaction> fixture = new AggregateTestFixture<>(Redaction.class);

	RedactionTest() {
		fixture.registerInjectableResource((References) (partnership, id) -> partnership.equals(REGION));
		fixture.registerInjectableResource((RecordedTexts) (partnership, event, pointer) -> switch (pointer) {
			case "/text" -> Optional.of(new RecordedText("abcd", false));
			case "/title" -> Optional.of(new RecordedText("abcd", true));
			default -> Optional.empty();
		});
	}

	private static RedactText redact(String pointer) {
		return new RedactText(REDACTION, REGION, FACT, pointer, LegalGround.NO_GROUND_TO_RECORD, REASON, DAY);
	}

	@Test
	void aTextIsRedactedWithItsDigestAndTheGround() {
		fixture.givenNoPriorActivity().when(redact("/text"))
				.expectEvents(new TextRedacted(REDACTION, REGION, FACT, "/text", "abcd", LegalGround.NO_GROUND_TO_RECORD, REASON, DAY));
	}

	@Test
	void onlyATextThatStandsThereIsRedacted() {
		fixture.givenNoPriorActivity().when(redact("/number")).expectException(RuleBroken.class).expectExceptionMessage(containsString("staat geen tekst"));
	}

	@Test
	void aTextIsRedactedOnce() {
		fixture.givenNoPriorActivity().when(redact("/title")).expectException(RuleBroken.class).expectExceptionMessage(containsString("al gelakt"));
	}
}
