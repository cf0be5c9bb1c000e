package nl.ontwikkelagenda.app.actions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.ActionView.PromiseView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.actions.ActionQuestion.Column;
import nl.ontwikkelagenda.app.pages.Names;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.progress.Wording;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what lists and boards show of actions, with two questions to the register whatever their number. */
@Component
class ActionCards {

	private final People people;

	ActionCards(People people) {
		this.people = people;
	}

	/**
	 * An action in a list or on a board.
	 *
	 * @param who      who promised what
	 * @param deadline of the open promise that is due first; null when none is open
	 * @param standing how it stands, in one sentence
	 * @param stuckOn  why it is stuck; null while it is not
	 * @param ending   its result, or why it was dropped
	 * @param moves    the columns that the reader may move it to
	 */
	public record Card(ActionId actionId, PartnershipId partnershipId, String partnership, String title, List<Doer> who, @Nullable String deadline, String standing, boolean late,
			@Nullable String stuckOn, @Nullable String ending, ActionStatus status, Column column, List<Column> moves) {
	}

	public record Doer(String name, String what) {
	}

	/**
	 * @param partnerships of all these actions, by id
	 * @param manages      partnerships in which the reader may do everything
	 * @param takesPart    partnerships in which he may report and complete
	 */
	List<Card> of(List<ActionView> actions, Map<PartnershipId, PartnershipView> partnerships, LocalDate day, Set<PartnershipId> manages, Set<PartnershipId> takesPart) {
		Names names = new Names(people, partnerships.values().stream().flatMap(partnership -> partnership.organisations().stream()).toList(),
				actions.stream().flatMap(action -> action.promises().stream()).map(PromiseView::owner).toList());
		List<String> texts = new ArrayList<>();
		actions.forEach(action -> {
			texts.add(action.title());
			texts.add(action.block() == null ? "" : action.block().reason());
			texts.add(action.ending() == null ? "" : action.ending());
			action.promises().forEach(promise -> texts.add(promise.what()));
		});
		Iterator<String> words = people.withNames(texts).iterator();
		Function<PartnershipId, String> partnership = id -> Optional.ofNullable(partnerships.get(id)).map(PartnershipView::name).orElse("");
		return actions.stream().map(action -> {
			String title = words.next();
			String stuckOn = words.next();
			String ending = words.next();
			List<Doer> who = action.promises().stream().map(promise -> new Doer(names.owner(promise.owner()), words.next())).toList();
			Column column = column(action);
			return new Card(action.actionId(), action.partnershipId(), partnership.apply(action.partnershipId()), title, who, deadline(action), ActionFacts.standing(action, day),
					ActionFacts.isLate(action, day), action.block() == null ? null : stuckOn, action.ending() == null ? null : ending, action.status(), column,
					moves(column, manages.contains(action.partnershipId()), takesPart.contains(action.partnershipId())));
		}).toList();
	}

	static Column column(ActionView action) {
		return switch (action.status()) {
			case OPEN -> action.blocked() ? Column.STUCK : Column.RUNNING;
			case DONE -> Column.DONE;
			case DROPPED -> Column.DROPPED;
		};
	}

	private static List<Column> moves(Column from, boolean manages, boolean takesPart) {
		if (!takesPart) {
			return List.of();
		}
		return switch (from) {
			case RUNNING -> manages ? List.of(Column.STUCK, Column.DONE, Column.DROPPED) : List.of(Column.STUCK, Column.DONE);
			case STUCK -> manages ? List.of(Column.RUNNING, Column.DONE, Column.DROPPED) : List.of(Column.RUNNING, Column.DONE);
			case DONE, DROPPED -> manages ? List.of(Column.RUNNING) : List.of();
		};
	}

	private static @Nullable String deadline(ActionView action) {
		return action.promises().stream().filter(promise -> promise.kept() == null && action.status() == ActionStatus.OPEN)
				.min(Comparator.comparing(promise -> promise.deadline().latest(), Comparator.nullsLast(Comparator.naturalOrder())))
				.map(promise -> Wording.deadline(promise.deadline(), promise.of())).orElse(null);
	}

	/** The partnerships that these actions are of. */
	static Set<String> partnerships(List<ActionView> actions) {
		return actions.stream().map(action -> action.partnershipId().toString()).collect(Collectors.toSet());
	}
}
