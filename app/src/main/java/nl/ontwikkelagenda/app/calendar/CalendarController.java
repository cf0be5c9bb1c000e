package nl.ontwikkelagenda.app.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.audit.SecretAddress;
import nl.ontwikkelagenda.app.calendar.CalendarFeed.Kind;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.security.Limits;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Calendars as programs fetch them: by the secret address of a feed, or by whoever is logged in. */
@RestController
class CalendarController {

	static final String TEXT_CALENDAR = "text/calendar";

	private final CalendarContents contents;
	private final CalendarFeeds feeds;
	private final CalendarInvitations invitations;
	private final Limits limits;
	private final Moments moments;
	private final Today today;

	CalendarController(CalendarContents contents, CalendarFeeds feeds, CalendarInvitations invitations, Limits limits, Moments moments, Today today) {
		this.contents = contents;
		this.feeds = feeds;
		this.invitations = invitations;
		this.limits = limits;
		this.moments = moments;
		this.today = today;
	}

	@GetMapping(path = "/calendars/{secret}.ics", produces = TEXT_CALENDAR)
	ResponseEntity<byte[]> feed(@PathVariable String secret, HttpServletRequest request) {
		CalendarFeed feed = feeds.bySecret(secret).orElseThrow(NotFound::new);
		limits.checkFeed(feed.calendarFeedId().value());
		new SecretAddress(feed.personId(), feed.calendarFeedId().value(), feed.subjectId()).noteIn(request);
		return answer(contents.of(feed.kind(), feed.subjectId(), feed.personId(), AsOf.NOW, today.date()), new HttpHeaders());
	}

	/** What is in the caller's personal feed. */
	@GetMapping(path = Api.BASE + "/calendar.ics", produces = TEXT_CALENDAR)
	@MayRead(anyone = true)
	ResponseEntity<byte[]> mine() {
		return answer(contents.of(Kind.PERSONAL, null, Caller.required().personId(), moments.asOf(), moments.day()), moments.contentLocation());
	}

	/** One meeting, to put in a calendar by itself. */
	@GetMapping(path = Api.BASE + "/meetings/{id}/calendar.ics", produces = TEXT_CALENDAR)
	@MayRead(anyone = true)
	ResponseEntity<byte[]> meeting(@PathVariable MeetingId id) {
		return answer(invitations.meeting(id, moments.asOf()), moments.contentLocation());
	}

	/** The caller's own invitation to a meeting, to be answered in his calendar program. */
	@GetMapping(path = Api.BASE + "/meetings/{id}/invitation.ics", produces = TEXT_CALENDAR)
	@MayRead(anyone = true)
	ResponseEntity<byte[]> invitation(@PathVariable MeetingId id) {
		return answer(invitations.of(id, Caller.required().personId(), moments.asOf(), moments.day()), moments.contentLocation());
	}

	/** Whoever fetched it before is told when nothing changed. */
	static ResponseEntity<byte[]> answer(byte[] calendar, HttpHeaders headers) {
		headers.setContentType(new MediaType("text", "calendar", StandardCharsets.UTF_8));
		headers.setContentDisposition(ContentDisposition.inline().filename("agenda.ics").build());
		headers.setCacheControl(CacheControl.noCache().cachePrivate());
		headers.setETag("\"" + digest(calendar) + "\"");
		return ResponseEntity.ok().headers(headers).body(calendar);
	}

	private static String digest(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
