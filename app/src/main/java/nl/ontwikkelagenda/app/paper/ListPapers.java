package nl.ontwikkelagenda.app.paper;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.ActionView.PromiseView;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.reporting.paper.Block;
import nl.ontwikkelagenda.reporting.paper.Text;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The decision list of a body and the action list of a body, a table or a partnership. */
@Component
public class ListPapers {

	private static final int MOST_ACTIONS = 1_000;
	private static final List<Block.Column> DECISIONS = List.of(Block.Column.of("Nummer", 2), Block.Column.of("Besluit", 8), Block.Column.of("Genomen op", 3),
			Block.Column.of("Stand", 4));
	private static final List<Block.Column> ACTIONS = List.of(Block.Column.of("Actie", 4), Block.Column.of("Wie doet wat, en wanneer", 9), Block.Column.of("Stand", 4));

	private final Papers papers;

	ListPapers(Papers papers) {
		this.papers = papers;
	}

	/** @param year absent means that of the day that is asked about */
	public ResponseEntity<PaperFile> decisions(BodyId id, @Nullable Integer year) {
		BodyView body = papers.seen(ReadModels.BODIES, id);
		int of = year == null ? papers.day().getYear() : year;
		Writing writing = papers.begin(body.partnershipId());
		List<DecisionView> decisions = writing.all(ReadModels.DECISIONS, Map.of("bodyId", id.toString(), "year", Integer.toString(of))).stream()
				.sorted(Comparator.comparingInt(DecisionView::serial)).toList();
		writing.table(DECISIONS, decisions.stream().map(decision -> row(writing, decision)).toList(), "In " + of + " zijn geen besluiten vastgelegd.");
		return papers.finish(writing, "besluitenlijst-" + of, "Besluitenlijst " + of, body.name(), null);
	}

	private static List<Text> row(Writing writing, DecisionView decision) {
		Text what = Text.strong(writing.words(decision.title())).and(decision.text() == null ? "" : "\n" + writing.words(decision.text()));
		return List.of(Text.of(decision.number()), what, Text.of(writing.day(decision.decidedOn())), Text.of(standing(writing, decision)));
	}

	private static String standing(Writing writing, DecisionView decision) {
		String ended = decision.endedOn() == null ? "" : " op " + writing.day(decision.endedOn());
		return switch (decision.status()) {
			case IN_FORCE -> decision.reviewOn() == null ? "Geldt" : "Geldt; bezien op " + writing.day(decision.reviewOn());
			case REVISED -> "Vervangen" + ended;
			case REVOKED -> "Ingetrokken" + ended + (decision.revokedBecause() == null ? "" : ": " + writing.words(decision.revokedBecause()));
		};
	}

	public ResponseEntity<PaperFile> actionsOf(PartnershipId id) {
		PartnershipView partnership = papers.seen(ReadModels.PARTNERSHIPS, id);
		return actions(papers.begin(id), partnership.name(), List.of());
	}

	public ResponseEntity<PaperFile> actionsOf(BodyId id) {
		BodyView body = papers.seen(ReadModels.BODIES, id);
		return actionsOf(papers.begin(body.partnershipId()), body.name(), id);
	}

	public ResponseEntity<PaperFile> actionsOf(TableId id) {
		TableView table = papers.seen(ReadModels.TABLES, id);
		return actionsOf(papers.begin(table.partnershipId()), table.title(), table.bodyId());
	}

	private ResponseEntity<PaperFile> actionsOf(Writing writing, String of, BodyId body) {
		Set<String> meetings = writing.all(ReadModels.MEETINGS, Map.of("bodyId", body.toString())).stream().map(meeting -> meeting.meetingId().toString())
				.collect(Collectors.toSet());
		return actions(writing, of, List.of(new OneOf("meetingId", meetings)));
	}

	private ResponseEntity<PaperFile> actions(Writing writing, String of, List<Condition> conditions) {
		Page<ActionView> open = writing.some(ReadModels.ACTIONS, Map.of("status", ActionStatus.OPEN.name()), conditions, MOST_ACTIONS);
		Page<ActionView> done = writing.some(ReadModels.ACTIONS, Map.of("status", ActionStatus.DONE.name()), conditions, MOST_ACTIONS);
		writing.meetOwners(Stream.concat(open.items().stream(), done.items().stream()).map(Stored::document).flatMap(action -> action.promises().stream()).map(PromiseView::owner)
				.toList());
		write(writing, "Lopende acties", open);
		write(writing, "Acties die klaar zijn", done);
		return papers.finish(writing, "actielijst", "Actielijst", of, null);
	}

	private void write(Writing writing, String heading, Page<ActionView> actions) {
		writing.heading(1, heading);
		writing.table(ACTIONS, actions.items().stream().map(Stored::document).map(action -> row(writing, action)).toList(), "Die zijn er niet.");
		if (actions.total() > MOST_ACTIONS) {
			writing.paragraph("Dit zijn de eerste " + MOST_ACTIONS + " van " + actions.total() + " acties; de hele lijst is er als XLSX of CSV.");
		}
	}

	private List<Text> row(Writing writing, ActionView action) {
		Text promises = new Text(List.of());
		for (PromiseView promise : action.promises()) {
			promises = promises.and(promises.runs().isEmpty() ? "" : "\n").and(Text.strong(writing.owner(promise.owner()))).and(": " + writing.words(promise.what()) + "; "
					+ writing.dutch().deadline(promise.deadline(), promise.of()));
		}
		return List.of(Text.of(writing.words(action.title())), promises, Text.of(standing(writing, action)));
	}

	private String standing(Writing writing, ActionView action) {
		boolean late = action.overdueFrom() != null && !papers.day().isBefore(action.overdueFrom());
		String status = late ? "Te laat" : writing.dutch().status(action.status());
		String told = action.ending() != null ? action.ending() : action.progress().isEmpty() ? null : action.progress().getLast().text();
		return told == null ? status : status + ": " + writing.words(told);
	}
}
