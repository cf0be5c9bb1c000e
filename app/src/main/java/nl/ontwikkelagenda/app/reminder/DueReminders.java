package nl.ontwikkelagenda.app.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.ActionView.DeadlineView;
import nl.ontwikkelagenda.actions.action.ActionView.PromiseView;
import nl.ontwikkelagenda.actions.action.Reminder;
import nl.ontwikkelagenda.actions.deadline.Calendars;
import nl.ontwikkelagenda.actions.deadline.Deadline;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.person.Preferences;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AllOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AnyOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Not;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** Computes from the views which reminders count on a day. Nothing is planned ahead, so a deadline that moves, a promise that is kept and an action that ends need no undoing. */
@Component
public class DueReminders {

	private static final int MOST_OF_ONE_PERSON = 200;
	private static final Comparator<Due> MOST_URGENT_FIRST = Comparator.comparing((Due due) -> due.reminder().about()).thenComparing(due -> due.title())
			.thenComparing(due -> due.promise().promiseId().toString());

	private final Documents documents;
	private final Calendars calendars;
	private final People people;
	private final Preferences preferences;
	private final GivenReminders given;

	DueReminders(Documents documents, Calendars calendars, People people, Preferences preferences, GivenReminders given) {
		this.documents = documents;
		this.calendars = calendars;
		this.people = people;
		this.preferences = preferences;
		this.given = given;
	}

	/** A person and what he is to be reminded of. */
	private record Concern(PersonId person, Due due, Surroundings around) {
	}

	/**
	 * What one person has to do with on a day.
	 *
	 * @param actions open ones in which he or his organisation promised something, that he noted, or of which he was reminded
	 * @param due     his reminders, most urgent first
	 */
	public record Standing(List<ActionView> actions, List<Due> due) {
	}

	/** Everybody's reminders on this day that were not given before, but for those who want quiet because the schools are closed. */
	Map<PersonId, List<Due>> on(LocalDate day) {
		Set<PersonId> quiet = preferences.quietInSchoolHolidays();
		Function<PartnershipId, Surroundings> surroundings = surroundings(day, AsOf.NOW);
		Map<PersonId, List<Due>> found = new TreeMap<>(Comparator.comparing(PersonId::toString));
		Map<String, String> open = Map.of("status", ActionStatus.OPEN.name());
		for (int page = 1;; page++) {
			List<Stored<ActionView>> actions = documents.items(ReadModels.ACTIONS, new ListQuery(open, null, List.of(), page, Documents.AT_ONCE, null), AsOf.NOW);
			List<Concern> concerns = concerns(actions.stream().map(Stored::document), day, surroundings)
					.filter(concern -> !concern.around().isHoliday() || !quiet.contains(concern.person())).toList();
			Set<GivenReminders.Key> before = given.among(concerns.stream().map(concern -> concern.due().promise().promiseId()).toList());
			concerns.stream().filter(concern -> !before.contains(GivenReminders.Key.of(concern.due(), concern.person())))
					.forEach(concern -> found.computeIfAbsent(concern.person(), person -> new ArrayList<>()).add(concern.due()));
			if (actions.size() < Documents.AT_ONCE) {
				found.values().forEach(due -> due.sort(MOST_URGENT_FIRST));
				return found;
			}
		}
	}

	/**
	 * How one person stands on this day; of the actions that he promised, noted, or has to do with otherwise, the 200 each are looked at that are late first.
	 *
	 * @param visible only of actions in these partnerships
	 */
	public Standing of(PersonId person, LocalDate day, AsOf asOf, Set<PartnershipId> visible) {
		List<PersonId> ids = people.idsOf(person);
		List<ActionView> actions = ids.stream().flatMap(id -> mayConcern(id, day, asOf, visible).stream()).distinct().toList();
		List<Due> due = concerns(actions.stream(), day, surroundings(day, asOf)).filter(concern -> ids.contains(concern.person()))
				.collect(Collectors.toMap(concern -> concern.due().promise().promiseId(), Concern::due, (one, again) -> one)).values().stream().sorted(MOST_URGENT_FIRST).toList();
		return new Standing(actions, due);
	}

	private Collection<ActionView> mayConcern(PersonId person, LocalDate day, AsOf asOf, Set<PartnershipId> visible) {
		Map<ActionId, ActionView> actions = new LinkedHashMap<>();
		Optional<OrganisationId> organisation = people.find(person).map(Person::organisationId);
		List<Condition> promised = Stream.concat(Stream.of(person), organisation.stream()).<Condition>map(owner -> new Is("owners", owner.toString())).toList();
		Condition noted = new AllOf(List.of(new Is("notedBy", person.toString()), new Not(new AnyOf(promised))));
		Stream.concat(promised.stream(), Stream.of(noted)).flatMap(condition -> open(condition, asOf, visible)).forEach(action -> actions.put(action.actionId(), action));
		given.actionsOf(person, day).stream().filter(id -> !actions.containsKey(id)).flatMap(id -> documents.find(ReadModels.ACTIONS, id.toString(), asOf).stream())
				.map(Stored::document).filter(action -> action.status() == ActionStatus.OPEN && visible.contains(action.partnershipId()))
				.forEach(action -> actions.put(action.actionId(), action));
		return actions.values();
	}

	private Stream<ActionView> open(Condition which, AsOf asOf, Set<PartnershipId> visible) {
		ListQuery query = new ListQuery(Map.of("status", ActionStatus.OPEN.name()), List.of(which), null, List.of("overdueFrom"), 1, MOST_OF_ONE_PERSON, visible);
		return documents.items(ReadModels.ACTIONS, query, asOf).stream().map(Stored::document);
	}

	private static Stream<Concern> concerns(Stream<ActionView> actions, LocalDate day, Function<PartnershipId, Surroundings> surroundings) {
		return actions.flatMap(action -> action.promises().stream().flatMap(promise -> current(action, promise, day).stream()
				.flatMap(reminder -> concerns(action, promise, reminder, surroundings.apply(action.partnershipId())))));
	}

	private static Stream<Concern> concerns(ActionView action, PromiseView promise, Reminder reminder, Surroundings around) {
		return around.concernedWith(action, promise.owner()).stream()
				.map(person -> new Concern(person, Due.of(action, promise, reminder, around.nameOf(promise.owner(), person)), around));
	}

	private static Optional<Reminder> current(ActionView action, PromiseView promise, LocalDate day) {
		DeadlineView deadline = promise.deadline();
		boolean hasBegun = deadline.kind() == Deadline.Kind.STARTS && !action.progress().isEmpty();
		return promise.kept() != null || hasBegun ? Optional.empty() : Reminder.current(deadline.earliest(), deadline.latest(), takenOn(promise), day);
	}

	/** When the owner it has now took it on, with the deadline it has now. */
	private static LocalDate takenOn(PromiseView promise) {
		return Stream.concat(Stream.of(promise.deadline().saidOn()), promise.handovers().stream().map(ActionView.Handover::handedOverOn)).max(Comparator.naturalOrder())
				.orElseThrow();
	}

	private Function<PartnershipId, Surroundings> surroundings(LocalDate day, AsOf asOf) {
		Map<PartnershipId, Surroundings> known = new HashMap<>();
		return partnership -> known.computeIfAbsent(partnership, id -> new Surroundings(id, day, asOf, documents, calendars, people));
	}
}
