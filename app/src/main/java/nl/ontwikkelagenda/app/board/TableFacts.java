package nl.ontwikkelagenda.app.board;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.housestyle.OfPartnership;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;

/**
 * A development table with all that its page tells.
 *
 * @param members  who sits on it on the day of the page
 * @param former   who sat on it
 * @param mandates what its members may do on behalf of others, on the day of the page
 * @param grounds  outcomes that answer its goals, by id
 * @param answers  which body answers each of its advice notes, by id of the body
 */
public record TableFacts(TableView table, PartnershipView partnership, BodyView body, ThemeView theme, List<SeatView> members, List<SeatView> former, List<MandateView> mandates,
		List<AdviceNoteView> advice, Map<String, BodyView> answers, Map<String, OutcomeView> grounds, Around around, Speech say) implements OfPartnership {

	static TableFacts of(TableId id, Reading reading) {
		TableView table = reading.one(ReadModels.TABLES, id);
		PartnershipView partnership = reading.partnership(table.partnershipId());
		LocalDate day = reading.moment().onDay();
		List<SeatView> seats = reading.all(ReadModels.SEATS, new Is("bodyId", table.bodyId().toString())).stream()
				.sorted(Comparator.comparing(SeatView::role).thenComparing(SeatView::from)).toList();
		List<SeatView> members = seats.stream().filter(seat -> seat.holdsOn(day)).toList();
		Condition ofMembers = new OneOf("personId", members.stream().map(seat -> seat.personId().toString()).collect(Collectors.toSet()));
		List<MandateView> mandates = reading.all(ReadModels.MANDATES, new Is("partnershipId", table.partnershipId().toString()), ofMembers).stream()
				.filter(mandate -> mandate.holdsOn(day)).toList();
		List<AdviceNoteView> advice = reading.all(ReadModels.ADVICE_NOTES, new Is("tableId", id.toString()));
		Around around = Around.body(table.bodyId(), reading);
		Map<String, OutcomeView> grounds = reading.byId(ReadModels.OUTCOMES,
				table.goals().stream().flatMap(goal -> goal.answers().stream()).map(TableView.Answer::outcomeId).filter(Objects::nonNull).distinct().toList());
		Speech say = reading.speech(List.of(partnership)).meet(persons(seats, around),
				Stream.concat(texts(table, mandates, advice, around), grounds.values().stream().map(OutcomeView::title)));
		return new TableFacts(table, partnership, reading.one(ReadModels.BODIES, table.bodyId()), reading.one(ReadModels.THEMES, table.themeId()), members,
				seats.stream().filter(seat -> seat.endsBefore(day)).toList(), mandates, advice,
				reading.byId(ReadModels.BODIES, advice.stream().map(AdviceNoteView::bodyId).collect(Collectors.toCollection(HashSet::new))), grounds, around, say);
	}

	private static Stream<@Nullable PersonId> persons(List<SeatView> seats, Around around) {
		return Stream.concat(seats.stream().map(SeatView::personId), around.persons());
	}

	private static Stream<@Nullable String> texts(TableView table, List<MandateView> mandates, List<AdviceNoteView> advice, Around around) {
		Stream<@Nullable String> own = Stream.of(table.title(), table.result());
		Stream<@Nullable String> goals = table.goals().stream().flatMap(goal -> Stream.concat(goal.wordings().stream().map(TableView.Wording::words),
				goal.answers().stream().map(TableView.Answer::answer)));
		Stream<@Nullable String> proposals = table.proposals().stream().flatMap(proposal -> Stream.concat(proposal.wordings().stream().map(TableView.Wording::words),
				Stream.of(proposal.by(), proposal.withdrawnBecause())));
		Stream<@Nullable String> notes = advice.stream().flatMap(note -> Stream.of(note.title(), note.answer() == null ? null : note.answer().reasons()));
		return Stream.of(own, goals, proposals, mandates.stream().map(MandateView::subject), notes, around.texts()).flatMap(Function.identity());
	}

	/** The advice that an answer rests on; null when it rests on none. */
	public @Nullable AdviceNoteView advice(TableView.Answer answer) {
		return advice.stream().filter(note -> note.adviceNoteId().equals(answer.adviceNoteId())).findFirst().orElse(null);
	}

	/** The outcome that an answer rests on; null when it rests on none. */
	public @Nullable OutcomeView outcome(TableView.Answer answer) {
		return answer.outcomeId() == null ? null : grounds.get(answer.outcomeId().toString());
	}

	/** The goals that a proposal serves, in their words. */
	public List<String> goals(TableView.Proposal proposal) {
		Set<Object> served = Set.copyOf(proposal.goals());
		return table.goals().stream().filter(goal -> served.contains(goal.goalId())).map(goal -> say.words(goal.words())).toList();
	}
}
