package nl.ontwikkelagenda.actions.action;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionAssigned;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionCompleted;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionDropped;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionReopened;
import nl.ontwikkelagenda.actions.action.ActionEvent.ProgressReported;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseAdded;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseHandedOver;
import nl.ontwikkelagenda.actions.action.ActionEvent.ReminderSent;
import nl.ontwikkelagenda.actions.deadline.Deadline;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise.Of;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
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
 * @param recordedAt when it was taken up in the action list
 * @param ending  the result of a completed action, the reason of a dropped one
 * @param endedOn when it was completed or dropped
 * @param owners  ids of all owners that have one, to list "mine" by
 * @param reminders the last ones that were sent, at most 10, latest last
 */
@RecordBuilder
public record ActionView(ActionId actionId, PartnershipId partnershipId, @Nullable AgendaId agendaId, @Nullable ThemeId themeId, @Nullable MeetingId meetingId,
		@Nullable OutcomeId outcomeId, String title, @Nullable String text, LocalDate agreedOn, Instant recordedAt, ActionStatus status, List<PromiseView> promises,
		List<Progress> progress,
		@Nullable String ending, @Nullable LocalDate endedOn, List<UUID> owners, List<Reminded> reminders) implements ActionViewBuilder.With {

	private static final int REMINDERS_SHOWN = 10;

	/** @param handovers who had it before, first one first */
	public record PromiseView(PromiseId promiseId, OwnerView owner, String what, Of of, DeadlineView deadline, List<Handover> handovers) {

		static PromiseView of(Promise promise) {
			Deadline d = promise.deadline();
			return new PromiseView(promise.promiseId(), OwnerView.of(promise.owner()), promise.what().text(), promise.of(),
					new DeadlineView(FreeText.wordsOf(d.phrase()), d.saidOn(), d.kind(), d.earliest(), d.latest(), d.certainty()), List.of());
		}

		private PromiseView handedOver(PromiseHandedOver e) {
			List<Handover> all = Stream.concat(handovers.stream(), Stream.of(new Handover(owner, e.reason().text(), e.handedOverOn()))).toList();
			return promiseId.equals(e.promiseId()) ? new PromiseView(promiseId, OwnerView.of(e.owner()), what, of, deadline, all) : this;
		}
	}

	/** @param from who had it until then */
	public record Handover(OwnerView from, String reason, LocalDate handedOverOn) {
	}

	public record DeadlineView(@Nullable String phrase, LocalDate saidOn, Deadline.Kind kind, @Nullable LocalDate earliest, @Nullable LocalDate latest,
			Deadline.Certainty certainty) {
	}

	public record Reminded(PromiseId promiseId, Reminder.Kind kind, LocalDate about, List<PersonId> recipients, LocalDate sentOn) {
	}

	public record Progress(String text, LocalDate reportedOn, Actor by) {
	}

	public static ActionView on(@Nullable ActionView current, ActionEvent event, Recorded when) {
		return switch (event) {
			case ActionAssigned e -> new ActionView(e.actionId(), e.partnershipId(), e.agendaId(), e.themeId(), e.meetingId(), e.outcomeId(), e.title().text(),
					FreeText.wordsOf(e.text()), e.agreedOn(), when.at(), ActionStatus.OPEN, List.of(), List.of(), null, null, List.of(), List.of()).promised(e.promise());
			case PromiseAdded e -> requireNonNull(current).promised(e.promise());
			case PromiseHandedOver e -> requireNonNull(current).withTheirOwners(current.promises().stream().map(promise -> promise.handedOver(e)).toList());
			case ReminderSent e -> requireNonNull(current).reminded(e);
			case ProgressReported e -> {
				List<Progress> progress = new ArrayList<>(requireNonNull(current).progress());
				progress.add(new Progress(e.text().text(), e.reportedOn(), when.by()));
				yield current.withProgress(List.copyOf(progress));
			}
			case ActionCompleted e -> requireNonNull(current).withStatus(ActionStatus.DONE).withEnding(e.result().text()).withEndedOn(e.completedOn());
			case ActionDropped e -> requireNonNull(current).withStatus(ActionStatus.DROPPED).withEnding(e.reason().text()).withEndedOn(e.droppedOn());
			case ActionReopened e -> requireNonNull(current).withStatus(ActionStatus.OPEN).withEnding(null).withEndedOn(null);
		};
	}

	private ActionView promised(Promise promise) {
		return withTheirOwners(Stream.concat(promises.stream(), Stream.of(PromiseView.of(promise))).toList());
	}

	private ActionView reminded(ReminderSent e) {
		List<Reminded> all = Stream.concat(reminders.stream(), Stream.of(new Reminded(e.promiseId(), e.kind(), e.about(), e.recipients(), e.sentOn()))).toList();
		return withReminders(all.subList(Math.max(0, all.size() - REMINDERS_SHOWN), all.size()));
	}

	private ActionView withTheirOwners(List<PromiseView> all) {
		return withPromises(all).withOwners(all.stream().map(p -> p.owner().id()).filter(Objects::nonNull).distinct().toList());
	}
}
