package nl.ontwikkelagenda.app.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.erasure.LoggedTexts.FoundText;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.redaction.LegalGround;
import nl.ontwikkelagenda.reporting.redaction.RedactionCommand.RedactText;
import nl.ontwikkelagenda.reporting.redaction.RedactionId;
import nl.ontwikkelagenda.reporting.redaction.RedactionView;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE)
class RedactionController {

	private static final Pattern POINTER = Pattern.compile("(/[A-Za-z0-9]+)+");
	private static final int FEWEST_CHARACTERS = 3;

	private final Answers answers;
	private final Today today;
	private final LoggedTexts texts;
	private final Readers readers;
	private final KeepRemovals removals;

	RedactionController(Answers answers, Today today, LoggedTexts texts, Readers readers, KeepRemovals removals) {
		this.removals = removals;
		this.answers = answers;
		this.today = today;
		this.texts = texts;
		this.readers = readers;
	}

	/**
	 * @param eventId    the fact in which the text stands, as recorded texts tell
	 * @param pointer    where in it, such as {@code /promises/0/what}
	 * @param reason     in words, without what is removed
	 * @param redactedOn absent means today
	 */
	record Redacting(@Nullable RedactionId id, PartnershipId partnershipId, UUID eventId, @Words(max = 200, lines = false) String pointer, LegalGround ground,
			@Words(max = 400) FreeText reason, @Nullable @PastOrPresent LocalDate redactedOn) {
	}

	/** Removes a text for ever and for every moment; that it was there, and every proof, stays. */
	@PostMapping("/redactions")
	ResponseEntity<RedactionView> redact(@RequestBody Redacting redaction) {
		if (!POINTER.matcher(redaction.pointer()).matches()) {
			throw new InvalidInput("pointer", "Schrijf waar de tekst in het feit staat als /title of /promises/0/what.");
		}
		RedactionId id = Objects.requireNonNullElseGet(redaction.id(), () -> new RedactionId(Ids.next()));
		ResponseEntity<RedactionView> answer = answers
				.created(new RedactText(id, redaction.partnershipId(), redaction.eventId(), redaction.pointer(), redaction.ground(), redaction.reason(),
						today.or(redaction.redactedOn())), ReadModels.REDACTIONS, id);
		removals.note();
		return answer;
	}

	@GetMapping("/redactions")
	ResponseEntity<Listed<RedactionView>> list() {
		return answers.list(ReadModels.REDACTIONS);
	}

	@GetMapping("/redactions/{id}")
	ResponseEntity<RedactionView> one(@PathVariable RedactionId id) {
		return answers.one(ReadModels.REDACTIONS, id);
	}

	/** The texts of a partnership, also those of the past, in which these words stand, in whatever capitals; the newest first. */
	@GetMapping("/recorded-texts")
	@MayRead({Right.SECRETARY, Right.ADMINISTRATOR})
	@WithoutAsOf("Gezocht wordt in alles wat ooit is vastgelegd en nog niet gelakt is; laat asOf weg.")
	ResponseEntity<Listed<FoundText>> texts(@RequestParam PartnershipId partnershipId, @RequestParam String search, @RequestParam(defaultValue = "1") String page,
			@RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		if (search.strip().length() < FEWEST_CHARACTERS) {
			throw new InvalidInput("search", "Geef ten minste drie tekens om naar te zoeken.");
		}
		readers.check(new Right[] {Right.SECRETARY, Right.ADMINISTRATOR}, partnershipId);
		List<FoundText> found = texts.with(partnershipId, search.strip());
		HttpHeaders headers = new HttpHeaders();
		paging.links(found.size()).forEach(link -> headers.add(HttpHeaders.LINK, link));
		List<FoundText> shown = found.stream().skip((paging.page() - 1L) * paging.pageSize()).limit(paging.pageSize()).toList();
		return ResponseEntity.ok().headers(headers).cacheControl(CacheControl.noStore()).body(new Listed<>(shown, paging.page(), paging.pageSize(), found.size()));
	}
}
