package nl.ontwikkelagenda.agenda.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.table.TableEvent.GoalAnswered;
import nl.ontwikkelagenda.agenda.table.TableEvent.GoalFormulated;
import nl.ontwikkelagenda.agenda.table.TableEvent.GoalReformulated;
import nl.ontwikkelagenda.agenda.table.TableEvent.ProposalAmended;
import nl.ontwikkelagenda.agenda.table.TableEvent.ProposalMade;
import nl.ontwikkelagenda.agenda.table.TableEvent.ProposalWithdrawn;
import nl.ontwikkelagenda.agenda.table.TableEvent.TableOpened;
import nl.ontwikkelagenda.agenda.table.TableView.Answer;
import nl.ontwikkelagenda.agenda.table.TableView.Goal;
import nl.ontwikkelagenda.agenda.table.TableView.Proposal;
import nl.ontwikkelagenda.agenda.table.TableView.Wording;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.junit.jupiter.api.Test;

class TableViewTest {

	private static final TableId TABLE = new TableId(new UUID(0, 1));
	private static final GoalId GOAL = new GoalId(new UUID(0, 8));
	private static final GoalId OTHER = new GoalId(new UUID(0, 9));
	private static final ProposalId PROPOSAL = new ProposalId(new UUID(0, 10));
	private static final LocalDate DAY = LocalDate.of(2021, 9, 15);
	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));

	@Test
	void aGoalKeepsEveryWordingAndEveryAnswer() {
		TableView view = after(new GoalFormulated(TABLE, GOAL, text("Kennen"), DAY, null), new GoalFormulated(TABLE, OTHER, text("Werken"), DAY, null),
				new GoalReformulated(TABLE, GOAL, 2, text("Leren kennen"), DAY, null), new GoalAnswered(TABLE, GOAL, text("Half"), DAY, null, null),
				new GoalAnswered(TABLE, GOAL, text("Heel"), DAY, null, null));
		Goal goal = view.goals().getFirst();
		assertThat(goal.words()).isEqualTo("Leren kennen");
		assertThat(goal.wordings()).extracting(Wording::number, Wording::words).containsExactly(tuple(1, "Kennen"), tuple(2, "Leren kennen"));
		assertThat(goal.answers()).extracting(Answer::answer).containsExactly("Half", "Heel");
		assertThat(view.goals().getLast().words()).isEqualTo("Werken");
	}

	@Test
	void anAmendedProposalShowsItsLatestWordsAndAWithdrawnOneSaysWhy() {
		TableView view = after(new ProposalMade(TABLE, PROPOSAL, text("Voorlichting"), List.of(GOAL), text("de gemeenten"), DAY, null),
				new ProposalAmended(TABLE, PROPOSAL, 2, text("Samen voorlichting"), List.of(), null, DAY, null),
				new ProposalWithdrawn(TABLE, PROPOSAL, text("Gebeurt al"), DAY));
		Proposal proposal = view.proposals().getFirst();
		assertThat(proposal.words()).isEqualTo("Samen voorlichting");
		assertThat(proposal.by()).isNull();
		assertThat(proposal.wordings()).extracting(Wording::words).containsExactly("Voorlichting", "Samen voorlichting");
		assertThat(proposal.withdrawnBecause()).isEqualTo("Gebeurt al");
	}

	private static TableView after(TableEvent... events) {
		TableView view = TableView.on(null, new TableOpened(TABLE, new PartnershipId(new UUID(0, 2)), new BodyId(new UUID(0, 3)), new ThemeId(new UUID(0, 4)), text("Grijs gebied"),
				DAY), WHEN);
		for (TableEvent event : events) {
			view = TableView.on(view, event, WHEN);
		}
		return view;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}
}
