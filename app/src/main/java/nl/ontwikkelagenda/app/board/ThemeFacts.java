package nl.ontwikkelagenda.app.board;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundView;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.agenda.theme.GuidingAnswerView;
import nl.ontwikkelagenda.agenda.theme.IdeaStatus;
import nl.ontwikkelagenda.agenda.theme.IdeaView;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.housestyle.OfPartnership;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.cop.community.CommunityView;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;

/**
 * A theme with all that its page tells.
 *
 * @param agendas   every agenda that it was on, the latest first
 * @param related   themes that it was made of or goes on in, by id
 * @param ideas     the latest, also those that went on in others
 * @param moreIdeas how many others there are
 * @param dots      what it got in each round, the latest first
 */
public record ThemeFacts(ThemeView theme, PartnershipView partnership, List<AgendaView> agendas, Map<String, ThemeView> related, List<QuestionAnswers> questions,
		List<IdeaView> ideas, long moreIdeas, List<TableView> tables, List<CommunityView> communities, List<Dots> dots, Around around, Speech say) implements OfPartnership {

	private static final int MOST_IDEAS = 200;
	private static final String THEME = "themeId";

	/** What the theme got in a round; {@code rank} is known when the round is closed. */
	public record Dots(PriorityRoundView round, int dots, @Nullable Integer rank) {
	}

	static ThemeFacts of(ThemeId id, Reading reading) {
		ThemeView theme = reading.one(ReadModels.THEMES, id);
		PartnershipView partnership = reading.partnership(theme.partnershipId());
		Condition itself = new Is(THEME, id.toString());
		Page<IdeaView> ideas = reading.page(ReadModels.IDEAS, List.of(itself), null, List.of("-recordedAt"), 1, MOST_IDEAS, null);
		List<IdeaView> shown = ideas.items().stream().map(Stored::document).toList();
		List<GuidingAnswerView> answers = reading.first(500, ReadModels.GUIDING_ANSWERS, "recordedAt", itself);
		List<TableView> tables = reading.all(ReadModels.TABLES, itself);
		List<CommunityView> communities = reading.all(ReadModels.COMMUNITIES, itself);
		List<BodyId> bodies = Stream.concat(tables.stream().map(TableView::bodyId), communities.stream().map(CommunityView::bodyId)).toList();
		Around around = Around.theme(id, bodies, reading);
		List<AgendaView> agendas = reading.byId(ReadModels.AGENDAS, theme.agendaIds()).values().stream().sorted(Comparator.comparingInt(AgendaView::edition).reversed()).toList();
		Speech say = reading.speech(List.of(partnership)).meet(persons(theme, shown, around), texts(theme, shown, answers, around));
		return new ThemeFacts(theme, partnership, agendas, reading.byId(ReadModels.THEMES, Stream.concat(theme.origins().stream(), theme.goesOnIn().stream()).toList()),
				QuestionAnswers.of(answers), shown, ideas.total() - shown.size(), tables, communities, dots(theme, reading), around, say);
	}

	private static List<Dots> dots(ThemeView theme, Reading reading) {
		Condition ofAgendas = new OneOf("agendaId", theme.agendaIds().stream().map(Object::toString).collect(Collectors.toSet()));
		return reading.first(20, ReadModels.PRIORITY_ROUNDS, "-openedOn", ofAgendas).stream().flatMap(
				round -> round.themes().stream().filter(each -> each.themeId().equals(theme.themeId())).map(each -> new Dots(round, each.dots(), each.rank()))).toList();
	}

	private static Stream<@Nullable PersonId> persons(ThemeView theme, List<IdeaView> ideas, Around around) {
		return Stream.of(Stream.of(theme.personId()), ideas.stream().map(IdeaView::personId), around.persons()).flatMap(all -> all);
	}

	private static Stream<@Nullable String> texts(ThemeView theme, List<IdeaView> ideas, List<GuidingAnswerView> answers, Around around) {
		return Stream
				.of(Stream.of(theme.title(), theme.description(), theme.retiredBecause()), ideas.stream().map(IdeaView::words), answers.stream().map(GuidingAnswerView::answer),
						around.texts())
				.flatMap(all -> all);
	}

	/** Ideas that are still by themselves. */
	public List<IdeaView> openIdeas() {
		return ideas.stream().filter(idea -> idea.status() == IdeaStatus.OPEN).toList();
	}
}
