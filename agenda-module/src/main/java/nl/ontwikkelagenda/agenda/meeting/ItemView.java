package nl.ontwikkelagenda.agenda.meeting;

import java.math.BigDecimal;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemCarriedOver;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemMoved;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemPlaced;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemTreated;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemWithdrawn;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OfItem;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/**
 * An item on the agenda of a meeting.
 *
 * @param place       what the items of a meeting are ordered by
 * @param carriedFrom the item of an earlier meeting that it was
 * @param carriedTo   the item of a later meeting that it became
 * @param reason      why it was withdrawn
 */
@RecordBuilder
public record ItemView(ItemId itemId, PartnershipId partnershipId, MeetingId meetingId, @Nullable BodyId bodyId, BigDecimal place, String title, @Nullable Integer minutes,
		@Nullable ThemeId themeId, @Nullable IntroducedBy introducedBy, ItemStatus status, @Nullable ItemOrigin carriedFrom, @Nullable ItemOrigin carriedTo,
		@Nullable String reason) implements ItemViewBuilder.With {

	/** An {@link Introducer} as pages show it. */
	public record IntroducedBy(@Nullable PersonId personId, @Nullable String description, @Nullable String organisation) {

		static @Nullable IntroducedBy of(@Nullable Introducer introducer) {
			return introducer == null
					? null
					: new IntroducedBy(introducer.personId(), FreeText.wordsOf(introducer.description()), FreeText.wordsOf(introducer.organisation()));
		}
	}

	public static @Nullable ItemView on(@Nullable ItemView current, OfItem event, Recorded when) {
		if (event instanceof ItemPlaced e && current == null) {
			return new ItemView(e.itemId(), e.partnershipId(), e.meetingId(), e.bodyId(), e.place(), e.title().text(), e.minutes(), e.themeId(),
					IntroducedBy.of(e.introducedBy()), ItemStatus.PLACED, e.from(), null, null);
		}
		if (current == null || !current.meetingId.equals(event.meetingId())) {
			return current;
		}
		return switch (event) {
			case ItemPlaced e -> current;
			case ItemMoved e -> current.withPlace(e.place());
			case ItemTreated e -> current.withStatus(ItemStatus.TREATED);
			case ItemWithdrawn e -> current.withStatus(ItemStatus.WITHDRAWN).withReason(e.reason().text());
			case ItemCarriedOver e -> {
				MeetingId to = e.to();
				yield to == null ? current.withStatus(ItemStatus.WAITING) : current.withStatus(ItemStatus.CARRIED_OVER).withCarriedTo(new ItemOrigin(to, e.itemId().at(to)));
			}
		};
	}
}
