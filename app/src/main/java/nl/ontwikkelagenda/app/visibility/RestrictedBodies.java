package nl.ontwikkelagenda.app.visibility;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.BodyPaths;
import nl.ontwikkelagenda.reporting.readmodel.JdbcDocuments;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AllOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AnyOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Not;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is hidden from somebody because it belongs to a restricted body on which he holds no seat today. The secretary, the administrator and the auditor of a partnership keep or
 * examine its papers and see all of it; a project lead and a board member are no exception. Whoever noted an action, or promised something in it himself or by his organisation, sees
 * that action. What was found is kept until the views hold another fact or the day ends.
 */
@Component
public class RestrictedBodies {

	private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
	/** By which field each tells of which meeting it is. */
	private static final Map<ReadModel<?, ?>, String> SHOWN_TO_GUESTS = Map.of(ReadModels.MEETINGS, "id", ReadModels.INVITATIONS, "meetingId", ReadModels.ITEMS, "meetingId",
			ReadModels.GROUPS, "meetingId", ReadModels.SOURCES, "meetingId");
	private static final Set<Right> KEEPERS = EnumSet.of(Right.SECRETARY, Right.ADMINISTRATOR, Right.AUDITOR);

	private static final int MOST_REMEMBERED = 100_000;

	private final JdbcDocuments documents;
	private final ReadModelEngine views;
	private final Affiliations affiliations;
	private final Places places;
	private final Clock clock;
	private volatile @Nullable Found latest;

	RestrictedBodies(JdbcDocuments documents, ReadModelEngine views, Affiliations affiliations, Places places, Clock clock) {
		this.documents = documents;
		this.views = views;
		this.affiliations = affiliations;
		this.places = places;
		this.clock = clock;
	}

	/**
	 * What was found at a position of the views, on a day.
	 *
	 * @param bodies  those that are restricted
	 * @param viewers what is hidden from each viewer who asked since
	 * @param named   of ids that documents name, whether what has them is hidden, for each viewer
	 */
	private record Found(long position, LocalDate day, List<BodyView> bodies, Map<Viewer, Hidden> viewers, Map<Viewer, Map<String, Boolean>> named) {
	}

	/**
	 * What is hidden from a viewer.
	 *
	 * @param documents a condition for each view that has some
	 * @param visited   meetings of which he sees what was announced, and not what came of it
	 */
	private record Hidden(Map<ReadModel<?, ?>, Condition> documents, Set<String> visited) {

		static final Hidden NOTHING = new Hidden(Map.of(), Set.of());
	}

	/** What is hidden from this viewer: a condition for each view that has such documents; empty when nothing is. */
	Map<ReadModel<?, ?>, Condition> hiddenFrom(Viewer viewer) {
		return from(viewer).documents();
	}

	/** Ids of the meetings of which this viewer sees what was announced, and not what came of it. */
	public Set<String> visitedBy(Viewer viewer) {
		return from(viewer).visited();
	}

	private Hidden from(Viewer viewer) {
		if (viewer instanceof Viewer.Application) {
			return Hidden.NOTHING;
		}
		Found found = found();
		return found.bodies().isEmpty() ? Hidden.NOTHING : found.viewers().computeIfAbsent(viewer, asking -> hidden(found, asking));
	}

	/** Those of these ids of which what has them is hidden from this viewer now; as many questions for many of them as for a few. */
	Set<String> hiddenAmong(Viewer viewer, Map<ReadModel<?, ?>, Condition> hidden, Set<String> ids) {
		Map<String, Boolean> known = found().named().computeIfAbsent(viewer, asking -> new ConcurrentHashMap<>());
		Set<String> hiddenOnes = ids.stream().filter(id -> known.getOrDefault(id, false)).collect(Collectors.toCollection(HashSet::new));
		Set<String> unknown = ids.stream().filter(id -> !known.containsKey(id)).collect(Collectors.toSet());
		if (unknown.isEmpty()) {
			return hiddenOnes;
		}
		Set<String> views = documents.viewsWith(unknown);
		Set<String> found = hidden.entrySet().stream().filter(view -> views.contains(view.getKey().name())).flatMap(view -> ids(view.getKey(), view.getValue(), unknown))
				.collect(Collectors.toSet());
		if (known.size() < MOST_REMEMBERED) {
			unknown.forEach(id -> known.put(id, found.contains(id)));
		}
		hiddenOnes.addAll(found);
		return hiddenOnes;
	}

	private Stream<String> ids(ReadModel<?, ?> view, Condition hidden, Set<String> among) {
		return documents.all(view, Map.of(), List.of(new OneOf("id", among), hidden), AsOf.NOW).stream().map(Stored::id);
	}

	/** Whether something with this id, of whatever kind, is hidden from this viewer now. */
	public boolean hides(Viewer viewer, String id) {
		Map<ReadModel<?, ?>, Condition> hidden = hiddenFrom(viewer);
		return !hidden.isEmpty() && hides(hidden, documents.viewsWith(Set.of(id)), id);
	}

	/** @param views names of those in which it may be */
	boolean hides(Map<ReadModel<?, ?>, Condition> hidden, Set<String> views, String id) {
		return hidden.keySet().stream().filter(view -> views.contains(view.name())).anyMatch(view -> hides(hidden, view, id, AsOf.NOW));
	}

	boolean hides(Map<ReadModel<?, ?>, Condition> hidden, ReadModel<?, ?> view, String id, AsOf asOf) {
		Condition condition = hidden.get(view);
		return condition != null && documents.count(view, List.of(List.of(new Is("id", id), condition)), asOf).getFirst() > 0;
	}

	private Found found() {
		long position = views.position();
		LocalDate day = LocalDate.ofInstant(clock.instant(), AMSTERDAM);
		Found known = latest;
		if (known != null && position >= 0 && known.position() == position && known.day().equals(day)) {
			return known;
		}
		Found fresh = new Found(position, day, documents.all(ReadModels.BODIES, Map.of("access", Access.RESTRICTED.name()), AsOf.NOW), new ConcurrentHashMap<>(),
				new ConcurrentHashMap<>());
		latest = fresh;
		return fresh;
	}

	private Hidden hidden(Found found, Viewer viewer) {
		Set<String> seen = viewer instanceof Viewer.Somebody somebody ? seen(found, somebody.personId()) : Set.of();
		Set<String> bodies = found.bodies().stream().map(body -> body.bodyId().toString()).filter(body -> !seen.contains(body)).collect(Collectors.toCollection(TreeSet::new));
		UnaryOperator<Condition> ofActions = viewer instanceof Viewer.Somebody somebody
				? hidden -> new AllOf(List.of(hidden, new Not(own(somebody.personId()))))
				: hidden -> hidden;
		if (bodies.isEmpty()) {
			return Hidden.NOTHING;
		}
		Map<ReadModel<?, ?>, Condition> belonging = BodyPaths.belongingTo(bodies, ofActions);
		Set<String> invitedTo = viewer instanceof Viewer.Somebody somebody ? invitedTo(somebody.personId()) : Set.of();
		Condition ofMeetings = belonging.get(ReadModels.MEETINGS);
		if (invitedTo.isEmpty() || ofMeetings == null) {
			return new Hidden(belonging, Set.of());
		}
		Set<String> visited = ids(ReadModels.MEETINGS, ofMeetings, invitedTo).collect(Collectors.toSet());
		SHOWN_TO_GUESTS.forEach((view, field) -> belonging.computeIfPresent(view, (shown, hidden) -> new AllOf(List.of(hidden, new Not(new OneOf(field, invitedTo))))));
		return new Hidden(belonging, visited);
	}

	/** Whoever is invited without a seat sees that one meeting: when and where it is, what is on its agenda and who else comes; not what comes of it. */
	private Set<String> invitedTo(PersonId person) {
		return affiliations.idsOf(person).stream().flatMap(id -> documents.all(ReadModels.INVITATIONS, Map.of("personId", id.toString()), AsOf.NOW).stream())
				.map(invitation -> invitation.meetingId().toString()).collect(Collectors.toSet());
	}

	private Set<String> seen(Found found, PersonId person) {
		return affiliations.idsOf(person).stream().flatMap(id -> seenAs(found, id)).collect(Collectors.toSet());
	}

	private Stream<String> seenAs(Found found, PersonId person) {
		Set<PartnershipId> kept = documents.find(ReadModels.RIGHTS, person.toString(), AsOf.NOW).map(Stored::document).map(RightsView::rights).orElse(List.of()).stream()
				.filter(held -> held.on(found.day()) && KEEPERS.contains(held.right())).map(RightsView.Held::partnershipId).collect(Collectors.toSet());
		Stream<String> ofKept = found.bodies().stream().filter(body -> kept.contains(body.partnershipId())).map(body -> body.bodyId().toString());
		return Stream.concat(ofKept, places.of(person, found.day()));
	}

	private Condition own(PersonId person) {
		Stream<Condition> himself = affiliations.idsOf(person).stream().flatMap(id -> Stream.of(new Is("owners", id.toString()), new Is("notedBy", id.toString())));
		Stream<Condition> organisation = affiliations.organisationOf(person).stream().map(his -> new Is("owners", his.toString()));
		return new AnyOf(Stream.concat(himself, organisation).toList());
	}
}
