package nl.ontwikkelagenda.app.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.erasure.LoggedTexts.FoundText;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.redaction.LegalGround;
import nl.ontwikkelagenda.reporting.redaction.RedactionCommand.RedactText;
import nl.ontwikkelagenda.reporting.redaction.RedactionId;
import nl.ontwikkelagenda.reporting.redaction.RedactionView;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a text that should not have been recorded is looked for, also in the past, and removed for ever. */
@Controller
@RequestMapping("/samenwerkingsverbanden/{id}/lakken")
@WithoutAsOf("Gezocht wordt in alles wat ooit is vastgelegd en nog niet gelakt is; laat asOf weg.")
class RedactionPage {

	private static final int FEWEST_CHARACTERS = 3;
	private static final int SHOWN = 50;
	private static final int REASON = 400;

	private final LoggedTexts texts;
	private final KeepRemovals removals;
	private final Reading.Desk desk;
	private final Forms forms;
	private final Today today;
	private final Dutch dutch;

	RedactionPage(LoggedTexts texts, KeepRemovals removals, Reading.Desk desk, Forms forms, Today today, Dutch dutch) {
		this.texts = texts;
		this.removals = removals;
		this.desk = desk;
		this.forms = forms;
		this.today = today;
		this.dutch = dutch;
	}

	/** @param name of the form with which it is removed */
	public record Found(FoundText text, String recorded, String name) {
	}

	@GetMapping
	ModelAndView show(@PathVariable PartnershipId id, @RequestParam(defaultValue = "") String q) {
		Reading reading = desk.about(ReadModels.PARTNERSHIPS, id, null);
		if (!forms.powers(id).may(RedactText.class)) {
			throw new NotAllowed("U mist het recht om teksten te lakken; nodig is het recht van secretaris, of van beheerder.", List.of());
		}
		String sought = q.strip();
		boolean tooShort = !sought.isEmpty() && sought.length() < FEWEST_CHARACTERS;
		List<FoundText> found = sought.length() < FEWEST_CHARACTERS ? List.of() : texts.with(id, sought);
		List<RedactionView> done = reading.first(SHOWN, ReadModels.REDACTIONS, "-redactedOn", new Is("partnershipId", id.toString()));
		return new ModelAndView("lakken").addObject("partnership", reading.partnership(id)).addObject("sought", sought).addObject("tooShort", tooShort)
				.addObject("searched", !sought.isEmpty() && !tooShort).addObject("more", Math.max(0, found.size() - SHOWN))
				.addObject("found", found.stream().limit(SHOWN).map(this::found).toList()).addObject("done", done).addObject("dutch", dutch).addObject("today", today.date())
				.addObject("grounds", Choice.all(LegalGround.class)).addObject("say", reading.speech(List.of()));
	}

	private Found found(FoundText text) {
		return new Found(text, dutch.moment(text.recordedAt()), "lak-" + text.eventId() + text.pointer().replace('/', '-'));
	}

	@PostMapping
	ModelAndView redact(@PathVariable PartnershipId id, @RequestParam(defaultValue = "") String q, @RequestParam MultiValueMap<String, String> typed) {
		RedactionId redaction = new RedactionId(Ids.next());
		LocalDate day = today.date();
		ModelAndView answer = forms.send(forms.read("lak-" + typed.getFirst("eventId") + String.valueOf(typed.getFirst("pointer")).replace('/', '-'), typed),
				form -> new RedactText(redaction, id, form.id("eventId", Function.<UUID>identity()), form.typed("pointer"), form.choice("ground", LegalGround.class),
						form.line("reason", REASON), day),
				"/samenwerkingsverbanden/" + id + "/lakken#gelakt", () -> show(id, q));
		removals.note();
		return answer;
	}
}
