package nl.ontwikkelagenda.agenda.priority;

import java.util.List;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsEvent;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsMoved;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsPlaced;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsWithdrawn;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/**
 * Where one participant has put his dots in one round; shown to himself only.
 *
 * @param inAll how many he has placed on all themes together
 */
public record BallotView(PriorityRoundId priorityRoundId, PartnershipId partnershipId, PersonId personId, int inAll, List<Placed> themes) {

	public record Placed(ThemeId themeId, int dots) {
	}

	public static String key(DotsEvent event) {
		return event.priorityRoundId() + "/" + event.personId();
	}

	public static BallotView on(@Nullable BallotView current, DotsEvent event, Recorded when) {
		BallotView ballot = current == null ? new BallotView(event.priorityRoundId(), event.partnershipId(), event.personId(), 0, List.of()) : current;
		return switch (event) {
			case DotsPlaced e -> ballot.changed(e.themeId(), e.dots());
			case DotsMoved e -> ballot.changed(e.from(), -e.dots()).changed(e.to(), e.dots());
			case DotsWithdrawn e -> ballot.changed(e.themeId(), -e.dots());
		};
	}

	private BallotView changed(ThemeId theme, int by) {
		int before = themes.stream().filter(placed -> placed.themeId().equals(theme)).mapToInt(Placed::dots).sum();
		List<Placed> now = Stream.concat(themes.stream().filter(placed -> !placed.themeId().equals(theme)), Stream.of(new Placed(theme, before + by)))
				.filter(placed -> placed.dots() > 0).toList();
		return new BallotView(priorityRoundId, partnershipId, personId, inAll + by, now);
	}
}
