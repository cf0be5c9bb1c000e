package nl.ontwikkelagenda.agenda.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.AlsoForOneself;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.TakesPart;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a meeting. */
public sealed interface MeetingCommand {

	MeetingId meetingId();

	/** @param happenedOn when it was held, for a meeting that is recorded afterwards; absent for one that is still to come */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record PlanMeeting(@TargetAggregateIdentifier MeetingId meetingId, PartnershipId partnershipId, @Nullable BodyId bodyId, @Nullable AgendaId agendaId, FreeText title,
			LocalDate plannedOn, @Nullable Instant startsAt, @Nullable FreeText place, @Nullable MeetingId follows,
			@Nullable Period happenedOn) implements MeetingCommand {
	}

	/**
	 * Plans one meeting of a series.
	 *
	 * @param last whether it is announced as the last one
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record PlanOccurrence(@TargetAggregateIdentifier MeetingId meetingId, PartnershipId partnershipId, SeriesId seriesId, BodyId bodyId, @Nullable AgendaId agendaId,
			FreeText title, LocalDate plannedOn, @Nullable Instant startsAt, @Nullable FreeText place, boolean last, @Nullable FreeText reason) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record MoveMeeting(@TargetAggregateIdentifier MeetingId meetingId, LocalDate plannedOn, @Nullable Instant startsAt, FreeText reason) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CancelMeeting(@TargetAggregateIdentifier MeetingId meetingId, FreeText reason) implements MeetingCommand {
	}

	/** @param reason why it is this one, when another was announced before */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AnnounceAsLast(@TargetAggregateIdentifier MeetingId meetingId, @Nullable FreeText reason) implements MeetingCommand {
	}

	/** @param lastNow the meeting that was announced instead */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record WithdrawAnnouncement(@TargetAggregateIdentifier MeetingId meetingId, @Nullable MeetingId lastNow, @Nullable FreeText reason) implements MeetingCommand {
	}

	/** Asks somebody to come; of an open body whoever takes part in the partnership puts himself on the list. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	@TakesPart
	record Invite(@TargetAggregateIdentifier MeetingId meetingId, InvitationId invitationId, @Nullable PersonId personId, @Nullable OrganisationId organisationId,
			LocalDate sentOn) implements MeetingCommand {
	}

	/** What an invited person or organisation let the secretary know. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AnswerInvitation(@TargetAggregateIdentifier MeetingId meetingId, InvitationId invitationId, Reply reply, @Nullable FreeText note,
			LocalDate answeredOn) implements MeetingCommand {
	}

	/** @param personId who answers, which has to be the invited person */
	@AllowedTo({Right.PARTICIPANT, Right.BOARD, Right.SECRETARY, Right.PROJECT_LEAD, Right.AUDITOR, Right.ADMINISTRATOR})
	record AnswerOwnInvitation(@TargetAggregateIdentifier MeetingId meetingId, InvitationId invitationId, PersonId personId, Reply reply, @Nullable FreeText note,
			LocalDate answeredOn) implements MeetingCommand {
	}

	/** @param before the item that it comes before; absent for the end */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record PlaceItem(@TargetAggregateIdentifier MeetingId meetingId, ItemId itemId, FreeText title, @Nullable Integer minutes, @Nullable ThemeId themeId,
			@Nullable Introducer introducedBy, @Nullable ItemId before) implements MeetingCommand {
	}

	/** Places the item of an earlier meeting, which was carried over to this one. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record PlaceCarriedItem(@TargetAggregateIdentifier MeetingId meetingId, ItemId itemId, FreeText title, @Nullable Integer minutes, @Nullable ThemeId themeId,
			@Nullable Introducer introducedBy, ItemOrigin from) implements MeetingCommand {
	}

	/** @param before the item that it comes before from now on; absent for the end */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record MoveItem(@TargetAggregateIdentifier MeetingId meetingId, ItemId itemId, @Nullable ItemId before) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record TreatItem(@TargetAggregateIdentifier MeetingId meetingId, ItemId itemId) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record WithdrawItem(@TargetAggregateIdentifier MeetingId meetingId, ItemId itemId, FreeText reason) implements MeetingCommand {
	}

	/** Carries an item that was not treated over to this meeting. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CarryItemOver(@TargetAggregateIdentifier MeetingId meetingId, ItemId itemId, MeetingId to) implements MeetingCommand {
	}

	/** Carries a waiting item over to the meeting that called it up, which may be too new to be found. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record HandItemOver(@TargetAggregateIdentifier MeetingId meetingId, ItemId itemId, MeetingId to) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record FormGroup(@TargetAggregateIdentifier MeetingId meetingId, GroupId groupId, FreeText name, @Nullable ThemeId themeId,
			List<PersonId> members) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record ReportBack(@TargetAggregateIdentifier MeetingId meetingId, GroupId groupId, FreeText text) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record HoldMeeting(@TargetAggregateIdentifier MeetingId meetingId, Period happenedOn) implements MeetingCommand {
	}

	/** @param representedBy who was there in this one's place, for {@link Presence#REPRESENTED} */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record RecordAttendance(@TargetAggregateIdentifier MeetingId meetingId, @Nullable PersonId personId, @Nullable OrganisationId organisationId, Presence presence,
			@Nullable PersonId representedBy) implements MeetingCommand {
	}

	/** Puts right who was there after the minutes are frozen. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CorrectAttendance(@TargetAggregateIdentifier MeetingId meetingId, @Nullable PersonId personId, @Nullable OrganisationId organisationId, Presence presence,
			@Nullable PersonId representedBy, FreeText reason, LocalDate correctedOn) implements MeetingCommand {
	}

	/**
	 * Records a source that was talked about.
	 *
	 * @param address      where it can be read; absent when it is attached
	 * @param attachmentId the attachment that it is; absent when it has an address
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record DiscussSource(@TargetAggregateIdentifier MeetingId meetingId, SourceId sourceId, FreeText title, @Nullable FreeText address, @Nullable AttachmentId attachmentId,
			LocalDate consultedOn, @Nullable ItemId itemId) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record RecordOutcome(@TargetAggregateIdentifier MeetingId meetingId, OutcomeId outcomeId, OutcomeKind kind, @Nullable ThemeId themeId, FreeText title, @Nullable FreeText text,
			List<AgreedPromise> promises) implements MeetingCommand {
	}

	/** Closes the meeting: what was not treated is carried over. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CloseMeeting(@TargetAggregateIdentifier MeetingId meetingId) implements MeetingCommand {
	}

	/**
	 * Writes a part of the minutes, or writes it anew.
	 *
	 * @param itemId the item that it is about; absent for the meeting as a whole
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record DraftMinutes(@TargetAggregateIdentifier MeetingId meetingId, MinutesPartId partId, @Nullable ItemId itemId, FreeText text) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record RecordMinutes(@TargetAggregateIdentifier MeetingId meetingId, LocalDate recordedOn) implements MeetingCommand {
	}

	/** @param objectionsUntil the last day on which an objection can be raised */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record SendMinutesRound(@TargetAggregateIdentifier MeetingId meetingId, LocalDate sentOn, LocalDate objectionsUntil) implements MeetingCommand {
	}

	@AllowedTo({Right.PARTICIPANT, Right.BOARD, Right.SECRETARY, Right.PROJECT_LEAD})
	@TakesPart
	record RaiseObjection(@TargetAggregateIdentifier MeetingId meetingId, ObjectionId objectionId, PersonId personId, FreeText text,
			LocalDate raisedOn) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record SettleObjection(@TargetAggregateIdentifier MeetingId meetingId, ObjectionId objectionId, FreeText how, LocalDate settledOn) implements MeetingCommand {
	}

	/** Adopts the minutes at a later meeting of the same body. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AdoptMinutes(@TargetAggregateIdentifier MeetingId meetingId, MeetingId adoptedAt) implements MeetingCommand {
	}

	/** Adopts the minutes in writing, after they were sent round. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AdoptMinutesInWriting(@TargetAggregateIdentifier MeetingId meetingId, LocalDate adoptedOn) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CorrectMinutes(@TargetAggregateIdentifier MeetingId meetingId, MinutesPartId partId, FreeText text, FreeText reason, LocalDate correctedOn) implements MeetingCommand {
	}

	/** @param address where it can be read */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record PublishMeeting(@TargetAggregateIdentifier MeetingId meetingId, LocalDate publishedOn, @Nullable FreeText address) implements MeetingCommand {
	}
}
