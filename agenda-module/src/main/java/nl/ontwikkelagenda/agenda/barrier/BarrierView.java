package nl.ontwikkelagenda.agenda.barrier;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.barrier.BarrierEvent.BarrierPutOnAgenda;
import nl.ontwikkelagenda.agenda.barrier.BarrierEvent.BarrierReported;
import nl.ontwikkelagenda.agenda.barrier.BarrierEvent.BarrierResolved;
import nl.ontwikkelagenda.agenda.barrier.BarrierEvent.BarrierTakenUp;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/**
 * A barrier as its page shows it, from where it was reported to how it ended.
 *
 * @param agendas    ids of the agendas that it is on, to list by
 * @param placements when it came on which agenda
 * @param outcome    what became of it, in words
 */
@RecordBuilder
public record BarrierView(BarrierId barrierId, PartnershipId partnershipId, String rule, String hinders, @Nullable MeetingId meetingId, @Nullable BodyId bodyId,
		@Nullable ThemeId themeId, LocalDate reportedOn, Instant recordedAt, Status status, List<AgendaId> agendas, List<Placement> placements, List<Uptake> uptakes,
		@Nullable Resolution resolution, @Nullable String outcome, @Nullable LocalDate resolvedOn) implements BarrierViewBuilder.With {

	/** How far a barrier has come. */
	public enum Status {
		REPORTED, ON_AGENDA, TAKEN_UP, RESOLVED
	}

	/** It came on an agenda. */
	public record Placement(AgendaId agendaId, LocalDate putOn, Instant recordedAt) {
	}

	/** Who took it up. */
	public record Uptake(@Nullable PersonId personId, @Nullable OrganisationId organisationId, @Nullable BodyId bodyId, LocalDate takenUpOn, Instant recordedAt) {
	}

	public static BarrierView on(@Nullable BarrierView current, BarrierEvent event, Recorded when) {
		return switch (event) {
			case BarrierReported e -> new BarrierView(e.barrierId(), e.partnershipId(), e.rule().text(), e.hinders().text(), e.meetingId(), e.bodyId(), e.themeId(), e.reportedOn(),
					when.at(), Status.REPORTED, List.of(), List.of(), List.of(), null, null, null);
			case BarrierPutOnAgenda e -> {
				BarrierView view = requireNonNull(current);
				yield view.withStatus(view.status() == Status.TAKEN_UP ? Status.TAKEN_UP : Status.ON_AGENDA).withAgendas(and(view.agendas(), e.agendaId()))
						.withPlacements(and(view.placements(), new Placement(e.agendaId(), e.putOn(), when.at())));
			}
			case BarrierTakenUp e -> {
				BarrierView view = requireNonNull(current);
				yield view.withStatus(Status.TAKEN_UP).withUptakes(and(view.uptakes(), new Uptake(e.personId(), e.organisationId(), e.bodyId(), e.takenUpOn(), when.at())));
			}
			case BarrierResolved e ->
				requireNonNull(current).withStatus(Status.RESOLVED).withResolution(e.resolution()).withOutcome(e.outcome().text()).withResolvedOn(e.resolvedOn());
		};
	}

	private static <T> List<T> and(List<T> all, T last) {
		return Stream.concat(all.stream(), Stream.of(last)).toList();
	}
}
