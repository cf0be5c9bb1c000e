package nl.ontwikkelagenda.app.change;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.change.VisibleChanges.Asked;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Change;
import nl.ontwikkelagenda.reporting.readmodel.Differences;
import nl.ontwikkelagenda.reporting.readmodel.Documents;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The difference between two moments, in one form for every resource, list and report. */
@RestController
@RequestMapping(Api.BASE + "/differences")
@MayRead(anyone = true)
@WithoutAsOf("Van welk tot welk moment zegt u hier met from en to; laat asOf weg.")
class DifferenceController {

	private final VisibleChanges changes;
	private final Documents documents;
	private final ChangeQuestions questions;
	private final Moments moments;
	private final People people;

	DifferenceController(VisibleChanges changes, Documents documents, ChangeQuestions questions, Moments moments, People people) {
		this.changes = changes;
		this.documents = documents;
		this.questions = questions;
		this.moments = moments;
		this.people = people;
	}

	/** How a document differs. */
	enum Kind {
		ADDED, CHANGED, REMOVED
	}

	/**
	 * A document that is not the same at both moments.
	 *
	 * @param collection where documents like it are listed
	 * @param title      with names as known now
	 * @param ended      whether it came to its end in between
	 * @param changes    its fields that differ, where it was there at both moments
	 * @param before     address of how it was; absent when it was not there, or has no address of its own
	 * @param after      address of how it became; absent when it was not there any more
	 */
	record Difference(String collection, String id, PartnershipId partnershipId, String title, Kind kind, boolean ended, List<FieldChange> changes, @Nullable String before,
			@Nullable String after) {
	}

	/**
	 * One page of differences, what changed last first.
	 *
	 * @param added   how many were added in all, and so on; what was added and came to its end counts for both
	 */
	record Compared(Instant from, Instant to, long added, long changed, long removed, long ended, List<Difference> items, int page, int pageSize, long total) {
	}

	/**
	 * What was added, changed, ended or removed between two moments.
	 *
	 * @param from a date (its end in Amsterdam) or an instant
	 * @param to   as from; absent means now
	 * @param of   only of this collection, as in its address; needed with an id
	 * @param id   only this one, with its parts: the seats of a body, the measurements of an indicator
	 */
	@GetMapping
	ResponseEntity<Compared> between(@RequestParam String from, @RequestParam(required = false) @Nullable String to, @RequestParam(required = false) @Nullable String of,
			@RequestParam(required = false) @Nullable UUID id, @RequestParam(required = false) @Nullable PartnershipId partnershipId,
			@RequestParam(required = false) @Nullable AgendaId agendaId, @RequestParam(required = false) @Nullable ThemeId themeId,
			@RequestParam(required = false) @Nullable TableId tableId,
			@RequestParam(required = false) @Nullable CommunityId communityId, @RequestParam(required = false) @Nullable MeetingId meetingId,
			@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		Instant now = moments.now();
		Instant start = moments.read("from", from, now);
		Instant end = moments.read("to", to, now);
		if (end.isBefore(start)) {
			throw new InvalidInput("to", "Kies een moment op of na from.");
		}
		Subject subject = Subject.oneOf(partnershipId, agendaId, themeId, tableId, communityId, meetingId).orElse(null);
		Asked asked = questions.of(of, id, subject);
		AsOf before = documents.asOf(start);
		AsOf after = documents.asOf(end);
		Differences found = changes.differences(asked, before, after, paging.page(), paging.pageSize());
		HttpHeaders headers = new HttpHeaders();
		paging.links(found.total()).forEach(link -> headers.add(HttpHeaders.LINK, link));
		return ResponseEntity.ok().headers(headers).body(new Compared(start, end, found.added(), found.changed(), found.removed(), found.ended(),
				found.items().stream().map(change -> difference(change, start, end)).toList(), paging.page(), paging.pageSize(), found.total()));
	}

	private <D> Difference difference(Change<D> change, Instant from, Instant to) {
		Kind kind = change.before() == null ? Kind.ADDED : change.after() == null ? Kind.REMOVED : Kind.CHANGED;
		List<FieldChange> fields = change.before() == null || change.after() == null
				? List.of()
				: FieldChange.between(change.before().document(), change.after().document());
		boolean byItself = Thing.of(change.view()).byItself();
		String path = Api.path(change.view().name(), change.id()) + "?asOf=";
		return new Difference(change.view().name(), change.id(), change.partnershipId(), people.withNames(Thing.of(change.view()).title().apply(change.latest())),
				kind, change.ended(), fields, change.before() == null || !byItself ? null : path + from, change.after() == null || !byItself ? null : path + to);
	}
}
