package nl.ontwikkelagenda.actions.action;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionAssigned;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionBlocked;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionCompleted;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionDropped;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionReopened;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionUnblocked;
import nl.ontwikkelagenda.actions.action.ActionEvent.CallClosed;
import nl.ontwikkelagenda.actions.action.ActionEvent.CallOpened;
import nl.ontwikkelagenda.actions.action.ActionEvent.DeadlineAgreed;
import nl.ontwikkelagenda.actions.action.ActionEvent.DeadlineReread;
import nl.ontwikkelagenda.actions.action.ActionEvent.DependencyEnded;
import nl.ontwikkelagenda.actions.action.ActionEvent.DependencyNoted;
import nl.ontwikkelagenda.actions.action.ActionEvent.LeadAppointed;
import nl.ontwikkelagenda.actions.action.ActionEvent.OfParticipant;
import nl.ontwikkelagenda.actions.action.ActionEvent.OfPromise;
import nl.ontwikkelagenda.actions.action.ActionEvent.ProgressReported;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseAccepted;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseAdded;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseHandedOver;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseKept;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseReplanned;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromisedMeetingCancelled;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromisedMeetingPlanned;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromisedMeetingUnlinked;
import nl.ontwikkelagenda.actions.action.ActionEvent.ReminderSent;
import nl.ontwikkelagenda.actions.deadline.Deadline;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise.Of;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.OwnerView;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/**
 * An action as its page shows it.
 *
 * @param recordedAt       when it was taken up in the action list
 * @param notedBy          who noted it: of an outcome, whoever recorded the outcome; absent when a job did
 * @param lead             the promise whose owner leads the action
 * @param ending           the result of a completed action, the reason of a dropped one
 * @param endedOn          when it was completed or dropped
 * @param earlierEndings   how it ended before it was reopened, oldest first
 * @param owners           ids of all owners that have one, to list "mine" by
 * @param block            what it is stuck on; absent while it is not
 * @param earlierBlocks    what it was stuck on before, oldest first
 * @param dependsOn        the actions that have to be done first
 * @param meetings         the meetings that it has to do with: where it was agreed, and those that were promised, cancelled ones too
 * @param openCall         the call for participants that one can sign up for
 * @param moves            how often the open promise that was moved most was moved
 * @param drifting         whether an open promise was moved {@value #DRIFTING} times or more
 * @param meetingCancelled whether an open promise was a meeting that was cancelled, and no other is planned
 * @param withoutDeadline  whether of an open promise it is not known when
 * @param overdueFrom      the first day on which it is overdue, if nothing happens: the day after the earliest last day of its open promises; what has to have started by then
 *                         is not overdue once something was reported
 * @param timeliness       whether it was done in time; absent while it is not done
 * @param awaitedBy        the persons that noted or lead it and wait for open promises of others
 * @param reminders        the last ones that were sent, at most {@value #REMINDERS_SHOWN}, latest last
 */
@RecordBuilder
public record ActionView(ActionId actionId, PartnershipId partnershipId, @Nullable AgendaId agendaId, @Nullable ThemeId themeId, @Nullable MeetingId meetingId,
		@Nullable OutcomeId outcomeId, String title, @Nullable String text, LocalDate agreedOn, Instant recordedAt, @Nullable PersonId notedBy, ActionStatus status,
		@Nullable PromiseId lead, List<PromiseView> promises, List<Progress> progress, @Nullable String ending, @Nullable LocalDate endedOn, List<Ending> earlierEndings,
		List<UUID> owners, boolean blocked, @Nullable Block block, List<Block> earlierBlocks, List<ActionId> dependsOn, List<MeetingId> meetings,
		@Nullable CallId openCall, int moves, boolean drifting, boolean meetingCancelled, boolean withoutDeadline, @Nullable LocalDate overdueFrom,
		@Nullable Timeliness timeliness, List<PersonId> awaitedBy, List<Reminded> reminders) implements ActionViewBuilder.With {

	/** From so many moves on a promise drifts: it is the third day that was named for it. */
	public static final int DRIFTING = 2;

	private static final int REMINDERS_SHOWN = 10;

	/** Whether a completed action was in time: each promise that had a last day was kept by then, or, where it only had to start, reported on by then. */
	public enum Timeliness {
		IN_TIME, LATE, NO_DAY
	}

	/**
	 * @param handovers        who had it before, first one first
	 * @param acceptance       by the owner that it has now
	 * @param kept             absent while it is open
	 * @param earlierDeadlines what was agreed before it was moved, oldest first
	 * @param moves            how often it was moved
	 * @param meeting          the meeting that was promised, once it is planned
	 */
	@RecordBuilder
	public record PromiseView(PromiseId promiseId, OwnerView owner, String what, Of of, DeadlineView deadline, List<Handover> handovers, @Nullable Acceptance acceptance,
			@Nullable Kept kept, List<EarlierDeadline> earlierDeadlines, int moves, @Nullable PromisedMeeting meeting) implements ActionViewPromiseViewBuilder.With {

		static PromiseView of(Promise promise) {
			return new PromiseView(promise.promiseId(), OwnerView.of(promise.owner()), promise.what().text(), promise.of(), DeadlineView.of(promise.deadline()), List.of(), null,
					null, List.of(), 0, null);
		}

		private PromiseView next(OfPromise event, Recorded when) {
			return switch (event) {
				case PromiseHandedOver e -> with(promise -> promise.owner(OwnerView.of(e.owner())).acceptance(null)
						.handovers(and(handovers, new Handover(owner, e.reason().text(), e.handedOverOn()))));
				case PromiseAccepted e -> withAcceptance(new Acceptance(e.personId(), e.acceptedOn(), when.by()));
				case PromiseKept e -> withKept(new Kept(e.result().text(), e.keptOn(), when.by()));
				case LeadAppointed e -> this;
				case DeadlineAgreed e -> withDeadline(DeadlineView.of(e.deadline()));
				case PromiseReplanned e -> with(promise -> promise.deadline(DeadlineView.of(e.deadline())).moves(moves + 1)
						.earlierDeadlines(and(earlierDeadlines, new EarlierDeadline(deadline, e.reason().text(), e.deadline().saidOn(), when.by()))));
				case DeadlineReread e -> withDeadline(
						new DeadlineView(deadline.phrase(), deadline.saidOn(), e.kind(), e.earliest(), e.latest(), e.certainty()));
				case PromisedMeetingPlanned e -> withMeeting(new PromisedMeeting(e.meetingId(), e.linkedOn(), false));
				case PromisedMeetingUnlinked e -> withMeeting(null);
				case PromisedMeetingCancelled e -> meeting == null ? this : withMeeting(new PromisedMeeting(meeting.meetingId(), meeting.linkedOn(), true));
			};
		}

		/**
		 * @param endedOn     when the action was completed
		 * @param firstReport when something was first reported about it
		 */
		private boolean inTime(LocalDate endedOn, LocalDate firstReport) {
			LocalDate done = kept == null ? endedOn : kept.keptOn();
			LocalDate counts = deadline.kind() == Deadline.Kind.STARTS && firstReport.isBefore(done) ? firstReport : done;
			return deadline.latest() == null || !counts.isAfter(deadline.latest());
		}

		private boolean waitsForMeeting() {
			return kept == null && meeting != null && meeting.cancelled();
		}
	}

	/** @param from who had it until then */
	public record Handover(OwnerView from, String reason, LocalDate handedOverOn) {
	}

	/** @param personId who accepted; absent when that was not said */
	public record Acceptance(@Nullable PersonId personId, LocalDate acceptedOn, Actor by) {
	}

	public record Kept(String result, LocalDate keptOn, Actor by) {
	}

	/**
	 * A deadline that no longer holds.
	 *
	 * @param reason  why it was moved
	 * @param movedOn the day on which other words were agreed
	 */
	public record EarlierDeadline(DeadlineView deadline, String reason, LocalDate movedOn, Actor by) {
	}

	/** @param cancelled whether it does not take place; then the promise is still to be kept */
	public record PromisedMeeting(MeetingId meetingId, LocalDate linkedOn, boolean cancelled) {
	}

	public record DeadlineView(@Nullable String phrase, LocalDate saidOn, Deadline.Kind kind, @Nullable LocalDate earliest, @Nullable LocalDate latest,
			Deadline.Certainty certainty) {

		static DeadlineView of(Deadline d) {
			return new DeadlineView(FreeText.wordsOf(d.phrase()), d.saidOn(), d.kind(), d.earliest(), d.latest(), d.certainty());
		}
	}

	public record Reminded(PromiseId promiseId, Reminder.Kind kind, LocalDate about, List<PersonId> recipients, LocalDate sentOn) {
	}

	public record Progress(String text, LocalDate reportedOn, Actor by) {
	}

	/**
	 * How it had ended before it was reopened.
	 *
	 * @param status   done or dropped
	 * @param ending   the result, or the reason
	 * @param reopened why it was reopened
	 */
	public record Ending(ActionStatus status, @Nullable String ending, @Nullable LocalDate endedOn, String reopened, LocalDate reopenedOn) {
	}

	/**
	 * What it is or was stuck on.
	 *
	 * @param by  what or who it waits for
	 * @param how it came loose
	 */
	public record Block(String reason, @Nullable String by, LocalDate blockedOn, @Nullable String how, @Nullable LocalDate unblockedOn) {
	}

	public static ActionView on(@Nullable ActionView before, ActionEvent event, Recorded when) {
		if (event instanceof ActionAssigned e) {
			return assigned(e, when).withWhatFollows();
		}
		return requireNonNull(before).next(event, when).withWhatFollows();
	}

	private static ActionView assigned(ActionAssigned e, Recorded when) {
		PersonId notedBy = e.notedBy() == null ? when.by().asPerson().orElse(null) : e.notedBy();
		return new ActionView(e.actionId(), e.partnershipId(), e.agendaId(), e.themeId(), e.meetingId(), e.outcomeId(), e.title().text(), FreeText.wordsOf(e.text()), e.agreedOn(),
				when.at(), notedBy, ActionStatus.OPEN, null, List.of(PromiseView.of(e.promise())), List.of(), null, null, List.of(), List.of(), false, null, List.of(), List.of(),
				List.of(), null, 0, false, false, false, null, null, List.of(), List.of());
	}

	private ActionView next(ActionEvent event, Recorded when) {
		return switch (event) {
			case ActionAssigned e -> this;
			case PromiseAdded e -> withPromises(and(promises, PromiseView.of(e.promise())));
			case LeadAppointed e -> withLead(e.promiseId());
			case OfPromise e -> changed(e, when);
			case ReminderSent e -> withReminders(last(REMINDERS_SHOWN, and(reminders, new Reminded(e.promiseId(), e.kind(), e.about(), e.recipients(), e.sentOn()))));
			case ProgressReported e -> withProgress(and(progress, new Progress(e.text().text(), e.reportedOn(), when.by())));
			case ActionBlocked e -> withBlock(new Block(e.reason().text(), FreeText.wordsOf(e.by()), e.blockedOn(), null, null));
			case ActionUnblocked e -> loose(FreeText.wordsOf(e.how()), e.unblockedOn());
			case DependencyNoted e -> withDependsOn(and(dependsOn, e.dependsOn()));
			case DependencyEnded e -> withDependsOn(without(dependsOn, e.dependsOn()));
			case CallOpened e -> withOpenCall(e.callId());
			case OfParticipant e -> this;
			case CallClosed e -> withOpenCall(null);
			case ActionCompleted e -> loose(null, e.completedOn()).ended(ActionStatus.DONE, e.result().text(), e.completedOn());
			case ActionDropped e -> loose(null, e.droppedOn()).ended(ActionStatus.DROPPED, e.reason().text(), e.droppedOn());
			case ActionReopened e -> withEarlierEndings(and(earlierEndings, new Ending(status, ending, endedOn, e.reason().text(), e.reopenedOn())))
					.ended(ActionStatus.OPEN, null, null);
		};
	}

	private ActionView changed(OfPromise e, Recorded when) {
		return withPromises(promises.stream().map(promise -> promise.promiseId().equals(e.promiseId()) ? promise.next(e, when) : promise).toList());
	}

	private ActionView loose(@Nullable String how, LocalDate day) {
		Block stuck = block;
		return stuck == null ? this : withBlock(null).withEarlierBlocks(and(earlierBlocks, new Block(stuck.reason(), stuck.by(), stuck.blockedOn(), how, day)));
	}

	private ActionView ended(ActionStatus now, @Nullable String words, @Nullable LocalDate day) {
		return withStatus(now).withEnding(words).withEndedOn(day);
	}

	/** What lists are made by follows from the rest. */
	private ActionView withWhatFollows() {
		List<PromiseView> open = status == ActionStatus.OPEN ? promises.stream().filter(promise -> promise.kept() == null).toList() : List.of();
		int most = open.stream().mapToInt(PromiseView::moves).max().orElse(0);
		Stream<MeetingId> promised = promises.stream().map(PromiseView::meeting).filter(Objects::nonNull).map(PromisedMeeting::meetingId);
		return with(view -> view.meetings(Stream.concat(Stream.ofNullable(meetingId), promised).distinct().toList())
				.owners(promises.stream().map(promise -> promise.owner().id()).filter(Objects::nonNull).distinct().toList()).blocked(block != null).moves(most)
				.drifting(most >= DRIFTING).meetingCancelled(open.stream().anyMatch(PromiseView::waitsForMeeting))
				.withoutDeadline(open.stream().anyMatch(promise -> promise.deadline().kind() == Deadline.Kind.NONE)).overdueFrom(overdueFrom(open)).timeliness(timed())
				.awaitedBy(awaitedBy(open)));
	}

	private @Nullable Timeliness timed() {
		if (status != ActionStatus.DONE || endedOn == null) {
			return null;
		}
		List<PromiseView> dated = promises.stream().filter(promise -> promise.deadline().latest() != null).toList();
		if (dated.isEmpty()) {
			return Timeliness.NO_DAY;
		}
		LocalDate firstReport = progress.stream().map(Progress::reportedOn).min(Comparator.naturalOrder()).orElse(endedOn);
		return dated.stream().allMatch(promise -> promise.inTime(endedOn, firstReport)) ? Timeliness.IN_TIME : Timeliness.LATE;
	}

	private @Nullable LocalDate overdueFrom(List<PromiseView> open) {
		return open.stream().map(PromiseView::deadline).filter(deadline -> deadline.kind() != Deadline.Kind.STARTS || progress.isEmpty()).map(DeadlineView::latest)
				.filter(Objects::nonNull).min(Comparator.naturalOrder()).map(last -> last.plusDays(1)).orElse(null);
	}

	private List<PersonId> awaitedBy(List<PromiseView> open) {
		Stream<PersonId> leading = promises.stream().filter(promise -> promise.promiseId().equals(lead) && promise.owner().kind() == Owner.Kind.PERSON)
				.flatMap(promise -> Stream.ofNullable(promise.owner().id())).map(PersonId::new);
		return Stream.concat(Stream.ofNullable(notedBy), leading).distinct().filter(person -> open.stream().anyMatch(promise -> !person.value().equals(promise.owner().id())))
				.toList();
	}

	private static <T> List<T> and(List<T> earlier, T next) {
		return Stream.concat(earlier.stream(), Stream.of(next)).toList();
	}

	private static <T> List<T> last(int most, List<T> all) {
		return all.subList(Math.max(0, all.size() - most), all.size());
	}

	private static <T> List<T> without(List<T> all, T one) {
		return all.stream().filter(other -> !other.equals(one)).toList();
	}
}
