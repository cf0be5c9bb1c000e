package nl.ontwikkelagenda.agenda.priority;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsMoved;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsPlaced;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsWithdrawn;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.PriorityRoundClosed;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.PriorityRoundOpened;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/**
 * A priority round as its page shows it: per theme how many dots, and by nobody whose they are.
 *
 * @param themes       while it is open in the order of its opening, then the most dots first
 * @param participants how many placed dots; known when it is closed
 */
@RecordBuilder
public record PriorityRoundView(PriorityRoundId priorityRoundId, PartnershipId partnershipId, AgendaId agendaId, String title, int dotsPerParticipant,
		@Nullable Integer maxPerTheme, PriorityRoundStatus status, LocalDate openedOn, List<ThemeDots> themes, @Nullable Integer participants, @Nullable LocalDate closedOn,
		Instant recordedAt) implements PriorityRoundViewBuilder.With {

	/**
	 * @param participants how many participants gave it dots; known when the round is closed
	 * @param rank         1 for the most dots, shared when as many; known when the round is closed
	 */
	public record ThemeDots(ThemeId themeId, int dots, @Nullable Integer participants, @Nullable Integer rank) {
	}

	/** Two rounds side by side, with every theme that was in one of them. */
	public record Comparison(PriorityRoundId priorityRoundId, PriorityRoundId with, List<Compared> themes) {
	}

	/**
	 * @param score       in the round itself; absent when the theme was not in it
	 * @param otherScore  in the round it is compared with; absent when the theme was not in it
	 * @param shareChange how much larger the share is than in the other round, in percentage points
	 */
	public record Compared(ThemeId themeId, @Nullable Score score, @Nullable Score otherScore, @Nullable BigDecimal shareChange) {
	}

	/** @param share of all dots of the round, in per cent: rounds with more participants have more dots */
	public record Score(int dots, BigDecimal share, @Nullable Integer participants, @Nullable Integer rank) {
	}

	public static PriorityRoundView on(@Nullable PriorityRoundView current, PriorityRoundEvent event, Recorded when) {
		return switch (event) {
			case PriorityRoundOpened e -> new PriorityRoundView(e.priorityRoundId(), e.partnershipId(), e.agendaId(), e.title().text(), e.dotsPerParticipant(), e.maxPerTheme(),
					PriorityRoundStatus.OPEN, e.openedOn(), e.themeIds().stream().map(theme -> new ThemeDots(theme, 0, null, null)).toList(), null, null, when.at());
			case DotsPlaced e -> requireNonNull(current).changed(e.themeId(), e.dots());
			case DotsMoved e -> requireNonNull(current).changed(e.from(), -e.dots()).changed(e.to(), e.dots());
			case DotsWithdrawn e -> requireNonNull(current).changed(e.themeId(), -e.dots());
			case PriorityRoundClosed e -> requireNonNull(current).withStatus(PriorityRoundStatus.CLOSED).withClosedOn(e.closedOn()).withParticipants(e.participants())
					.withThemes(e.results().stream().map(result -> new ThemeDots(result.themeId(), result.dots(), result.participants(), result.rank())).toList());
		};
	}

	private PriorityRoundView changed(ThemeId theme, int by) {
		return withThemes(themes.stream().map(each -> each.themeId().equals(theme) ? new ThemeDots(theme, each.dots() + by, null, null) : each).toList());
	}

	/** This round beside another. */
	public Comparison comparedWith(PriorityRoundView other) {
		List<ThemeId> all = Stream.concat(themes.stream(), other.themes().stream()).map(ThemeDots::themeId).distinct().toList();
		return new Comparison(priorityRoundId, other.priorityRoundId(), all.stream().map(theme -> compared(theme, score(theme), other.score(theme))).toList());
	}

	private static Compared compared(ThemeId theme, Optional<Score> score, Optional<Score> otherScore) {
		return new Compared(theme, score.orElse(null), otherScore.orElse(null),
				score.flatMap(here -> otherScore.map(there -> here.share().subtract(there.share()))).orElse(null));
	}

	private Optional<Score> score(ThemeId theme) {
		int all = themes.stream().mapToInt(ThemeDots::dots).sum();
		return themes.stream().filter(each -> each.themeId().equals(theme)).findFirst()
				.map(found -> new Score(found.dots(), share(found.dots(), all), found.participants(), found.rank()));
	}

	private static BigDecimal share(int dots, int all) {
		return all == 0 ? new BigDecimal("0.0") : BigDecimal.valueOf(100L * dots).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
	}
}
