package nl.ontwikkelagenda.app.carousel;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundView;
import nl.ontwikkelagenda.agenda.project.Presentation;
import nl.ontwikkelagenda.agenda.project.ProjectId;
import nl.ontwikkelagenda.agenda.project.ProjectView;
import nl.ontwikkelagenda.agenda.project.QuestionView;
import nl.ontwikkelagenda.agenda.project.RemarkView;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;

/**
 * The carousel of a meeting: what hangs there, what was written on it there, and what was missed.
 *
 * @param agenda  of the meeting; null when it has none
 * @param missing themes of that agenda that were noticed as missing on the day of the meeting
 * @param rounds  priority rounds of that agenda that are open, in which everybody can say what matters most
 */
record CarouselFacts(MeetingView meeting, PartnershipView partnership, @Nullable AgendaView agenda, List<Poster> posters, List<ThemeView> missing, List<PriorityRoundView> rounds,
		Speech say) {

	/** One project with what was written on its poster at this meeting, first thing first. */
	record Poster(ProjectView project, Presentation as, List<RemarkView> remarks, List<QuestionView> questions) {

		/** How much was written on it. */
		public int written() {
			return remarks.size() + questions.size();
		}
	}

	static CarouselFacts of(MeetingId id, Reading reading) {
		MeetingView meeting = reading.one(ReadModels.MEETINGS, id);
		PartnershipView partnership = reading.partnership(meeting.partnershipId());
		AgendaView agenda = reading.find(ReadModels.AGENDAS, meeting.agendaId()).orElse(null);
		Map<ProjectId, List<RemarkView>> remarks = reading.all(ReadModels.REMARKS, new Is("meetingId", id.toString())).stream()
				.sorted(Comparator.comparing(RemarkView::recordedAt)).collect(Collectors.groupingBy(RemarkView::projectId));
		Map<ProjectId, List<QuestionView>> questions = reading.all(ReadModels.QUESTIONS, new Is("meetingId", id.toString())).stream()
				.sorted(Comparator.comparing(QuestionView::recordedAt)).collect(Collectors.groupingBy(QuestionView::projectId));
		List<Poster> posters = shown(id, reading).stream().map(project -> new Poster(project, as(project, id), remarks.getOrDefault(project.projectId(), List.of()),
				questions.getOrDefault(project.projectId(), List.of()))).toList();
		List<ThemeView> missing = agenda == null
				? List.of()
				: reading.all(ReadModels.THEMES, new OneOf("agendaIds", Set.of(agenda.agendaId().toString()))).stream()
						.filter(theme -> theme.noticedAsMissing() && theme.raisedOn().equals(day(meeting))).sorted(Comparator.comparing(ThemeView::title)).toList();
		List<PriorityRoundView> rounds = agenda == null
				? List.of()
				: reading.all(ReadModels.PRIORITY_ROUNDS, new Is("agendaId", agenda.agendaId().toString()), new Is("status", "OPEN"));
		return new CarouselFacts(meeting, partnership, agenda, posters, missing, rounds, say(reading, partnership, meeting, posters, missing));
	}

	/** What was shown at a meeting, by title. */
	static List<ProjectView> shown(MeetingId id, Reading reading) {
		return reading.all(ReadModels.PROJECTS, new OneOf("presentedAt", Set.of(id.toString()))).stream()
				.sorted(Comparator.comparing(ProjectView::title, String.CASE_INSENSITIVE_ORDER)).toList();
	}

	/** The day of a meeting: when it was, or else when it is planned. */
	static LocalDate day(MeetingView meeting) {
		return meeting.happenedOn() == null ? meeting.plannedOn() : meeting.happenedOn().from();
	}

	private static Presentation as(ProjectView project, MeetingId id) {
		return project.presentations().stream().filter(one -> one.meetingId().equals(id)).findFirst().map(ProjectView.Presented::as).orElse(Presentation.POSTER);
	}

	private static Speech say(Reading reading, PartnershipView partnership, MeetingView meeting, List<Poster> posters, List<ThemeView> missing) {
		Stream<@Nullable String> written = posters.stream().flatMap(poster -> Stream.concat(Stream.of(poster.project().title(), poster.project().description()),
				Stream.concat(poster.remarks().stream().map(RemarkView::words), poster.questions().stream().flatMap(question -> Stream.of(question.words(), question.answer())))));
		Stream<@Nullable String> own = Stream.concat(Stream.of(meeting.title()), missing.stream().map(ThemeView::title));
		return reading.speech(List.of(partnership)).meet(
				posters.stream().flatMap(poster -> Stream.concat(poster.remarks().stream().map(RemarkView::personId), poster.questions().stream().map(QuestionView::personId))),
				Stream.concat(own, written));
	}
}
