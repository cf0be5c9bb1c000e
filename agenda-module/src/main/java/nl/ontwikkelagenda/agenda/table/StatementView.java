package nl.ontwikkelagenda.agenda.table;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.table.TableEvent.GoalAnswered;
import nl.ontwikkelagenda.agenda.table.TableEvent.GoalFormulated;
import nl.ontwikkelagenda.agenda.table.TableEvent.GoalReformulated;
import nl.ontwikkelagenda.agenda.table.TableEvent.ProposalAmended;
import nl.ontwikkelagenda.agenda.table.TableEvent.ProposalMade;
import nl.ontwikkelagenda.agenda.table.TableEvent.ProposalWithdrawn;
import nl.ontwikkelagenda.agenda.table.TableEvent.TableClosed;
import nl.ontwikkelagenda.agenda.table.TableEvent.TableOpened;

import org.jspecify.annotations.Nullable;

/**
 * A goal or a proposal of a table by itself, so that what cites it is found by its words.
 *
 * @param wordings in all the words that it had, first ones first
 */
public record StatementView(UUID statementId, TableId tableId, List<String> wordings) {

	/** The goal or proposal that an event is about; null for one about the table. */
	public static @Nullable String key(TableEvent event) {
		return switch (event) {
			case GoalFormulated e -> e.goalId().toString();
			case GoalReformulated e -> e.goalId().toString();
			case ProposalMade e -> e.proposalId().toString();
			case ProposalAmended e -> e.proposalId().toString();
			case TableOpened e -> null;
			case GoalAnswered e -> null;
			case ProposalWithdrawn e -> null;
			case TableClosed e -> null;
		};
	}

	public static @Nullable StatementView on(@Nullable StatementView current, TableEvent event, Recorded when) {
		return switch (event) {
			case GoalFormulated e -> first(current, e.goalId().value(), e.tableId(), e.words());
			case ProposalMade e -> first(current, e.proposalId().value(), e.tableId(), e.words());
			case GoalReformulated e -> next(current, e.tableId(), e.words());
			case ProposalAmended e -> next(current, e.tableId(), e.words());
			case TableOpened e -> current;
			case GoalAnswered e -> current;
			case ProposalWithdrawn e -> current;
			case TableClosed e -> current;
		};
	}

	/** An id that is taken stays with the table that has it. */
	private static StatementView first(@Nullable StatementView current, UUID id, TableId table, FreeText words) {
		return current == null ? new StatementView(id, table, List.of(words.text())) : current;
	}

	private static @Nullable StatementView next(@Nullable StatementView current, TableId table, FreeText words) {
		return current == null || !current.tableId.equals(table)
				? current
				: new StatementView(current.statementId, table, Stream.concat(current.wordings.stream(), Stream.of(words.text())).toList());
	}
}
