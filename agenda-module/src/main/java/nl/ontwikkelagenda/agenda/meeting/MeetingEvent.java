package nl.ontwikkelagenda.agenda.meeting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/** What happened to a meeting. */
public sealed interface MeetingEvent {

	MeetingId meetingId();

	/** About one invitation. */
	sealed interface OfInvitation extends MeetingEvent {
		InvitationId invitationId();
	}

	/** About one item. */
	sealed interface OfItem extends MeetingEvent {
		ItemId itemId();
	}

	/** About one group. */
	sealed interface OfGroup extends MeetingEvent {
		GroupId groupId();
	}

	/** About one part of the minutes. */
	sealed interface OfMinutes extends MeetingEvent {
		MinutesPartId partId();
	}

	/**
	 * @param follows  the earlier meeting that this one continues
	 * @param seriesId the series that it is a date of
	 */
	record MeetingPlanned(MeetingId meetingId, PartnershipId partnershipId, @Nullable BodyId bodyId, @Nullable AgendaId agendaId, FreeText title, LocalDate plannedOn,
			@Nullable Instant startsAt, @Nullable FreeText place, @Nullable MeetingId follows, @Nullable SeriesId seriesId) implements MeetingEvent {
	}

	record MeetingMoved(MeetingId meetingId, LocalDate plannedOn, @Nullable Instant startsAt, FreeText reason) implements MeetingEvent {
	}

	record MeetingCancelled(MeetingId meetingId, FreeText reason) implements MeetingEvent {
	}

	/**
	 * The body meets here for the last time.
	 *
	 * @param insteadOf the meeting that was announced as the last one before
	 */
	record MeetingAnnouncedAsLast(MeetingId meetingId, PartnershipId partnershipId, BodyId bodyId, @Nullable MeetingId insteadOf,
			@Nullable FreeText reason) implements MeetingEvent {
	}

	/** @param lastNow the meeting that was announced as the last one instead */
	record MeetingNoLongerLast(MeetingId meetingId, @Nullable MeetingId lastNow, @Nullable FreeText reason) implements MeetingEvent {
	}

	record InvitationSent(MeetingId meetingId, PartnershipId partnershipId, InvitationId invitationId, @Nullable PersonId personId, @Nullable OrganisationId organisationId,
			LocalDate sentOn) implements OfInvitation {
	}

	/** @param byTheInvited whether the invited person answered, and not the secretary for him */
	record InvitationAnswered(MeetingId meetingId, InvitationId invitationId, Reply reply, @Nullable FreeText note, LocalDate answeredOn,
			boolean byTheInvited) implements OfInvitation {
	}

	/** The meeting was moved: the answer was for another day than the one on which it is planned now. */
	record AnswerLapsed(MeetingId meetingId, InvitationId invitationId) implements OfInvitation {
	}

	/**
	 * @param place what the items are ordered by
	 * @param from  the item of an earlier meeting that was not treated there
	 */
	record ItemPlaced(MeetingId meetingId, PartnershipId partnershipId, @Nullable BodyId bodyId, ItemId itemId, BigDecimal place, FreeText title, @Nullable Integer minutes,
			@Nullable ThemeId themeId, @Nullable Introducer introducedBy, @Nullable ItemOrigin from) implements OfItem {
	}

	record ItemMoved(MeetingId meetingId, ItemId itemId, BigDecimal place) implements OfItem {
	}

	record ItemTreated(MeetingId meetingId, ItemId itemId) implements OfItem {
	}

	record ItemWithdrawn(MeetingId meetingId, ItemId itemId, FreeText reason) implements OfItem {
	}

	/**
	 * An item was not treated here.
	 *
	 * @param to the meeting that it goes to, in its own words; absent while it waits for one
	 */
	record ItemCarriedOver(MeetingId meetingId, PartnershipId partnershipId, ItemId itemId, FreeText title, @Nullable Integer minutes, @Nullable ThemeId themeId,
			@Nullable Introducer introducedBy, @Nullable MeetingId to) implements OfItem {
	}

	/** This meeting came to be the next one for items that waited. */
	record WaitingItemsCalledUp(MeetingId meetingId, List<ItemOrigin> items) implements MeetingEvent {
	}

	record GroupFormed(MeetingId meetingId, PartnershipId partnershipId, GroupId groupId, FreeText name, @Nullable ThemeId themeId,
			List<PersonId> members) implements OfGroup {
	}

	record GroupReportedBack(MeetingId meetingId, GroupId groupId, FreeText text) implements OfGroup {
	}

	/** @param bodyId the body that convened it */
	record MeetingHeld(MeetingId meetingId, @Nullable BodyId bodyId, Period happenedOn) implements MeetingEvent {
	}

	/**
	 * Someone was there, sent apologies or was represented: a person, an organisation, or a person for an organisation. A later one about the same replaces it.
	 *
	 * @param representedBy who was there in this one's place
	 */
	record AttendanceRecorded(MeetingId meetingId, @Nullable PersonId personId, @Nullable OrganisationId organisationId, Presence presence,
			@Nullable PersonId representedBy) implements MeetingEvent {
	}

	/** What the adopted minutes say of who was there was wrong. */
	record AttendanceCorrected(MeetingId meetingId, @Nullable PersonId personId, @Nullable OrganisationId organisationId, Presence presence, @Nullable PersonId representedBy,
			FreeText reason, LocalDate correctedOn) implements MeetingEvent {
	}

	record SourceDiscussed(MeetingId meetingId, PartnershipId partnershipId, SourceId sourceId, FreeText title, @Nullable FreeText address, @Nullable AttachmentId attachmentId,
			LocalDate consultedOn, @Nullable ItemId itemId) implements MeetingEvent {
	}

	/** What came out of the meeting; an action carries its promises, and is taken up in the action list by itself. */
	record OutcomeRecorded(MeetingId meetingId, PartnershipId partnershipId, @Nullable AgendaId agendaId, OutcomeId outcomeId, OutcomeKind kind, @Nullable ThemeId themeId,
			FreeText title, @Nullable FreeText text, List<AgreedPromise> promises, LocalDate agreedOn) implements MeetingEvent {
	}

	record MeetingClosed(MeetingId meetingId) implements MeetingEvent {
	}

	/** A part of the minutes was written, or written anew. */
	record MinutesDrafted(MeetingId meetingId, PartnershipId partnershipId, MinutesPartId partId, @Nullable ItemId itemId, FreeText text) implements OfMinutes {
	}

	record MinutesRecorded(MeetingId meetingId, LocalDate recordedOn) implements MeetingEvent {
	}

	record MinutesSentRound(MeetingId meetingId, LocalDate sentOn, LocalDate objectionsUntil) implements MeetingEvent {
	}

	record ObjectionRaised(MeetingId meetingId, PartnershipId partnershipId, ObjectionId objectionId, PersonId personId, FreeText text,
			LocalDate raisedOn) implements MeetingEvent {
	}

	record ObjectionSettled(MeetingId meetingId, ObjectionId objectionId, FreeText how, LocalDate settledOn) implements MeetingEvent {
	}

	/** @param adoptedAt the later meeting that adopted them; absent when that was done in writing */
	record MinutesAdopted(MeetingId meetingId, LocalDate adoptedOn, @Nullable MeetingId adoptedAt) implements MeetingEvent {
	}

	/** What the adopted minutes say was wrong; the old text stays beside it. */
	record MinutesCorrected(MeetingId meetingId, MinutesPartId partId, FreeText text, FreeText reason, LocalDate correctedOn) implements OfMinutes {
	}

	record MeetingPublished(MeetingId meetingId, LocalDate publishedOn, @Nullable FreeText address) implements MeetingEvent {
	}
}
