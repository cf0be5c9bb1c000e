package nl.ontwikkelagenda.app.carousel;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.project.ProjectId;
import nl.ontwikkelagenda.agenda.project.ProjectView;
import nl.ontwikkelagenda.agenda.project.QuestionView;
import nl.ontwikkelagenda.agenda.project.RemarkView;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;

/**
 * A project with what was written on its poster.
 *
 * @param follows  the project that it goes on with; null for one of itself
 * @param meetings where it was shown, or something was written, by id
 * @param walk     the posters of the carousel that the reader walks along; empty for who does not
 */
record ProjectFacts(ProjectView project, PartnershipView partnership, @Nullable ProjectView follows, List<ProjectView> followers, List<RemarkView> remarks,
		List<QuestionView> questions, Map<String, MeetingView> meetings, List<ProjectView> walk, Speech say) {

	/** @param carousel the meeting that the reader walks round; null for who does not */
	static ProjectFacts of(ProjectId id, @Nullable MeetingId carousel, Reading reading) {
		ProjectView project = reading.one(ReadModels.PROJECTS, id);
		PartnershipView partnership = reading.partnership(project.partnershipId());
		List<RemarkView> remarks = reading.all(ReadModels.REMARKS, new Is("projectId", id.toString())).stream().sorted(Comparator.comparing(RemarkView::recordedAt)).toList();
		List<QuestionView> questions = reading.all(ReadModels.QUESTIONS, new Is("projectId", id.toString())).stream().sorted(Comparator.comparing(QuestionView::recordedAt))
				.toList();
		ProjectView follows = reading.find(ReadModels.PROJECTS, project.follows()).orElse(null);
		List<ProjectView> followers = reading.all(ReadModels.PROJECTS, new Is("follows", id.toString()));
		Map<String, MeetingView> meetings = reading.byId(ReadModels.MEETINGS, project.presentedAt());
		List<ProjectView> walk = carousel == null || !project.presentedAt().contains(carousel) ? List.of() : CarouselFacts.shown(carousel, reading);
		Stream<@Nullable String> own = Stream.of(project.title(), project.description(), project.result(), follows == null ? null : follows.title(),
				project.origin() == null ? null : project.origin().words());
		Stream<@Nullable String> steps = project.roadmap() == null ? Stream.of() : project.roadmap().steps().stream().flatMap(step -> Stream.of(step.what(), step.when()));
		Stream<@Nullable String> written = Stream.concat(remarks.stream().map(RemarkView::words), questions.stream().flatMap(one -> Stream.of(one.words(), one.answer())));
		Speech say = reading.speech(List.of(partnership)).meet(
				Stream.concat(Stream.of(project.leadBy()), Stream.concat(remarks.stream().map(RemarkView::personId), questions.stream().map(QuestionView::personId))),
				Stream.of(own, steps, written, meetings.values().stream().<@Nullable String>map(MeetingView::title)).flatMap(all -> all));
		return new ProjectFacts(project, partnership, follows, followers, remarks, questions, meetings, walk, say);
	}

	private int place() {
		return walk.stream().map(ProjectView::projectId).toList().indexOf(project.projectId());
	}

	/** The poster before this one; null at the first. */
	public @Nullable ProjectView previous() {
		return place() > 0 ? walk.get(place() - 1) : null;
	}

	/** The poster after this one; null at the last. */
	public @Nullable ProjectView next() {
		return place() + 1 < walk.size() ? walk.get(place() + 1) : null;
	}

	/** Which poster this is of all, as in "2 van 6". */
	public String where() {
		return place() + 1 + " van " + walk.size();
	}

	/** The roadmap as it is typed: a step on each line, with when behind a vertical bar. */
	public String steps() {
		return project.roadmap() == null
				? ""
				: project.roadmap().steps().stream().map(step -> step.when() == null ? step.what() : step.what() + " | " + step.when()).collect(Collectors.joining("\n"));
	}
}
