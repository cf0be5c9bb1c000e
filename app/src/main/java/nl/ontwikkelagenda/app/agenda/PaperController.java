package nl.ontwikkelagenda.app.agenda;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.paper.AdvicePapers;
import nl.ontwikkelagenda.app.paper.ListPapers;
import nl.ontwikkelagenda.app.paper.MeetingPapers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Papers to send round, in the house style of the partnership; for who may read what they are about. */
@RestController
@RequestMapping(Api.BASE)
@MayRead(anyone = true)
class PaperController {

	private final MeetingPapers meetings;
	private final ListPapers lists;
	private final AdvicePapers advice;

	PaperController(MeetingPapers meetings, ListPapers lists, AdvicePapers advice) {
		this.meetings = meetings;
		this.lists = lists;
		this.advice = advice;
	}

	@GetMapping(path = "/meetings/{id}/agenda", produces = {PaperFormat.PORTABLE, PaperFormat.DOCUMENT, PaperFormat.PAGE})
	ResponseEntity<PaperFile> agenda(@PathVariable MeetingId id) {
		return meetings.agenda(id);
	}

	/** @param year absent means this year, or that of the day that is asked about */
	@GetMapping(path = "/bodies/{id}/decision-list", produces = {PaperFormat.PORTABLE, PaperFormat.DOCUMENT, PaperFormat.PAGE})
	ResponseEntity<PaperFile> decisions(@PathVariable BodyId id, @RequestParam(required = false) @Nullable Integer year) {
		return lists.decisions(id, year);
	}

	@GetMapping(path = "/bodies/{id}/action-list", produces = {PaperFormat.PORTABLE, PaperFormat.DOCUMENT, PaperFormat.PAGE})
	ResponseEntity<PaperFile> actions(@PathVariable BodyId id) {
		return lists.actionsOf(id);
	}

	@GetMapping(path = "/tables/{id}/action-list", produces = {PaperFormat.PORTABLE, PaperFormat.DOCUMENT, PaperFormat.PAGE})
	ResponseEntity<PaperFile> actions(@PathVariable TableId id) {
		return lists.actionsOf(id);
	}

	@GetMapping(path = "/partnerships/{id}/action-list", produces = {PaperFormat.PORTABLE, PaperFormat.DOCUMENT, PaperFormat.PAGE})
	ResponseEntity<PaperFile> actions(@PathVariable PartnershipId id) {
		return lists.actionsOf(id);
	}

	/** @param version which submission; absent means the note as it is */
	@GetMapping(path = "/advice-notes/{id}/paper", produces = {PaperFormat.PORTABLE, PaperFormat.DOCUMENT, PaperFormat.PAGE})
	ResponseEntity<PaperFile> advice(@PathVariable AdviceNoteId id, @RequestParam(required = false) @Nullable Integer version) {
		return advice.note(id, version);
	}
}
