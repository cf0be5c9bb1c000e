package nl.ontwikkelagenda.app.actions;

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
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.IdempotencyKeyReused;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.Sheet.Column;
import nl.ontwikkelagenda.app.exchange.SheetReader;
import nl.ontwikkelagenda.app.exchange.UnreadableFile;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.FieldError;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.store.DatabaseTime;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in action lists that are handed in as files: everything in a file is checked before anything of it is taken up. */
@Component
class ActionImportIntake {

	static final int MOST_ROWS = 20_000;
	static final Right[] NEEDED = Objects.requireNonNull(AssignAction.class.getAnnotation(AllowedTo.class)).value();
	static final SheetReader READER = new SheetReader(ActionColumns.SHEET.columns().stream().map(Column::heading).toList(),
			ActionColumns.REQUIRED.stream().map(Column::heading).collect(Collectors.toSet()));

	private final ActionImports imports;
	private final Readers readers;
	private final References references;
	private final Documents documents;
	private final People people;
	private final SchedulerClient scheduler;
	private final CustomTask<Void> actionImport;
	private final DatabaseTime time;
	private final TransactionTemplate transaction;

	ActionImportIntake(ActionImports imports, Readers readers, References references, Documents documents, People people, SchedulerClient scheduler,
			CustomTask<Void> actionImport, DatabaseTime time, PlatformTransactionManager transactions) {
		this.imports = imports;
		this.readers = readers;
		this.references = references;
		this.documents = documents;
		this.people = people;
		this.scheduler = scheduler;
		this.actionImport = actionImport;
		this.time = time;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Where the actions of a file belong.
	 *
	 * @param agendaId  the agenda that all of it is for
	 * @param meetingId the meeting at which all of it was agreed
	 */
	record Place(PartnershipId partnershipId, @Nullable AgendaId agendaId, @Nullable MeetingId meetingId) {
	}

	/**
	 * Checks a file and begins to take it up; the same file again, in the same partnership, is the same import.
	 *
	 * @param key with which the caller says that it is asked once; null for none
	 * @throws InvalidInput with everything that is wrong in the file
	 */
	ActionImport take(Place place, FileFormat format, byte[] content, @Nullable String key) {
		readers.check(NEEDED, place.partnershipId());
		references.require(place.partnershipId(), "agendaId", place.agendaId());
		references.require(place.partnershipId(), "meetingId", place.meetingId());
		ActionImportId id = ActionImportId.of(content, place.partnershipId());
		PersonId person = Caller.required().personId();
		refuseKeyOfAnother(person, key, id);
		Optional<ActionImport> earlier = imports.find(id);
		earlier.ifPresent(known -> refuseOtherPlace(known, place.agendaId(), place.meetingId()));
		List<PlannedAction> plan = earlier.isPresent() ? List.of() : plan(place.partnershipId(), place.agendaId(), format, content);
		transaction.executeWithoutResult(status -> {
			boolean begins = earlier.isEmpty()
					? imports.enter(id, person, key, place.partnershipId(), place.agendaId(), place.meetingId(), plan)
					: imports.goOn(id, person);
			if (begins) {
				Instant now = time.now();
				scheduler.scheduleIfNotExists(actionImport.instance(id + "/" + now.toEpochMilli()), now);
			}
		});
		return imports.find(id).orElseThrow(IdempotencyKeyReused::new);
	}

	private void refuseKeyOfAnother(PersonId person, @Nullable String key, ActionImportId id) {
		if (key != null && imports.withKey(person, key).filter(other -> !other.equals(id)).isPresent()) {
			throw new IdempotencyKeyReused();
		}
	}

	private static void refuseOtherPlace(ActionImport known, @Nullable AgendaId agenda, @Nullable MeetingId meeting) {
		if (!Objects.equals(known.agendaId(), agenda) || !Objects.equals(known.meetingId(), meeting)) {
			throw new RuleBroken("a-file-is-imported-once",
					"Dit bestand is in dit samenwerkingsverband al ingelezen, bij een andere agenda of bijeenkomst; kies dezelfde, of verander het bestand.");
		}
	}

	private List<PlannedAction> plan(PartnershipId partnership, @Nullable AgendaId agenda, FileFormat format, byte[] content) {
		SheetReader.Content read = read(format, content);
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

	private static SheetReader.Content read(FileFormat format, byte[] content) {
		try {
			return READER.read(format, content, MOST_ROWS);
		} catch (UnreadableFile e) {
			throw new InvalidInput("body", String.valueOf(e.getMessage()));
		}
	}
}
