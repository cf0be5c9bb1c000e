package nl.ontwikkelagenda.app.actions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.ActionView.Block;
import nl.ontwikkelagenda.actions.action.ActionView.DeadlineView;
import nl.ontwikkelagenda.actions.action.ActionView.PromiseView;
import nl.ontwikkelagenda.actions.action.CallView;
import nl.ontwikkelagenda.actions.action.ParticipantView;
import nl.ontwikkelagenda.actions.deadline.Deadline;
import nl.ontwikkelagenda.actions.deadline.DeadlineReader;
import nl.ontwikkelagenda.actions.inventory.InventoryView;
import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.OwnerView;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Group;
import nl.ontwikkelagenda.app.form.Participants;
import nl.ontwikkelagenda.app.housestyle.OfPartnership;
import nl.ontwikkelagenda.app.pages.LookingBack;
import nl.ontwikkelagenda.app.pages.Names;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.reference.KnownCalendars;
import nl.ontwikkelagenda.app.reminder.ReminderWords;
import nl.ontwikkelagenda.reporting.progress.Wording;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of an action tells a reader, put together from the views; persons are named with one question to the register. */
@Component
class ActionFacts {

	private static final int MOST = 100;
	private static final Set<Right> MANAGE = Set.of(Right.SECRETARY, Right.PROJECT_LEAD);
	private static final Set<Right> TAKE_PART = Set.of(Right.SECRETARY, Right.PROJECT_LEAD, Right.PARTICIPANT);

	private final Documents documents;
	private final Readers readers;
	private final People people;
	private final OwnerChoices owners;
	private final Participants participants;
	private final KnownCalendars calendars;

	ActionFacts(Documents documents, Readers readers, People people, OwnerChoices owners, Participants participants, KnownCalendars calendars) {
		this.documents = documents;
		this.readers = readers;
		this.people = people;
		this.owners = owners;
		this.participants = participants;
		this.calendars = calendars;
	}

	/**
	 * @param notedBy   name of who noted it
	 * @param meeting   at which it was agreed
	 * @param reports   what was done so far, the latest first
	 * @param block     what it is stuck on; null while it is not
	 * @param blocks    what it was stuck on before
	 * @param first     actions that have to be done first
	 * @param waiting   actions that wait for this one
	 * @param inventories that are part of it
	 * @param standing  how it stands, in one sentence
	 */
	public record Facts(ActionView action, PartnershipView partnership, String title, @Nullable String text, @Nullable String ending, @Nullable String notedBy,
			@Nullable MeetingView meeting, @Nullable AgendaView agenda, @Nullable ThemeView theme, List<PromiseLine> promises, List<Report> reports, @Nullable Block block,
			List<Block> blocks, List<Ended> endings, List<Other> first, List<Other> waiting, List<InventoryView> inventories, @Nullable CallLine call, String standing,
			boolean late, Myself myself, @Nullable Choices choices) implements OfPartnership {

		/** Owners of more than one open promise, who can hand over all of them at once. */
		public List<Choice> severalPromises() {
			Map<UUID, List<PromiseLine>> byOwner = promises.stream().filter(promise -> promise.open() && promise.owner().id() != null)
					.collect(Collectors.groupingBy(promise -> Objects.requireNonNull(promise.owner().id()), LinkedHashMap::new, Collectors.toList()));
			return byOwner.entrySet().stream().filter(owner -> owner.getValue().size() > 1)
					.map(owner -> new Choice(owner.getKey().toString(), owner.getValue().getFirst().who())).toList();
		}
	}

	/**
	 * A promise.
	 *
	 * @param deadline the words that were said, and the days that they mean
	 * @param standing how far off that is; null when nothing is to be said of it
	 * @param kept     what came of it; null while it is open
	 * @param accepted who took it on and when; null while nobody did
	 * @param mine     whether the reader himself promised it
	 * @param mayAccept whether the reader may say that it is taken on
	 * @param acceptAs who takes it on then; null when that is not said, of a team or an organisation
	 * @param earlier  what was agreed before, and who had it, oldest first
	 */
	public record PromiseLine(PromiseId promiseId, OwnerView owner, String who, String what, String deadline, boolean hasDeadline, @Nullable String standing, boolean late,
			boolean open, boolean leads, @Nullable String kept, @Nullable String accepted, boolean mine, boolean mayAccept,
			@Nullable UUID acceptAs, List<String> earlier, @Nullable MeetingView meeting,
			boolean meetingCancelled) {
	}

	/** @param who name of who reported it */
	public record Report(LocalDate on, String who, String words) {
	}

	/** How it had ended before it was reopened. */
	public record Ended(String status, @Nullable LocalDate on, @Nullable String words, LocalDate reopenedOn, String reopened) {
	}

	/** Another action. */
	public record Other(ActionId actionId, String title, ActionStatus status, @Nullable LocalDate overdueFrom) {
	}

	/**
	 * The open call and who takes part.
	 *
	 * @param own under which of his ids the reader does; null when he does not
	 */
	public record CallLine(CallView call, String text, List<Participant> participants, @Nullable PersonId own) {

		public boolean takesPart() {
			return own != null;
		}
	}

	public record Participant(PersonId personId, String name, String organisation) {
	}

	/**
	 * What the reader may do.
	 *
	 * @param ids       all his ids, as two entries may turn out to be of one person
	 * @param manages   everything, as secretary or project lead
	 * @param takesPart report, keep, complete, and say what it is stuck on
	 * @param forHimself take on and sign up himself
	 */
	public record Myself(PersonId personId, Set<PersonId> ids, boolean manages, boolean takesPart, boolean forHimself) {
	}

	/** What who manages can choose from. */
	public record Choices(List<Group> owners, List<Group> persons, List<Choice> organisations, List<Group> meetings, List<Group> actions) {
	}

	/** @throws NotFound there was no such action at that moment, or the reader cannot see it */
	Facts of(ActionId id, PersonId reader, LookingBack.Moment moment) {
		readers.check(ReadModels.ACTIONS, id.toString());
		AsOf asOf = moment.asOf();
		ActionView action = find(ReadModels.ACTIONS, id, asOf).orElseThrow(NotFound::new);
		PartnershipView partnership = find(ReadModels.PARTNERSHIPS, action.partnershipId(), asOf).orElseThrow(NotFound::new);
		Map<String, MeetingView> meetings = among(ReadModels.MEETINGS, action.meetings().stream().map(MeetingId::toString).toList(), asOf,
				meeting -> meeting.meetingId().toString());
		Map<String, ActionView> first = among(ReadModels.ACTIONS, action.dependsOn().stream().map(ActionId::toString).toList(), asOf, other -> other.actionId().toString());
		List<ActionView> waiting = list(ReadModels.ACTIONS, new ListQuery(Map.of("dependsOn", id.toString()), null, List.of("title"), 1, MOST, null), asOf);
		CallView call = action.openCall() == null ? null : find(ReadModels.CALLS, action.openCall(), asOf).orElse(null);
		List<ParticipantView> participants = call == null
				? List.of()
				: list(ReadModels.PARTICIPANTS, new ListQuery(Map.of("callId", call.callId().toString()), null, List.of("signedUpOn"), 1, Documents.AT_ONCE, null), asOf);
		Myself myself = myself(action.partnershipId(), reader, moment.past());
		OrganisationId organisation = people.find(reader).map(Person::organisationId).orElse(null);
		Names names = new Names(people, partnership.organisations(), named(action, participants));
		UnaryOperator<String> words = mentions(action, call);
		List<PromiseLine> promises = action.promises().stream().map(promise -> line(action, promise, meetings, myself, organisation, names, words, moment)).toList();
		return new Facts(action, partnership, words.apply(action.title()), optional(action.text(), words), optional(action.ending(), words),
				action.notedBy() == null ? null : name(action.notedBy(), names), action.meetingId() == null ? null : meetings.get(action.meetingId().toString()),
				find(ReadModels.AGENDAS, action.agendaId(), asOf).orElse(null), find(ReadModels.THEMES, action.themeId(), asOf).orElse(null), promises,
				reports(action, names, words), action.block() == null ? null : named(action.block(), words),
				action.earlierBlocks().stream().map(block -> named(block, words)).toList(),
				endings(action, words), others(first.values(), words), others(waiting, words),
				list(ReadModels.INVENTORIES, new ListQuery(Map.of("actionId", id.toString()), null, List.of("-openedOn"), 1, MOST, null), asOf),
				call == null ? null : line(call, participants, myself, names, words),
				standing(action, moment.onDay()), isLate(action, moment.onDay()), myself, myself.manages() ? choices(action, partnership, moment) : null);
	}

	/** What these words mean when they are said of this action on that day. */
	String meaning(ActionId id, String phrase, LocalDate saidOn) {
		ActionView action = find(ReadModels.ACTIONS, id, AsOf.NOW).orElseThrow(NotFound::new);
		return meaning(action.partnershipId(), action.meetingId(), phrase, saidOn);
	}

	/** What these words mean when they are said in this partnership on that day. */
	String meaning(PartnershipId partnership, @Nullable MeetingId meeting, String phrase, LocalDate saidOn) {
		return new DeadlineReader(calendars.of(partnership, meeting, saidOn)).read(phrase, saidOn).explanation();
	}

	/** How an action stands, in one sentence. */
	static String standing(ActionView action, LocalDate day) {
		LocalDate overdueFrom = action.overdueFrom();
		return switch (action.status()) {
			case DONE -> "Klaar" + (action.endedOn() == null ? "" : " op " + Wording.day(action.endedOn()));
			case DROPPED -> "Vervallen" + (action.endedOn() == null ? "" : " op " + Wording.day(action.endedOn()));
			case OPEN -> overdueFrom == null ? "Loopt, zonder laatste dag." : ReminderWords.shortly(overdueFrom.minusDays(1), day);
		};
	}

	static boolean isLate(ActionView action, LocalDate day) {
		return action.status() == ActionStatus.OPEN && action.overdueFrom() != null && !action.overdueFrom().isAfter(day);
	}

	private Myself myself(PartnershipId partnership, PersonId reader, boolean past) {
		Set<Right> rights = past
				? Set.of()
				: readers.heldNow().stream().filter(held -> held.partnershipId().equals(partnership)).map(held -> held.right()).collect(Collectors.toSet());
		return new Myself(reader, new LinkedHashSet<>(people.idsOf(reader)), rights.stream().anyMatch(MANAGE::contains), rights.stream().anyMatch(TAKE_PART::contains),
				!rights.isEmpty());
	}

	private static List<OwnerView> named(ActionView action, List<ParticipantView> participants) {
		List<OwnerView> named = new ArrayList<>();
		for (PromiseView promise : action.promises()) {
			named.add(promise.owner());
			promise.handovers().forEach(handover -> named.add(handover.from()));
			Optional.ofNullable(promise.acceptance()).flatMap(ActionFacts::acceptedBy).map(ActionFacts::person).ifPresent(named::add);
		}
		action.progress().stream().flatMap(report -> report.by().asPerson().stream()).map(ActionFacts::person).forEach(named::add);
		participants.stream().map(participant -> person(participant.personId())).forEach(named::add);
		Optional.ofNullable(action.notedBy()).map(ActionFacts::person).ifPresent(named::add);
		return named;
	}

	private static Optional<PersonId> acceptedBy(ActionView.Acceptance acceptance) {
		return Optional.ofNullable(acceptance.personId()).or(() -> acceptance.by().asPerson());
	}

	private static OwnerView person(PersonId person) {
		return new OwnerView(Owner.Kind.PERSON, person.value(), null);
	}

	private static String name(PersonId person, Names names) {
		return names.owner(person(person));
	}

	private static String name(Actor by, Names names) {
		return by.asPerson().map(person -> name(person, names)).orElse("Het systeem");
	}

	/** Puts names in the place of mentions; all texts of the page are read in one question. */
	private UnaryOperator<String> mentions(ActionView action, @Nullable CallView call) {
		Set<String> texts = new HashSet<>();
		Stream.of(action.title(), action.text(), action.ending(), call == null ? null : call.text()).filter(Objects::nonNull).forEach(texts::add);
		action.promises().forEach(promise -> {
			texts.add(promise.what());
			Optional.ofNullable(promise.kept()).map(ActionView.Kept::result).ifPresent(texts::add);
			promise.earlierDeadlines().forEach(earlier -> texts.add(earlier.reason()));
			promise.handovers().forEach(handover -> texts.add(handover.reason()));
		});
		action.progress().forEach(report -> texts.add(report.text()));
		Stream.concat(Stream.ofNullable(action.block()), action.earlierBlocks().stream())
				.forEach(block -> Stream.of(block.reason(), block.by(), block.how()).filter(Objects::nonNull).forEach(texts::add));
		action.earlierEndings().forEach(ending -> Stream.of(ending.ending(), ending.reopened()).filter(Objects::nonNull).forEach(texts::add));
		List<String> asked = List.copyOf(texts);
		List<String> answered = people.withNames(asked);
		Map<String, String> named = new LinkedHashMap<>();
		for (int i = 0; i < asked.size(); i++) {
			named.put(asked.get(i), answered.get(i));
		}
		return text -> named.getOrDefault(text, text);
	}

	private static PromiseLine line(ActionView action, PromiseView promise, Map<String, MeetingView> meetings, Myself myself, @Nullable OrganisationId organisation, Names names,
			UnaryOperator<String> words, LookingBack.Moment moment) {
		OwnerView owner = promise.owner();
		ActionView.Kept kept = promise.kept();
		boolean open = action.status() == ActionStatus.OPEN && kept == null;
		boolean mine = owner.id() != null && myself.ids().contains(new PersonId(owner.id()));
		boolean ofMyOrganisation = organisation != null && organisation.value().equals(owner.id());
		DeadlineView deadline = promise.deadline();
		boolean begun = deadline.kind() == Deadline.Kind.STARTS && !action.progress().isEmpty();
		LocalDate latest = open && !begun ? deadline.latest() : null;
		ActionView.PromisedMeeting meeting = promise.meeting();
		return new PromiseLine(promise.promiseId(), owner, names.owner(owner), words.apply(promise.what()), Wording.deadline(deadline, promise.of()), deadline.phrase() != null,
				latest == null ? null : ReminderWords.shortly(latest, moment.onDay()), latest != null && latest.isBefore(moment.onDay()), open,
				promise.promiseId().equals(action.lead()), kept == null ? null : "Nagekomen op " + Wording.day(kept.keptOn()) + ": " + words.apply(kept.result()),
				accepted(promise, names), mine,
				promise.acceptance() == null && (((mine || ofMyOrganisation) && myself.forHimself()) || myself.manages()),
				owner.kind() == Owner.Kind.PERSON ? owner.id() : ofMyOrganisation ? myself.personId().value() : null, earlier(promise, names, words),
				meeting == null ? null : meetings.get(meeting.meetingId().toString()), meeting != null && meeting.cancelled());
	}

	private static @Nullable String accepted(PromiseView promise, Names names) {
		ActionView.Acceptance acceptance = promise.acceptance();
		return acceptance == null
				? null
				: "Op zich genomen door " + acceptedBy(acceptance).map(person -> name(person, names)).orElse("de eigenaar") + " op " + Wording.day(acceptance.acceptedOn());
	}

	private static List<String> earlier(PromiseView promise, Names names, UnaryOperator<String> words) {
		Stream<Map.Entry<LocalDate, String>> moved = promise.earlierDeadlines().stream().map(earlier -> Map.entry(earlier.movedOn(),
				"Verzet op " + Wording.day(earlier.movedOn()) + ". Eerder was afgesproken: " + Wording.deadline(earlier.deadline(), promise.of()) + ". Reden: "
						+ words.apply(earlier.reason())));
		Stream<Map.Entry<LocalDate, String>> handedOver = promise.handovers().stream().map(handover -> Map.entry(handover.handedOverOn(), "Overgedragen op "
				+ Wording.day(handover.handedOverOn()) + " door " + names.owner(handover.from()) + ". Reden: " + words.apply(handover.reason())));
		return Stream.concat(moved, handedOver).sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList();
	}

	private static List<Report> reports(ActionView action, Names names, UnaryOperator<String> words) {
		return action.progress().stream().map(report -> new Report(report.reportedOn(), name(report.by(), names), words.apply(report.text())))
				.sorted(Comparator.comparing(Report::on).reversed()).toList();
	}

	private static Block named(Block block, UnaryOperator<String> words) {
		return new Block(words.apply(block.reason()), optional(block.by(), words), block.blockedOn(), optional(block.how(), words), block.unblockedOn());
	}

	private static List<Ended> endings(ActionView action, UnaryOperator<String> words) {
		return action.earlierEndings().stream().map(
				ending -> new Ended(Wording.status(ending.status()), ending.endedOn(), optional(ending.ending(), words), ending.reopenedOn(), words.apply(ending.reopened())))
				.toList();
	}

	private static List<Other> others(Iterable<ActionView> actions, UnaryOperator<String> words) {
		List<Other> others = new ArrayList<>();
		actions.forEach(action -> others.add(new Other(action.actionId(), words.apply(action.title()), action.status(), action.overdueFrom())));
		return others;
	}

	private static String organisation(ParticipantView participant, Names names) {
		return participant.organisationId() == null ? "" : names.owner(new OwnerView(Owner.Kind.ORGANISATION, participant.organisationId().value(), null));
	}

	private static CallLine line(CallView call, List<ParticipantView> participants, Myself myself, Names names, UnaryOperator<String> words) {
		return new CallLine(call, words.apply(call.text()),
				participants.stream().map(participant -> new Participant(participant.personId(), name(participant.personId(), names), organisation(participant, names))).toList(),
				participants.stream().map(ParticipantView::personId).filter(myself.ids()::contains).findFirst().orElse(null));
	}

	private Choices choices(ActionView action, PartnershipView partnership, LookingBack.Moment moment) {
		Map<String, String> here = Map.of("partnershipId", action.partnershipId().toString());
		List<Choice> meetings = list(ReadModels.MEETINGS, new ListQuery(here, null, List.of("-plannedOn"), 1, MOST, null), AsOf.NOW).stream()
				.filter(meeting -> meeting.status() != MeetingStatus.CANCELLED)
				.map(meeting -> new Choice(meeting.meetingId().toString(), meeting.title() + ", " + Wording.day(meeting.plannedOn()))).toList();
		List<ActionView> open = list(ReadModels.ACTIONS,
				new ListQuery(Map.of("partnershipId", action.partnershipId().toString(), "status", ActionStatus.OPEN.name()), null, List.of("title"), 1, MOST, null), AsOf.NOW);
		List<ActionView> others = open.stream().filter(other -> !other.actionId().equals(action.actionId()) && !action.dependsOn().contains(other.actionId())).toList();
		Iterator<String> titles = people.withNames(others.stream().map(ActionView::title).toList()).iterator();
		List<Choice> actions = others.stream().map(other -> new Choice(other.actionId().toString(), titles.next())).toList();
		List<Group> persons = List.of(new Group("Personen", participants.persons(action.partnershipId(), moment.onDay())));
		return new Choices(owners.of(partnership, moment.onDay()), persons, Participants.organisations(partnership),
				List.of(new Group("Bijeenkomsten, de laatste eerst", meetings)), List.of(new Group("Acties die nog lopen", actions)));
	}

	private static @Nullable String optional(@Nullable String text, UnaryOperator<String> words) {
		return text == null ? null : words.apply(text);
	}

	private <D> Optional<D> find(ReadModel<D, ?> view, @Nullable Object id, AsOf asOf) {
		return id == null ? Optional.empty() : documents.find(view, id.toString(), asOf).map(Stored::document);
	}

	private <D> List<D> list(ReadModel<D, ?> view, ListQuery query, AsOf asOf) {
		return documents.items(view, query, asOf).stream().map(Stored::document).toList();
	}

	private <D> Map<String, D> among(ReadModel<D, ?> view, List<String> ids, AsOf asOf, Function<D, String> key) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		ListQuery query = new ListQuery(Map.of(), List.of(new OneOf("id", Set.copyOf(ids))), null, List.of(), 1, Documents.AT_ONCE, null);
		return list(view, query, asOf).stream().collect(Collectors.toMap(key, document -> document, (one, other) -> one, LinkedHashMap::new));
	}
}
