package nl.ontwikkelagenda.app.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one page reads, all of it as of the moment that the reader looks back to. Whether he may see it is asked when the reading begins. */
public final class Reading {

	private static final int PART = 1_000;
	/** As of the last moment that anything was recorded at. */
	private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

	private final Documents documents;
	private final People people;
	private final Dutch dutch;
	private final LookingBack.Moment moment;

	private Reading(Documents documents, People people, Dutch dutch, LookingBack.Moment moment) {
		this.documents = documents;
		this.people = people;
		this.dutch = dutch;
		this.moment = moment;
	}

	/** Begins readings. */
	@Component
	public static final class Desk {

		private final Documents documents;
		private final Readers readers;
		private final People people;
		private final Dutch dutch;
		private final LookingBack lookingBack;

		Desk(Documents documents, Readers readers, People people, Dutch dutch, LookingBack lookingBack) {
			this.documents = documents;
			this.readers = readers;
			this.people = people;
			this.dutch = dutch;
			this.lookingBack = lookingBack;
		}

		/**
		 * A page about one thing.
		 *
		 * @param day absent means today
		 * @throws NotFound when the caller may not see it, or it is not there
		 */
		public Reading about(ReadModel<?, ?> view, Object id, @Nullable LocalDate day) {
			readers.check(view, id.toString());
			return anything(day);
		}

		/** A page about what is found in the partnerships that the caller may see; the page limits what it asks to those. */
		public Reading anything(@Nullable LocalDate day) {
			return new Reading(documents, people, dutch, lookingBack.to(day));
		}
	}

	public LookingBack.Moment moment() {
		return moment;
	}

	public AsOf asOf() {
		return moment.asOf();
	}

	/** @throws NotFound when it was not there then */
	public <D> D one(ReadModel<D, ?> view, Object id) {
		return find(view, id).orElseThrow(NotFound::new);
	}

	public <D> Optional<D> find(ReadModel<D, ?> view, @Nullable Object id) {
		return id == null ? Optional.empty() : documents.find(view, id.toString(), asOf()).map(Stored::document);
	}

	/** Which version of it there is, for a form that replaces all of it. */
	public long version(ReadModel<?, ?> view, Object id) {
		return documents.find(view, id.toString(), asOf()).map(Stored::sequence).orElseThrow(NotFound::new);
	}

	public <D> List<D> all(ReadModel<D, ?> view, Condition... conditions) {
		return documents.all(view, Map.of(), List.of(conditions), asOf()).stream().map(Stored::document).toList();
	}

	/** The first of them in this order. */
	public <D> List<D> first(int most, ReadModel<D, ?> view, String sort, Condition... conditions) {
		return items(view, List.of(conditions), null, List.of(sort), 1, most, null).stream().map(Stored::document).toList();
	}

	/** @param partnerships only of these; null for no limit */
	public <D> Page<D> page(ReadModel<D, ?> view, List<Condition> conditions, @Nullable String search, List<String> sort, int page, int pageSize,
			@Nullable Set<PartnershipId> partnerships) {
		return documents.list(view, new ListQuery(Map.of(), conditions, search, sort, page, pageSize, partnerships), asOf());
	}

	/** As {@link #page}, without counting how many there are in all. */
	public <D> List<Stored<D>> items(ReadModel<D, ?> view, List<Condition> conditions, @Nullable String search, List<String> sort, int page, int pageSize,
			@Nullable Set<PartnershipId> partnerships) {
		return documents.items(view, new ListQuery(Map.of(), conditions, search, sort, page, pageSize, partnerships), asOf());
	}

	/** All pages of a list, read one by one while the stream is used, and all as of one position. */
	public <D> Stream<List<D>> parts(ReadModel<D, ?> view, List<Condition> conditions, @Nullable String search, List<String> sort, Set<PartnershipId> partnerships) {
		AsOf pinned = asOf().isNow() ? documents.asOf(END_OF_TIME) : asOf();
		return Stream.iterate(1, number -> number + 1)
				.map(number -> documents.items(view, new ListQuery(Map.of(), conditions, search, sort, number, PART, partnerships), pinned))
				.takeWhile(part -> !part.isEmpty()).map(part -> part.stream().map(Stored::document).toList());
	}

	/** The documents with these ids, by id; for at most some hundreds. */
	public <D> Map<String, D> byId(ReadModel<D, ?> view, Collection<?> ids) {
		Map<String, D> found = new LinkedHashMap<>();
		if (!ids.isEmpty()) {
			Set<String> all = ids.stream().map(Object::toString).collect(Collectors.toSet());
			items(view, List.of(new OneOf("id", all)), null, List.of(), 1, all.size(), null).forEach(stored -> found.put(stored.id(), stored.document()));
		}
		return found;
	}

	/** How many documents meet each of these lists of conditions. */
	public List<Long> count(ReadModel<?, ?> view, List<List<Condition>> each) {
		return each.isEmpty() ? List.of() : documents.count(view, each, asOf());
	}

	/** @throws NotFound when it is not there, or not for the caller */
	public PartnershipId partnershipOf(ReadModel<?, ?> view, Object id) {
		return documents.partnershipOf(view, id.toString()).orElseThrow(NotFound::new);
	}

	public PartnershipView partnership(PartnershipId id) {
		return one(ReadModels.PARTNERSHIPS, id);
	}

	/** Something as it is chosen from a list of what happened on different days. */
	public String dated(LocalDate day, String title) {
		return dutch.day(day) + ": " + people.withNames(title);
	}

	/** Says things of these partnerships in Dutch. */
	public Speech speech(Collection<PartnershipView> partnerships) {
		return new Speech(people, dutch, partnerships.stream().flatMap(partnership -> partnership.organisations().stream()).toList());
	}
}
