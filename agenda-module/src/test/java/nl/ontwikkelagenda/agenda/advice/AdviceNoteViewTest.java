package nl.ontwikkelagenda.agenda.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceCompiled;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceDrafted;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceReturned;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceSubmitted;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.agenda.table.TableId;

import org.junit.jupiter.api.Test;

class AdviceNoteViewTest {

	private static final AdviceNoteId NOTE = new AdviceNoteId(new UUID(0, 1));
	private static final LocalDate DAY = LocalDate.of(2021, 10, 27);
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));

	@Test
	void whatWasSubmittedStaysWhenTheNoteComesBackAndIsCompiledAnew() {
		AdviceNoteView view = after(compiled(1), new AdviceSubmitted(NOTE, 1, DAY), new AdviceReturned(NOTE, 1, text("Wat kost dit?"), DAY, null), compiled(2),
				new AdviceSubmitted(NOTE, 2, DAY));
		assertThat(view.submissions()).extracting(submission -> submission.paragraphs().getFirst().source().wording()).containsExactly(1, 2);
		assertThat(view.submissions().getFirst().returned()).extracting(AdviceNoteView.Return::questions).isEqualTo("Wat kost dit?");
		assertThat(view.submissions().getLast().returned()).isNull();
		assertThat(view.status()).isEqualTo(AdviceNoteStatus.SUBMITTED);
	}

	private static AdviceCompiled compiled(int wording) {
		return new AdviceCompiled(NOTE, List.of(new Paragraph(new ParagraphId(new UUID(0, 8)), Part.YIELD, new Source(Source.Kind.GOAL, new UUID(0, 9), wording), null)), DAY);
	}

	private static AdviceNoteView after(AdviceNoteEvent... events) {
		AdviceNoteView view = AdviceNoteView.on(null,
				new AdviceDrafted(NOTE, new PartnershipId(new UUID(0, 2)), new TableId(new UUID(0, 3)), new BodyId(new UUID(0, 4)), text("Adviesnotitie"), DAY), WHEN);
		for (AdviceNoteEvent event : events) {
			view = AdviceNoteView.on(view, event, WHEN);
		}
		return view;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}
}
