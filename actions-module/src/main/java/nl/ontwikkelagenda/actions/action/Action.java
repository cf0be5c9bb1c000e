package nl.ontwikkelagenda.actions.action;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import nl.ontwikkelagenda.actions.action.ActionCommand.AcceptPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.AddPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.AgreeDeadline;
import nl.ontwikkelagenda.actions.action.ActionCommand.AppointLead;
import nl.ontwikkelagenda.actions.action.ActionCommand.AssignAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.BlockAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.CloseCall;
import nl.ontwikkelagenda.actions.action.ActionCommand.CompleteAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.DropAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.EndDependency;
import nl.ontwikkelagenda.actions.action.ActionCommand.HandOverPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.HandOverPromises;
import nl.ontwikkelagenda.actions.action.ActionCommand.KeepPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.LinkPromisedMeeting;
import nl.ontwikkelagenda.actions.action.ActionCommand.NoteDependency;
import nl.ontwikkelagenda.actions.action.ActionCommand.NoteMeetingCancelled;
import nl.ontwikkelagenda.actions.action.ActionCommand.OpenCall;
import nl.ontwikkelagenda.actions.action.ActionCommand.RecordReminder;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReopenAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReplanPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReportProgress;
import nl.ontwikkelagenda.actions.action.ActionCommand.RereadDeadlines;
import nl.ontwikkelagenda.actions.action.ActionCommand.SignUp;
import nl.ontwikkelagenda.actions.action.ActionCommand.UnblockAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.UnlinkPromisedMeeting;
import nl.ontwikkelagenda.actions.action.ActionCommand.WithdrawParticipant;
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
import nl.ontwikkelagenda.actions.action.ActionEvent.OfPromise;
import nl.ontwikkelagenda.actions.action.ActionEvent.ParticipantSignedUp;
import nl.ontwikkelagenda.actions.action.ActionEvent.ParticipantWithdrew;
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
import nl.ontwikkelagenda.actions.deadline.Calendars;
import nl.ontwikkelagenda.actions.deadline.Deadline;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.Meetings;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.NewIds;
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
	private boolean blocked;
	private @Nullable PromiseId lead;
	private @Nullable Call call;
	private final Map<PromiseId, Standing> promises = new LinkedHashMap<>();
	private final Set<ActionId> dependencies = new HashSet<>();
	private final Set<CallId> calls = new HashSet<>();

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
				Promise.of(agreed.getFirst(), c.agreedOn(), c.partnershipId(), c.meetingId(), calendars), c.notedBy()));
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
		Standing standing = openPromise(c.promiseId());
		c.owner().mustBeKnown(partnershipId, references);
		if (standing.owner().equals(c.owner())) {
			throw new RuleBroken("a-promise-goes-to-another-owner", "Deze toezegging is al van deze eigenaar; kies een andere eigenaar om haar over te dragen.");
		}
		handOver(c.promiseId(), c.owner(), c.reason(), c.handedOverOn());
	}

	@CommandHandler
	void decide(HandOverPromises c, References references) {
		onlyWhileOpen();
		c.owner().mustBeKnown(partnershipId, references);
		List<PromiseId> ofFormerOwner = open(standing -> c.formerOwner().equals(standing.owner().id()));
		if (ofFormerOwner.isEmpty() || c.formerOwner().equals(c.owner().id())) {
			throw new RuleBroken("only-promises-of-an-owner-are-handed-over",
					"Deze eigenaar heeft bij deze actie geen toezegging die naar een ander kan; kies een eigenaar met toezeggingen en een andere opvolger.");
		}
		ofFormerOwner.forEach(promise -> handOver(promise, c.owner(), c.reason(), c.handedOverOn()));
	}

	private void handOver(PromiseId promise, Owner owner, FreeText reason, LocalDate day) {
		apply(new PromiseHandedOver(actionId, promise, owner, reason, day));
	}

	@CommandHandler
	void decide(AcceptPromise c, References references) {
		Standing standing = openPromise(c.promiseId());
		if (standing.accepted()) {
			throw new RuleBroken("a-promise-is-accepted-once", "De eigenaar heeft deze toezegging al aanvaard; na een overdracht kan de nieuwe eigenaar haar aanvaarden.");
		}
		boolean byAnother = standing.owner().kind() == Owner.Kind.PERSON && (c.personId() == null || !c.personId().value().equals(standing.owner().id()));
		if (byAnother) {
			throw new RuleBroken("a-promise-is-accepted-by-its-owner", "Een toezegging van een persoon wordt door die persoon zelf aanvaard; noem de eigenaar als persoon.");
		}
		references.require(partnershipId, "personId", c.personId());
		apply(new PromiseAccepted(actionId, c.promiseId(), c.personId(), c.acceptedOn()));
	}

	@CommandHandler
	void decide(KeepPromise c) {
		openPromise(c.promiseId());
		apply(new PromiseKept(actionId, c.promiseId(), c.result(), c.keptOn()));
	}

	@CommandHandler
	void decide(AppointLead c) {
		openPromise(c.promiseId());
		if (c.promiseId().equals(lead)) {
			throw new RuleBroken("another-promise-takes-the-lead", "De eigenaar van deze toezegging heeft de leiding al; kies een andere toezegging.");
		}
		apply(new LeadAppointed(actionId, c.promiseId(), c.appointedOn()));
	}

	@CommandHandler
	void decide(AgreeDeadline c, Calendars calendars) {
		if (openPromise(c.promiseId()).deadline().phrase() != null) {
			throw new RuleBroken("a-first-deadline-is-agreed-once", "Deze toezegging heeft al een termijn; verzet haar met een reden.");
		}
		apply(new DeadlineAgreed(actionId, c.promiseId(), read(c.phrase(), c.saidOn(), calendars)));
	}

	@CommandHandler
	void decide(ReplanPromise c, Calendars calendars) {
		if (openPromise(c.promiseId()).deadline().phrase() == null) {
			throw new RuleBroken("only-an-agreed-deadline-is-replanned", "Deze toezegging heeft nog geen termijn om te verzetten; spreek eerst een termijn af.");
		}
		apply(new PromiseReplanned(actionId, c.promiseId(), read(c.phrase(), c.saidOn(), calendars), c.reason()));
	}

	private Deadline read(FreeText phrase, LocalDate saidOn, Calendars calendars) {
		return Deadline.read(phrase, saidOn, calendars.of(partnershipId, meetingId, saidOn));
	}

	@CommandHandler
	void decide(RereadDeadlines c, Calendars calendars) {
		if (status == ActionStatus.OPEN) {
			reread(calendars);
		}
	}

	private void reread(Calendars calendars) {
		open(standing -> standing.deadline().namesSchoolHoliday()).forEach(promise -> {
			Deadline before = requireNonNull(promises.get(promise)).deadline();
			Deadline now = read(requireNonNull(before.phrase()), before.saidOn(), calendars);
			if (!now.equals(before)) {
				apply(new DeadlineReread(actionId, promise, now.kind(), now.earliest(), now.latest(), now.certainty()));
			}
		});
	}

	@CommandHandler
	void decide(LinkPromisedMeeting c, Meetings meetings, References references) {
		Standing standing = openPromise(c.promiseId());
		references.require(partnershipId, "meetingId", c.meetingId());
		boolean takesPlace = meetings.find(partnershipId, c.meetingId()).filter(meeting -> meeting.open() || meeting.heldOn() != null).isPresent();
		if (!takesPlace) {
			throw new RuleBroken("a-promised-meeting-takes-place", "Deze bijeenkomst is afgelast; kies een bijeenkomst die gepland of gehouden is.");
		}
		if (c.meetingId().equals(standing.meeting())) {
			throw new RuleBroken("a-meeting-is-linked-once", "Deze bijeenkomst hoort al bij deze toezegging; kies een andere.");
		}
		apply(new PromisedMeetingPlanned(actionId, c.promiseId(), c.meetingId(), c.linkedOn()));
	}

	@CommandHandler
	void decide(UnlinkPromisedMeeting c) {
		MeetingId linked = openPromise(c.promiseId()).meeting();
		if (linked == null) {
			throw new RuleBroken("only-a-linked-meeting-is-unlinked", "Bij deze toezegging hoort geen bijeenkomst; er is niets om los te maken.");
		}
		apply(new PromisedMeetingUnlinked(actionId, c.promiseId(), linked));
	}

	/** Also of an action that is done: somebody has to know. */
	@CommandHandler
	void decide(NoteMeetingCancelled c) {
		List<PromiseId> promised = promises.entrySet().stream().filter(promise -> c.meetingId().equals(promise.getValue().meeting())).map(Map.Entry::getKey).toList();
		promised.forEach(promise -> apply(new PromisedMeetingCancelled(actionId, promise, c.meetingId())));
	}

	@CommandHandler
	void decide(BlockAction c) {
		onlyWhileOpen();
		if (blocked) {
			throw new RuleBroken("an-action-is-blocked-once", "Deze actie zit al vast; meld voortgang, of maak haar eerst los.");
		}
		apply(new ActionBlocked(actionId, c.reason(), c.by(), c.blockedOn()));
	}

	@CommandHandler
	void decide(UnblockAction c) {
		onlyWhileOpen();
		if (!blocked) {
			throw new RuleBroken("only-a-blocked-action-is-unblocked", "Deze actie zit niet vast; losmaken kan alleen wat vastzit.");
		}
		apply(new ActionUnblocked(actionId, c.how(), c.unblockedOn()));
	}

	@CommandHandler
	void decide(NoteDependency c, References references, Actions actions) {
		onlyWhileOpen();
		references.require(partnershipId, "dependsOn", c.dependsOn());
		if (dependencies.contains(c.dependsOn())) {
			throw new RuleBroken("a-dependency-is-noted-once", "Deze actie hangt al van die actie af; kies een andere.");
		}
		if (c.dependsOn().equals(actionId) || actions.dependsOn(c.dependsOn(), actionId)) {
			throw new RuleBroken("actions-do-not-wait-in-a-circle", "Die actie wacht zelf op deze actie, en een actie wacht niet op zichzelf; kies een andere actie.");
		}
		apply(new DependencyNoted(actionId, c.dependsOn(), c.reason(), c.notedOn()));
	}

	@CommandHandler
	void decide(EndDependency c) {
		if (!dependencies.contains(c.dependsOn())) {
			throw new RuleBroken("only-a-noted-dependency-ends", "Deze actie hangt niet van die actie af; kies een actie waar zij van afhangt.");
		}
		apply(new DependencyEnded(actionId, c.dependsOn(), c.endedOn()));
	}

	@CommandHandler
	void decide(OpenCall c, NewIds ids) {
		onlyWhileOpen();
		if (call != null) {
			throw new RuleBroken("one-call-is-open-at-a-time", "Bij deze actie staat al een oproep open; sluit die eerst.");
		}
		if (c.limit() != null && c.limit() < 1) {
			throw new RuleBroken("a-call-has-a-place", "Een oproep heeft ten minste één plaats; laat het aantal weg als iedereen mee kan doen.");
		}
		if (c.lastDay() != null && c.lastDay().isBefore(c.openedOn())) {
			throw new RuleBroken("a-call-ends-after-it-opens", "De laatste dag om aan te melden ligt voor de dag van de oproep; kies een latere dag.");
		}
		if (calls.contains(c.callId())) {
			throw new RuleBroken("id-is-new", "Er bestaat al iets met dit id; kies een ander id of laat het weg.");
		}
		ids.require(c.callId());
		apply(new CallOpened(actionId, partnershipId, c.callId(), c.text(), c.limit(), c.lastDay(), c.openedOn()));
	}

	@CommandHandler
	void decide(SignUp c, References references) {
		Call open = openCall();
		references.require(partnershipId, "personId", c.personId());
		references.require(partnershipId, "organisationId", c.organisationId());
		open.mustHavePlaceFor(c.personId(), c.signedUpOn());
		apply(new ParticipantSignedUp(actionId, partnershipId, open.id(), c.personId(), c.organisationId(), c.signedUpOn()));
	}

	@CommandHandler
	void decide(WithdrawParticipant c) {
		Call open = openCall();
		open.mustHave(c.personId());
		apply(new ParticipantWithdrew(actionId, open.id(), c.personId(), c.withdrewOn()));
	}

	@CommandHandler
	void decide(CloseCall c) {
		if (!openCall().id().equals(c.callId())) {
			throw new RuleBroken("only-an-open-call", "Deze oproep is al gesloten; sluiten kan alleen een oproep die openstaat.");
		}
		apply(new CallClosed(actionId, c.callId(), c.closedOn()));
	}

	private Call openCall() {
		if (call == null) {
			throw new RuleBroken("only-an-open-call", "Bij deze actie staat geen oproep open; open er eerst een.");
		}
		return call;
	}

	private void closeCall(LocalDate day) {
		if (call != null) {
			apply(new CallClosed(actionId, call.id(), day));
		}
	}

	private Standing openPromise(PromiseId promise) {
		onlyWhileOpen();
		Standing standing = promises.get(promise);
		if (standing == null) {
			throw new RuleBroken("a-promise-of-the-action", "Deze toezegging hoort niet bij deze actie; kies een van haar toezeggingen.");
		}
		if (standing.kept()) {
			throw new RuleBroken("a-kept-promise-stays-kept", "Deze toezegging is al nagekomen; voeg een nieuwe toezegging toe voor wat er nog moet gebeuren.");
		}
		return standing;
	}

	private List<PromiseId> open(Predicate<Standing> which) {
		return promises.entrySet().stream().filter(promise -> !promise.getValue().kept() && which.test(promise.getValue())).map(Map.Entry::getKey).toList();
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
		closeCall(c.completedOn());
		apply(new ActionCompleted(actionId, c.result(), c.completedOn()));
	}

	@CommandHandler
	void decide(DropAction c) {
		onlyWhileOpen();
		closeCall(c.droppedOn());
		apply(new ActionDropped(actionId, c.reason(), c.droppedOn()));
	}

	/** What was learned of holidays meanwhile counts from now on. */
	@CommandHandler
	void decide(ReopenAction c, Calendars calendars) {
		if (status == ActionStatus.OPEN) {
			throw new RuleBroken("only-an-ended-action-reopens", "Deze actie loopt nog; heropenen kan alleen als zij klaar of vervallen is.");
		}
		apply(new ActionReopened(actionId, c.reason(), c.reopenedOn()));
		reread(calendars);
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
				promises.put(e.promise().promiseId(), Standing.of(e.promise()));
			}
			case PromiseAdded e -> promises.put(e.promise().promiseId(), Standing.of(e.promise()));
			case PromiseHandedOver e -> change(e, standing -> standing.withOwner(e.owner()).withAccepted(false));
			case PromiseAccepted e -> change(e, standing -> standing.withAccepted(true));
			case PromiseKept e -> change(e, standing -> standing.withKept(true));
			case LeadAppointed e -> lead = e.promiseId();
			case DeadlineAgreed e -> change(e, standing -> standing.withDeadline(e.deadline()));
			case PromiseReplanned e -> change(e, standing -> standing.withDeadline(e.deadline()));
			case DeadlineReread e -> change(e, standing -> standing.withDeadline(
					new Deadline(standing.deadline().phrase(), standing.deadline().saidOn(), e.kind(), e.earliest(), e.latest(), e.certainty())));
			case PromisedMeetingPlanned e -> change(e, standing -> standing.withMeeting(e.meetingId()));
			case PromisedMeetingUnlinked e -> change(e, standing -> standing.withMeeting(null));
			case PromisedMeetingCancelled e -> change(e, standing -> standing.withMeeting(null));
			case ActionBlocked e -> blocked = true;
			case ActionUnblocked e -> blocked = false;
			case DependencyNoted e -> dependencies.add(e.dependsOn());
			case DependencyEnded e -> dependencies.remove(e.dependsOn());
			case CallOpened e -> {
				calls.add(e.callId());
				call = new Call(e);
			}
			case ParticipantSignedUp e -> requireNonNull(call).signedUp(e.personId());
			case ParticipantWithdrew e -> requireNonNull(call).withdrew(e.personId());
			case CallClosed e -> call = null;
			case ReminderSent e -> {
			}
			case ProgressReported e -> {
			}
			case ActionCompleted e -> end(ActionStatus.DONE);
			case ActionDropped e -> end(ActionStatus.DROPPED);
			case ActionReopened e -> status = ActionStatus.OPEN;
		}
	}

	private void change(OfPromise e, UnaryOperator<Standing> change) {
		promises.computeIfPresent(e.promiseId(), (promise, standing) -> change.apply(standing));
	}

	private void end(ActionStatus ended) {
		status = ended;
		blocked = false;
	}
}
