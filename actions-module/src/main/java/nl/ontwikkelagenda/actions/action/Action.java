package nl.ontwikkelagenda.actions.action;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.actions.action.ActionCommand.AddPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.AssignAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.CompleteAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.DropAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.HandOverPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.HandOverPromises;
import nl.ontwikkelagenda.actions.action.ActionCommand.RecordReminder;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReopenAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReportProgress;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionAssigned;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionCompleted;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionDropped;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionReopened;
import nl.ontwikkelagenda.actions.action.ActionEvent.ProgressReported;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseAdded;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseHandedOver;
import nl.ontwikkelagenda.actions.action.ActionEvent.ReminderSent;
import nl.ontwikkelagenda.actions.deadline.Calendars;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Action {

	@AggregateIdentifier private ActionId actionId;
	private PartnershipId partnershipId;
	private @Nullable ActionStatus status;
	private @Nullable MeetingId meetingId;
	private @Nullable OutcomeId outcomeId;
	private final Map<PromiseId, Owner> promises = new LinkedHashMap<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	void decide(AssignAction c, References references, Calendars calendars) {
		if (status != null) {
			if (c.outcomeId() != null && c.outcomeId().equals(outcomeId)) {
				return;
			}
			throw new RuleBroken("id-is-new", "Deze actie bestaat al; kies een ander id voor een nieuwe actie.");
		}
		if (c.promises().isEmpty()) {
			throw new RuleBroken("an-action-has-a-promise", "Een actie heeft ten minste één toezegging; noem wie wat doet.");
		}
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		references.require(c.partnershipId(), "agendaId", c.agendaId());
		references.require(c.partnershipId(), "themeId", c.themeId());
		references.require(c.partnershipId(), "meetingId", c.meetingId());
		c.promises().forEach(promise -> promise.owner().mustBeKnown(c.partnershipId(), references));
		List<AgreedPromise> agreed = c.promises();
		apply(new ActionAssigned(c.actionId(), c.partnershipId(), c.agendaId(), c.themeId(), c.meetingId(), c.outcomeId(), c.title(), c.text(), c.agreedOn(),
				Promise.of(agreed.getFirst(), c.agreedOn(), c.partnershipId(), c.meetingId(), calendars)));
		agreed.stream().skip(1).forEach(promise -> add(promise, c.agreedOn(), calendars));
	}

	@CommandHandler
	void decide(AddPromise c, References references, Calendars calendars) {
		onlyWhileOpen();
		c.promise().owner().mustBeKnown(partnershipId, references);
		add(c.promise(), c.agreedOn(), calendars);
	}

	private void add(AgreedPromise promise, LocalDate agreedOn, Calendars calendars) {
		if (promises.containsKey(promise.promiseId())) {
			throw new RuleBroken("id-is-new", "Deze toezegging staat al bij de actie; kies een ander id voor een nieuwe toezegging.");
		}
		apply(new PromiseAdded(actionId, Promise.of(promise, agreedOn, partnershipId, meetingId, calendars), agreedOn));
	}

	@CommandHandler
	void decide(HandOverPromise c, References references) {
		onlyWhileOpen();
		c.owner().mustBeKnown(partnershipId, references);
		Owner owner = promises.get(c.promiseId());
		if (owner == null) {
			throw new RuleBroken("a-promise-of-the-action", "Deze toezegging hoort niet bij deze actie; kies een van haar toezeggingen.");
		}
		if (owner.equals(c.owner())) {
			throw new RuleBroken("a-promise-goes-to-another-owner", "Deze toezegging is al van deze eigenaar; kies een andere eigenaar om haar over te dragen.");
		}
		handOver(c.promiseId(), c.owner(), c.reason(), c.handedOverOn());
	}

	@CommandHandler
	void decide(HandOverPromises c, References references) {
		onlyWhileOpen();
		c.owner().mustBeKnown(partnershipId, references);
		List<PromiseId> ofFormerOwner = promises.entrySet().stream().filter(promise -> c.formerOwner().equals(promise.getValue().id())).map(Map.Entry::getKey).toList();
		if (ofFormerOwner.isEmpty() || c.formerOwner().equals(c.owner().id())) {
			throw new RuleBroken("only-promises-of-an-owner-are-handed-over",
					"Deze eigenaar heeft bij deze actie geen toezegging die naar een ander kan; kies een eigenaar met toezeggingen en een andere opvolger.");
		}
		ofFormerOwner.forEach(promise -> handOver(promise, c.owner(), c.reason(), c.handedOverOn()));
	}

	private void handOver(PromiseId promise, Owner owner, FreeText reason, LocalDate day) {
		apply(new PromiseHandedOver(actionId, promise, owner, reason, day));
	}

	/** Also when the action ended in the meantime: that it was sent is a fact. */
	@CommandHandler
	void decide(RecordReminder c) {
		if (!promises.containsKey(c.promiseId())) {
			throw new RuleBroken("a-promise-of-the-action", "Deze toezegging hoort niet bij deze actie; kies een van haar toezeggingen.");
		}
		apply(new ReminderSent(actionId, c.promiseId(), c.kind(), c.about(), c.recipients(), c.sentOn()));
	}

	@CommandHandler
	void decide(ReportProgress c) {
		onlyWhileOpen();
		apply(new ProgressReported(actionId, c.text(), c.reportedOn()));
	}

	@CommandHandler
	void decide(CompleteAction c) {
		onlyWhileOpen();
		apply(new ActionCompleted(actionId, c.result(), c.completedOn()));
	}

	@CommandHandler
	void decide(DropAction c) {
		onlyWhileOpen();
		apply(new ActionDropped(actionId, c.reason(), c.droppedOn()));
	}

	@CommandHandler
	void decide(ReopenAction c) {
		if (status == ActionStatus.OPEN) {
			throw new RuleBroken("only-an-ended-action-reopens", "Deze actie loopt nog; heropenen kan alleen als zij klaar of vervallen is.");
		}
		apply(new ActionReopened(actionId, c.reason(), c.reopenedOn()));
	}

	private void onlyWhileOpen() {
		switch (requireNonNull(status)) {
			case OPEN -> {
			}
			case DONE -> throw new RuleBroken("a-completed-action-is-closed", "Deze actie is al afgerond; heropen haar eerst om er iets aan toe te voegen.");
			case DROPPED -> throw new RuleBroken("a-dropped-action-is-closed", "Deze actie is vervallen; heropen haar eerst om er iets aan toe te voegen.");
		}
	}

	@EventSourcingHandler
	void evolve(ActionEvent event) {
		switch (event) {
			case ActionAssigned e -> {
				actionId = e.actionId();
				partnershipId = e.partnershipId();
				meetingId = e.meetingId();
				outcomeId = e.outcomeId();
				status = ActionStatus.OPEN;
				promises.put(e.promise().promiseId(), e.promise().owner());
			}
			case PromiseAdded e -> promises.put(e.promise().promiseId(), e.promise().owner());
			case PromiseHandedOver e -> promises.put(e.promiseId(), e.owner());
			case ReminderSent e -> {
			}
			case ProgressReported e -> {
			}
			case ActionCompleted e -> status = ActionStatus.DONE;
			case ActionDropped e -> status = ActionStatus.DROPPED;
			case ActionReopened e -> status = ActionStatus.OPEN;
		}
	}
}
