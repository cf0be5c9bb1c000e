package nl.ontwikkelagenda.reporting.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.theme.IdeaId;
import nl.ontwikkelagenda.agenda.theme.IdeaStatus;
import nl.ontwikkelagenda.agenda.theme.IdeaView;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.trace.Trace.Side;
import nl.ontwikkelagenda.reporting.trace.Trace.Step;

import org.junit.jupiter.api.Test;

class TraceTest {

	private static final Instant THEN = Instant.parse("2021-03-29T12:00:00Z");
	private static final LocalDate DAY = LocalDate.of(2021, 3, 29);
	private static final PartnershipId HERE = new PartnershipId(UUID.randomUUID());
	private static final PartnershipId ELSEWHERE = new PartnershipId(UUID.randomUUID());
	private static final AgendaId AGENDA = new AgendaId(UUID.randomUUID());
	private static final ThemeId THEME = new ThemeId(UUID.randomUUID());

	private final GivenDocuments documents = new GivenDocuments();

	private IdeaId idea(PartnershipId partnership, String words, LocalDate day, IdeaId... origins) {
		IdeaId id = new IdeaId(UUID.randomUUID());
		documents.with(ReadModels.IDEAS, id,
				new IdeaView(id, partnership, AGENDA, THEME, words, null, null, Period.on(day), THEN, IdeaStatus.OPEN, List.of(origins), List.of(), null));
		return id;
	}

	private Trace trace(UUID id, int most) {
		return Chains.of(documents, Chains.subject(documents, id).orElseThrow(), most);
	}

	private static List<String> titles(Trace trace, Side side) {
		return trace.steps().stream().filter(step -> step.side() == side).map(Step::title).toList();
	}

	@Test
	void anIdeaIsFollowedToWhatItWentOnInAndBackToWhatItWasMadeOf() {
		IdeaId first = idea(HERE, "Werkbezoeken", DAY);
		IdeaId second = idea(HERE, "Bij elkaar kijken", DAY.plusDays(1));
		IdeaId merged = idea(HERE, "Leren bij elkaar", DAY.plusDays(2), first, second);

		Trace ofMerged = trace(merged.value(), 10);
		assertThat(titles(ofMerged, Side.BEFORE)).containsExactly("Werkbezoeken", "Bij elkaar kijken");
		assertThat(ofMerged.links()).hasSize(2).allMatch(link -> link.to().id().equals(merged.value()));

		assertThat(titles(trace(first.value(), 10), Side.AFTER)).isEmpty();
		documents.with(ReadModels.IDEAS, first, new IdeaView(first, HERE, AGENDA, THEME, "Werkbezoeken", null, null, Period.on(DAY), THEN, IdeaStatus.MERGED, List.of(),
				List.of(merged), DAY.plusDays(2)));
		assertThat(titles(trace(first.value(), 10), Side.AFTER)).containsExactly("Leren bij elkaar");
	}

	@Test
	void nothingOfAnotherPartnershipIsPartOfTheChain() {
		IdeaId elsewhere = idea(ELSEWHERE, "Van een andere regio", DAY);
		IdeaId here = idea(HERE, "Hier", DAY, elsewhere);
		Trace trace = trace(here.value(), 10);
		assertThat(trace.steps()).extracting(Step::title).containsExactly("Hier");
		assertThat(trace.leftOut()).isZero();
		assertThat(trace.links()).isEmpty();
	}

	@Test
	void aLongChainIsCutWithTheNumberOfStepsThatAreLeftOut() {
		OutcomeId outcome = new OutcomeId(UUID.randomUUID());
		MeetingId meeting = new MeetingId(UUID.randomUUID());
		documents.with(ReadModels.OUTCOMES, outcome, new OutcomeView(outcome, HERE, meeting, null, null, OutcomeKind.DECISION, "Besluit", null, List.of(), DAY, THEN));
		IdeaId[] many = new IdeaId[12];
		for (int i = 0; i < many.length; i++) {
			many[i] = idea(HERE, "Idee " + (char) ('a' + i), DAY.plusDays(i));
		}
		IdeaId merged = idea(HERE, "Alles bij elkaar", DAY.plusDays(20), many);
		Trace trace = trace(merged.value(), 5);
		assertThat(titles(trace, Side.BEFORE)).containsExactly("Idee a", "Idee b", "Idee c", "Idee d", "Idee e");
		assertThat(trace.leftOut()).isEqualTo(7);
		assertThat(TracePicture.svg(trace)).contains("ten minste 7 stappen zijn weggelaten");
		assertThat(titles(trace(outcome.value(), 5), Side.ITSELF)).containsExactly("Besluit");
	}

	@Test
	void aThingOfNoKindHasNoChain() {
		assertThat(Chains.subject(documents, UUID.randomUUID())).isEmpty();
	}

	@Test
	void thePictureSaysInWordsWhatItShowsAndNamesWhoIsMentioned() {
		IdeaId idea = idea(HERE, "Samen <leren> met @[wie]", DAY);
		String svg = TracePicture.svg(trace(idea.value(), 5).in(words -> words.replace("@[wie]", "iemand & co")));
		assertThat(svg).startsWith("<svg ").contains("role=\"img\"", "<title ", "29 maart 2021: Idee – Samen &lt;leren&gt; met iemand &amp; co.").doesNotContain("<leren>",
				"foreignObject",
				"href", "style=", "<script");
	}
}
