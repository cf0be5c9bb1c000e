package nl.ontwikkelagenda.agenda.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemCarriedOver;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemPlaced;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemWithdrawn;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MinutesCorrected;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MinutesDrafted;
import nl.ontwikkelagenda.agenda.meeting.MinutesPartView.Correction;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.junit.jupiter.api.Test;

class PartViewsTest {

	private static final MeetingId MEETING = new MeetingId(new UUID(0, 1));
	private static final MeetingId LATER = new MeetingId(new UUID(0, 2));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 3));
	private static final ItemId ITEM = new ItemId(new UUID(0, 4));
	private static final MinutesPartId PART = new MinutesPartId(new UUID(0, 5));
	private static final LocalDate DAY = LocalDate.of(2021, 12, 1);
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));
	private static final ItemPlaced PLACED = new ItemPlaced(MEETING, REGION, null, ITEM, BigDecimal.ONE, text("Monitor"), null, null, null, null);

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void aCarriedItemIsFollowedBothWays() {
		ItemView here = ItemView.on(ItemView.on(null, PLACED, WHEN), new ItemCarriedOver(MEETING, REGION, ITEM, text("Monitor"), null, null, null, LATER), WHEN);
		assertThat(here).isNotNull().extracting(ItemView::carriedTo).isEqualTo(new ItemOrigin(LATER, ITEM.at(LATER)));
		ItemView there = ItemView.on(null,
				new ItemPlaced(LATER, REGION, null, ITEM.at(LATER), BigDecimal.ONE, text("Monitor"), null, null, null, new ItemOrigin(MEETING, ITEM)), WHEN);
		assertThat(there).isNotNull().extracting(ItemView::carriedFrom).isEqualTo(new ItemOrigin(MEETING, ITEM));
	}

	@Test
	void aCorrectionStandsBesideTheOldText() {
		MinutesPartView part = MinutesPartView.on(MinutesPartView.on(null, new MinutesDrafted(MEETING, REGION, PART, null, text("Vijf september")), WHEN),
				new MinutesCorrected(MEETING, PART, text("Vijftien september"), text("Leesfout"), DAY), WHEN);
		assertThat(part).isNotNull().satisfies(view -> {
			assertThat(view.text()).isEqualTo("Vijf september");
			assertThat(view.corrections()).containsExactly(new Correction("Vijftien september", "Leesfout", DAY, Instant.EPOCH));
		});
	}

	@Test
	void anIdThatIsTakenIsLeftToItsOwner() {
		ItemView mine = ItemView.on(null, PLACED, WHEN);
		assertThat(ItemView.on(mine, new ItemPlaced(LATER, REGION, null, ITEM, BigDecimal.ONE, text("Anders"), null, null, null, null), WHEN)).isEqualTo(mine);
		assertThat(ItemView.on(mine, new ItemWithdrawn(LATER, ITEM, text("Weg ermee")), WHEN)).isEqualTo(mine);
		MinutesPartView part = MinutesPartView.on(null, new MinutesDrafted(MEETING, REGION, PART, null, text("Vijf september")), WHEN);
		assertThat(MinutesPartView.on(part, new MinutesDrafted(LATER, REGION, PART, null, text("Anders")), WHEN)).isEqualTo(part);
	}

	@Test
	void minutesThatAreRewrittenHaveNoCorrections() {
		MinutesPartView part = MinutesPartView.on(MinutesPartView.on(null, new MinutesDrafted(MEETING, REGION, PART, null, text("Eerst")), WHEN),
				new MinutesDrafted(MEETING, REGION, PART, null, text("Daarna")), WHEN);
		assertThat(part).isNotNull().satisfies(view -> {
			assertThat(view.text()).isEqualTo("Daarna");
			assertThat(view.corrections()).isEmpty();
		});
	}
}
