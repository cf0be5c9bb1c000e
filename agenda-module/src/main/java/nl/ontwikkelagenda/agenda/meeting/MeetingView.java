package nl.ontwikkelagenda.agenda.meeting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.AnswerLapsed;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.AttendanceCorrected;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.AttendanceRecorded;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.GroupFormed;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.GroupReportedBack;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.InvitationAnswered;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.InvitationSent;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemCarriedOver;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemMoved;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemPlaced;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemTreated;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemWithdrawn;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingAnnouncedAsLast;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingCancelled;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingClosed;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingHeld;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingMoved;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingNoLongerLast;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingPlanned;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingPublished;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MinutesAdopted;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MinutesCorrected;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MinutesDrafted;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MinutesRecorded;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MinutesSentRound;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ObjectionRaised;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ObjectionSettled;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OutcomeRecorded;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.SourceDiscussed;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.WaitingItemsCalledUp;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/**
 * A meeting as its page shows it: when, who was there, and where its minutes stand. What can grow without end is in views of its own: {@link OutcomeView}, {@link ItemView},
 * {@link InvitationView}, {@link GroupView}, {@link SourceView}, {@link MinutesPartView}.
 *
 * @param last         whether it was announced as the last meeting of its body
 * @param earlierDates on which it was planned before it was moved, oldest first
 * @param happenedOn   when it was held
 * @param reason       why it was last moved or cancelled
 * @param closed       whether its items no longer change
 * @param recordedAt   when was recorded that it was held, or until then that it was planned
 */
@RecordBuilder
public record MeetingView(MeetingId meetingId, PartnershipId partnershipId, @Nullable BodyId bodyId, @Nullable AgendaId agendaId, @Nullable SeriesId seriesId, String title,
		MeetingStatus status, LocalDate plannedOn, @Nullable Instant startsAt, @Nullable String place, @Nullable MeetingId follows, boolean last,
		@Nullable Announcement announcement, List<EarlierDate> earlierDates, @Nullable Period happenedOn, @Nullable String reason, boolean closed, List<Attendance> attendance,
		Headcount headcount, int numberOfInvitations, int numberOfItems, int numberOfOutcomes, @Nullable Minutes minutes, @Nullable Publication publication,
		Instant recordedAt) implements MeetingViewBuilder.With {

	/** @param insteadOf the meeting that was announced before */
	public record Announcement(@Nullable MeetingId insteadOf, @Nullable String reason, Instant recordedAt) {
	}

	/** @param reason why it was moved away from this date */
	public record EarlierDate(LocalDate plannedOn, @Nullable Instant startsAt, String reason, Instant movedAt) {
	}

	/** @param corrections what the adopted minutes said before, oldest first */
	public record Attendance(@Nullable PersonId personId, @Nullable OrganisationId organisationId, Presence presence, @Nullable PersonId representedBy,
			List<Correction> corrections) {
	}

	/** @param was what was recorded before; absent for someone of whom nothing was */
	public record Correction(@Nullable Presence was, String reason, LocalDate correctedOn, Instant recordedAt) {
	}

	/** How many persons, and organisations without a person, were there, sent apologies, or were represented. */
	public record Headcount(int present, int apologies, int represented) {
	}

	/**
	 * Where the minutes stand; their text is in {@link MinutesPartView}.
	 *
	 * @param adoptedAt the later meeting at which they were adopted; absent when that was done in writing
	 */
	@RecordBuilder
	public record Minutes(MinutesStatus status, @Nullable LocalDate recordedOn, @Nullable LocalDate sentRoundOn, @Nullable LocalDate objectionsUntil,
			List<Objection> objections, @Nullable LocalDate adoptedOn, @Nullable MeetingId adoptedAt) implements MeetingViewMinutesBuilder.With {
	}

	public record Objection(ObjectionId objectionId, PersonId personId, String text, LocalDate raisedOn, @Nullable String settlement, @Nullable LocalDate settledOn) {
	}

	public record Publication(LocalDate publishedOn, @Nullable String address, Instant recordedAt) {
	}

	public static MeetingView on(@Nullable MeetingView before, MeetingEvent event, Recorded when) {
		if (event instanceof MeetingPlanned e) {
			return new MeetingView(e.meetingId(), e.partnershipId(), e.bodyId(), e.agendaId(), e.seriesId(), e.title().text(), MeetingStatus.PLANNED, e.plannedOn(),
					e.startsAt(), FreeText.wordsOf(e.place()), e.follows(), false, null, List.of(), null, null, false, List.of(), new Headcount(0, 0, 0), 0, 0, 0, null, null,
					when.at());
		}
		MeetingView current = requireNonNull(before);
		return switch (event) {
			case MeetingPlanned e -> current;
			case MeetingMoved e -> current.with(view -> view
					.earlierDates(and(current.earlierDates, new EarlierDate(current.plannedOn, current.startsAt, e.reason().text(), when.at()))).plannedOn(e.plannedOn())
					.startsAt(e.startsAt()).reason(e.reason().text()));
			case MeetingCancelled e -> current.withStatus(MeetingStatus.CANCELLED).withReason(e.reason().text());
			case MeetingAnnouncedAsLast e -> current.withLast(true).withAnnouncement(new Announcement(e.insteadOf(), FreeText.wordsOf(e.reason()), when.at()));
			case MeetingNoLongerLast e -> current.withLast(false).withAnnouncement(null);
			case InvitationSent e -> current.withNumberOfInvitations(current.numberOfInvitations + 1);
			case ItemPlaced e -> current.withNumberOfItems(current.numberOfItems + 1);
			case InvitationAnswered e -> current;
			case AnswerLapsed e -> current;
			case ItemMoved e -> current;
			case ItemTreated e -> current;
			case ItemWithdrawn e -> current;
			case ItemCarriedOver e -> current;
			case WaitingItemsCalledUp e -> current;
			case GroupFormed e -> current;
			case GroupReportedBack e -> current;
			case SourceDiscussed e -> current;
			case MinutesCorrected e -> current;
			case MeetingHeld e -> current.withStatus(MeetingStatus.HELD).withHappenedOn(e.happenedOn()).withRecordedAt(when.at());
			case AttendanceRecorded e -> current.attended(new Attendance(e.personId(), e.organisationId(), e.presence(), e.representedBy(), List.of()));
			case AttendanceCorrected e -> current.corrected(e, when.at());
			case OutcomeRecorded e -> current.withNumberOfOutcomes(current.numberOfOutcomes + 1);
			case MeetingClosed e -> current.withClosed(true);
			case MinutesDrafted e -> current.withMinutes(current.minutes == null
					? new Minutes(MinutesStatus.DRAFT, null, null, null, List.of(), null, null)
					: current.minutes.withSentRoundOn(null).withObjectionsUntil(null));
			case MinutesRecorded e -> current.minutes(minutes -> minutes.withStatus(MinutesStatus.RECORDED).withRecordedOn(e.recordedOn()));
			case MinutesSentRound e -> current.minutes(minutes -> minutes.withSentRoundOn(e.sentOn()).withObjectionsUntil(e.objectionsUntil()));
			case ObjectionRaised e -> current.minutes(minutes -> minutes
					.withObjections(and(minutes.objections, new Objection(e.objectionId(), e.personId(), e.text().text(), e.raisedOn(), null, null))));
			case ObjectionSettled e -> current.minutes(minutes -> minutes.withObjections(minutes.objections.stream().map(objection -> settled(objection, e)).toList()));
			case MinutesAdopted e -> current
					.minutes(minutes -> minutes.withStatus(MinutesStatus.ADOPTED).withAdoptedOn(e.adoptedOn()).withAdoptedAt(e.adoptedAt()));
			case MeetingPublished e -> current.withPublication(new Publication(e.publishedOn(), FreeText.wordsOf(e.address()), when.at()));
		};
	}

	/** Without what came of it, for who was asked to come and is no member. */
	public MeetingView announced() {
		return with(view -> view.attendance(List.of()).headcount(new Headcount(0, 0, 0)).numberOfOutcomes(0).minutes(null).publication(null));
	}

	private MeetingView minutes(UnaryOperator<Minutes> change) {
		return withMinutes(change.apply(requireNonNull(minutes)));
	}

	private static Objection settled(Objection objection, ObjectionSettled e) {
		return objection.objectionId().equals(e.objectionId())
				? new Objection(objection.objectionId(), objection.personId(), objection.text(), objection.raisedOn(), e.how().text(), e.settledOn())
				: objection;
	}

	private MeetingView corrected(AttendanceCorrected e, Instant recordedAt) {
		Attendance latest = new Attendance(e.personId(), e.organisationId(), e.presence(), e.representedBy(), List.of());
		Optional<Attendance> before = attendance.stream().filter(earlier -> sameAttendee(earlier, latest)).findFirst();
		Correction correction = new Correction(before.map(Attendance::presence).orElse(null), e.reason().text(), e.correctedOn(), recordedAt);
		return attended(
				new Attendance(e.personId(), e.organisationId(), e.presence(), e.representedBy(), and(before.map(Attendance::corrections).orElse(List.of()), correction)));
	}

	private MeetingView attended(Attendance latest) {
		List<Attendance> all = new ArrayList<>(attendance);
		all.removeIf(earlier -> sameAttendee(earlier, latest));
		all.add(latest);
		return withAttendance(List.copyOf(all)).withHeadcount(new Headcount(count(all, Presence.PRESENT), count(all, Presence.APOLOGIES), count(all, Presence.REPRESENTED)));
	}

	private static int count(List<Attendance> all, Presence presence) {
		return (int) all.stream().filter(attendance -> attendance.presence() == presence).count();
	}

	/** A person is one attendee, for whichever organisation; an organisation by itself is another. */
	private static boolean sameAttendee(Attendance a, Attendance b) {
		return a.personId() == null ? b.personId() == null && Objects.equals(a.organisationId(), b.organisationId()) : a.personId().equals(b.personId());
	}

	private static <T> List<T> and(List<T> earlier, T next) {
		return Stream.concat(earlier.stream(), Stream.of(next)).toList();
	}
}
