package nl.ontwikkelagenda.app.meetingroom;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.meeting.GroupView;
import nl.ontwikkelagenda.agenda.meeting.InvitationView;
import nl.ontwikkelagenda.agenda.meeting.ItemStatus;
import nl.ontwikkelagenda.agenda.meeting.ItemView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.MinutesPartView;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.meeting.Reply;
import nl.ontwikkelagenda.agenda.partnership.HoldersView;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.agenda.theme.ThemeStatus;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.meetingroom.ItemsUnderWay.UnderWay;
import nl.ontwikkelagenda.app.meetingroom.Room.Attendee;
import nl.ontwikkelagenda.app.meetingroom.Room.Note;
import nl.ontwikkelagenda.app.meetingroom.Room.Point;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.LookingBack;
import nl.ontwikkelagenda.app.pages.Names;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.visibility.ClosedBodies;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the page of a meeting shows. */
@Component
class MeetingRooms {

	private static final Set<Right> KEEPERS = Set.of(Right.SECRETARY, Right.PROJECT_LEAD);
	private static final Set<Right> JOINERS = Set.of(Right.PARTICIPANT, Right.BOARD);

	private final Documents documents;
	private final Readers readers;
	private final People people;
	private final ItemsUnderWay underWay;
	private final Clock clock;
	private final Dutch dutch;
	private final Oneself oneself;
	private final ClosedBodies closed;

	MeetingRooms(Documents documents, Readers readers, People people, ItemsUnderWay underWay, Clock clock, Dutch dutch, Oneself oneself,
			ClosedBodies closed) {
		this.documents = documents;
		this.readers = readers;
		this.people = people;
		this.underWay = underWay;
		this.clock = clock;
		this.dutch = dutch;
		this.oneself = oneself;
		this.closed = closed;
	}

	/** Whether the caller may record things in this partnership's meetings. */
	boolean keeps(PartnershipId partnership) {
		return readers.heldNow().stream().anyMatch(held -> held.partnershipId().equals(partnership) && KEEPERS.contains(held.right()));
	}

	/** What {@link Room#seen()} is now. */
	String seen(MeetingId id) {
		readers.check(ReadModels.MEETINGS, id.toString());
		return seen(documents.find(ReadModels.MEETINGS, id.toString(), AsOf.NOW).orElseThrow(NotFound::new), underWay.of(id).orElse(null));
	}

	/** Every fact of a meeting raises its sequence. */
	private static String seen(Stored<MeetingView> meeting, @Nullable UnderWay now) {
		return meeting.sequence() + (now == null ? "" : "-" + now.itemId());
	}

	/** @throws NotFound when the caller cannot see it, or it was not planned yet at that moment */
	Room of(MeetingId id, LookingBack.Moment moment) {
		readers.check(ReadModels.MEETINGS, id.toString());
		Stored<MeetingView> stored = documents.find(ReadModels.MEETINGS, id.toString(), moment.asOf()).orElseThrow(NotFound::new);
		PartnershipView partnership = documents.find(ReadModels.PARTNERSHIPS, stored.document().partnershipId().toString(), moment.asOf()).orElseThrow(NotFound::new).document();
		UnderWay now = moment.past() ? null : underWay.of(id).orElse(null);
		return new Reading(stored, partnership, moment, now).room();
	}

	/** One reading of one meeting: every view once, and the register of persons once. */
	private final class Reading {

		private final Stored<MeetingView> stored;
		private final MeetingView meeting;
		private final PartnershipView partnership;
		private final LookingBack.Moment moment;
		private final @Nullable UnderWay now;
		private final List<ItemView> items;
		private final List<OutcomeView> outcomes;
		private final List<InvitationView> invitations;
		private final List<GroupView> groups;
		private final List<MinutesPartView> parts;
		private final List<SeatView> seats;
		private final boolean keeps;
		private final Map<PersonId, String> persons;
		private final Map<OrganisationId, String> organisations;
		private final Names names;

		Reading(Stored<MeetingView> stored, PartnershipView partnership, LookingBack.Moment moment, @Nullable UnderWay now) {
			this.stored = stored;
			this.meeting = stored.document();
			this.partnership = partnership;
			this.moment = moment;
			this.now = now;
			items = ofMeeting(ReadModels.ITEMS).stream().sorted(Comparator.comparing(ItemView::place)).toList();
			outcomes = ofMeeting(ReadModels.OUTCOMES).stream().sorted(Comparator.comparing(OutcomeView::recordedAt).thenComparing(one -> one.outcomeId().value())).toList();
			invitations = ofMeeting(ReadModels.INVITATIONS);
			groups = ofMeeting(ReadModels.GROUPS);
			parts = ofMeeting(ReadModels.MINUTES).stream().sorted(Comparator.comparing(MinutesPartView::recordedAt)).toList();
			seats = seats(meeting.bodyId());
			keeps = !moment.past() && keeps(partnership.partnershipId());
			persons = people.names(known());
			organisations = partnership.organisations().stream()
					.collect(Collectors.toMap(PartnershipView.Organisation::organisationId, PartnershipView.Organisation::name, (one, other) -> one, LinkedHashMap::new));
			names = new Names(people, partnership.organisations(), outcomes.stream().flatMap(outcome -> outcome.promises().stream()).map(OutcomeView.Promise::owner).toList());
		}

		Room room() {
			List<Attendee> attendees = attendees();
			Set<String> there = attendees.stream().filter(one -> one.presence() == Presence.PRESENT).map(Attendee::value).collect(Collectors.toSet());
			List<Choice> all = persons.entrySet().stream().filter(person -> !People.ERASED.equals(person.getValue()))
					.map(person -> new Choice("PERSON/" + person.getKey(), person.getValue())).sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER)).toList();
			return new Room(meeting, seen(stored, now), partnership, body(), names.inText(meeting.title()), when(), meeting.place() == null ? null : names.inText(meeting.place()),
					points(), attendees, outcomes(), groups(), notes(null), objections(), all.stream().filter(one -> there.contains(one.value())).toList(),
					all.stream().filter(one -> !there.contains(one.value())).toList(), organisationChoices(), themes(), keeps, posters(), joins(), own(),
					follows());
		}

		private <D> @Nullable D find(ReadModel<D, ?> view, @Nullable Object id) {
			return id == null ? null : documents.find(view, id.toString(), moment.asOf()).map(Stored::document).orElse(null);
		}

		private @Nullable Choice follows() {
			MeetingView earlier = find(ReadModels.MEETINGS, meeting.follows());
			return earlier == null ? null : new Choice(earlier.meetingId().toString(), names.inText(earlier.title()) + ", " + dutch.day(earlier.plannedOn()));
		}

		private @Nullable String theme(@Nullable ThemeId id) {
			ThemeView theme = find(ReadModels.THEMES, id);
			return theme == null ? null : names.inText(theme.title());
		}

		private int posters() {
			return documents.count(ReadModels.PROJECTS, List.of(List.of(new ListQuery.OneOf("presentedAt", Set.of(stored.id())))), moment.asOf()).getFirst().intValue();
		}

		private <D> List<D> ofMeeting(ReadModel<D, ?> view) {
			return documents.all(view, Map.of("meetingId", stored.id()), moment.asOf());
		}

		private List<SeatView> seats(@Nullable BodyId body) {
			LocalDate day = meeting.happenedOn() == null ? meeting.plannedOn() : meeting.happenedOn().to();
			return body == null
					? List.of()
					: documents.all(ReadModels.SEATS, Map.of("bodyId", body.toString()), moment.asOf()).stream().filter(seat -> seat.holdsOn(day)).toList();
		}

		/** Everybody who can be named on the page; who may write here also chooses from whoever has a right in the partnership. */
		private Set<PersonId> known() {
			Set<PersonId> known = new LinkedHashSet<>();
			seats.forEach(seat -> known.add(seat.personId()));
			Stream.of(invitations.stream().map(InvitationView::personId), meeting.attendance().stream().map(MeetingView.Attendance::personId),
					meeting.attendance().stream().map(MeetingView.Attendance::representedBy), groups.stream().flatMap(group -> group.members().stream()),
					items.stream().map(ItemView::introducedBy).filter(Objects::nonNull).map(ItemView.IntroducedBy::personId),
					meeting.minutes() == null ? Stream.<PersonId>of() : meeting.minutes().objections().stream().map(MeetingView.Objection::personId)).flatMap(Function.identity())
					.filter(Objects::nonNull).forEach(known::add);
			if (keeps) {
				documents.find(ReadModels.HOLDERS, partnership.partnershipId().toString(), moment.asOf()).map(Stored::document).map(HoldersView::holders).orElse(List.of()).stream()
						.filter(holder -> holder.on(moment.onDay())).map(HoldersView.Holder::personId).forEach(known::add);
			}
			return known;
		}

		private @Nullable String body() {
			return meeting.bodyId() == null
					? null
					: documents.find(ReadModels.BODIES, meeting.bodyId().toString(), moment.asOf()).map(body -> body.document().name()).orElse(null);
		}

		private String when() {
			if (meeting.startsAt() != null) {
				return dutch.moment(meeting.startsAt());
			}
			return meeting.happenedOn() == null ? dutch.day(meeting.plannedOn()) : dutch.period(meeting.happenedOn());
		}

		private List<Point> points() {
			List<Point> points = new ArrayList<>();
			ItemView before = null;
			for (ItemView item : items) {
				boolean open = item.status() == ItemStatus.PLACED;
				UnderWay clocked = now;
				Long seconds = open && clocked != null && clocked.itemId().equals(item.itemId()) ? clocked.seconds(clock.instant()) : null;
				points.add(new Point(item.itemId(), points.size() + 1, names.inText(item.title()), item.title(), introducer(item.introducedBy()), item.minutes(),
						item.themeId() == null ? "" : item.themeId().toString(), item.status(), standing(item), seconds, open && before != null ? before.itemId() : null,
						notes(item)));
				before = open ? item : before;
			}
			return points;
		}

		private String introducer(ItemView.@Nullable IntroducedBy by) {
			if (by == null) {
				return "";
			}
			return Stream.of(by.personId() == null ? by.description() : person(by.personId()), by.organisation()).filter(Objects::nonNull).map(names::inText)
					.collect(Collectors.joining(", "));
		}

		private String standing(ItemView item) {
			return switch (item.status()) {
				case PLACED -> item.carriedFrom() == null ? "" : "Van een eerdere bijeenkomst";
				case TREATED -> "Behandeld";
				case WITHDRAWN -> "Ingetrokken: " + names.inText(Objects.requireNonNullElse(item.reason(), ""));
				case WAITING -> "Gaat naar de volgende bijeenkomst";
				case CARRIED_OVER -> "Doorgeschoven";
			};
		}

		private List<Note> notes(@Nullable ItemView item) {
			return parts.stream().filter(part -> Objects.equals(part.itemId(), item == null ? null : item.itemId()))
					.map(part -> new Note(part.partId(), part.text(), names.inText(part.text()))).toList();
		}

		/** Members, invited and attending persons, then organisations that are there by themselves. */
		private List<Attendee> attendees() {
			Map<String, Attendee> rows = new LinkedHashMap<>();
			Map<PersonId, OrganisationId> employers = new HashMap<>();
			seats.stream().filter(seat -> seat.organisationId() != null).forEach(seat -> employers.put(seat.personId(), Objects.requireNonNull(seat.organisationId())));
			// an empty chair until it is handed over: nobody is left to invite
			seats.stream().filter(seat -> !person(seat.personId()).equals(People.ERASED))
					.forEach(seat -> put(rows, attendee(seat.personId(), employers.get(seat.personId()), null, Room.MEMBER)));
			invitations.forEach(invitation -> put(rows, attendee(invitation.personId(), invitation.personId() == null
					? invitation.organisationId()
					: employers.get(invitation.personId()), null, reply(invitation.reply()))));
			meeting.attendance().forEach(one -> put(rows,
					attendee(one.personId(), one.organisationId() == null && one.personId() != null ? employers.get(one.personId()) : one.organisationId(), one.presence(),
							presence(one))));
			return rows.values().stream()
					.sorted(Comparator.comparing((Attendee one) -> one.value().startsWith("ORGANISATION")).thenComparing(Attendee::of, String.CASE_INSENSITIVE_ORDER)
							.thenComparing(Attendee::name, String.CASE_INSENSITIVE_ORDER))
					.toList();
		}

		private static void put(Map<String, Attendee> rows, Attendee row) {
			rows.put(row.value(), row);
		}

		private Attendee attendee(@Nullable PersonId person, @Nullable OrganisationId organisation, @Nullable Presence presence, String standing) {
			String of = organisation == null ? "" : organisations.getOrDefault(organisation, "");
			return person == null
					? new Attendee("ORGANISATION/" + organisation, of, "", "", presence, standing)
					: new Attendee("PERSON/" + person, person(person), organisation == null ? "" : organisation.toString(), of, presence, standing);
		}

		private static String reply(@Nullable Reply reply) {
			return switch (reply) {
				case null -> "Uitgenodigd";
				case YES -> "Komt";
				case NO -> "Komt niet";
				case MAYBE -> "Komt misschien";
			};
		}

		private String presence(MeetingView.Attendance one) {
			return switch (one.presence()) {
				case PRESENT -> "Aanwezig";
				case APOLOGIES -> "Afwezig met bericht";
				case REPRESENTED -> one.representedBy() == null ? "Vertegenwoordigd" : "Vertegenwoordigd door " + person(one.representedBy());
			};
		}

		private String person(PersonId person) {
			return persons.getOrDefault(person, People.ERASED);
		}

		private List<Room.Told> outcomes() {
			Map<UUID, ActionView> actions = new HashMap<>();
			if (outcomes.stream().anyMatch(outcome -> outcome.kind() == OutcomeKind.ACTION)) {
				ofMeeting(ReadModels.ACTIONS).stream().filter(action -> action.outcomeId() != null)
						.forEach(action -> actions.put(Objects.requireNonNull(action.outcomeId()).value(), action));
			}
			return outcomes.stream().map(outcome -> told(outcome, actions.get(outcome.outcomeId().value()))).toList();
		}

		private Room.Told told(OutcomeView outcome, @Nullable ActionView action) {
			return new Room.Told(outcome.outcomeId(), outcome.kind(), names.inText(outcome.title()), outcome.text() == null ? null : names.inText(outcome.text()),
					outcome.promises().stream().map(promise -> promised(promise, action)).toList(), action);
		}

		/** The date that the words mean stands with the action, which read them. */
		private Room.Promise promised(OutcomeView.Promise promise, @Nullable ActionView action) {
			String said = promise.deadline() == null ? "niets afgesproken over wanneer" : names.inText(promise.deadline().phrase());
			String when = action == null
					? said
					: action.promises().stream().filter(one -> one.promiseId().equals(promise.promiseId())).findFirst()
							.map(one -> names.inText(dutch.deadline(one.deadline(), one.of()))).orElse(said);
			return new Room.Promise(names.owner(promise.owner()), names.inText(promise.what()), when);
		}

		private List<Room.Group> groups() {
			return groups.stream()
					.map(group -> new Room.Group(group.groupId(), names.inText(group.name()), theme(group.themeId()), group.members().stream().map(this::person).toList(),
							group.reports().stream().map(report -> names.inText(report.text())).toList()))
					.toList();
		}

		private List<Room.Objection> objections() {
			return meeting.minutes() == null
					? List.of()
					: meeting.minutes().objections().stream().map(one -> new Room.Objection(one.objectionId(), person(one.personId()), names.inText(one.text()),
							dutch.day(one.raisedOn()), one.settlement() == null ? null : names.inText(one.settlement()))).toList();
		}

		private List<Choice> organisationChoices() {
			return partnership.organisations().stream().filter(one -> one.leftOn() == null || one.leftOn().isAfter(moment.onDay()))
					.map(one -> new Choice("ORGANISATION/" + one.organisationId(), one.name())).sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER)).toList();
		}

		private List<Choice> themes() {
			Map<String, String> wanted = meeting.agendaId() == null
					? Map.of("partnershipId", partnership.partnershipId().toString())
					: Map.of("agendaIds", meeting.agendaId().toString());
			return documents.all(ReadModels.THEMES, wanted, moment.asOf()).stream().filter(theme -> theme.status() == ThemeStatus.OPEN)
					.sorted(Comparator.comparing(ThemeView::title, String.CASE_INSENSITIVE_ORDER)).map(theme -> new Choice(theme.themeId().toString(), names.inText(theme.title())))
					.toList();
		}

		private boolean joins() {
			return !moment.past() && meeting.status() == MeetingStatus.PLANNED && !keeps && own() == null
					&& readers.heldNow().stream().anyMatch(held -> held.partnershipId().equals(partnership.partnershipId()) && JOINERS.contains(held.right()))
					&& !closed.areClosedTo(oneself.id(), stored.id());
		}

		private Room.@Nullable Own own() {
			return moment.past() ? null : invitations.stream().flatMap(invitation -> own(invitation).stream()).findFirst().orElse(null);
		}

		private Optional<Room.Own> own(InvitationView invitation) {
			return Optional.ofNullable(invitation.personId()).filter(oneself::is)
					.map(invited -> new Room.Own(invitation.invitationId().toString(), invited, invitation.reply() == null ? "" : reply(invitation.reply())));
		}
	}
}
