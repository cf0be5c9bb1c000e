package nl.ontwikkelagenda.app.erasure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.RemoveAttachment;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.erasure.Erasure.FileDecision;
import nl.ontwikkelagenda.app.erasure.RemovalFile.Removal;
import nl.ontwikkelagenda.app.erasure.RemovalFile.RemovedText;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;
import nl.ontwikkelagenda.reporting.redaction.RedactionCommand.RedactText;

import org.springframework.stereotype.Component;

/**
 * Keeps the database and the file of removals alike. What was removed is noted in the file; what the file says was removed, and is there again because an old backup was put back, is
 * removed again. Soon after every start, however the backup was put back.
 */
@Component
class KeepRemovals implements RecurringJob {

	private static final Actor ACTOR = Actor.job("KeepRemovals");
	private static final String AGAIN = "Opnieuw weggehaald nadat een reservekopie was teruggezet";
	private static final Duration OFTEN = Duration.ofSeconds(10);

	private final TextFacts facts;
	private final RemovalFile file;
	private final Erasures erasures;
	private final LoggedTexts texts;
	private final EraseStakeholders stakeholders;
	private final Documents documents;
	private final Commands commands;
	private final Today today;

	KeepRemovals(TextFacts facts, RemovalFile file, Erasures erasures, LoggedTexts texts, EraseStakeholders stakeholders, Documents documents, Commands commands, Today today) {
		this.facts = facts;
		this.file = file;
		this.erasures = erasures;
		this.texts = texts;
		this.stakeholders = stakeholders;
		this.documents = documents;
		this.commands = commands;
		this.today = today;
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(OFTEN);
	}

	@Override
	public synchronized void run() {
		List<Removal> noted = file.read();
		noted.forEach(this::removeAgain);
		note(noted);
	}

	/** Notes in the file what was removed. */
	synchronized void note() {
		note(file.read());
	}

	private void note(List<Removal> noted) {
		Set<Object> known = new HashSet<>();
		noted.forEach(removal -> known.add(idOf(removal)));
		List<Removal> missing = new ArrayList<>();
		facts.redacted().forEach(text -> missing.add(new Removal(text, null)));
		erasures.all().forEach(erasure -> missing.add(new Removal(null, erasure)));
		missing.removeIf(removal -> known.contains(idOf(removal)));
		file.append(missing);
	}

	private static Object idOf(Removal removal) {
		return removal.text() != null ? removal.text().redactionId() : Optional.ofNullable(removal.person()).map(Erasure::personId);
	}

	private void removeAgain(Removal removal) {
		if (removal.text() != null) {
			redactAgain(removal.text());
		} else if (removal.person() != null) {
			stakeholders.erase(removal.person().personId(), ACTOR);
			if (erasures.find(removal.person().personId()).isEmpty()) {
				erasures.eraseAgain(removal.person());
				removal.person().files().stream().filter(decided -> decided.ground() == null).forEach(this::takeAwayAgain);
			}
		}
	}

	private void takeAwayAgain(FileDecision decided) {
		documents.find(ReadModels.ATTACHMENTS, decided.attachmentId().toString(), AsOf.NOW).map(Stored::document).filter(attachment -> !attachment.removed())
				.ifPresent(attachment -> commands.send(new RemoveAttachment(attachment.attachmentId(), new FreeText(AGAIN, Salts.next())), Intent.of(ACTOR)));
	}

	private void redactAgain(RemovedText text) {
		UUID event = UUID.fromString(text.eventId());
		if (facts.canRedact() && texts.find(text.partnershipId(), event, text.pointer()).filter(found -> !found.redacted()).isPresent()) {
			commands.send(new RedactText(text.redactionId(), text.partnershipId(), event, text.pointer(), text.ground(),
					new FreeText("Opnieuw gelakt nadat een reservekopie was teruggezet", Salts.next()), today.date()), Intent.of(ACTOR));
		}
	}
}
