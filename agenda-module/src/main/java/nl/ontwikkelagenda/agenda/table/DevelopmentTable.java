package nl.ontwikkelagenda.agenda.table;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import nl.ontwikkelagenda.agenda.body.Bodies;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.agenda.table.TableCommand.AmendProposal;
import nl.ontwikkelagenda.agenda.table.TableCommand.AnswerGoal;
import nl.ontwikkelagenda.agenda.table.TableCommand.CloseTable;
import nl.ontwikkelagenda.agenda.table.TableCommand.FormulateGoal;
import nl.ontwikkelagenda.agenda.table.TableCommand.MakeProposal;
import nl.ontwikkelagenda.agenda.table.TableCommand.OpenTable;
import nl.ontwikkelagenda.agenda.table.TableCommand.ReformulateGoal;
import nl.ontwikkelagenda.agenda.table.TableCommand.WithdrawProposal;
import nl.ontwikkelagenda.agenda.table.TableEvent.GoalAnswered;
import nl.ontwikkelagenda.agenda.table.TableEvent.GoalFormulated;
import nl.ontwikkelagenda.agenda.table.TableEvent.GoalReformulated;
import nl.ontwikkelagenda.agenda.table.TableEvent.ProposalAmended;
import nl.ontwikkelagenda.agenda.table.TableEvent.ProposalMade;
import nl.ontwikkelagenda.agenda.table.TableEvent.ProposalWithdrawn;
import nl.ontwikkelagenda.agenda.table.TableEvent.TableClosed;
import nl.ontwikkelagenda.agenda.table.TableEvent.TableOpened;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@SuppressWarnings("NullAway.Init")
class DevelopmentTable {

	@AggregateIdentifier private TableId tableId;
	private PartnershipId partnershipId;
	private boolean closed;
	/** With how many wordings each has had. */
	private final Map<GoalId, Integer> goals = new HashMap<>();
	private final Set<GoalId> answered = new HashSet<>();
	/** With how many wordings each has had. */
	private final Map<ProposalId, Integer> proposals = new HashMap<>();
	private final Set<ProposalId> withdrawn = new HashSet<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(OpenTable c, References references, Bodies bodies) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		references.require(c.partnershipId(), "bodyId", c.bodyId());
		references.require(c.partnershipId(), "themeId", c.themeId());
		if (bodies.find(c.bodyId()).filter(body -> body.kind() == BodyKind.TABLE).isEmpty()) {
			throw new RuleBroken("a-table-stands-on-a-body-of-kind-table", "Een ontwikkeltafel hoort bij een overlegorgaan van de soort tafel; kies of maak er zo een.");
		}
		apply(new TableOpened(c.tableId(), c.partnershipId(), c.bodyId(), c.themeId(), c.title(), c.openedOn()));
	}

	@CommandHandler
	void decide(FormulateGoal c, References references) {
		onlyWhileOpen();
		if (goals.containsKey(c.goalId())) {
			throw new RuleBroken("id-is-new", "Dit doel staat al bij de tafel; kies een ander id voor een nieuw doel.");
		}
		references.require(partnershipId, "meetingId", c.meetingId());
		apply(new GoalFormulated(tableId, c.goalId(), c.words(), c.formulatedOn(), c.meetingId()));
	}

	@CommandHandler
	void decide(ReformulateGoal c, References references) {
		onlyWhileOpen();
		int wordings = wordingsOf(c.goalId(), "goalId");
		if (answered.contains(c.goalId())) {
			throw new RuleBroken("an-answered-goal-keeps-its-words", "Dit doel is al beantwoord en houdt zijn woorden; formuleer een nieuw doel.");
		}
		references.require(partnershipId, "meetingId", c.meetingId());
		apply(new GoalReformulated(tableId, c.goalId(), wordings + 1, c.words(), c.reformulatedOn(), c.meetingId()));
	}

	@CommandHandler
	void decide(AnswerGoal c, References references) {
		onlyWhileOpen();
		wordingsOf(c.goalId(), "goalId");
		references.require(partnershipId, "outcomeId", c.outcomeId());
		references.require(partnershipId, "adviceNoteId", c.adviceNoteId());
		apply(new GoalAnswered(tableId, c.goalId(), c.answer(), c.answeredOn(), c.outcomeId(), c.adviceNoteId()));
	}

	@CommandHandler
	void decide(MakeProposal c, References references) {
		onlyWhileOpen();
		if (proposals.containsKey(c.proposalId())) {
			throw new RuleBroken("id-is-new", "Dit voorstel staat al bij de tafel; kies een ander id voor een nieuw voorstel.");
		}
		c.goals().forEach(goal -> wordingsOf(goal, "goals"));
		references.require(partnershipId, "meetingId", c.meetingId());
		apply(new ProposalMade(tableId, c.proposalId(), c.words(), c.goals(), c.by(), c.madeOn(), c.meetingId()));
	}

	@CommandHandler
	void decide(AmendProposal c, References references) {
		onlyWhileOpen();
		int wordings = standing(c.proposalId());
		c.goals().forEach(goal -> wordingsOf(goal, "goals"));
		references.require(partnershipId, "meetingId", c.meetingId());
		apply(new ProposalAmended(tableId, c.proposalId(), wordings + 1, c.words(), c.goals(), c.by(), c.amendedOn(), c.meetingId()));
	}

	@CommandHandler
	void decide(WithdrawProposal c) {
		onlyWhileOpen();
		standing(c.proposalId());
		apply(new ProposalWithdrawn(tableId, c.proposalId(), c.reason(), c.withdrawnOn()));
	}

	@CommandHandler
	void decide(CloseTable c) {
		onlyWhileOpen();
		int unanswered = goals.size() - answered.size();
		if (unanswered > 0) {
			throw new RuleBroken("a-table-closes-with-every-goal-answered",
					"Deze tafel heeft nog " + (unanswered == 1 ? "een doel" : unanswered + " doelen") + " zonder antwoord; beantwoord eerst elk doel.");
		}
		apply(new TableClosed(tableId, c.result(), c.closedOn()));
	}

	private void onlyWhileOpen() {
		if (closed) {
			throw new RuleBroken("a-closed-table-stays-closed", "Deze ontwikkeltafel is afgesloten; open een nieuwe tafel om verder te werken.");
		}
	}

	private int wordingsOf(GoalId goal, String field) {
		Integer wordings = goals.get(goal);
		if (wordings == null) {
			throw new UnknownReference(field, "Dit doel hoort niet bij deze ontwikkeltafel; kies een doel van de tafel zelf.");
		}
		return wordings;
	}

	private int standing(ProposalId proposal) {
		Integer wordings = proposals.get(proposal);
		if (wordings == null) {
			throw new UnknownReference("proposalId", "Dit voorstel hoort niet bij deze ontwikkeltafel; kies een voorstel van de tafel zelf.");
		}
		if (withdrawn.contains(proposal)) {
			throw new RuleBroken("a-withdrawn-proposal-stays-withdrawn", "Dit voorstel is ingetrokken en blijft dat; doe een nieuw voorstel.");
		}
		return wordings;
	}

	@EventSourcingHandler
	void evolve(TableEvent event) {
		switch (event) {
			case TableOpened e -> {
				tableId = e.tableId();
				partnershipId = e.partnershipId();
			}
			case GoalFormulated e -> goals.put(e.goalId(), 1);
			case GoalReformulated e -> goals.put(e.goalId(), e.wording());
			case GoalAnswered e -> answered.add(e.goalId());
			case ProposalMade e -> proposals.put(e.proposalId(), 1);
			case ProposalAmended e -> proposals.put(e.proposalId(), e.wording());
			case ProposalWithdrawn e -> withdrawn.add(e.proposalId());
			case TableClosed e -> closed = true;
		}
	}
}
