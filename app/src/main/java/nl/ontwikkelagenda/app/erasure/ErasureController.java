package nl.ontwikkelagenda.app.erasure;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.erasure.ErasePerson.Place;
import nl.ontwikkelagenda.app.erasure.Erasure.FileDecision;
import nl.ontwikkelagenda.app.erasure.Erasure.KeptBecause;
import nl.ontwikkelagenda.app.erasure.Erasure.KeptText;
import nl.ontwikkelagenda.app.erasure.LoggedTexts.FoundText;
import nl.ontwikkelagenda.app.erasure.NamingFiles.NamingFile;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.redaction.LegalGround;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Erasing persons, which reaches across all partnerships, so it is for who administers the installation. */
@RestController
@RequestMapping(Api.BASE + "/people/{id}")
@MayRead(installation = true)
@WithoutAsOf("Wie gewist is, is dat op elk moment; laat asOf weg.")
class ErasureController {

	private final ErasePerson erasePerson;
	private final Erasures erasures;
	private final People people;
	private final KeepRemovals removals;

	ErasureController(ErasePerson erasePerson, Erasures erasures, People people, KeepRemovals removals) {
		this.removals = removals;
		this.erasePerson = erasePerson;
		this.erasures = erasures;
		this.people = people;
	}

	record MentionAsked(UUID eventId, @Words(max = 200, lines = false) String pointer) {
	}

	/** @param reason why the law asks that it stays, without saying who it is about */
	record ExceptionAsked(UUID eventId, @Words(max = 200, lines = false) String pointer, KeptBecause ground, @Words(max = 400) String reason) {
	}

	/**
	 * @param ground why it stays; absent for a file that goes
	 * @param reason the same in words, without saying who it is about
	 */
	record FileAsked(AttachmentId attachmentId, @Nullable KeptBecause ground, @Nullable @Words(max = 400) String reason) {
	}

	/**
	 * @param reason     without saying who it is about
	 * @param redactions texts that name him and go, of the mentions
	 * @param exceptions texts that name him and stay
	 * @param files      what becomes of the files whose text names him; absent when there are none
	 */
	record Erasing(LegalGround ground, @Words(max = 400) String reason, List<MentionAsked> redactions, List<ExceptionAsked> exceptions, @Nullable List<FileAsked> files) {
	}

	/** The texts of all partnerships, also of the past, that name him: by name, e-mail address or phone number. */
	@GetMapping("/mentions")
	ResponseEntity<Listed<FoundText>> mentions(@PathVariable PersonId id) {
		List<FoundText> mentions = erasePerson.mentions(id);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Listed<>(mentions, 1, Math.max(1, mentions.size()), mentions.size()));
	}

	/**
	 * The files of all partnerships that name him in their text, title or name, or that he added. What becomes of the first is decided with the erasure; titles and names are texts, and
	 * so among the mentions.
	 */
	@GetMapping("/files")
	ResponseEntity<Listed<NamingFile>> files(@PathVariable PersonId id) {
		List<NamingFile> found = erasePerson.files(id);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Listed<>(found, 1, Math.max(1, found.size()), found.size()));
	}

	/** Erases the person for ever: his entry and account, all that was kept for him, and the texts that name him, except those that the law asks to keep. */
	@PostMapping("/erasure")
	ResponseEntity<Erasure> erase(@PathVariable PersonId id, @RequestBody Erasing erasing) {
		List<Person> entries = people.entriesOf(id);
		if (entries.isEmpty()) {
			throw new NotFound();
		}
		requireNoName("reason", erasing.reason(), entries);
		for (int i = 0; i < erasing.exceptions().size(); i++) {
			requireNoName("exceptions[" + i + "].reason", erasing.exceptions().get(i).reason(), entries);
		}
		List<FileAsked> files = Objects.requireNonNullElse(erasing.files(), List.of());
		for (int i = 0; i < files.size(); i++) {
			FileAsked file = files.get(i);
			if ((file.ground() == null) != (file.reason() == null)) {
				throw new InvalidInput("files[" + i + "].reason", "Geef bij een bestand dat blijft een grond en een reden, en bij een bestand dat weggaat geen van beide.");
			}
			if (file.reason() != null) {
				requireNoName("files[" + i + "].reason", file.reason(), entries);
			}
		}
		Erasure erasure = erasePerson.erase(id, Caller.required().personId(), erasing.ground(), erasing.reason(),
				new HashSet<>(erasing.redactions().stream().map(text -> new Place(text.eventId(), text.pointer())).toList()),
				erasing.exceptions().stream().map(kept -> new KeptText(kept.eventId(), kept.pointer(), kept.ground(), kept.reason())).toList(),
				files.stream().map(file -> new FileDecision(file.attachmentId(), file.ground(), file.reason())).toList());
		removals.note();
		return ResponseEntity.created(URI.create(Api.path("people", id) + "/erasure")).body(erasure);
	}

	/** That he was erased. */
	@GetMapping("/erasure")
	ResponseEntity<Erasure> erasure(@PathVariable PersonId id) {
		return ResponseEntity.ok(erasures.find(id).orElseThrow(NotFound::new));
	}

	private static void requireNoName(String field, String reason, List<Person> entries) {
		if (ErasePerson.tells(reason, entries)) {
			throw new InvalidInput(field, "Noem hier niet wie het is; dit blijft bewaard.");
		}
	}
}
