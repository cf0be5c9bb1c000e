package nl.ontwikkelagenda.app.erasure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.erasure.ErasePerson.Place;
import nl.ontwikkelagenda.app.erasure.Erasure.FileDecision;
import nl.ontwikkelagenda.app.erasure.Erasure.KeptBecause;
import nl.ontwikkelagenda.app.erasure.Erasure.KeptText;
import nl.ontwikkelagenda.app.erasure.LoggedTexts.FoundText;
import nl.ontwikkelagenda.app.erasure.NamingFiles.NamingFile;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.redaction.LegalGround;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where who administers the installation erases somebody: every text that names him is decided on, and then he is gone for ever. */
@Controller
@RequestMapping("/personen/{id}/wissen")
@MayRead(installation = true)
@WithoutAsOf("Wie gewist is, is dat op elk moment; laat asOf weg.")
class ErasurePage {

	private static final String NAME = "wissen";
	private static final int REASON = 400;
	private static final String NO_NAMES = "Noem hier niet wie het is; dit blijft bewaard.";

	private final ErasePerson erasePerson;
	private final People people;
	private final KeepRemovals removals;
	private final Readers readers;
	private final Forms forms;
	private final Dutch dutch;

	ErasurePage(ErasePerson erasePerson, People people, KeepRemovals removals, Readers readers, Forms forms, Dutch dutch) {
		this.erasePerson = erasePerson;
		this.people = people;
		this.removals = removals;
		this.readers = readers;
		this.forms = forms;
		this.dutch = dutch;
	}

	/** @param field of the form in which is said whether it goes or stays */
	public record Mention(String field, FoundText text, String recorded) {
	}

	@GetMapping
	ModelAndView show(@PathVariable PersonId id) {
		Person person = entries(id).getFirst();
		List<NamingFile> files = erasePerson.files(id);
		return new ModelAndView("persoon-wissen").addObject("person", person)
				.addObject("mentions", erasePerson.mentions(id).stream().map(text -> new Mention(field(text), text, dutch.moment(text.recordedAt()))).toList())
				.addObject("files", files).addObject("looked", files.stream().anyMatch(file -> file.found() != NamingFile.Where.TEXT))
				.addObject("grounds", Choice.all(LegalGround.class)).addObject("stays", Choice.all(KeptBecause.class));
	}

	private List<Person> entries(PersonId id) {
		readers.check(Objects.requireNonNull(ErasurePage.class.getAnnotation(MayRead.class)));
		List<Person> entries = people.entriesOf(id);
		if (entries.isEmpty()) {
			throw new NotFound();
		}
		return entries;
	}

	private static String field(FoundText text) {
		return text.eventId() + text.pointer().replace('/', '-');
	}

	/** A text of which the page did not ask yet, as it is new, is not decided on: then nothing is erased. */
	@PostMapping
	ModelAndView erase(@PathVariable PersonId id, @RequestParam MultiValueMap<String, String> typed) {
		List<Person> entries = entries(id);
		Form form = forms.read(NAME, typed);
		return forms.keep(form, () -> {
			LegalGround ground = form.choice("ground", LegalGround.class);
			String reason = reason(form, "reason", entries);
			Set<Place> redacted = new HashSet<>();
			List<KeptText> kept = new ArrayList<>();
			for (FoundText mention : erasePerson.mentions(id)) {
				String field = field(mention);
				if (form.has(field)) {
					kept.add(new KeptText(mention.eventId(), mention.pointer(), form.choice(field, KeptBecause.class), reason(form, field + "-waarom", entries)));
				} else if (form.isTicked(field)) {
					redacted.add(new Place(mention.eventId(), mention.pointer()));
				}
			}
			List<FileDecision> files = erasePerson.files(id).stream().filter(file -> form.has(of(file)) || form.isTicked(of(file))).map(file -> decision(form, file, entries))
					.toList();
			if (!form.isWrong()) {
				erasePerson.erase(id, Caller.required().personId(), ground, reason, redacted, kept, files);
				removals.note();
			}
		}, "/beheer/lakken#gewist", () -> show(id));
	}

	private static String of(NamingFile file) {
		return "bestand-" + file.attachmentId();
	}

	private static FileDecision decision(Form form, NamingFile file, List<Person> entries) {
		return form.has(of(file))
				? new FileDecision(file.attachmentId(), form.choice(of(file), KeptBecause.class), reason(form, of(file) + "-waarom", entries))
				: new FileDecision(file.attachmentId(), null, null);
	}

	private static String reason(Form form, String field, List<Person> entries) {
		String reason = form.line(field, REASON).text();
		if (ErasePerson.tells(reason, entries)) {
			form.wrong(field, NO_NAMES);
		}
		return reason;
	}
}
