package nl.ontwikkelagenda.app.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.Occurrence;
import nl.ontwikkelagenda.agenda.meeting.SeriesCommand.ExtendSeries;
import nl.ontwikkelagenda.agenda.meeting.SeriesCommand.PlanSeries;
import nl.ontwikkelagenda.agenda.meeting.SeriesId;
import nl.ontwikkelagenda.agenda.meeting.SeriesView;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE)
class MeetingSeriesController {

	private final Answers answers;

	MeetingSeriesController(Answers answers) {
		this.answers = answers;
	}

	/** @param id of the meeting on this date */
	record Date(@Nullable MeetingId id, @Nullable LocalDate plannedOn, @Nullable Instant startsAt) {

		Occurrence occurrence() {
			return new Occurrence(Objects.requireNonNullElseGet(id, () -> new MeetingId(Ids.next())), Days.of(plannedOn, startsAt), startsAt);
		}
	}

	/**
	 * @param lastAnnounced whether the latest date is announced as the last meeting of the body; absent means yes
	 * @param reason        needed when the body had another announced last meeting
	 */
	record Planning(@Nullable SeriesId id, PartnershipId partnershipId, BodyId bodyId, @Nullable AgendaId agendaId, @Words(max = 200, lines = false) FreeText title,
			@Nullable @Words(max = 200, lines = false) FreeText place, List<Date> dates, @Nullable Boolean lastAnnounced, @Nullable FreeText reason) {
	}

	/** @param lastAnnounced whether the latest of these dates is now announced as the last meeting; absent means yes */
	record Extending(List<Date> dates, @Nullable Boolean lastAnnounced, FreeText reason) {
	}

	@PostMapping("/meeting-series")
	ResponseEntity<SeriesView> plan(@RequestBody Planning series) {
		SeriesId id = Objects.requireNonNullElseGet(series.id(), () -> new SeriesId(Ids.next()));
		return answers.created(new PlanSeries(id, series.partnershipId(), series.bodyId(), series.agendaId(), series.title(), series.place(),
				series.dates().stream().map(Date::occurrence).toList(), Objects.requireNonNullElse(series.lastAnnounced(), true), series.reason()), ReadModels.SERIES, id);
	}

	@GetMapping("/meeting-series")
	ResponseEntity<Listed<SeriesView>> list() {
		return answers.list(ReadModels.SERIES);
	}

	@GetMapping("/meeting-series/{id}")
	ResponseEntity<SeriesView> one(@PathVariable SeriesId id) {
		return answers.one(ReadModels.SERIES, id);
	}

	@PostMapping("/meeting-series/{id}/extensions")
	ResponseEntity<SeriesView> extend(@PathVariable SeriesId id, @RequestBody Extending extension) {
		return answers.created(new ExtendSeries(id, extension.dates().stream().map(Date::occurrence).toList(), Objects.requireNonNullElse(extension.lastAnnounced(), true),
				extension.reason()), ReadModels.SERIES, id);
	}

	@GetMapping("/meeting-series/{id}/meetings")
	ResponseEntity<Listed<MeetingView>> meetings(@PathVariable SeriesId id) {
		return answers.list(ReadModels.MEETINGS, Map.of("seriesId", id));
	}
}
