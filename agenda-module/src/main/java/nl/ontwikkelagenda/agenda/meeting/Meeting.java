package nl.ontwikkelagenda.agenda.meeting;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.body.Bodies;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AdoptMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AdoptMinutesInWriting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AnnounceAsLast;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AnswerInvitation;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AnswerOwnInvitation;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CancelMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CarryItemOver;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CloseMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CorrectAttendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CorrectMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.DiscussSource;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.DraftMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.FormGroup;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.HandItemOver;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.HoldMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.Invite;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.MoveItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.MoveMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlaceCarriedItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlaceItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlanMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlanOccurrence;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PublishMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RaiseObjection;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordAttendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordOutcome;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.ReportBack;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.SendMinutesRound;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.SettleObjection;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.TreatItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.WithdrawAnnouncement;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.WithdrawItem;
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
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.agenda.partnership.WebAddress;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Meeting {

	/** An item as far as decisions read it. */
	private record Item(ItemPlaced placed, BigDecimal place, ItemStatus status, @Nullable MeetingId carriedTo) {

		Item at(BigDecimal other) {
			return new Item(placed, other, status, carriedTo);
		}

		Item now(ItemStatus other, @Nullable MeetingId to) {
			return new Item(placed, place, other, to);
		}
	}

	@AggregateIdentifier private MeetingId meetingId;
	private PartnershipId partnershipId;
	private @Nullable BodyId bodyId;
	private @Nullable AgendaId agendaId;
	private @Nullable SeriesId seriesId;
	private MeetingStatus status;
	private LocalDate plannedOn;
	private @Nullable LocalDate heldOn;
	private boolean last;
	private boolean closed;
	private boolean published;
	private final Map<InvitationId, Object> invited = new HashMap<>();
	/** For the day on which it is planned now. */
	private final Map<InvitationId, InvitationAnswered> answers = new LinkedHashMap<>();
	private final Map<ItemId, Item> items = new LinkedHashMap<>();
	private final Set<GroupId> groups = new HashSet<>();
	private final Set<SourceId> sources = new HashSet<>();
	private final Set<OutcomeId> outcomes = new HashSet<>();
	/** By person, or by organisation where no person was named. */
	private final Map<Object, Presence> attendance = new HashMap<>();
	private final Map<Object, PersonId> proxies = new HashMap<>();
	private @Nullable MinutesStatus minutes;
	private final Set<MinutesPartId> parts = new HashSet<>();
	private @Nullable MinutesSentRound round;
	private final Set<ObjectionId> openObjections = new HashSet<>();
	private final Set<ObjectionId> objections = new HashSet<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(PlanMeeting c, References references, Meetings others, Bodies bodies) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		references.require(c.partnershipId(), "bodyId", c.bodyId());
		references.require(c.partnershipId(), "agendaId", c.agendaId());
		references.require(c.partnershipId(), "follows", c.follows());
		if (c.bodyId() != null) {
			bodies.requireStanding(c.bodyId(), c.plannedOn());
		}
		apply(new MeetingPlanned(c.meetingId(), c.partnershipId(), c.bodyId(), c.agendaId(), c.title(), c.plannedOn(), c.startsAt(), c.place(), c.follows(), null));
		if (c.happenedOn() != null) {
			apply(new MeetingHeld(c.meetingId(), c.bodyId(), c.happenedOn()));
		}
		callUpWaitingItems(others);
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(PlanOccurrence c, Meetings others) {
		apply(new MeetingPlanned(c.meetingId(), c.partnershipId(), c.bodyId(), c.agendaId(), c.title(), c.plannedOn(), c.startsAt(), c.place(), null, c.seriesId()));
		if (c.last()) {
			apply(new MeetingAnnouncedAsLast(c.meetingId(), c.partnershipId(), c.bodyId(), others.announcedLast(c.partnershipId(), c.bodyId()).orElse(null), c.reason()));
		}
		callUpWaitingItems(others);
	}

	private void callUpWaitingItems(Meetings others) {
		List<ItemOrigin> waiting = bodyId == null ? List.of() : others.waiting(partnershipId, bodyId, plannedOn);
		if (!waiting.isEmpty()) {
			apply(new WaitingItemsCalledUp(meetingId, waiting));
		}
	}

	@CommandHandler
	void decide(MoveMeeting c) {
		onlyWhilePlanned("verplaatst");
		List<InvitationId> answered = List.copyOf(answers.keySet());
		apply(new MeetingMoved(meetingId, c.plannedOn(), c.startsAt(), c.reason()));
		answered.forEach(invitation -> apply(new AnswerLapsed(meetingId, invitation)));
	}

	@CommandHandler
	void decide(CancelMeeting c, Meetings others) {
		onlyWhilePlanned("afgelast");
		apply(new MeetingCancelled(meetingId, c.reason()));
		carryOverWhatWasNotTreated(others);
	}

	@CommandHandler
	void decide(AnnounceAsLast c, Meetings others) {
		onlyWhilePlanned("als laatste aangekondigd");
		BodyId body = bodyId;
		if (body == null) {
			throw new RuleBroken("a-last-meeting-is-of-a-body", "Deze bijeenkomst is niet van een overlegorgaan; alleen een overlegorgaan heeft een laatste bijeenkomst.");
		}
		if (last) {
			throw new RuleBroken("a-last-meeting-is-announced-once", "Deze bijeenkomst is al als laatste aangekondigd.");
		}
		MeetingId insteadOf = others.announcedLast(partnershipId, body).orElse(null);
		if (insteadOf != null && c.reason() == null) {
			throw new RuleBroken("another-last-has-a-reason", "Dit overlegorgaan heeft al een aangekondigde laatste bijeenkomst; noem de reden waarom er nu een andere is.");
		}
		apply(new MeetingAnnouncedAsLast(meetingId, partnershipId, body, insteadOf, c.reason()));
	}

	@CommandHandler
	void decide(WithdrawAnnouncement c) {
		onlyWhilePlanned("van een andere aankondiging voorzien");
		if (!last) {
			throw new RuleBroken("only-an-announced-last-is-withdrawn", "Deze bijeenkomst is niet als laatste aangekondigd.");
		}
		apply(new MeetingNoLongerLast(meetingId, c.lastNow(), c.reason()));
	}

	@CommandHandler
	void decide(Invite c, References references) {
		onlyWhilePlanned("van uitnodigingen voorzien");
		if ((c.personId() == null) == (c.organisationId() == null)) {
			throw new RuleBroken("an-invitation-is-for-one", "Een uitnodiging is voor één persoon of voor één organisatie; kies een van beide.");
		}
		references.require(partnershipId, "personId", c.personId());
		references.require(partnershipId, "organisationId", c.organisationId());
		if (invited.containsKey(c.invitationId())) {
			throw new RuleBroken("id-is-new", "Deze uitnodiging is al vastgelegd; kies een ander id voor een nieuwe uitnodiging.");
		}
		if (invited.containsValue(attendee(c.personId(), c.organisationId()))) {
			throw new RuleBroken("invited-once", "Deze persoon of organisatie is al uitgenodigd voor deze bijeenkomst.");
		}
		apply(new InvitationSent(meetingId, partnershipId, c.invitationId(), c.personId(), c.organisationId(), c.sentOn()));
	}

	@CommandHandler
	void decide(AnswerInvitation c) {
		answer(c.invitationId(), c.reply(), c.note(), c.answeredOn(), false);
	}

	@CommandHandler
	void decide(AnswerOwnInvitation c) {
		if (!c.personId().equals(invited.get(c.invitationId()))) {
			throw new RuleBroken("an-invitation-is-answered-by-the-invited", "Deze uitnodiging is voor iemand anders; de secretaris kan haar antwoord vastleggen.");
		}
		answer(c.invitationId(), c.reply(), c.note(), c.answeredOn(), true);
	}

	private void answer(InvitationId invitation, Reply reply, @Nullable FreeText note, LocalDate answeredOn, boolean byTheInvited) {
		onlyWhilePlanned("beantwoord");
		known(invited.containsKey(invitation), "invitationId", "Deze uitnodiging bestaat niet bij deze bijeenkomst.");
		InvitationAnswered before = answers.get(invitation);
		boolean again = before != null && before.reply() == reply && before.byTheInvited() == byTheInvited
				&& Objects.equals(FreeText.wordsOf(before.note()), FreeText.wordsOf(note));
		if (!again) {
			apply(new InvitationAnswered(meetingId, invitation, reply, note, answeredOn, byTheInvited));
		}
	}

	@CommandHandler
	void decide(PlaceItem c, References references) {
		onlyWhileOpen();
		mustBeNew(items.containsKey(c.itemId()));
		references.require(partnershipId, "themeId", c.themeId());
		if (c.introducedBy() != null) {
			c.introducedBy().mustBeKnown(partnershipId, references);
		}
		apply(new ItemPlaced(meetingId, partnershipId, bodyId, c.itemId(), placeBefore(c.before()), c.title(), c.minutes(), c.themeId(), c.introducedBy(), null));
	}

	/** Nothing disappears: what comes too late here goes on to the next meeting. */
	@CommandHandler
	void decide(PlaceCarriedItem c, Meetings others) {
		if (items.containsKey(c.itemId())) {
			return;
		}
		apply(new ItemPlaced(meetingId, partnershipId, bodyId, c.itemId(), placeBefore(null), c.title(), c.minutes(), c.themeId(), c.introducedBy(), c.from()));
		if (closed || status == MeetingStatus.CANCELLED) {
			carryOverWhatWasNotTreated(others);
		}
	}

	@CommandHandler
	void decide(MoveItem c) {
		onlyWhileOpen();
		item(c.itemId());
		if (!c.itemId().equals(c.before())) {
			apply(new ItemMoved(meetingId, c.itemId(), placeBefore(c.before())));
		}
	}

	/** Between its neighbours, so that no other item moves. */
	private BigDecimal placeBefore(@Nullable ItemId next) {
		List<BigDecimal> places = items.values().stream().map(Item::place).sorted().toList();
		if (next == null) {
			return places.isEmpty() ? BigDecimal.ONE : places.getLast().setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
		}
		BigDecimal upper = item(next).place();
		BigDecimal lower = places.stream().filter(place -> place.compareTo(upper) < 0).reduce((first, second) -> second).orElse(BigDecimal.ZERO);
		return lower.add(upper).divide(BigDecimal.TWO);
	}

	@CommandHandler
	void decide(TreatItem c) {
		onlyWhileOpen();
		onlyOnceHeld();
		notDealtWith(item(c.itemId()));
		apply(new ItemTreated(meetingId, c.itemId()));
	}

	@CommandHandler
	void decide(WithdrawItem c) {
		Item item = item(c.itemId());
		if (item.status() != ItemStatus.WAITING) {
			onlyWhileOpen();
			notDealtWith(item);
		}
		apply(new ItemWithdrawn(meetingId, c.itemId(), c.reason()));
	}

	@CommandHandler
	void decide(CarryItemOver c, Meetings others) {
		Meetings.Known to = others.find(partnershipId, c.to()).orElseThrow(() -> new UnknownReference("meetingId", "Deze bijeenkomst bestaat niet in dit samenwerkingsverband."));
		if (!to.open()) {
			throw new RuleBroken("an-item-goes-to-an-open-meeting", "Die bijeenkomst is afgelast of gesloten; kies een bijeenkomst die nog komt of loopt.");
		}
		carryOver(c.itemId(), c.to());
	}

	@CommandHandler
	void decide(HandItemOver c) {
		carryOver(c.itemId(), c.to());
	}

	private void carryOver(ItemId id, MeetingId to) {
		Item item = item(id);
		if (to.equals(item.carriedTo())) {
			return;
		}
		if (item.status() != ItemStatus.WAITING) {
			throw new RuleBroken("only-a-waiting-item-is-carried-over",
					"Dit agendapunt wacht niet op een volgende bijeenkomst; het staat nog op de agenda, of er is al iets mee gebeurd.");
		}
		apply(carriedOver(item, to));
	}

	private void carryOverWhatWasNotTreated(Meetings others) {
		List<Item> left = items.values().stream().filter(item -> item.status() == ItemStatus.PLACED).sorted(Comparator.comparing(Item::place)).toList();
		if (left.isEmpty()) {
			return;
		}
		LocalDate day = heldOn == null ? plannedOn : heldOn;
		MeetingId next = bodyId == null ? null : others.next(partnershipId, bodyId, seriesId, day).orElse(null);
		left.forEach(item -> apply(carriedOver(item, next)));
	}

	private ItemCarriedOver carriedOver(Item item, @Nullable MeetingId to) {
		ItemPlaced placed = item.placed();
		return new ItemCarriedOver(meetingId, partnershipId, placed.itemId(), placed.title(), placed.minutes(), placed.themeId(), placed.introducedBy(), to);
	}

	@CommandHandler
	void decide(FormGroup c, References references) {
		notWhenCancelled();
		notWhenFrozen();
		mustBeNew(groups.contains(c.groupId()));
		references.require(partnershipId, "themeId", c.themeId());
		c.members().forEach(member -> references.require(partnershipId, "members", member));
		apply(new GroupFormed(meetingId, partnershipId, c.groupId(), c.name(), c.themeId(), c.members()));
	}

	@CommandHandler
	void decide(ReportBack c) {
		onlyOnceHeld();
		notWhenFrozen();
		known(groups.contains(c.groupId()), "groupId", "Deze groep bestaat niet bij deze bijeenkomst.");
		apply(new GroupReportedBack(meetingId, c.groupId(), c.text()));
	}

	@CommandHandler
	void decide(HoldMeeting c) {
		onlyWhilePlanned("als gehouden vastgelegd");
		apply(new MeetingHeld(meetingId, bodyId, c.happenedOn()));
	}

	@CommandHandler
	void decide(RecordAttendance c, References references) {
		notWhenCancelled();
		notWhenFrozen();
		attendeeIsKnown(c.personId(), c.organisationId(), c.presence(), c.representedBy(), references);
		apply(new AttendanceRecorded(meetingId, c.personId(), c.organisationId(), c.presence(), c.representedBy()));
	}

	@CommandHandler
	void decide(CorrectAttendance c, References references) {
		onlyWhenFrozen();
		attendeeIsKnown(c.personId(), c.organisationId(), c.presence(), c.representedBy(), references);
		apply(new AttendanceCorrected(meetingId, c.personId(), c.organisationId(), c.presence(), c.representedBy(), c.reason(), c.correctedOn()));
	}

	private void attendeeIsKnown(@Nullable PersonId personId, @Nullable OrganisationId organisationId, Presence presence, @Nullable PersonId representedBy,
			References references) {
		if (personId == null && organisationId == null) {
			throw new RuleBroken("attendance-names-someone", "Aanwezigheid hoort bij een persoon, een organisatie of allebei; kies er ten minste één.");
		}
		references.require(partnershipId, "personId", personId);
		references.require(partnershipId, "organisationId", organisationId);
		if ((presence == Presence.REPRESENTED) != (representedBy != null)) {
			throw new RuleBroken("who-is-represented-has-a-proxy", "Wie is vertegenwoordigd, noemt door wie (representedBy); wie er zelf was of zich afmeldde, noemt niemand.");
		}
		if (representedBy != null && (representedBy.equals(personId) || attendance.get(representedBy) != Presence.PRESENT)) {
			throw new RuleBroken("a-proxy-is-present", "Wie een ander vertegenwoordigt, is er zelf; leg eerst vast dat deze persoon aanwezig was.");
		}
		if (presence != Presence.PRESENT && personId != null && proxies.containsValue(personId)) {
			throw new RuleBroken("a-proxy-stays-present", "Deze persoon vertegenwoordigt iemand; verander eerst de aanwezigheid van wie hij vertegenwoordigt.");
		}
	}

	@CommandHandler
	void decide(DiscussSource c, References references) {
		onlyOnceHeld();
		notWhenFrozen();
		mustBeNew(sources.contains(c.sourceId()));
		if ((c.address() == null) == (c.attachmentId() == null)) {
			throw new RuleBroken("a-source-is-linked-or-attached", "Een bron heeft een adres (address) of is een bijlage (attachmentId); kies een van beide.");
		}
		WebAddress.require(c.address());
		references.require(partnershipId, "attachmentId", c.attachmentId());
		known(c.itemId() == null || items.containsKey(c.itemId()), "itemId", "Dit agendapunt bestaat niet bij deze bijeenkomst.");
		apply(new SourceDiscussed(meetingId, partnershipId, c.sourceId(), c.title(), c.address(), c.attachmentId(), c.consultedOn(), c.itemId()));
	}

	@CommandHandler
	void decide(RecordOutcome c, References references) {
		notWhenCancelled();
		LocalDate agreedOn = heldOn;
		if (agreedOn == null) {
			throw new RuleBroken("outcomes-come-from-a-held-meeting", "Deze bijeenkomst is nog niet gehouden; leg eerst vast wanneer zij is gehouden.");
		}
		notWhenFrozen();
		mustBeNew(outcomes.contains(c.outcomeId()));
		if (c.kind() == OutcomeKind.ACTION && c.promises().isEmpty()) {
			throw new RuleBroken("an-action-has-a-promise", "Een actie heeft ten minste één toezegging; noem wie wat doet.");
		}
		if (c.kind() != OutcomeKind.ACTION && !c.promises().isEmpty()) {
			throw new RuleBroken("only-an-action-has-promises", "Alleen een actie heeft toezeggingen; kies de soort actie of laat de toezeggingen weg.");
		}
		references.require(partnershipId, "themeId", c.themeId());
		c.promises().forEach(promise -> promise.owner().mustBeKnown(partnershipId, references));
		apply(new OutcomeRecorded(meetingId, partnershipId, agendaId, c.outcomeId(), c.kind(), c.themeId(), c.title(), c.text(),
				c.promises().stream().map(promise -> promise.saidOn(agreedOn)).toList(), agreedOn));
	}

	@CommandHandler
	void decide(CloseMeeting c, Meetings others) {
		onlyWhileOpen();
		onlyOnceHeld();
		close(others);
	}

	private void close(Meetings others) {
		apply(new MeetingClosed(meetingId));
		carryOverWhatWasNotTreated(others);
	}

	@CommandHandler
	void decide(DraftMinutes c) {
		onlyOnceHeld();
		notWhenFrozen();
		known(c.itemId() == null || items.containsKey(c.itemId()), "itemId", "Dit agendapunt bestaat niet bij deze bijeenkomst.");
		apply(new MinutesDrafted(meetingId, partnershipId, c.partId(), c.itemId(), c.text()));
	}

	@CommandHandler
	void decide(RecordMinutes c, Meetings others) {
		onlyOnceHeld();
		if (minutes == null) {
			throw new RuleBroken("minutes-have-text", "Er is nog geen verslag geschreven; schrijf eerst de tekst.");
		}
		if (minutes != MinutesStatus.DRAFT) {
			throw new RuleBroken("minutes-are-recorded-once", "Het verslag is al vastgelegd; pas de tekst aan of laat het vaststellen.");
		}
		apply(new MinutesRecorded(meetingId, c.recordedOn()));
		if (!closed) {
			close(others);
		}
	}

	@CommandHandler
	void decide(SendMinutesRound c) {
		onlyOnceRecorded();
		if (!c.objectionsUntil().isAfter(c.sentOn())) {
			throw new RuleBroken("a-term-ends-after-it-starts", "De termijn voor bezwaren eindigt na de dag waarop het verslag is rondgestuurd; kies een latere dag.");
		}
		apply(new MinutesSentRound(meetingId, c.sentOn(), c.objectionsUntil()));
	}

	@CommandHandler
	void decide(RaiseObjection c, References references) {
		onlyOnceRecorded();
		MinutesSentRound sent = sentRound();
		mustBeNew(objections.contains(c.objectionId()));
		if (c.raisedOn().isBefore(sent.sentOn()) || c.raisedOn().isAfter(sent.objectionsUntil())) {
			throw new RuleBroken("objections-come-within-the-term", "Bezwaar kan vanaf de dag van rondsturen tot en met de laatste dag van de termijn.");
		}
		references.require(partnershipId, "personId", c.personId());
		apply(new ObjectionRaised(meetingId, partnershipId, c.objectionId(), c.personId(), c.text(), c.raisedOn()));
	}

	@CommandHandler
	void decide(SettleObjection c) {
		onlyOnceRecorded();
		known(objections.contains(c.objectionId()), "objectionId", "Dit bezwaar bestaat niet bij deze bijeenkomst.");
		if (!openObjections.contains(c.objectionId())) {
			throw new RuleBroken("an-objection-is-settled-once", "Dit bezwaar is al afgehandeld.");
		}
		apply(new ObjectionSettled(meetingId, c.objectionId(), c.how(), c.settledOn()));
	}

	@CommandHandler
	void decide(AdoptMinutes c, Meetings others) {
		LocalDate held = onlyOnceRecorded();
		Meetings.Known later = others.find(partnershipId, c.adoptedAt())
				.orElseThrow(() -> new UnknownReference("meetingId", "Deze bijeenkomst bestaat niet in dit samenwerkingsverband."));
		if (bodyId == null || !bodyId.equals(later.bodyId())) {
			throw new RuleBroken("minutes-are-adopted-by-the-same-body", "Een verslag wordt vastgesteld in een latere bijeenkomst van hetzelfde overlegorgaan, of schriftelijk.");
		}
		LocalDate adoptedOn = later.heldOn();
		if (adoptedOn == null || !adoptedOn.isAfter(held)) {
			throw new RuleBroken("minutes-are-adopted-at-a-later-held-meeting",
					"Een verslag wordt vastgesteld in een bijeenkomst die later is gehouden dan die waar het over gaat; kies een andere, of stel het schriftelijk vast.");
		}
		apply(new MinutesAdopted(meetingId, adoptedOn, c.adoptedAt()));
	}

	@CommandHandler
	void decide(AdoptMinutesInWriting c) {
		onlyOnceRecorded();
		if (!c.adoptedOn().isAfter(sentRound().objectionsUntil())) {
			throw new RuleBroken("the-term-for-objections-has-passed", "De termijn voor bezwaren loopt nog; stel het verslag vast na de laatste dag van de termijn.");
		}
		if (!openObjections.isEmpty()) {
			throw new RuleBroken("objections-are-settled-first", "Er is nog een bezwaar open; handel het eerst af.");
		}
		apply(new MinutesAdopted(meetingId, c.adoptedOn(), null));
	}

	@CommandHandler
	void decide(CorrectMinutes c) {
		onlyWhenFrozen();
		known(parts.contains(c.partId()), "partId", "Dit deel van het verslag bestaat niet bij deze bijeenkomst.");
		apply(new MinutesCorrected(meetingId, c.partId(), c.text(), c.reason(), c.correctedOn()));
	}

	@CommandHandler
	void decide(PublishMeeting c) {
		LocalDate held = onlyOnceHeld();
		if (published) {
			throw new RuleBroken("a-meeting-is-published-once", "Over deze bijeenkomst is al gepubliceerd.");
		}
		if (c.publishedOn().isBefore(held)) {
			throw new RuleBroken("publication-follows-the-meeting", "Over een bijeenkomst wordt gepubliceerd op of na de dag waarop zij is gehouden.");
		}
		WebAddress.require(c.address());
		apply(new MeetingPublished(meetingId, c.publishedOn(), c.address()));
	}

	private void onlyWhilePlanned(String wanted) {
		switch (status) {
			case PLANNED -> {
			}
			case HELD -> throw new RuleBroken("a-held-meeting-stays-held", "Deze bijeenkomst is al gehouden en kan niet meer worden " + wanted + ".");
			case CANCELLED -> throw new RuleBroken("a-cancelled-meeting-stays-cancelled",
					"Deze bijeenkomst is afgelast en kan niet meer worden " + wanted + "; plan een nieuwe bijeenkomst.");
		}
	}

	private void notWhenCancelled() {
		if (status == MeetingStatus.CANCELLED) {
			throw new RuleBroken("a-cancelled-meeting-stays-cancelled", "Deze bijeenkomst is afgelast; er kan niets meer bij worden vastgelegd.");
		}
	}

	private void onlyWhileOpen() {
		notWhenCancelled();
		if (closed) {
			throw new RuleBroken("a-closed-meeting-stays-closed", "Deze bijeenkomst is gesloten; de agenda verandert niet meer. Zet het punt op een volgende bijeenkomst.");
		}
	}

	private LocalDate onlyOnceHeld() {
		notWhenCancelled();
		if (heldOn == null) {
			throw new RuleBroken("a-meeting-is-held-first", "Deze bijeenkomst is nog niet gehouden; leg eerst vast wanneer zij is gehouden.");
		}
		return heldOn;
	}

	private LocalDate onlyOnceRecorded() {
		LocalDate held = onlyOnceHeld();
		notWhenFrozen();
		if (minutes != MinutesStatus.RECORDED) {
			throw new RuleBroken("minutes-are-recorded-first", "Het verslag is nog in concept; leg het eerst vast.");
		}
		return held;
	}

	private MinutesSentRound sentRound() {
		if (round == null) {
			throw new RuleBroken("minutes-are-sent-round-first", "Het verslag is in deze vorm nog niet rondgestuurd; stuur het eerst rond, met een termijn voor bezwaren.");
		}
		return round;
	}

	private void notWhenFrozen() {
		if (minutes == MinutesStatus.ADOPTED) {
			throw new RuleBroken("adopted-minutes-are-frozen", "Het verslag is vastgesteld en verandert niet meer; leg een verbetering vast met een reden.");
		}
	}

	private void onlyWhenFrozen() {
		if (minutes != MinutesStatus.ADOPTED) {
			throw new RuleBroken("only-adopted-minutes-are-corrected", "Het verslag is nog niet vastgesteld; u kunt het gewoon aanpassen.");
		}
	}

	private static void notDealtWith(Item item) {
		if (item.status() != ItemStatus.PLACED) {
			throw new RuleBroken("an-item-is-dealt-with-once", "Dit agendapunt is al behandeld, ingetrokken of doorgeschoven.");
		}
	}

	private Item item(ItemId id) {
		Item item = items.get(id);
		if (item == null) {
			throw new UnknownReference("itemId", "Dit agendapunt bestaat niet bij deze bijeenkomst.");
		}
		return item;
	}

	private static void known(boolean there, String field, String otherwise) {
		if (!there) {
			throw new UnknownReference(field, otherwise);
		}
	}

	private static void mustBeNew(boolean there) {
		if (there) {
			throw new RuleBroken("id-is-new", "Dit is al vastgelegd; kies een ander id voor iets nieuws.");
		}
	}

	private static Object attendee(@Nullable PersonId person, @Nullable OrganisationId organisation) {
		return person == null ? Objects.requireNonNull(organisation) : person;
	}

	@EventSourcingHandler
	void evolve(MeetingEvent event) {
		switch (event) {
			case MeetingPlanned e -> {
				meetingId = e.meetingId();
				partnershipId = e.partnershipId();
				bodyId = e.bodyId();
				agendaId = e.agendaId();
				seriesId = e.seriesId();
				plannedOn = e.plannedOn();
				status = MeetingStatus.PLANNED;
			}
			case MeetingMoved e -> {
				plannedOn = e.plannedOn();
				answers.clear();
			}
			case MeetingCancelled e -> status = MeetingStatus.CANCELLED;
			case MeetingAnnouncedAsLast e -> last = true;
			case MeetingNoLongerLast e -> last = false;
			case InvitationSent e -> invited.put(e.invitationId(), attendee(e.personId(), e.organisationId()));
			case InvitationAnswered e -> answers.put(e.invitationId(), e);
			case AnswerLapsed e -> answers.remove(e.invitationId());
			case ItemPlaced e -> items.put(e.itemId(), new Item(e, e.place(), ItemStatus.PLACED, null));
			case ItemMoved e -> items.computeIfPresent(e.itemId(), (id, item) -> item.at(e.place()));
			case ItemTreated e -> items.computeIfPresent(e.itemId(), (id, item) -> item.now(ItemStatus.TREATED, null));
			case ItemWithdrawn e -> items.computeIfPresent(e.itemId(), (id, item) -> item.now(ItemStatus.WITHDRAWN, null));
			case ItemCarriedOver e ->
				items.computeIfPresent(e.itemId(), (id, item) -> item.now(e.to() == null ? ItemStatus.WAITING : ItemStatus.CARRIED_OVER, e.to()));
			case WaitingItemsCalledUp e -> {
			}
			case GroupFormed e -> groups.add(e.groupId());
			case GroupReportedBack e -> {
			}
			case MeetingHeld e -> {
				status = MeetingStatus.HELD;
				heldOn = e.happenedOn().to();
			}
			case AttendanceRecorded e -> attended(attendee(e.personId(), e.organisationId()), e.presence(), e.representedBy());
			case AttendanceCorrected e -> attended(attendee(e.personId(), e.organisationId()), e.presence(), e.representedBy());
			case SourceDiscussed e -> sources.add(e.sourceId());
			case OutcomeRecorded e -> outcomes.add(e.outcomeId());
			case MeetingClosed e -> closed = true;
			case MinutesDrafted e -> {
				parts.add(e.partId());
				minutes = minutes == null ? MinutesStatus.DRAFT : minutes;
				// what is adopted in writing is the text that was sent round
				round = null;
			}
			case MinutesRecorded e -> minutes = MinutesStatus.RECORDED;
			case MinutesSentRound e -> round = e;
			case ObjectionRaised e -> {
				objections.add(e.objectionId());
				openObjections.add(e.objectionId());
			}
			case ObjectionSettled e -> openObjections.remove(e.objectionId());
			case MinutesAdopted e -> minutes = MinutesStatus.ADOPTED;
			case MinutesCorrected e -> {
			}
			case MeetingPublished e -> published = true;
		}
	}

	private void attended(Object attendee, Presence presence, @Nullable PersonId representedBy) {
		attendance.put(attendee, presence);
		if (representedBy == null) {
			proxies.remove(attendee);
		} else {
			proxies.put(attendee, representedBy);
		}
	}
}
