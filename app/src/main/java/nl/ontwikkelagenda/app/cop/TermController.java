package nl.ontwikkelagenda.app.cop;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.cop.glossary.TermCommand.AgreeTerm;
import nl.ontwikkelagenda.cop.glossary.TermCommand.ExplainTerm;
import nl.ontwikkelagenda.cop.glossary.TermCommand.RaiseTerm;
import nl.ontwikkelagenda.cop.glossary.TermId;
import nl.ontwikkelagenda.cop.glossary.TermView;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/terms")
class TermController {

	private final Answers answers;
	private final Today today;

	TermController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/**
	 * @param sector   whose jargon it is; absent when it is everybody's
	 * @param raisedOn absent means today
	 */
	record Raising(@Nullable TermId id, PartnershipId partnershipId, @Words(max = 200, lines = false) FreeText word, @Nullable Sector sector,
			@Nullable @PastOrPresent LocalDate raisedOn) {
	}

	/** @param explainedOn absent means today */
	record Explaining(FreeText explanation, @Nullable @PastOrPresent LocalDate explainedOn) {
	}

	/** @param agreedOn absent means today */
	record Agreeing(@Nullable @PastOrPresent LocalDate agreedOn) {
	}

	@PostMapping
	ResponseEntity<TermView> raise(@RequestBody Raising term) {
		TermId id = Objects.requireNonNullElseGet(term.id(), () -> new TermId(Ids.next()));
		return answers.created(new RaiseTerm(id, term.partnershipId(), term.word(), term.sector(), today.or(term.raisedOn())), ReadModels.TERMS, id);
	}

	@GetMapping
	ResponseEntity<Listed<TermView>> list() {
		return answers.list(ReadModels.TERMS);
	}

	@GetMapping("/{id}")
	ResponseEntity<TermView> one(@PathVariable TermId id) {
		return answers.one(ReadModels.TERMS, id);
	}

	@PostMapping("/{id}/explanation")
	ResponseEntity<TermView> explain(@PathVariable TermId id, @RequestBody Explaining explaining) {
		return answers.created(new ExplainTerm(id, explaining.explanation(), today.or(explaining.explainedOn())), ReadModels.TERMS, id);
	}

	@PostMapping("/{id}/agreement")
	ResponseEntity<TermView> agree(@PathVariable TermId id, @RequestBody Agreeing agreeing) {
		return answers.created(new AgreeTerm(id, today.or(agreeing.agreedOn())), ReadModels.TERMS, id);
	}
}
