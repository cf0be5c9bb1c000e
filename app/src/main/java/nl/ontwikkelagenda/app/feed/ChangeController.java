package nl.ontwikkelagenda.app.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.change.VisibleChanges;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.PublicAddress;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.reporting.readmodel.Documents.Direction;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed in an agenda, a table, a community or a partnership, or for the caller himself; the latest first. */
@RestController
@RequestMapping(Api.BASE)
@MayRead(anyone = true)
@WithoutAsOf("Een reeks veranderingen begint bij de laatste; vraag eerdere met before; laat asOf weg.")
class ChangeController {

	private static final String CHANGES = Api.BASE + "/changes";
	private static final int MOST = 100;
	private static final int USUAL = 20;

	private final VisibleChanges changes;
	private final ChangeEntries entries;
	private final ReadModelEngine views;
	private final PublicAddress publicAddress;

	ChangeController(VisibleChanges changes, ChangeEntries entries, ReadModelEngine views, PublicAddress publicAddress) {
		this.changes = changes;
		this.entries = entries;
		this.views = views;
		this.publicAddress = publicAddress;
	}

	/** @param next address of the page with older changes; absent on the last */
	record ChangePage(List<ChangeEntry> items, @Nullable String next) {
	}

	/** One page, and how it was asked for. */
	private record Asked(Subject subject, String self, ChangePage page) {
	}

	/**
	 * As JSON.
	 *
	 * @param before only changes before this position of the log; absent for the latest
	 * @param limit  about so many; what one fact changed comes together
	 */
	@GetMapping("/changes")
	ResponseEntity<ChangePage> latest(@RequestParam(required = false) @Nullable PartnershipId partnershipId, @RequestParam(required = false) @Nullable AgendaId agendaId,
			@RequestParam(required = false) @Nullable TableId tableId, @RequestParam(required = false) @Nullable CommunityId communityId,
			@RequestParam(required = false) @Nullable String before, @RequestParam(required = false) @Nullable String limit) {
		Asked asked = asked(partnershipId, agendaId, tableId, communityId, before, limit);
		HttpHeaders headers = new HttpHeaders();
		if (asked.page().next() != null) {
			headers.add(HttpHeaders.LINK, "<" + asked.page().next() + ">; rel=\"next\"");
		}
		return ResponseEntity.ok().headers(headers).body(asked.page());
	}

	/** As an Atom feed; who fetched it before is told when nothing changed. */
	@GetMapping(path = "/atom-feeds", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
	ResponseEntity<byte[]> atom(@RequestParam(required = false) @Nullable PartnershipId partnershipId, @RequestParam(required = false) @Nullable AgendaId agendaId,
			@RequestParam(required = false) @Nullable TableId tableId, @RequestParam(required = false) @Nullable CommunityId communityId,
			@RequestParam(required = false) @Nullable String before, @RequestParam(required = false) @Nullable String limit) {
		Asked asked = asked(partnershipId, agendaId, tableId, communityId, before, limit);
		List<ChangeEntry> items = asked.page().items();
		String next = asked.page().next() == null ? null : asked.page().next().replace(CHANGES, Api.BASE + "/atom-feeds");
		byte[] feed = AtomFeed.written(asked.subject().kind() + "/" + asked.subject().id(), publicAddress.page("").orElse(""),
				asked.self().replace(CHANGES, Api.BASE + "/atom-feeds"), next, items).getBytes(StandardCharsets.UTF_8);
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8));
		headers.setCacheControl(CacheControl.noCache().cachePrivate());
		headers.setETag("\"" + UUID.nameUUIDFromBytes(feed) + "\"");
		headers.setLastModified(items.isEmpty() ? Instant.EPOCH : items.getFirst().recordedAt());
		return ResponseEntity.ok().headers(headers).body(feed);
	}

	private Asked asked(@Nullable PartnershipId partnership, @Nullable AgendaId agenda, @Nullable TableId table, @Nullable CommunityId community, @Nullable String before,
			@Nullable String limit) {
		PersonId reader = Caller.required().personId();
		Map<String, String> question = new LinkedHashMap<>();
		List<Subject> subjects = new ArrayList<>();
		put(subjects, question, "partnershipId", Subject.Kind.PARTNERSHIP, partnership == null ? null : partnership.value());
		put(subjects, question, "agendaId", Subject.Kind.AGENDA, agenda == null ? null : agenda.value());
		put(subjects, question, "tableId", Subject.Kind.TABLE, table == null ? null : table.value());
		put(subjects, question, "communityId", Subject.Kind.COMMUNITY, community == null ? null : community.value());
		if (subjects.size() > 1) {
			throw new InvalidInput("partnershipId", "Kies één onderwerp: partnershipId, agendaId, tableId of communityId.");
		}
		Subject subject = subjects.isEmpty() ? new Subject(Subject.Kind.PERSON, reader.value()) : subjects.getFirst();
		int most = limit == null ? USUAL : number("limit", limit, MOST);
		long upTo = before == null ? views.position() : number("before", before, Integer.MAX_VALUE) - 1L;
		VisibleChanges.Part found = changes.changes(changes.of(subject, reader), 0, Math.min(upTo, views.position()), Direction.LATEST_FIRST, most);
		if (limit != null) {
			question.put("limit", limit);
		}
		String self = address(question, before);
		String next = found.more() ? address(question, Long.toString(found.items().getLast().position())) : null;
		return new Asked(subject, self, new ChangePage(entries.of(found.items()), next));
	}

	private static void put(List<Subject> subjects, Map<String, String> question, String field, Subject.Kind kind, @Nullable UUID id) {
		if (id != null) {
			subjects.add(new Subject(kind, id));
			question.put(field, id.toString());
		}
	}

	private static String address(Map<String, String> question, @Nullable String before) {
		Map<String, String> all = new LinkedHashMap<>(question);
		if (before != null) {
			all.put("before", before);
		}
		return CHANGES + (all.isEmpty() ? "" : all.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining("&", "?", "")));
	}

	private static int number(String field, String text, int most) {
		if (!text.matches("[1-9][0-9]{0,8}") || Integer.parseInt(text) > most) {
			throw new InvalidInput(field, "Geef een geheel getal van 1 tot en met " + most + ".");
		}
		return Integer.parseInt(text);
	}
}
