package nl.ontwikkelagenda.reporting.progress;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.cop.community.CommunityView;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Subject;
import nl.ontwikkelagenda.reporting.progress.Scope.Belongings;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AnyOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** Finds what a report is about and what belongs to it: of an agenda its themes, of a theme its tables and communities, of those their meetings. */
@Component
public class Scopes {

	private final Documents documents;

	Scopes(Documents documents) {
		this.documents = documents;
	}

	/** @return empty when it was not there then */
	public Optional<Subject> find(ReportSubject subject, AsOf asOf) {
		return switch (subject.kind()) {
			case PARTNERSHIP -> find(ReadModels.PARTNERSHIPS, subject, asOf, found -> new Subject(subject.kind(), subject.id(), found.name(), found.partnershipId()));
			case AGENDA -> find(ReadModels.AGENDAS, subject, asOf, found -> new Subject(subject.kind(), subject.id(), found.title(), found.partnershipId()));
			case THEME -> find(ReadModels.THEMES, subject, asOf, found -> new Subject(subject.kind(), subject.id(), found.title(), found.partnershipId()));
			case TABLE -> find(ReadModels.TABLES, subject, asOf, found -> new Subject(subject.kind(), subject.id(), found.title(), found.partnershipId()));
			case COMMUNITY -> find(ReadModels.COMMUNITIES, subject, asOf, found -> new Subject(subject.kind(), subject.id(), found.title(), found.partnershipId()));
			case MEETING -> find(ReadModels.MEETINGS, subject, asOf, found -> new Subject(subject.kind(), subject.id(), found.title(), found.partnershipId()));
		};
	}

	private <D> Optional<Subject> find(ReadModel<D, ?> view, ReportSubject subject, AsOf asOf, Function<D, Subject> named) {
		return documents.find(view, subject.id().toString(), asOf).map(Stored::document).map(named);
	}

	/** @return empty when the subject was not there then */
	Optional<Scope> of(ReportQuestion question) {
		ReportQuestion earlier = question.earlier();
		return find(question.subject(), question.asOf()).map(subject -> new Scope(documents, subject, question, belongings(question.subject(), question.asOf()),
				earlier == null ? null : of(earlier).orElse(null)));
	}

	/**
	 * Ids of what belongs to a subject that is not a whole partnership, itself included, by the field with which others refer to it; {@code id} has all of them.
	 *
	 * @return empty when the subject was not there then
	 */
	public Optional<Map<String, Set<String>>> belonging(ReportSubject subject, AsOf asOf) {
		return find(subject, asOf).map(found -> belongings(subject, asOf).byField());
	}

	private Belongings belongings(ReportSubject subject, AsOf asOf) {
		Set<String> id = Set.of(subject.id().toString());
		return switch (subject.kind()) {
			case PARTNERSHIP -> Belongings.NONE;
			case MEETING -> new Belongings(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), id);
			case AGENDA -> under(id, ids(ReadModels.THEMES, new OneOf("agendaIds", id), asOf, ThemeView::themeId), asOf);
			case THEME -> under(Set.of(), id, asOf);
			case TABLE -> met(Set.of(), Set.of(), documents.find(ReadModels.TABLES, subject.id().toString(), asOf).stream().map(Stored::document).toList(), List.of(), asOf);
			case COMMUNITY ->
				met(Set.of(), Set.of(), List.of(), documents.find(ReadModels.COMMUNITIES, subject.id().toString(), asOf).stream().map(Stored::document).toList(), asOf);
		};
	}

	private Belongings under(Set<String> agendas, Set<String> themes, AsOf asOf) {
		Condition ofThemes = new OneOf("themeId", themes);
		return met(agendas, themes, all(ReadModels.TABLES, ofThemes, asOf), all(ReadModels.COMMUNITIES, ofThemes, asOf), asOf);
	}

	private Belongings met(Set<String> agendas, Set<String> themes, List<TableView> tables, List<CommunityView> communities, AsOf asOf) {
		Set<String> bodies = new HashSet<>();
		tables.forEach(table -> bodies.add(table.bodyId().toString()));
		communities.forEach(community -> bodies.add(community.bodyId().toString()));
		Set<String> meetings = ids(ReadModels.MEETINGS, new AnyOf(List.of(new OneOf("agendaId", agendas), new OneOf("bodyId", bodies))), asOf, meeting -> meeting.meetingId());
		return new Belongings(agendas, themes, tables.stream().map(table -> table.tableId().toString()).collect(Collectors.toSet()),
				communities.stream().map(community -> community.communityId().toString()).collect(Collectors.toSet()), bodies, meetings);
	}

	private <D> Set<String> ids(ReadModel<D, ?> view, Condition condition, AsOf asOf, Function<D, Object> id) {
		return all(view, condition, asOf).stream().map(id).map(Object::toString).collect(Collectors.toSet());
	}

	private <D> List<D> all(ReadModel<D, ?> view, Condition condition, AsOf asOf) {
		return documents.all(view, Map.of(), List.of(condition), asOf).stream().map(Stored::document).toList();
	}
}
