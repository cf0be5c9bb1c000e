package nl.ontwikkelagenda.reporting.advice;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.advice.Source;
import nl.ontwikkelagenda.agenda.advice.Source.Kind;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.agenda.table.TableView.Goal;
import nl.ontwikkelagenda.agenda.table.TableView.Proposal;
import nl.ontwikkelagenda.agenda.table.TableView.Wording;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a table has to advise with, in its words: its goals, its proposals, and the outcomes of the meetings of its body. */
@Component
public class SourceTexts {

	private final Documents documents;

	SourceTexts(Documents documents) {
		this.documents = documents;
	}

	/** A goal, a standing proposal, or an outcome of a meeting of the table's body, as it is worded now. */
	public Optional<SourceText> latest(TableId table, Source.Kind kind, UUID id, AsOf asOf) {
		return documents.find(ReadModels.TABLES, table.toString(), asOf).map(Stored::document).flatMap(view -> switch (kind) {
			case GOAL -> view.goals().stream().filter(goal -> goal.goalId().value().equals(id)).findFirst().map(SourceTexts::latest);
			case PROPOSAL -> standing(view).filter(proposal -> proposal.proposalId().value().equals(id)).findFirst().map(SourceTexts::latest);
			case OUTCOME ->
				documents.find(ReadModels.OUTCOMES, id.toString(), asOf).map(Stored::document).filter(outcome -> cameOutOf(view, outcome, asOf)).map(SourceTexts::latest);
		});
	}

	/** Reads what these sources of one table say, all at once. */
	Said read(TableId table, Collection<Source> sources, AsOf asOf) {
		Set<String> outcomes = sources.stream().filter(source -> source.kind() == Kind.OUTCOME).map(source -> source.id().toString()).collect(Collectors.toSet());
		Map<UUID, SourceText> said = outcomes.isEmpty()
				? Map.of()
				: documents.all(ReadModels.OUTCOMES, Map.of(), List.of(new OneOf("id", outcomes)), asOf).stream().map(Stored::document)
						.collect(Collectors.toMap(outcome -> outcome.outcomeId().value(), SourceTexts::latest));
		return new Said(documents.find(ReadModels.TABLES, table.toString(), asOf).map(Stored::document).orElse(null), said);
	}

	/** What sources say: the words that are meant, and whether there are newer ones. */
	record Said(@Nullable TableView table, Map<UUID, SourceText> outcomes) {

		/** The words that are meant, also when there are newer ones. */
		Optional<SourceText> meant(Source source) {
			return source.kind() == Kind.OUTCOME
					? Optional.ofNullable(outcomes.get(source.id()))
					: wordings(source).flatMap(wordings -> wordings.stream().filter(wording -> wording.number() == source.wording()).findFirst())
							.map(wording -> new SourceText(source, null, wording.words()));
		}

		/** The words that the table uses now instead; null for a source that is withdrawn, and the same words when there are no others. */
		@Nullable
		String now(Source source) {
			boolean withdrawn = source.kind() == Kind.PROPOSAL && proposal(source).filter(proposal -> proposal.withdrawnBecause() == null).isEmpty();
			return source.kind() == Kind.OUTCOME
					? meant(source).map(SourceText::text).orElse(null)
					: withdrawn ? null : wordings(source).map(wordings -> wordings.getLast().words()).orElse(null);
		}

		boolean isOutdated(Source source) {
			return now(source) == null || (source.kind() != Kind.OUTCOME && wordings(source).filter(wordings -> wordings.getLast().number() == source.wording()).isEmpty());
		}

		private Optional<List<Wording>> wordings(Source source) {
			return source.kind() == Kind.GOAL
					? Stream.ofNullable(table).flatMap(view -> view.goals().stream()).filter(goal -> goal.goalId().value().equals(source.id())).findFirst().map(Goal::wordings)
					: proposal(source).map(Proposal::wordings);
		}

		private Optional<Proposal> proposal(Source source) {
			return Stream.ofNullable(table).flatMap(view -> view.proposals().stream()).filter(proposal -> proposal.proposalId().value().equals(source.id())).findFirst();
		}
	}

	/** Everything there is to advise with: goals, standing proposals, then outcomes. */
	List<SourceText> all(TableId table, AsOf asOf) {
		return documents.find(ReadModels.TABLES, table.toString(), asOf).map(Stored::document).stream()
				.flatMap(view -> Stream.of(view.goals().stream().map(SourceTexts::latest), standing(view).map(SourceTexts::latest), outcomes(view, asOf)).flatMap(texts -> texts))
				.toList();
	}

	private Stream<SourceText> outcomes(TableView table, AsOf asOf) {
		Set<String> meetings = documents.all(ReadModels.MEETINGS, Map.of("bodyId", table.bodyId().toString()), asOf).stream().map(meeting -> meeting.meetingId().toString())
				.collect(Collectors.toSet());
		return meetings.isEmpty()
				? Stream.of()
				: documents.all(ReadModels.OUTCOMES, Map.of(), List.of(new OneOf("meetingId", meetings)), asOf).stream().map(Stored::document)
						.sorted(Comparator.comparing(OutcomeView::agreedOn).thenComparing(OutcomeView::recordedAt)).map(SourceTexts::latest);
	}

	private boolean cameOutOf(TableView table, OutcomeView outcome, AsOf asOf) {
		return documents.find(ReadModels.MEETINGS, outcome.meetingId().toString(), asOf).filter(meeting -> table.bodyId().equals(meeting.document().bodyId())).isPresent();
	}

	private static Stream<Proposal> standing(TableView table) {
		return table.proposals().stream().filter(proposal -> proposal.withdrawnBecause() == null);
	}

	private static SourceText latest(Goal goal) {
		return new SourceText(new Source(Kind.GOAL, goal.goalId().value(), goal.wordings().getLast().number()), null, goal.words());
	}

	private static SourceText latest(Proposal proposal) {
		return new SourceText(new Source(Kind.PROPOSAL, proposal.proposalId().value(), proposal.wordings().getLast().number()), null, proposal.words());
	}

	private static SourceText latest(OutcomeView outcome) {
		String text = outcome.text();
		return new SourceText(new Source(Kind.OUTCOME, outcome.outcomeId().value(), 1), text == null ? null : outcome.title(), text == null ? outcome.title() : text);
	}
}
