package nl.ontwikkelagenda.app.actions;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import nl.ontwikkelagenda.actions.deadline.Calendar;
import nl.ontwikkelagenda.actions.deadline.Deadline.Certainty;
import nl.ontwikkelagenda.actions.deadline.Deadline.Kind;
import nl.ontwikkelagenda.actions.deadline.DeadlineReader;
import nl.ontwikkelagenda.actions.deadline.Reading;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.reference.KnownCalendars;
import nl.ontwikkelagenda.app.reference.KnownHolidays;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/deadlines")
class DeadlineController {

	private static final int LONGEST_PHRASE = 200;

	private final KnownCalendars calendars;
	private final KnownHolidays holidays;
	private final Readers readers;
	private final Answers answers;
	private final Moments moments;

	DeadlineController(KnownCalendars calendars, KnownHolidays holidays, Readers readers, Answers answers, Moments moments) {
		this.calendars = calendars;
		this.holidays = holidays;
		this.readers = readers;
		this.answers = answers;
		this.moments = moments;
	}

	/** @param explanation in plain Dutch: how it was read, or why no date could be read */
	record DeadlineReading(String phrase, LocalDate saidOn, Kind kind, @Nullable LocalDate earliest, @Nullable LocalDate latest, Certainty certainty, String explanation) {
	}

	/**
	 * Reads a phrase while it is being typed.
	 *
	 * @param saidOn    absent means today
	 * @param region    whose school holidays count; absent means that of the meeting's partnership
	 * @param meetingId where it is said, or the next meeting itself
	 */
	@GetMapping("/reading")
	@MayRead(anyone = true)
	ResponseEntity<DeadlineReading> read(@RequestParam String phrase, @RequestParam(required = false) @Nullable LocalDate saidOn,
			@RequestParam(required = false) @Nullable SchoolRegion region, @RequestParam(required = false) @Nullable MeetingId meetingId) {
		if (phrase.isBlank() || phrase.length() > LONGEST_PHRASE) {
			throw new InvalidInput("phrase", "Geef een tekst van hoogstens " + LONGEST_PHRASE + " tekens.");
		}
		LocalDate said = saidOn == null ? moments.day() : saidOn;
		Reading reading = new DeadlineReader(calendar(region, meetingId, said)).read(phrase, said);
		return ResponseEntity.ok().headers(moments.contentLocation()).body(new DeadlineReading(phrase, said, reading.kind(), reading.earliest(), reading.latest(),
				reading.certainty(), reading.explanation()));
	}

	/** School holidays as they were known at the moment that is asked about: where no meeting names the partnership, those that one of the caller's partnerships imported. */
	private Calendar calendar(@Nullable SchoolRegion region, @Nullable MeetingId meetingId, LocalDate saidOn) {
		if (meetingId == null) {
			return new Calendar(region, holidays.of(readers.partnerships(ReadModels.SCHOOL_HOLIDAYS), moments.asOf()), Optional::empty);
		}
		MeetingView meeting = answers.seen(ReadModels.MEETINGS, meetingId);
		Calendar known = calendars.of(meeting.partnershipId(), meetingId, saidOn, moments.asOf());
		return new Calendar(region == null ? known.region() : region, known.holidays(), known.nextMeeting());
	}
}
