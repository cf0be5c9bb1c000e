package nl.ontwikkelagenda.agenda.meeting;

import java.util.List;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a series of meetings. */
public sealed interface SeriesCommand {

	SeriesId seriesId();

	/**
	 * @param lastAnnounced whether the latest of these dates is announced as the last meeting of the body
	 * @param reason        why the body has another last meeting than was announced before; absent when none was
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record PlanSeries(@TargetAggregateIdentifier SeriesId seriesId, PartnershipId partnershipId, BodyId bodyId, @Nullable AgendaId agendaId, FreeText title,
			@Nullable FreeText place, List<Occurrence> occurrences, boolean lastAnnounced, @Nullable FreeText reason) implements SeriesCommand {
	}

	/** @param lastAnnounced whether the latest of these dates is announced as the last meeting, instead of the one that was */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record ExtendSeries(@TargetAggregateIdentifier SeriesId seriesId, List<Occurrence> occurrences, boolean lastAnnounced, FreeText reason) implements SeriesCommand {
	}
}
