package nl.ontwikkelagenda.app.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.visibility.Affiliations;
import nl.ontwikkelagenda.reporting.progress.Scopes;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Change;
import nl.ontwikkelagenda.reporting.readmodel.Differences;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.Documents.Direction;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Scope;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** Changes that somebody may see, by the rights that he holds when he asks. */
@Component
public class VisibleChanges {

	/** Things of a subject through which others belong to it: the latest of them. */
	private static final int MOST = 500;

	/** The field by which its parts refer to a document. */
	private static final Map<ReadModel<?, ?>, String> PARTS = Map.of(ReadModels.INDICATORS, "indicatorId", ReadModels.BODIES, "bodyId", ReadModels.INVENTORIES, "inventoryId",
			ReadModels.PROJECTS, "projectId", ReadModels.ACTIONS, "actionId", ReadModels.CALLS, "callId", ReadModels.DECISION_REGISTERS, "registerId", ReadModels.SERIES,
			"seriesId");

	private final Documents documents;
	private final Readers readers;
	private final Affiliations affiliations;
	private final Scopes scopes;

	VisibleChanges(Documents documents, Readers readers, Affiliations affiliations, Scopes scopes) {
		this.documents = documents;
		this.readers = readers;
		this.affiliations = affiliations;
		this.scopes = scopes;
	}

	/** What is asked of each view. */
	public record Asked(Map<ReadModel<?, ?>, Scope> where) {

		/** Only of these views. */
		public Asked only(Collection<String> names) {
			return new Asked(where.entrySet().stream().filter(asked -> names.contains(asked.getKey().name())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
		}
	}

	/**
	 * Everything that belongs to a subject and that this person may see.
	 *
	 * @throws NotFound when he may not see the subject, or there is none
	 */
	public Asked of(Subject subject, PersonId reader) {
		return switch (subject.kind()) {
			case PERSON -> asked(reader, Set.of(), belonging(reader));
			case PARTNERSHIP -> new Asked(scopes(reader, partnership(subject, reader), view -> Optional.of(List.of())));
			case AGENDA, THEME, TABLE, COMMUNITY, MEETING -> asked(reader, partnership(subject, reader), belonging(subject));
		};
	}

	/**
	 * The partnership that a subject is of.
	 *
	 * @throws NotFound when he may not see the subject, or it is a person
	 */
	public PartnershipId partnershipOf(Subject subject, PersonId reader) {
		ReadModel<?, ?> view = subject.kind().view().orElseThrow(NotFound::new);
		return documents.partnershipOf(view, subject.id().toString()).filter(readers.partnerships(view, reader)::contains).orElseThrow(NotFound::new);
	}

	/** Everything that this person may see in whichever partnership. */
	public Asked everything(PersonId reader) {
		return new Asked(scopes(reader, Set.of(), view -> Optional.of(List.of())));
	}

	/** One document. */
	public Asked one(ReadModel<?, ?> view, String id, PersonId reader) {
		return some(view, Set.of(id), reader);
	}

	/** One document and what is part of it: the measurements of an indicator, the seats of a body. */
	public Asked withParts(ReadModel<?, ?> view, String id, PersonId reader) {
		String field = PARTS.get(view);
		return new Asked(scopes(reader, Set.of(), each -> {
			if (each.equals(view)) {
				return Optional.of(List.of(new OneOf("id", Set.of(id))));
			}
			return field != null && each.filters().contains(field) ? Optional.of(List.of(new OneOf(field, Set.of(id)))) : Optional.empty();
		}));
	}

	/** Some documents of one view. */
	public Asked some(ReadModel<?, ?> view, Set<String> ids, PersonId reader) {
		return new Asked(scopes(reader, Set.of(), each -> each.equals(view) ? Optional.of(List.of(new OneOf("id", new TreeSet<>(ids)))) : Optional.empty()));
	}

	public Differences differences(Asked asked, AsOf from, AsOf to, int page, int pageSize) {
		return documents.differences(asked.where(), from, to, page, pageSize);
	}

	/**
	 * Changes in a row, those that are told at one place all or none.
	 *
	 * @param more whether others follow
	 */
	public record Part(List<Change<?>> items, boolean more) {
	}

	/**
	 * Changes that are told after one position up to and with another.
	 *
	 * @param limit so many, and the others that are told where the last one is
	 */
	public Part changes(Asked asked, long after, long upTo, Direction direction, int limit) {
		List<Change<?>> found = documents.changes(asked.where(), after, upTo, direction, limit + 1);
		if (found.size() <= limit) {
			return new Part(found, false);
		}
		long last = found.get(limit - 1).toldAt();
		int end = limit;
		while (end < found.size() && found.get(end).toldAt() == last) {
			end++;
		}
		// what comes after a whole group was not read when there is no more of it than was asked for
		return new Part(found.subList(0, end), true);
	}

	private Map<String, Set<String>> belonging(PersonId person) {
		Set<String> his = affiliations.idsOf(person).stream().map(PersonId::toString).collect(Collectors.toSet());
		Set<String> meetings = his.stream().flatMap(id -> ids(ReadModels.INVITATIONS, Map.of("personId", id), invitation -> invitation.meetingId().toString()).stream())
				.collect(Collectors.toSet());
		Map<String, Set<String>> fields = new LinkedHashMap<>();
		List.of("personId", "owners", "notedBy", "awaitedBy", "members", "leadBy").forEach(field -> fields.put(field, his));
		fields.put("meetingId", meetings);
		return fields;
	}

	/** What its progress report counts, and what refers to that. */
	private Map<String, Set<String>> belonging(Subject subject) {
		ReportSubject reported = new ReportSubject(ReportSubject.Kind.valueOf(subject.kind().name()), subject.id());
		Map<String, Set<String>> fields = new LinkedHashMap<>(scopes.belonging(reported, AsOf.NOW).orElseThrow(NotFound::new));
		Set<String> agendas = Objects.requireNonNull(fields.get("agendaId"));
		List.of("agendaIds", "agendas").forEach(field -> fields.put(field, agendas));
		fields.put("indicatorId", indicators(Objects.requireNonNull(fields.get("themeId"))));
		return fields;
	}

	private Set<String> indicators(Set<String> themes) {
		return themes.isEmpty()
				? Set.of()
				: documents.all(ReadModels.INDICATORS, Map.of(), List.of(new OneOf("themeId", themes)), AsOf.NOW).stream().map(Stored::id).collect(Collectors.toSet());
	}

	/** The ids that the latest documents with this value name. */
	private <D> Set<String> ids(ReadModel<D, ?> view, Map<String, String> filter, Function<D, String> id) {
		return documents.items(view, new ListQuery(filter, null, List.of("-id"), 1, MOST, null), AsOf.NOW).stream().map(Stored::document).map(id)
				.collect(Collectors.toSet());
	}

	private Asked asked(PersonId reader, Set<PartnershipId> within, Map<String, Set<String>> fields) {
		return new Asked(scopes(reader, within, view -> {
			List<Condition> any = new ArrayList<>();
			fields.forEach((field, values) -> {
				if ((field.equals("id") || view.filters().contains(field)) && !values.isEmpty()) {
					any.add(new OneOf(field, new TreeSet<>(values)));
				}
			});
			return any.isEmpty() ? Optional.empty() : Optional.of(any);
		}));
	}

	private Map<ReadModel<?, ?>, Scope> scopes(PersonId reader, Set<PartnershipId> within, Function<ReadModel<?, ?>, Optional<List<Condition>>> conditions) {
		Map<ReadModel<?, ?>, Scope> scopes = new LinkedHashMap<>();
		Map<ReadModel<?, ?>, Set<PartnershipId>> readable = readers.partnerships(Thing.byName().values().stream().<ReadModel<?, ?>>map(Thing::view).toList(), reader);
		Thing.byName().values().forEach(thing -> conditions.apply(thing.view()).ifPresent(any -> {
			Set<PartnershipId> visible = new HashSet<>(readable.getOrDefault(thing.view(), Set.of()));
			if (!within.isEmpty()) {
				visible.retainAll(within);
			}
			if (!visible.isEmpty()) {
				scopes.put(thing.view(), new Scope(visible, any, thing.ended()));
			}
		}));
		return scopes;
	}

	private Set<PartnershipId> partnership(Subject subject, PersonId reader) {
		return Set.of(partnershipOf(subject, reader));
	}
}
