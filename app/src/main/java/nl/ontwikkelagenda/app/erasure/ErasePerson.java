package nl.ontwikkelagenda.app.erasure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.RemoveAttachment;
import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.erasure.Erasure.FileDecision;
import nl.ontwikkelagenda.app.erasure.Erasure.KeptText;
import nl.ontwikkelagenda.app.erasure.LoggedTexts.FoundText;
import nl.ontwikkelagenda.app.erasure.NamingFiles.NamingFile;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.reporting.redaction.LegalGround;
import nl.ontwikkelagenda.reporting.redaction.RedactionCommand.RedactText;
import nl.ontwikkelagenda.reporting.redaction.RedactionId;

import org.springframework.stereotype.Component;

/**
 * Erases a person. First the texts that name him are redacted and his registrations as stakeholder ended, one by one, then all registers are emptied in one transaction: when it
 * breaks off in between he is still there, and what was done need not be done again.
 */
@Component
class ErasePerson {

	private static final Actor ACTOR = Actor.job("ErasePerson");
	private static final String WHY = "Wissing van een persoon";

	private final People people;
	private final Erasures erasures;
	private final LoggedTexts texts;
	private final NamingFiles files;
	private final EraseStakeholders stakeholders;
	private final Commands commands;
	private final Today today;
	private final Clock clock;

	ErasePerson(People people, Erasures erasures, LoggedTexts texts, NamingFiles files, EraseStakeholders stakeholders, Commands commands, Today today, Clock clock) {
		this.people = people;
		this.erasures = erasures;
		this.texts = texts;
		this.files = files;
		this.stakeholders = stakeholders;
		this.commands = commands;
		this.today = today;
		this.clock = clock;
	}

	/**
	 * Where a text stands.
	 *
	 * @param pointer a JSON pointer
	 */
	record Place(UUID eventId, String pointer) {
	}

	/** The texts of all partnerships that name him, by name, e-mail address or phone number; not the mentions by id, which show his name only as long as he is in the register. */
	List<FoundText> mentions(PersonId person) {
		return texts.naming(entries(person));
	}

	/** The files of all partnerships that name him, or that he added. */
	List<NamingFile> files(PersonId person) {
		return files.of(entries(person));
	}

	private List<Person> entries(PersonId person) {
		List<Person> entries = people.entriesOf(person);
		if (entries.isEmpty()) {
			throw new NotFound();
		}
		return entries;
	}

	/**
	 * Erases him.
	 *
	 * @param redacted   texts that are to go
	 * @param exceptions texts that stay; together with {@code redacted} these must be all that name him
	 * @param decided    what becomes of files; these must be all whose text names him
	 */
	Erasure erase(PersonId id, PersonId by, LegalGround ground, String reason, Set<Place> redacted, List<KeptText> exceptions, List<FileDecision> decided) {
		List<Person> entries = entries(id);
		if (entries.stream().anyMatch(entry -> entry.personId().equals(by))) {
			throw new RuleBroken("another-erases-a-person", "Uzelf wissen kan niet; vraag het een andere beheerder van deze installatie.");
		}
		List<FoundText> mentions = texts.naming(entries);
		requireDecisions(mentions, redacted, exceptions);
		requireDecisions(files.of(entries), decided);
		List<FoundText> gone = mentions.stream().filter(mention -> redacted.contains(place(mention))).toList();
		LocalDate day = today.date();
		gone.forEach(mention -> commands.send(new RedactText(new RedactionId(UUID.randomUUID()), mention.partnershipId(), mention.eventId(), mention.pointer(), ground,
				new FreeText(WHY, Salts.next()), day), Intent.of(ACTOR)));
		decided.stream().filter(file -> file.ground() == null).forEach(this::takeAway);
		entries.forEach(entry -> stakeholders.erase(entry.personId(), ACTOR));
		Erasure erasure = new Erasure(entries.getFirst().personId(), by, ground, reason, gone.size(), clock.instant().truncatedTo(ChronoUnit.MILLIS), exceptions, decided);
		erasures.erase(entries, erasure);
		return erasure;
	}

	private void takeAway(FileDecision file) {
		commands.send(new RemoveAttachment(file.attachmentId(), new FreeText(WHY, Salts.next())), Intent.of(ACTOR));
	}

	/** Whether words tell who somebody with these entries is, in whatever capitals or grouping of digits. */
	static boolean tells(String words, List<Person> entries) {
		String written = words.toLowerCase(Locale.ROOT);
		return LoggedTexts.names(words, entries) || entries.stream().flatMap(entry -> Stream.of(entry.name(), entry.email(), entry.phone()))
				.anyMatch(word -> word != null && written.contains(word.toLowerCase(Locale.ROOT)));
	}

	private static void requireDecisions(List<FoundText> mentions, Set<Place> redacted, List<KeptText> exceptions) {
		Set<Place> decided = new HashSet<>(redacted);
		Set<Place> kept = exceptions.stream().map(exception -> new Place(exception.eventId(), exception.pointer())).collect(Collectors.toSet());
		decided.addAll(kept);
		long open = mentions.stream().filter(mention -> !decided.contains(place(mention))).count();
		if (open > 0) {
			throw new RuleBroken("every-mention-is-decided-on",
					"Van " + open
							+ " teksten waarin deze persoon wordt genoemd is niet gezegd of zij worden gelakt of blijven; haal de vermeldingen opnieuw op en beslis over alle.");
		}
		if (kept.stream().anyMatch(redacted::contains) || !mentions.stream().map(ErasePerson::place).collect(Collectors.toSet()).containsAll(kept)) {
			throw new RuleBroken("an-exception-is-a-mention-that-stays",
					"Een uitzondering is een tekst waarin deze persoon wordt genoemd en die niet wordt gelakt; kies die uit de vermeldingen.");
		}
	}

	private static void requireDecisions(List<NamingFile> files, List<FileDecision> decisions) {
		Set<AttachmentId> decided = decisions.stream().map(FileDecision::attachmentId).collect(Collectors.toSet());
		long open = files.stream().filter(file -> file.found() == NamingFile.Where.TEXT && !decided.contains(file.attachmentId())).count();
		if (open > 0) {
			throw new RuleBroken("every-file-is-decided-on",
					"Van " + open + " bestanden waarin deze persoon wordt genoemd is niet gezegd of zij weggaan of blijven; haal de bestanden opnieuw op en beslis over alle.");
		}
		if (decided.size() < decisions.size() || !files.stream().map(NamingFile::attachmentId).collect(Collectors.toSet()).containsAll(decided)) {
			throw new RuleBroken("a-decision-is-about-a-file-of-this-person",
					"Over een bestand wordt één keer beslist, en alleen als het deze persoon noemt of van hem komt; kies uit de bestanden.");
		}
	}

	private static Place place(FoundText mention) {
		return new Place(mention.eventId(), mention.pointer());
	}
}
