package nl.ontwikkelagenda.app.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.agenda.CommentView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundStatus;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundView;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundView.ThemeDots;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.agenda.theme.GuidingAnswerView;
import nl.ontwikkelagenda.agenda.theme.IdeaStatus;
import nl.ontwikkelagenda.agenda.theme.IdeaView;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.agenda.theme.ThemeStatus;
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
 * An agenda with all that hangs on its board.
 *
 * @param open  themes that are worked on, by priority: those with the most dots in the last round first
 * @param ended themes that were closed, merged, split, or that went along with a next edition
 * @param next  the edition that follows
 */
public record AgendaBoard(AgendaView agenda, PartnershipView partnership, List<Card> open, List<ThemeView> ended, List<PriorityRoundView> rounds, List<CommentView> comments,
		@Nullable String adoptedBy, @Nullable AgendaView next, Speech say) implements OfPartnership {

	private static final int MOST_IDEAS = 8;
	private static final String THEME = "themeId";

	/**
	 * A theme on the board.
	 *
	 * @param ideas       the latest that are still by themselves
	 * @param moreIdeas   how many others there are
	 * @param dots        in the last round that was closed; absent when it was not in one
	 * @param openActions how many actions about it are under way
	 */
	public record Card(ThemeView theme, List<QuestionAnswers> questions, List<IdeaView> ideas, long moreIdeas, List<TableView> tables, @Nullable ThemeDots dots, long openActions) {

		/** Whether one of the three questions has an answer. */
		public boolean isAnswered() {
			return questions.stream().anyMatch(question -> !question.answers().isEmpty());
		}
	}

	static AgendaBoard of(AgendaId id, Reading reading) {
		AgendaView agenda = reading.one(ReadModels.AGENDAS, id);
		PartnershipView partnership = reading.partnership(agenda.partnershipId());
		List<ThemeView> themes = reading.all(ReadModels.THEMES, new Is("agendaIds", id.toString()));
		List<ThemeView> working = themes.stream().filter(theme -> theme.status() == ThemeStatus.OPEN && theme.agendaId().equals(id)).toList();
		List<PriorityRoundView> rounds = reading.all(ReadModels.PRIORITY_ROUNDS, new Is("agendaId", id.toString())).stream()
				.sorted(Comparator.comparing(PriorityRoundView::recordedAt).reversed()).toList();
		List<Card> cards = cards(working, rounds, reading);
		List<CommentView> comments = reading.first(100, ReadModels.COMMENTS, "-recordedAt", new Is("agendaId", id.toString()));
		String adoptedBy = Optional.ofNullable(agenda.adoption()).flatMap(adoption -> reading.find(ReadModels.BODIES, adoption.bodyId())).map(body -> body.name()).orElse(null);
		AgendaView next = reading.first(1, ReadModels.AGENDAS, "-edition", new Is("editionOf", id.toString())).stream().findFirst().orElse(null);
		Speech say = reading.speech(List.of(partnership)).meet(persons(agenda, cards, comments), texts(agenda, cards, comments));
		return new AgendaBoard(agenda, partnership, cards, themes.stream().filter(theme -> !working.contains(theme)).toList(), rounds, comments, adoptedBy, next, say);
	}

	private static List<Card> cards(List<ThemeView> themes, List<PriorityRoundView> rounds, Reading reading) {
		Set<String> ids = themes.stream().map(theme -> theme.themeId().toString()).collect(Collectors.toSet());
		Condition ofThemes = new OneOf(THEME, ids);
		Map<ThemeId, List<IdeaView>> ideas = byTheme(reading.first(500, ReadModels.IDEAS, "-recordedAt", ofThemes, new Is("status", IdeaStatus.OPEN.name())), IdeaView::themeId);
		Map<ThemeId, List<GuidingAnswerView>> answers = byTheme(reading.first(500, ReadModels.GUIDING_ANSWERS, "recordedAt", ofThemes), GuidingAnswerView::themeId);
		Map<ThemeId, List<TableView>> tables = byTheme(reading.all(ReadModels.TABLES, ofThemes), TableView::themeId);
		List<Long> allIdeas = reading.count(ReadModels.IDEAS, each(themes, new Is("status", IdeaStatus.OPEN.name())));
		List<Long> actions = reading.count(ReadModels.ACTIONS, each(themes, new Is("status", ActionStatus.OPEN.name())));
		Map<ThemeId, ThemeDots> dots = rounds.stream().filter(round -> round.status() == PriorityRoundStatus.CLOSED).findFirst()
				.map(round -> round.themes().stream().collect(Collectors.toMap(ThemeDots::themeId, Function.identity()))).orElse(Map.of());
		List<Card> cards = new ArrayList<>();
		for (int i = 0; i < themes.size(); i++) {
			ThemeView theme = themes.get(i);
			ThemeId id = theme.themeId();
			List<IdeaView> shown = ideas.getOrDefault(id, List.of()).stream().limit(MOST_IDEAS).toList();
			cards.add(new Card(theme, QuestionAnswers.of(answers.getOrDefault(id, List.of())), shown, allIdeas.get(i) - shown.size(), tables.getOrDefault(id, List.of()),
					dots.get(id), actions.get(i)));
		}
		cards.sort(Comparator.comparingInt((Card card) -> card.dots() == null ? 0 : -card.dots().dots()).thenComparing(card -> card.theme().raisedOn())
				.thenComparing(card -> card.theme().title()));
		return List.copyOf(cards);
	}

	private static List<List<Condition>> each(List<ThemeView> themes, Condition also) {
		return themes.stream().map(theme -> List.<Condition>of(new Is(THEME, theme.themeId().toString()), also)).toList();
	}

	private static <D> Map<ThemeId, List<D>> byTheme(List<D> all, Function<D, ThemeId> theme) {
		return all.stream().collect(Collectors.groupingBy(theme));
	}

	private static Stream<@Nullable PersonId> persons(AgendaView agenda, List<Card> cards, List<CommentView> comments) {
		return Stream.of(agenda.readers().stream().map(AgendaView.Reader::personId), comments.stream().map(CommentView::personId),
				cards.stream().flatMap(card -> card.ideas().stream()).map(IdeaView::personId)).flatMap(all -> all);
	}

	private static Stream<@Nullable String> texts(AgendaView agenda, List<Card> cards, List<CommentView> comments) {
		return Stream.of(Stream.of(agenda.title(), agenda.ambition()), cards.stream().flatMap(AgendaBoard::texts),
				comments.stream().flatMap(comment -> Stream.of(comment.words(), comment.answer()))).flatMap(all -> all);
	}

	private static Stream<@Nullable String> texts(Card card) {
		return Stream.of(Stream.of(card.theme().title(), card.theme().description()), card.ideas().stream().map(IdeaView::words),
				card.questions().stream().flatMap(question -> question.answers().stream()).map(GuidingAnswerView::answer)).flatMap(all -> all);
	}

	/** The round in which dots can be placed now; null when there is none. */
	public @Nullable PriorityRoundView openRound() {
		return rounds.stream().filter(round -> round.status() == PriorityRoundStatus.OPEN).findFirst().orElse(null);
	}

	/** Rounds that are over, newest first. */
	public List<PriorityRoundView> closedRounds() {
		return rounds.stream().filter(round -> round.status() == PriorityRoundStatus.CLOSED).toList();
	}

	/** Who reads the draft along. */
	public List<PersonId> readers() {
		return agenda.readers().stream().map(AgendaView.Reader::personId).toList();
	}
}
