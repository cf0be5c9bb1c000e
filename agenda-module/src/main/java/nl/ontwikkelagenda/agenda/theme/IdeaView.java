package nl.ontwikkelagenda.agenda.theme;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.IdeaContributed;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.IdeaEvent;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.IdeaMergedInto;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.IdeaSplit;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.IdeaSplitOff;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.IdeasMerged;

import org.jspecify.annotations.Nullable;

/**
 * An idea as its page shows it: in its own words, also after it went on in others.
 *
 * @param agendaId   the agenda that its theme was on when it came up
 * @param happenedOn when it came up; for one that was merged or split off, when that was done
 * @param origins    ideas that it was made of
 * @param goesOnIn   ideas in which it goes on
 * @param endedOn    when it was merged or split
 */
@RecordBuilder
public record IdeaView(IdeaId ideaId, PartnershipId partnershipId, AgendaId agendaId, ThemeId themeId, String words, @Nullable PersonId personId,
		@Nullable OrganisationId organisationId, Period happenedOn, Instant recordedAt, IdeaStatus status, List<IdeaId> origins, List<IdeaId> goesOnIn,
		@Nullable LocalDate endedOn) implements IdeaViewBuilder.With {

	public static IdeaView on(@Nullable IdeaView current, IdeaEvent event, Recorded when) {
		if (current != null && !current.themeId().equals(event.themeId())) {
			// Two themes gave an id at the same moment: it stays of the first.
			return current;
		}
		return switch (event) {
			case IdeaContributed e -> new IdeaView(e.ideaId(), e.partnershipId(), e.agendaId(), e.themeId(), e.words().text(), e.personId(), e.organisationId(), e.happenedOn(),
					when.at(), IdeaStatus.OPEN, List.of(), List.of(), null);
			case IdeasMerged e -> made(e.ideaId(), e.partnershipId(), e.agendaId(), e.themeId(), e.words(), e.origins(), e.mergedOn(), when);
			case IdeaSplitOff e -> made(e.ideaId(), e.partnershipId(), e.agendaId(), e.themeId(), e.words(), List.of(e.origin()), e.splitOn(), when);
			case IdeaMergedInto e -> requireNonNull(current).withStatus(IdeaStatus.MERGED).withGoesOnIn(List.of(e.into())).withEndedOn(e.mergedOn());
			case IdeaSplit e -> requireNonNull(current).withStatus(IdeaStatus.SPLIT).withGoesOnIn(e.into()).withEndedOn(e.splitOn());
		};
	}

	private static IdeaView made(IdeaId idea, PartnershipId partnership, AgendaId agenda, ThemeId theme, FreeText words, List<IdeaId> origins, LocalDate on, Recorded when) {
		return new IdeaView(idea, partnership, agenda, theme, words.text(), null, null, Period.on(on), when.at(), IdeaStatus.OPEN, origins, List.of(), null);
	}
}
