package nl.ontwikkelagenda.agenda.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.AttachFile;
import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.AttachLink;
import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.RemoveAttachment;
import nl.ontwikkelagenda.agenda.attachment.AttachmentEvent.AttachmentAdded;
import nl.ontwikkelagenda.agenda.attachment.AttachmentEvent.AttachmentRemoved;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttachmentTest {

	private static final AttachmentId ATTACHMENT = new AttachmentId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final UUID MEETING = new UUID(0, 3);
	private static final UUID NOTHING = new UUID(0, 4);
	private static final AttachedLink LINK = new AttachedLink(text("https://voorbeeld.example/midterm.pdf"), LocalDate.of(2021, 9, 10));
	private static final AttachedFile FILE = new AttachedFile(text("verslag.pdf"), "application/pdf", 5, "00ff");
	private static final AttachmentAdded LINKED = new AttachmentAdded(ATTACHMENT, REGION, MEETING, text("Midterm Met Andere Ogen"), LINK, null);
	private static final AttachmentAdded FILED = new AttachmentAdded(ATTACHMENT, REGION, MEETING, text("Verslag"), null, FILE);

	private final Set<AttachmentId> kept = new HashSet<>();
	private final AggregateTestFixture<Attachment> attachment = new AggregateTestFixture<>(Attachment.class);

	@BeforeEach
	void filesAreKeptInMemory() {
		References references = (partnership, id) -> !NOTHING.equals(id);
		attachment.registerInjectableResource(references);
		attachment.registerInjectableResource(new Files() {

			@Override
			public void keep(AttachmentId id, Content content) {
				kept.add(id);
			}

			@Override
			public void remove(AttachmentId id) {
				kept.remove(id);
			}
		});
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void aLinkKeepsTheDateOnWhichItWasConsulted() {
		attachment.givenNoPriorActivity().when(new AttachLink(ATTACHMENT, REGION, MEETING, text("Midterm Met Andere Ogen"), LINK)).expectEvents(LINKED);
	}

	@Test
	void aLinkIsAWebAddress() {
		AttachedLink script = new AttachedLink(text("javascript:alert(1)"), LINK.consultedOn());
		attachment.givenNoPriorActivity().when(new AttachLink(ATTACHMENT, REGION, MEETING, text("Midterm"), script)).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void aFileIsKeptWithItsFact() {
		attachment.givenNoPriorActivity().when(new AttachFile(ATTACHMENT, REGION, MEETING, text("Verslag"), FILE, new Content(new byte[5]))).expectEvents(FILED);
		assertThat(kept).containsExactly(ATTACHMENT);
	}

	@Test
	void nothingIsAttachedToWhatIsNotThere() {
		attachment.givenNoPriorActivity().when(new AttachFile(ATTACHMENT, REGION, NOTHING, text("Verslag"), FILE, new Content(new byte[5])))
				.expectException(UnknownReference.class).expectNoEvents();
		assertThat(kept).isEmpty();
	}

	@Test
	void removingTheFileKeepsTheFactThatItWasThere() {
		kept.add(ATTACHMENT);
		AttachmentRemoved removed = new AttachmentRemoved(ATTACHMENT, text("Verkeerd bestand"));
		attachment.given(FILED).when(new RemoveAttachment(ATTACHMENT, text("Verkeerd bestand"))).expectEvents(removed);
		assertThat(kept).isEmpty();
		attachment.given(FILED, removed).when(new RemoveAttachment(ATTACHMENT, null)).expectException(RuleBroken.class).expectNoEvents();
	}
}
