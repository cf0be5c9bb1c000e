package nl.ontwikkelagenda.app.actions;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import nl.ontwikkelagenda.actions.action.ActionCommand.AssignAction;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.IdempotencyKeyReused;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.Sheet.Column;
import nl.ontwikkelagenda.app.exchange.SheetReader;
import nl.ontwikkelagenda.app.exchange.UnreadableFile;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.FieldError;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
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

	static final int MOST_ROWS = 20_000;
	private static final Right[] NEEDED = Objects.requireNonNull(AssignAction.class.getAnnotation(AllowedTo.class)).value();
	private static final SheetReader READER = new SheetReader(ActionColumns.SHEET.columns().stream().map(Column::heading).toList(),
			ActionColumns.REQUIRED.stream().map(Column::heading).collect(Collectors.toSet()));

	private final ActionImports imports;
	private final Readers readers;
	private final References references;
	private final Documents documents;
	private final People people;
	private final SchedulerClient scheduler;
	private final CustomTask<Void> actionImport;
	private final TransactionTemplate transaction;

	ActionImportController(ActionImports imports, Readers readers, References references, Documents documents, People people, SchedulerClient scheduler,
			CustomTask<Void> actionImport, PlatformTransactionManager transactions) {
		this.imports = imports;
		this.readers = readers;
		this.references = references;
		this.documents = documents;
		this.people = people;
		this.scheduler = scheduler;
		this.actionImport = actionImport;
		this.transaction = new TransactionTemplate(transactions);
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
		readers.check(NEEDED, partnershipId);
		references.require(partnershipId, "agendaId", agendaId);
		references.require(partnershipId, "meetingId", meetingId);
		ActionImportId id = ActionImportId.of(content, partnershipId);
		PersonId person = Caller.required().personId();
		String key = refuseKeyOfAnother(person, id);
		Optional<ActionImport> earlier = imports.find(id);
		earlier.ifPresent(known -> refuseOtherPlace(known, agendaId, meetingId));
		List<PlannedAction> plan = earlier.isPresent() ? List.of() : plan(partnershipId, agendaId, type, content);
		transaction.executeWithoutResult(status -> {
			boolean begins = earlier.isEmpty() ? imports.enter(id, person, key, partnershipId, agendaId, meetingId, plan) : imports.goOn(id, person);
			if (begins) {
				Instant now = Instant.now();
				scheduler.scheduleIfNotExists(actionImport.instance(id + "/" + now.toEpochMilli()), now);
			}
		});
		return ResponseEntity.created(URI.create(Api.path("action-imports", id))).body(imports.find(id).orElseThrow(IdempotencyKeyReused::new));
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
		readers.check(NEEDED, found.partnershipId());
		return ResponseEntity.ok(found);
	}

	private @Nullable String refuseKeyOfAnother(PersonId person, ActionImportId id) {
		Intent.Once once = Intent.CURRENT.get().once();
		if (once == null) {
			return null;
		}
		if (imports.withKey(person, once.key()).filter(other -> !other.equals(id)).isPresent()) {
			throw new IdempotencyKeyReused();
		}
		return once.key();
	}

	private static void refuseOtherPlace(ActionImport known, @Nullable AgendaId agenda, @Nullable MeetingId meeting) {
		if (!Objects.equals(known.agendaId(), agenda) || !Objects.equals(known.meetingId(), meeting)) {
			throw new RuleBroken("a-file-is-imported-once",
					"Dit bestand is in dit samenwerkingsverband al ingelezen, bij een andere agenda of bijeenkomst; kies dezelfde, of verander het bestand.");
		}
	}

	private List<PlannedAction> plan(PartnershipId partnership, @Nullable AgendaId agenda, @Nullable MediaType type, byte[] content) {
		SheetReader.Content read = read(format(type, content), content);
		ActionFileReader reader = new ActionFileReader(read.lines(), people,
				documents.find(ReadModels.PARTNERSHIPS, partnership.toString(), AsOf.NOW).map(found -> found.document().organisations()).orElse(List.of()),
				documents.all(ReadModels.THEMES, Map.of("partnershipId", partnership.toString()), AsOf.NOW), agenda);
		List<PlannedAction> plan = read.faults().isEmpty() ? reader.read(read.lines()) : List.of();
		List<FieldError> faults = new ArrayList<>();
		read.faults().forEach(fault -> faults.add(new FieldError("rij 1, " + fault.heading(), fault.sentence())));
		faults.addAll(reader.faults());
		if (!faults.isEmpty()) {
			throw new InvalidInput(faults);
		}
		if (plan.isEmpty()) {
			throw new InvalidInput("body", "Het bestand heeft geen rijen onder de kolomnamen.");
		}
		return plan;
	}

	/** As it is said to be; of bytes of which nothing is said, as they begin. */
	private static FileFormat format(@Nullable MediaType type, byte[] content) {
		boolean zip = content.length > 1 && content[0] == 'P' && content[1] == 'K';
		return Optional.ofNullable(type).flatMap(said -> FileFormat.ofMediaType(said.getType() + "/" + said.getSubtype())).orElse(zip ? FileFormat.XLSX : FileFormat.CSV);
	}

	private static SheetReader.Content read(FileFormat format, byte[] content) {
		try {
			return READER.read(format, content, MOST_ROWS);
		} catch (UnreadableFile e) {
			throw new InvalidInput("body", String.valueOf(e.getMessage()));
		}
	}
}
