package nl.ontwikkelagenda.app.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What changed in an agenda, a theme, a table, a community, a meeting or a partnership, or for the caller himself; the latest first. */
@RestController
@RequestMapping(Api.BASE)
@MayRead(anyone = true)
@WithoutAsOf("Een reeks veranderingen begint bij de laatste; vraag eerdere met before; laat asOf weg.")
class ChangeController {

	private static final String LAST_EVENT_ID = "Last-Event-ID";

	private final ChangePages pages;
	private final AtomAnswers atom;
	private final ChangeStreams streams;
	private final EventLog log;

	ChangeController(ChangePages pages, AtomAnswers atom, ChangeStreams streams, EventLog log) {
		this.pages = pages;
		this.atom = atom;
		this.streams = streams;
		this.log = log;
	}

	/** @param next address of the page with older changes; absent on the last */
	record ChangePage(List<ChangeEntry> items, @Nullable String next) {
	}

	/**
	 * As JSON.
	 *
	 * @param before only changes before this position of the log; absent for the latest
	 * @param limit  about so many; what one fact changed comes together
	 */
	@GetMapping("/changes")
	ResponseEntity<ChangePage> latest(@RequestParam(required = false) @Nullable PartnershipId partnershipId, @RequestParam(required = false) @Nullable AgendaId agendaId,
			@RequestParam(required = false) @Nullable ThemeId themeId, @RequestParam(required = false) @Nullable TableId tableId,
			@RequestParam(required = false) @Nullable CommunityId communityId, @RequestParam(required = false) @Nullable MeetingId meetingId,
			@RequestParam(required = false) @Nullable String before, @RequestParam(required = false) @Nullable String limit) {
		PersonId reader = Caller.required().personId();
		Subject subject = Subject.oneOf(partnershipId, agendaId, themeId, tableId, communityId, meetingId).orElse(own(reader));
		ChangePages.Page page = pages.latest(subject, reader, before, limit);
		HttpHeaders headers = new HttpHeaders();
		String next = page.next() == null ? null : address("/changes", subject, limit, page.next().toString());
		if (next != null) {
			headers.add(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
		}
		return ResponseEntity.ok().headers(headers).body(new ChangePage(page.items(), next));
	}

	/** As an Atom feed; who fetched it before is told when nothing changed. */
	@GetMapping(path = "/atom-feeds", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
	ResponseEntity<byte[]> atom(@RequestParam(required = false) @Nullable PartnershipId partnershipId, @RequestParam(required = false) @Nullable AgendaId agendaId,
			@RequestParam(required = false) @Nullable ThemeId themeId, @RequestParam(required = false) @Nullable TableId tableId,
			@RequestParam(required = false) @Nullable CommunityId communityId, @RequestParam(required = false) @Nullable MeetingId meetingId,
			@RequestParam(required = false) @Nullable String before, @RequestParam(required = false) @Nullable String limit) {
		PersonId reader = Caller.required().personId();
		Subject subject = Subject.oneOf(partnershipId, agendaId, themeId, tableId, communityId, meetingId).orElse(own(reader));
		ChangePages.Page page = pages.latest(subject, reader, before, limit);
		return atom.answer(subject, page, address("/atom-feeds", subject, limit, before), older -> address("/atom-feeds", subject, limit, older));
	}

	/**
	 * As a stream of server-sent events ({@code text/event-stream}), oldest first, for as long as the caller may see it: each event has everything that one fact changed.
	 *
	 * @param lastEventId id of the last event that was read, to go on after it; absent to begin now
	 */
	@GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	ResponseEntity<SseEmitter> follow(@RequestParam(required = false) @Nullable PartnershipId partnershipId, @RequestParam(required = false) @Nullable AgendaId agendaId,
			@RequestParam(required = false) @Nullable ThemeId themeId, @RequestParam(required = false) @Nullable TableId tableId,
			@RequestParam(required = false) @Nullable CommunityId communityId, @RequestParam(required = false) @Nullable MeetingId meetingId,
			@RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId) {
		PersonId reader = Caller.required().personId();
		Subject subject = Subject.oneOf(partnershipId, agendaId, themeId, tableId, communityId, meetingId).orElse(own(reader));
		long after = lastEventId == null ? log.safePosition() : position(lastEventId);
		// a proxy that gathers what comes in before it passes it on would make it no stream
		return ResponseEntity.ok().header("X-Accel-Buffering", "no").cacheControl(CacheControl.noStore()).body(streams.open(subject, reader, after));
	}

	private long position(String lastEventId) {
		if (!lastEventId.matches("0|[1-9][0-9]{0,17}") || Long.parseLong(lastEventId) > log.safePosition()) {
			throw new InvalidInput(LAST_EVENT_ID, "Geef het id van een gebeurtenis die eerder in deze stroom kwam, of laat deze header weg.");
		}
		return Long.parseLong(lastEventId);
	}

	private static Subject own(PersonId reader) {
		return new Subject(Subject.Kind.PERSON, reader.value());
	}

	private static String address(String path, Subject subject, @Nullable String limit, @Nullable String before) {
		Map<String, String> question = new LinkedHashMap<>();
		if (subject.kind() != Subject.Kind.PERSON) {
			question.put(subject.parameter(), subject.id().toString());
		}
		if (limit != null) {
			question.put("limit", limit);
		}
		if (before != null) {
			question.put("before", before);
		}
		return Api.BASE + path
				+ (question.isEmpty() ? "" : question.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining("&", "?", "")));
	}
}
