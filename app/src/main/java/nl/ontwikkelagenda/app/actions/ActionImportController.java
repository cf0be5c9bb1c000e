package nl.ontwikkelagenda.app.actions;

import java.net.URI;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Action lists that come in as files. Everything in a file is checked before anything of it is taken up; that goes on by itself then, and can be watched. */
@RestController
@RequestMapping(Api.BASE + "/action-imports")
class ActionImportController {

	private final ActionImports imports;
	private final ActionImportIntake intake;
	private final Readers readers;

	ActionImportController(ActionImports imports, ActionImportIntake intake, Readers readers) {
		this.imports = imports;
		this.intake = intake;
		this.readers = readers;
	}

	/**
	 * Hands in a file; the same file again, in the same partnership, is the same import.
	 *
	 * @param agendaId  the agenda that all of it is for
	 * @param meetingId the meeting at which all of it was agreed
	 */
	@PostMapping(consumes = {FileFormat.TEXT_CSV, FileFormat.SPREADSHEET, MediaType.APPLICATION_OCTET_STREAM_VALUE})
	ResponseEntity<ActionImport> start(@RequestParam PartnershipId partnershipId, @RequestParam(required = false) @Nullable AgendaId agendaId,
			@RequestParam(required = false) @Nullable MeetingId meetingId, @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type,
			@RequestBody byte[] content) {
		FileFormat format = Optional.ofNullable(type).flatMap(said -> FileFormat.ofMediaType(said.getType() + "/" + said.getSubtype())).orElse(FileFormat.of(content));
		Intent.Once once = Intent.CURRENT.get().once();
		ActionImport taken = intake.take(new ActionImportIntake.Place(partnershipId, agendaId, meetingId), format, content, once == null ? null : once.key());
		return ResponseEntity.created(URI.create(Api.path("action-imports", taken.id()))).body(taken);
	}

	/** All of every partnership, latest first: for who administers the installation. */
	@GetMapping
	@WithoutAsOf("Van het inlezen van een bestand is alleen bekend hoe ver het nu is; laat asOf weg.")
	@MayRead(installation = true)
	ResponseEntity<Listed<ActionImport>> list(@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		long total = imports.count();
		HttpHeaders headers = new HttpHeaders();
		paging.links(total).forEach(link -> headers.add(HttpHeaders.LINK, link));
		return ResponseEntity.ok().headers(headers).body(new Listed<>(imports.page(paging.page(), paging.pageSize()), paging.page(), paging.pageSize(), total));
	}

	/** How far it is. */
	@GetMapping("/{id}")
	@WithoutAsOf("Van het inlezen van een bestand is alleen bekend hoe ver het nu is; laat asOf weg.")
	@MayRead(anyone = true)
	ResponseEntity<ActionImport> one(@PathVariable ActionImportId id) {
		ActionImport found = imports.find(id).orElseThrow(NotFound::new);
		readers.check(ActionImportIntake.NEEDED, found.partnershipId());
		return ResponseEntity.ok(found);
	}
}
