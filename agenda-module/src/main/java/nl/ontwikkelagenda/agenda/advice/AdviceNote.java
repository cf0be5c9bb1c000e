package nl.ontwikkelagenda.agenda.advice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Set;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.AnswerAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.CompileAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.CompileAdvice.Chosen;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.DraftAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.ReturnAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.SubmitAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.WithdrawAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceAnswered;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceCompiled;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceDrafted;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceReturned;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceSubmitted;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteEvent.AdviceWithdrawn;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.agenda.table.TableId;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@SuppressWarnings("NullAway.Init")
class AdviceNote {

	@AggregateIdentifier private AdviceNoteId adviceNoteId;
	private PartnershipId partnershipId;
	private TableId tableId;
	private AdviceNoteStatus status;
	private int version;
	private Set<ParagraphId> paragraphs = Set.of();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(DraftAdvice c, References references) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		references.require(c.partnershipId(), "tableId", c.tableId());
		references.require(c.partnershipId(), "bodyId", c.bodyId());
		apply(new AdviceDrafted(c.adviceNoteId(), c.partnershipId(), c.tableId(), c.bodyId(), c.title(), c.draftedOn()));
	}

	@CommandHandler
	void decide(CompileAdvice c, Sources sources) {
		onlyWhileDraft();
		if (c.paragraphs().stream().map(Chosen::paragraphId).distinct().count() < c.paragraphs().size()) {
			throw new RuleBroken("id-is-new", "Twee alinea's hebben hetzelfde id; geef elke alinea een eigen id, of laat het weg.");
		}
		apply(new AdviceCompiled(adviceNoteId, c.paragraphs().stream().map(chosen -> compiled(chosen, sources)).toList(), c.compiledOn()));
	}

	private Paragraph compiled(Chosen chosen, Sources sources) {
		Source source = sources.find(tableId, chosen.kind(), chosen.id()).orElseThrow(() -> new UnknownReference("paragraphs",
				"Een alinea verwijst naar iets dat de ontwikkeltafel niet heeft; kies een doel, een voorstel dat niet is ingetrokken, of een uitkomst van haar bijeenkomsten."));
		return new Paragraph(chosen.paragraphId(), chosen.part(), source, chosen.connection());
	}

	@CommandHandler
	void decide(SubmitAdvice c) {
		onlyWhileDraft();
		if (paragraphs.isEmpty()) {
			throw new RuleBroken("submitted-advice-says-something", "Deze adviesnotitie is nog leeg; stel haar eerst samen uit doelen, voorstellen en uitkomsten.");
		}
		apply(new AdviceSubmitted(adviceNoteId, version + 1, c.submittedOn()));
	}

	@CommandHandler
	void decide(ReturnAdvice c, References references) {
		onlyWhileSubmitted();
		references.require(partnershipId, "meetingId", c.meetingId());
		apply(new AdviceReturned(adviceNoteId, version, c.questions(), c.returnedOn(), c.meetingId()));
	}

	@CommandHandler
	void decide(AnswerAdvice c, References references) {
		onlyWhileSubmitted();
		references.require(partnershipId, "meetingId", c.meetingId());
		if (!paragraphs.containsAll(c.paragraphs().stream().map(Paragraph.Answer::paragraphId).toList())) {
			throw new UnknownReference("paragraphs", "Een antwoord gaat over een alinea die niet in deze adviesnotitie staat; kies een alinea van de ingediende tekst.");
		}
		apply(new AdviceAnswered(adviceNoteId, partnershipId, tableId, version, c.answer(), c.reasons(), c.paragraphs(), c.answeredOn(), c.meetingId()));
	}

	@CommandHandler
	void decide(WithdrawAdvice c) {
		switch (status) {
			case DRAFT, SUBMITTED -> apply(new AdviceWithdrawn(adviceNoteId, c.reason(), c.withdrawnOn()));
			case ANSWERED -> throw new RuleBroken("answered-advice-stays", "Deze adviesnotitie is al beantwoord en blijft staan; stel een nieuwe op als het advies anders wordt.");
			case WITHDRAWN -> throw withdrawn();
		}
	}

	private void onlyWhileDraft() {
		switch (status) {
			case DRAFT -> {
			}
			case SUBMITTED, ANSWERED -> throw new RuleBroken("submitted-advice-is-frozen",
					"Deze adviesnotitie is ingediend en ligt vast; veranderen kan pas als het overlegorgaan haar teruggeeft, of in een nieuwe notitie.");
			case WITHDRAWN -> throw withdrawn();
		}
	}

	private void onlyWhileSubmitted() {
		if (status != AdviceNoteStatus.SUBMITTED) {
			throw new RuleBroken("only-submitted-advice-is-answered",
					"Deze adviesnotitie ligt niet bij het overlegorgaan; alleen een ingediende adviesnotitie kan worden beantwoord of teruggegeven.");
		}
	}

	private static RuleBroken withdrawn() {
		return new RuleBroken("withdrawn-advice-stays-withdrawn", "Deze adviesnotitie is ingetrokken en blijft dat; stel een nieuwe op.");
	}

	@EventSourcingHandler
	void evolve(AdviceNoteEvent event) {
		switch (event) {
			case AdviceDrafted e -> {
				adviceNoteId = e.adviceNoteId();
				partnershipId = e.partnershipId();
				tableId = e.tableId();
				status = AdviceNoteStatus.DRAFT;
			}
			case AdviceCompiled e -> paragraphs = e.paragraphs().stream().map(Paragraph::paragraphId).collect(Collectors.toUnmodifiableSet());
			case AdviceSubmitted e -> {
				status = AdviceNoteStatus.SUBMITTED;
				version = e.version();
			}
			case AdviceReturned e -> status = AdviceNoteStatus.DRAFT;
			case AdviceAnswered e -> status = AdviceNoteStatus.ANSWERED;
			case AdviceWithdrawn e -> status = AdviceNoteStatus.WITHDRAWN;
		}
	}
}
