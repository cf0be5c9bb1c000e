package nl.ontwikkelagenda.app.board;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.HoldersView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.priority.BallotView;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundId;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundStatus;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundView;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundView.ThemeDots;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;

/**
 * A priority round as one participant sees it: his own dots, and what all together gave.
 *
 * @param rows   its themes in the order of its opening
 * @param left   how many dots he can still place
 * @param most   how many dots the theme with the most has
 * @param others rounds to compare it with, the latest first
 */
public record RoundFacts(PriorityRoundView round, AgendaView agenda, List<Row> rows, int left, int most, List<PriorityRoundView> others, Speech say) {

	private static final int MEETINGS = 5;
	private static final int SEATS = 500;

	/**
	 * A theme of the round.
	 *
	 * @param own    how many dots the participant has on it
	 * @param mayAdd whether another can be placed on it
	 */
	public record Row(ThemeId themeId, String title, @Nullable String description, int own, boolean mayAdd, ThemeDots dots) {

		/** One for each of his dots, to draw them. */
		public List<Integer> drawn() {
			return IntStream.range(0, own).boxed().toList();
		}
	}

	/** @param participant under which of the reader's ids dots can be his */
	static RoundFacts of(PriorityRoundId id, Set<PersonId> participant, Reading reading) {
		PriorityRoundView round = reading.one(ReadModels.PRIORITY_ROUNDS, id);
		Map<String, ThemeView> themes = reading.byId(ReadModels.THEMES, round.themes().stream().map(ThemeDots::themeId).toList());
		List<BallotView.Placed> placed = ballot(id, participant, reading).map(BallotView::themes).orElse(List.of());
		int left = round.dotsPerParticipant() - placed.stream().mapToInt(BallotView.Placed::dots).sum();
		Speech say = reading.speech(List.of()).meet(Stream.of(), themes.values().stream().flatMap(theme -> Stream.of(theme.title(), theme.description())));
		List<Row> rows = round.themes().stream().flatMap(each -> Stream.ofNullable(themes.get(each.themeId().toString())).map(theme -> row(theme, each, placed, left, round, say)))
				.toList();
		List<PriorityRoundView> others = reading.all(ReadModels.PRIORITY_ROUNDS, new Is("partnershipId", round.partnershipId().toString())).stream()
				.filter(other -> !other.priorityRoundId().equals(id)).sorted(Comparator.comparing(PriorityRoundView::openedOn).reversed()).toList();
		return new RoundFacts(round, reading.one(ReadModels.AGENDAS, round.agendaId()), rows, left, Math.max(1, rows.stream().mapToInt(row -> row.dots().dots()).max().orElse(1)),
				others, say);
	}

	/** Of several entries of one person, that with dots: he votes once. */
	static Optional<BallotView> ballot(PriorityRoundId id, Set<PersonId> participant, Reading reading) {
		return participant.stream().flatMap(person -> reading.find(ReadModels.BALLOTS, id + "/" + person).stream()).max(Comparator.comparingInt(BallotView::inAll));
	}

	private static Row row(ThemeView theme, ThemeDots dots, List<BallotView.Placed> placed, int left, PriorityRoundView round, Speech say) {
		int own = placed.stream().filter(each -> each.themeId().equals(theme.themeId())).mapToInt(BallotView.Placed::dots).sum();
		boolean mayAdd = left > 0 && (round.maxPerTheme() == null || own < round.maxPerTheme());
		return new Row(theme.themeId(), say.words(theme.title()), theme.description(), own, mayAdd, dots);
	}

	public boolean isOpen() {
		return round.status() == PriorityRoundStatus.OPEN;
	}

	/** The themes with the most dots first. */
	public List<Row> results() {
		return rows.stream().sorted(Comparator.comparingInt((Row row) -> -row.dots().dots()).thenComparing(Row::title)).toList();
	}

	/** Themes on which the participant has dots. */
	public List<Row> placed() {
		return rows.stream().filter(row -> row.own() > 0).toList();
	}

	/** For whom a secretary can place dots: who holds a right, sits on a body, or was at one of the last meetings of the agenda. */
	static Set<PersonId> participants(PriorityRoundView round, Reading reading) {
		PartnershipId partnership = round.partnershipId();
		Set<PersonId> all = new HashSet<>();
		reading.find(ReadModels.HOLDERS, partnership).map(HoldersView::holders).orElse(List.of()).forEach(held -> all.add(held.personId()));
		reading.first(SEATS, ReadModels.SEATS, "-from", new Is("partnershipId", partnership.toString())).stream().map(SeatView::personId).forEach(all::add);
		reading.first(MEETINGS, ReadModels.MEETINGS, "-plannedOn", new Is("agendaId", round.agendaId().toString())).stream().map(MeetingView::attendance).flatMap(List::stream)
				.forEach(attendance -> {
					if (attendance.personId() != null) {
						all.add(attendance.personId());
					}
				});
		return all;
	}
}
