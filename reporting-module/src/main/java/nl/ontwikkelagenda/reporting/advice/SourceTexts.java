package nl.ontwikkelagenda.reporting.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** What a table has to advise with, in its words: its goals, its proposals, and the outcomes of the meetings of its body. */
@Component
public class SourceTexts {

	private static final int AT_ONCE = 500;

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

	/** The words that are meant, also when there are newer ones. */
	Optional<SourceText> meant(TableId table, Source source, AsOf asOf) {
		Optional<TableView> view = documents.find(ReadModels.TABLES, table.toString(), asOf).map(Stored::document);
		return switch (source.kind()) {
			case GOAL -> view.stream().flatMap(t -> t.goals().stream()).filter(goal -> goal.goalId().value().equals(source.id())).findFirst()
					.flatMap(goal -> meant(source, goal.wordings()));
			case PROPOSAL -> view.stream().flatMap(t -> t.proposals().stream()).filter(proposal -> proposal.proposalId().value().equals(source.id())).findFirst()
					.flatMap(proposal -> meant(source, proposal.wordings()));
			case OUTCOME -> documents.find(ReadModels.OUTCOMES, source.id().toString(), asOf).map(Stored::document).map(SourceTexts::latest);
		};
	}

	/** Everything there is to advise with: goals, standing proposals, then outcomes. */
	List<SourceText> all(TableId table, AsOf asOf) {
		return documents.find(ReadModels.TABLES, table.toString(), asOf).map(Stored::document).stream()
				.flatMap(view -> Stream.of(view.goals().stream().map(SourceTexts::latest), standing(view).map(SourceTexts::latest), outcomes(view, asOf)).flatMap(texts -> texts))
				.toList();
	}

	private Stream<SourceText> outcomes(TableView table, AsOf asOf) {
		return every(ReadModels.MEETINGS, "bodyId", table.bodyId(), "plannedOn", asOf).stream()
				.flatMap(meeting -> every(ReadModels.OUTCOMES, "meetingId", meeting.meetingId(), "recordedAt", asOf).stream()).map(SourceTexts::latest);
	}

	private <D> List<D> every(ReadModel<D, ?> view, String field, Object id, String sort, AsOf asOf) {
		List<D> found = new ArrayList<>();
		for (int page = 1;; page++) {
			Page<D> part = documents.list(view, new ListQuery(Map.of(field, id.toString()), null, List.of(sort), page, AT_ONCE, null), asOf);
			part.items().forEach(item -> found.add(item.document()));
			if (found.size() >= part.total() || part.items().isEmpty()) {
				return found;
			}
		}
	}

	private boolean cameOutOf(TableView table, OutcomeView outcome, AsOf asOf) {
		return documents.find(ReadModels.MEETINGS, outcome.meetingId().toString(), asOf).filter(meeting -> table.bodyId().equals(meeting.document().bodyId())).isPresent();
	}

	private static Stream<Proposal> standing(TableView table) {
		return table.proposals().stream().filter(proposal -> proposal.withdrawnBecause() == null);
	}

	private static Optional<SourceText> meant(Source source, List<Wording> wordings) {
		return wordings.stream().filter(wording -> wording.number() == source.wording()).findFirst().map(wording -> new SourceText(source, null, wording.words()));
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
