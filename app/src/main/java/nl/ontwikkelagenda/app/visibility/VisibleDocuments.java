package nl.ontwikkelagenda.app.visibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Change;
import nl.ontwikkelagenda.reporting.readmodel.Differences;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.Hits;
import nl.ontwikkelagenda.reporting.readmodel.JdbcDocuments;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AllOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Not;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.Scope;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The documents as one viewer may see them: everything that reads gets these, so that nothing has to remember it. What belongs to a restricted body is not there for who holds no seat
 * on it; as the database leaves it out, totals are right as well. What he sees a part of is not there either where he would learn of the rest by whether it is. With whose eyes is
 * said by {@link Viewer#CURRENT}, else it is who is logged in.
 */
@Component
@Primary
public class VisibleDocuments implements Documents {

	private final JdbcDocuments documents;
	private final RestrictedBodies bodies;
	private final LoggedIn loggedIn;

	VisibleDocuments(JdbcDocuments documents, RestrictedBodies bodies, LoggedIn loggedIn) {
		this.documents = documents;
		this.bodies = bodies;
		this.loggedIn = loggedIn;
	}

	@Override
	public AsOf asOf(Instant moment) {
		return documents.asOf(moment);
	}

	@Override
	public Optional<Instant> newest() {
		return documents.newest();
	}

	@Override
	public <D> Optional<Stored<D>> find(ReadModel<D, ?> view, String id, AsOf asOf) {
		Map<ReadModel<?, ?>, Condition> hidden = hidden();
		return documents.find(view, id, asOf).filter(found -> !bodies.hides(hidden, view, id, asOf)).map(found -> shown(hidden, List.of(found)).getFirst());
	}

	@Override
	public <D> Page<D> list(ReadModel<D, ?> view, ListQuery query, AsOf asOf) {
		Map<ReadModel<?, ?>, Condition> hidden = hidden();
		Page<D> page = documents.list(view, visible(hidden, view, query), asOf);
		return hidden.isEmpty() ? page : new Page<>(shown(hidden, page.items()), page.total(), page.page(), page.pageSize());
	}

	@Override
	public <D> List<Stored<D>> items(ReadModel<D, ?> view, ListQuery query, AsOf asOf) {
		Map<ReadModel<?, ?>, Condition> hidden = hidden();
		return shown(hidden, documents.items(view, visible(hidden, view, query), asOf));
	}

	private ListQuery visible(Map<ReadModel<?, ?>, Condition> hidden, ReadModel<?, ?> view, ListQuery query) {
		boolean tells = (query.search() != null && LeftOut.foundByWords(view)) || query.filters().keySet().stream().anyMatch(field -> LeftOut.tells(view, field));
		return new ListQuery(query.filters(), visible(hidden, view, query.conditions(), tells), query.search(), query.sort(), query.page(), query.pageSize(),
				query.partnerships());
	}

	@Override
	public int countUpTo(int most, ReadModel<?, ?> view, ListQuery query, AsOf asOf) {
		return documents.countUpTo(most, view, visible(hidden(), view, query), asOf);
	}

	@Override
	public List<Long> count(ReadModel<?, ?> view, List<List<Condition>> each, AsOf asOf) {
		Map<ReadModel<?, ?>, Condition> hidden = hidden();
		return documents.count(view, each.stream().map(conditions -> visible(hidden, view, conditions, false)).toList(), asOf);
	}

	@Override
	public List<Tally> tally(ReadModel<?, ?> view, List<Condition> conditions, String list, List<String> fields, AsOf asOf) {
		return documents.tally(view, visible(hidden(), view, conditions, LeftOut.tells(view, list)), list, fields, asOf);
	}

	@Override
	public List<Difference> differences(ReadModel<?, ?> view, List<Condition> conditions, String field, AsOf from, AsOf to) {
		return documents.differences(view, visible(hidden(), view, conditions, LeftOut.tells(view, field)), field, from, to);
	}

	@Override
	public Hits search(Map<ReadModel<?, ?>, Set<PartnershipId>> where, String words, int page, int pageSize, AsOf asOf) {
		Map<ReadModel<?, ?>, Condition> hidden = hidden();
		Map<ReadModel<?, ?>, Condition> visible = hidden.keySet().stream()
				.collect(Collectors.toMap(Function.identity(), view -> new AllOf(visible(hidden, view, List.of(), LeftOut.foundByWords(view)))));
		Hits hits = documents.search(where, visible, words, page, pageSize, asOf);
		LeftOut leftOut = leftOut(hidden, hits.items().stream().map(hit -> hit.found().document()));
		return leftOut.isNothing() ? hits : new Hits(hits.items().stream().<Hits.Hit<?>>map(hit -> without(hit, leftOut)).toList(), hits.total(), hits.more());
	}

	@Override
	public Differences differences(Map<ReadModel<?, ?>, Scope> where, AsOf from, AsOf to, int page, int pageSize) {
		Differences found = documents.differences(visible(where), from, to, page, pageSize);
		return new Differences(shown(found.items()), found.added(), found.changed(), found.removed(), found.ended());
	}

	@Override
	public List<Change<?>> changes(Map<ReadModel<?, ?>, Scope> where, long after, long upTo, Direction direction, int limit) {
		return shown(documents.changes(visible(where), after, upTo, direction, limit));
	}

	@Override
	public Set<ReadModel<?, ?>> concerned(Map<ReadModel<?, ?>, Scope> where) {
		return documents.concerned(visible(where));
	}

	@Override
	public List<Long> positions(Map<ReadModel<?, ?>, Scope> where, long upTo) {
		List<Long> positions = documents.positions(visible(where), upTo);
		if (bodies.visitedBy(viewer()).isEmpty()) {
			return positions;
		}
		Set<Long> told = changesAt(where, positions).stream().map(Change::position).collect(Collectors.toSet());
		return positions.stream().filter(told::contains).toList();
	}

	/** Not those of only what a visitor does not see: at these positions is told which facts they were, and of whom. */
	@Override
	public List<Change<?>> changesAt(Map<ReadModel<?, ?>, Scope> where, Collection<Long> positions) {
		List<Change<?>> found = documents.changesAt(visible(where), positions);
		LeftOut leftOut = leftOut(found);
		return leftOut.isNothing() ? found : found.stream().filter(change -> !leftOut.hides(change)).<Change<?>>map(change -> without(change, leftOut)).toList();
	}

	@Override
	public List<ReadModel<?, ?>> holding(String id) {
		Map<ReadModel<?, ?>, Condition> hidden = hidden();
		return !hidden.isEmpty() && bodies.hides(hidden, documents.viewsWith(Set.of(id)), id) ? List.of() : documents.holding(id);
	}

	@Override
	public Stream<Naming> naming(Collection<String> texts) {
		Map<ReadModel<?, ?>, Condition> hidden = hidden();
		return documents.naming(texts).filter(found -> !bodies.hides(hidden, Set.of(found.view()), found.id()));
	}

	@Override
	public Optional<PartnershipId> partnershipOf(ReadModel<?, ?> view, String id) {
		return documents.partnershipOf(view, id).filter(partnership -> !bodies.hides(hidden(), view, id, AsOf.NOW));
	}

	@Override
	public Optional<PartnershipId> partnershipOf(String id) {
		Map<ReadModel<?, ?>, Condition> hidden = hidden();
		return documents.partnershipOf(id).filter(partnership -> hidden.isEmpty() || !bodies.hides(hidden, documents.viewsWith(Set.of(id)), id));
	}

	private Map<ReadModel<?, ?>, Condition> hidden() {
		return bodies.hiddenFrom(viewer());
	}

	private Viewer viewer() {
		return Viewer.CURRENT.isBound() ? Viewer.CURRENT.get() : loggedIn.viewer();
	}

	private <D> List<Stored<D>> shown(Map<ReadModel<?, ?>, Condition> hidden, List<Stored<D>> found) {
		LeftOut leftOut = leftOut(hidden, found.stream().map(Stored::document));
		return leftOut.isNothing() ? found : found.stream().map(stored -> without(stored, leftOut)).toList();
	}

	/** Also a change in which nothing is to be seen any more is one: that there was a fact is counted. */
	private List<Change<?>> shown(List<Change<?>> changes) {
		LeftOut leftOut = leftOut(changes);
		return leftOut.isNothing() ? changes : changes.stream().<Change<?>>map(change -> without(change, leftOut)).toList();
	}

	private LeftOut leftOut(List<Change<?>> changes) {
		return leftOut(hidden(), changes.stream().flatMap(change -> Stream.of(change.before(), change.after())).filter(Objects::nonNull).map(Stored::document));
	}

	private LeftOut leftOut(Map<ReadModel<?, ?>, Condition> hidden, Stream<?> documents) {
		if (hidden.isEmpty()) {
			return LeftOut.NOTHING;
		}
		Set<String> named = new HashSet<>();
		documents.forEach(document -> Mentions.collect(document, named));
		Viewer viewer = viewer();
		Set<String> visited = bodies.visitedBy(viewer).stream().filter(named::contains).collect(Collectors.toSet());
		return new LeftOut(bodies.hiddenAmong(viewer, hidden, named), visited);
	}

	private static <D> Hits.Hit<D> without(Hits.Hit<D> hit, LeftOut leftOut) {
		return new Hits.Hit<>(hit.view(), without(hit.found(), leftOut));
	}

	private static <D> Change<D> without(Change<D> change, LeftOut leftOut) {
		return new Change<>(change.view(), change.id(), change.partnershipId(), change.before() == null ? null : without(change.before(), leftOut),
				change.after() == null ? null : without(change.after(), leftOut), change.position(), change.toldAt(), change.ended());
	}

	private static <D> Stored<D> without(Stored<D> stored, LeftOut leftOut) {
		return new Stored<>(stored.id(), leftOut.of(stored.document()), stored.sequence(), stored.position(), stored.recordedAt());
	}

	/** @param tells whether the answer tells of more than is seen of some, by something else than these conditions */
	private List<Condition> visible(Map<ReadModel<?, ?>, Condition> hidden, ReadModel<?, ?> view, List<Condition> conditions, boolean tells) {
		Condition condition = hidden.get(view);
		if (condition == null) {
			return conditions;
		}
		List<Condition> visible = new ArrayList<>(conditions);
		visible.add(new Not(condition));
		if (tells || conditions.stream().anyMatch(asked -> LeftOut.tells(view, asked))) {
			visible.add(new Not(new OneOf("meetingId", bodies.visitedBy(viewer()))));
		}
		return List.copyOf(visible);
	}

	private Map<ReadModel<?, ?>, Scope> visible(Map<ReadModel<?, ?>, Scope> where) {
		Map<ReadModel<?, ?>, Condition> hidden = hidden();
		if (hidden.isEmpty()) {
			return where;
		}
		Map<ReadModel<?, ?>, Scope> visible = new LinkedHashMap<>();
		where.forEach((view, scope) -> {
			Condition condition = hidden.get(view);
			visible.put(view, condition == null ? scope : scope.where(new Not(condition)));
		});
		return visible;
	}
}
