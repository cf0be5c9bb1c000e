package nl.ontwikkelagenda.reporting.progress;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.ActionView.PromiseView;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.ActionLine;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Actions;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Count;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.MeetingLine;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Meetings;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.OutcomeLine;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Outcomes;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Participation;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Subject;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.SubjectKind;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes progress reports from the views of meetings, outcomes, actions and partnerships, all as of one position. */
@Component
public class ProgressReports {

	private final Documents documents;

	ProgressReports(Documents documents) {
		this.documents = documents;
	}

	/** @return empty when there was no such meeting then */
	public Optional<ProgressReport> ofMeeting(MeetingId id, AsOf asOf, LocalDate onDay) {
		return documents.find(ReadModels.MEETINGS, id.toString(), asOf).map(Stored::document).map(meeting -> report(
				new Subject(SubjectKind.MEETING, id.value(), meeting.title(), meeting.partnershipId()), List.of(meeting), "meetingId", asOf, onDay));
	}

	/** @return empty when there was no such agenda then */
	public Optional<ProgressReport> ofAgenda(AgendaId id, AsOf asOf, LocalDate onDay) {
		return documents.find(ReadModels.AGENDAS, id.toString(), asOf).map(Stored::document)
				.map(agenda -> report(new Subject(SubjectKind.AGENDA, id.value(), agenda.title(), agenda.partnershipId()), all(ReadModels.MEETINGS, "agendaId", id, asOf),
						"agendaId", asOf, onDay));
	}

	/** @return empty when there was no such partnership then */
	public Optional<ProgressReport> ofPartnership(PartnershipId id, AsOf asOf, LocalDate onDay) {
		return documents.find(ReadModels.PARTNERSHIPS, id.toString(), asOf).map(Stored::document)
				.map(partnership -> report(new Subject(SubjectKind.PARTNERSHIP, id.value(), partnership.name(), id), all(ReadModels.MEETINGS, "partnershipId", id, asOf),
						"partnershipId", asOf, onDay));
	}

	private <D> List<D> all(ReadModel<D, ?> view, String field, Object id, AsOf asOf) {
		return documents.all(view, Map.of(field, id.toString()), asOf);
	}

	private ProgressReport report(Subject subject, List<MeetingView> meetings, String field, AsOf asOf, LocalDate onDay) {
		List<ActionView> actions = all(ReadModels.ACTIONS, field, subject.id(), asOf);
		List<OutcomeView> outcomes = all(ReadModels.OUTCOMES, field, subject.id(), asOf);
		Map<MeetingId, List<OutcomeView>> byMeeting = outcomes.stream().sorted(Comparator.comparing(OutcomeView::recordedAt).thenComparing(outcome -> outcome.outcomeId().value()))
				.collect(Collectors.groupingBy(OutcomeView::meetingId));
		String ofSubject = "?" + field + "=" + subject.id();
		Meetings numberOfMeetings = new Meetings(meetingCount(meetings, MeetingStatus.PLANNED, ofSubject), meetingCount(meetings, MeetingStatus.HELD, ofSubject),
				meetingCount(meetings, MeetingStatus.CANCELLED, ofSubject));
		String facts = "actions" + ofSubject;
		Actions numberOfActions = new Actions(new Count(actions.size(), facts), actionCount(actions, ActionStatus.OPEN, facts), actionCount(actions, ActionStatus.DONE, facts),
				actionCount(actions, ActionStatus.DROPPED, facts), count(actions, action -> late(action, onDay)), count(actions, ProgressReports::withoutDate));
		return new ProgressReport(subject, onDay, numberOfMeetings, count(outcomes), numberOfActions, participation(subject.partnershipId(), meetings, asOf),
				meetings.stream().sorted(Comparator.comparing(MeetingView::plannedOn).thenComparing(m -> m.meetingId().value()))
						.map(meeting -> line(meeting, byMeeting.getOrDefault(meeting.meetingId(), List.of()))).toList(),
				actions.stream().sorted(Comparator.comparing(ActionView::agreedOn).thenComparing(ActionView::recordedAt).thenComparing(ActionView::title))
						.map(action -> line(action, onDay)).toList());
	}

	private static Count meetingCount(List<MeetingView> meetings, MeetingStatus status, String ofSubject) {
		return new Count(count(meetings, meeting -> meeting.status() == status), "meetings" + ofSubject + "&status=" + status);
	}

	private static Count actionCount(List<ActionView> actions, ActionStatus status, String facts) {
		return new Count(count(actions, action -> action.status() == status), facts + "&status=" + status);
	}

	private static <T> int count(List<T> all, Predicate<T> which) {
		return (int) all.stream().filter(which).count();
	}

	private static boolean late(ActionView action, LocalDate onDay) {
		return action.overdueFrom() != null && !action.overdueFrom().isAfter(onDay);
	}

	private static boolean withoutDate(ActionView action) {
		return action.status() == ActionStatus.OPEN
				&& action.promises().stream().filter(promise -> promise.kept() == null).map(PromiseView::deadline).anyMatch(deadline -> deadline.latest() == null);
	}

	private static Outcomes count(List<OutcomeView> outcomes) {
		List<OutcomeKind> kinds = outcomes.stream().map(OutcomeView::kind).toList();
		return new Outcomes(count(kinds, kind -> kind == OutcomeKind.INFORMATION), count(kinds, kind -> kind == OutcomeKind.DECISION),
				count(kinds, kind -> kind == OutcomeKind.ACTION));
	}

	private List<Participation> participation(PartnershipId id, List<MeetingView> meetings, AsOf asOf) {
		Map<OrganisationId, Sector> sectors = new HashMap<>();
		documents.find(ReadModels.PARTNERSHIPS, id.toString(), asOf).map(Stored::document).map(PartnershipView::organisations).orElse(List.of())
				.forEach(organisation -> sectors.put(organisation.organisationId(), organisation.sector()));
		Map<@Nullable Sector, Present> present = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
		meetings.stream().filter(meeting -> meeting.status() == MeetingStatus.HELD).flatMap(meeting -> meeting.attendance().stream())
				.filter(attendance -> attendance.presence() == Presence.PRESENT)
				.forEach(attendance -> present.computeIfAbsent(attendance.organisationId() == null ? null : sectors.get(attendance.organisationId()), sector -> new Present())
						.add(attendance));
		return present.entrySet().stream().map(entry -> new Participation(entry.getKey(), entry.getValue().organisations.size(), entry.getValue().persons.size())).toList();
	}

	private static final class Present {

		private final Set<OrganisationId> organisations = new HashSet<>();
		private final Set<PersonId> persons = new HashSet<>();

		void add(MeetingView.Attendance attendance) {
			if (attendance.organisationId() != null) {
				organisations.add(attendance.organisationId());
			}
			if (attendance.personId() != null) {
				persons.add(attendance.personId());
			}
		}
	}

	private static MeetingLine line(MeetingView meeting, List<OutcomeView> outcomes) {
		return new MeetingLine(meeting.meetingId().value(), meeting.title(), meeting.status(), meeting.plannedOn(), meeting.happenedOn(),
				outcomes.stream().map(outcome -> new OutcomeLine(outcome.outcomeId().value(), outcome.kind(), outcome.title(), outcome.text())).toList());
	}

	private static ActionLine line(ActionView action, LocalDate onDay) {
		String latest = action.ending() != null ? action.ending() : action.progress().isEmpty() ? null : action.progress().getLast().text();
		return new ActionLine(action.actionId().value(), action.title(), action.status(), late(action, onDay), action.promises(), latest);
	}
}
