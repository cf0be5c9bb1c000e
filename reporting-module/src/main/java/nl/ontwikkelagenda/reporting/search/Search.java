package nl.ontwikkelagenda.reporting.search;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.CallView;
import nl.ontwikkelagenda.actions.inventory.InventoryAnswerView;
import nl.ontwikkelagenda.actions.inventory.InventoryView;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.agenda.CommentView;
import nl.ontwikkelagenda.agenda.attachment.AttachmentView;
import nl.ontwikkelagenda.agenda.barrier.BarrierView;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.meeting.GroupView;
import nl.ontwikkelagenda.agenda.meeting.ItemView;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.MinutesPartView;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.meeting.SeriesView;
import nl.ontwikkelagenda.agenda.meeting.SourceView;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundView;
import nl.ontwikkelagenda.agenda.project.ProjectView;
import nl.ontwikkelagenda.agenda.project.QuestionView;
import nl.ontwikkelagenda.agenda.project.RemarkView;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.agenda.theme.GuidingAnswerView;
import nl.ontwikkelagenda.agenda.theme.IdeaView;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.cop.community.CommunityView;
import nl.ontwikkelagenda.cop.community.InsightView;
import nl.ontwikkelagenda.cop.glossary.TermView;
import nl.ontwikkelagenda.cop.library.KnowledgeItemView;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.reporting.advice.AdviceTexts;
import nl.ontwikkelagenda.reporting.monitor.IndicatorView;
import nl.ontwikkelagenda.reporting.monitor.MeasurementView;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.Hits;
import nl.ontwikkelagenda.reporting.readmodel.Hits.Hit;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** Finds words in everything that is kept for reading, best answers first. */
@Component
public class Search {

	/** What the hits of each view that can be searched are called. */
	private static final Map<ReadModel<?, ?>, Function<Object, String>> TITLES = titles();

	private final Documents documents;
	private final AdviceTexts advice;

	Search(Documents documents, AdviceTexts advice) {
		this.documents = documents;
		this.advice = advice;
	}

	/**
	 * One page of what was found.
	 *
	 * @param total how much was found in all
	 * @param more  whether there can be more than was looked at: of each kind, the thousand things of a partnership that changed last
	 */
	public record Found(List<SearchHit> hits, long total, boolean more) {
	}

	/** Names of the views that can be searched: the kinds of hits. */
	public static List<String> kinds() {
		return TITLES.keySet().stream().map(ReadModel::name).sorted().toList();
	}

	public static boolean covers(ReadModel<?, ?> view) {
		return TITLES.containsKey(view);
	}

	/** What a document of a view that can be searched is called. */
	public static <D> String title(ReadModel<D, ?> view, D document) {
		return requireNonNull(TITLES.get(view), view.name()).apply(document);
	}

	/**
	 * @param kinds      names of views, of {@link #kinds()}
	 * @param visible    the partnerships of which the documents of a view may be found
	 * @param page       1-based
	 */
	public Found find(String words, Set<String> kinds, Function<ReadModel<?, ?>, Set<PartnershipId>> visible, int page, int pageSize, AsOf asOf) {
		Map<ReadModel<?, ?>, Set<PartnershipId>> where = new LinkedHashMap<>();
		TITLES.keySet().stream().filter(view -> kinds.contains(view.name())).forEach(view -> where.put(view, visible.apply(view)));
		Hits hits = documents.search(where, words, page, pageSize, asOf);
		return new Found(hits.items().stream().map(hit -> hit(hit, words, asOf)).toList(), hits.total(), hits.more());
	}

	private <D> SearchHit hit(Hit<D> hit, String words, AsOf asOf) {
		String kind = hit.view().name();
		D document = hit.found().document();
		return new SearchHit(kind, hit.found().id(), requireNonNull(TITLES.get(hit.view())).apply(document),
				Excerpt.of(hit.view().search().apply(document) + quoted(document, asOf), words),
				kind + "/" + hit.found().id(), hit.found().recordedAt());
	}

	/** The words of others in it. */
	private String quoted(Object document, AsOf asOf) {
		return document instanceof AdviceNoteView note
				? advice.of(note.adviceNoteId(), null, asOf).stream().flatMap(text -> text.parts().stream()).flatMap(part -> part.paragraphs().stream())
						.flatMap(paragraph -> Stream.of(paragraph.title(), paragraph.text())).filter(Objects::nonNull).map(words -> " " + words).collect(Collectors.joining())
				: "";
	}

	private static Map<ReadModel<?, ?>, Function<Object, String>> titles() {
		Map<ReadModel<?, ?>, Function<Object, String>> titles = new LinkedHashMap<>();
		add(titles, ReadModels.MANDATES, MandateView::subject);
		add(titles, ReadModels.BODIES, BodyView::name);
		add(titles, ReadModels.AGENDAS, AgendaView::title);
		add(titles, ReadModels.COMMENTS, CommentView::words);
		add(titles, ReadModels.THEMES, ThemeView::title);
		add(titles, ReadModels.IDEAS, IdeaView::words);
		add(titles, ReadModels.GUIDING_ANSWERS, GuidingAnswerView::answer);
		add(titles, ReadModels.ATTACHMENTS, AttachmentView::title);
		add(titles, ReadModels.SERIES, SeriesView::title);
		add(titles, ReadModels.PROJECTS, ProjectView::title);
		add(titles, ReadModels.REMARKS, RemarkView::words);
		add(titles, ReadModels.QUESTIONS, QuestionView::words);
		add(titles, ReadModels.BARRIERS, BarrierView::rule);
		add(titles, ReadModels.PRIORITY_ROUNDS, PriorityRoundView::title);
		add(titles, ReadModels.MEETINGS, MeetingView::title);
		add(titles, ReadModels.ITEMS, ItemView::title);
		add(titles, ReadModels.GROUPS, GroupView::name);
		add(titles, ReadModels.SOURCES, SourceView::title);
		add(titles, ReadModels.OUTCOMES, OutcomeView::title);
		add(titles, ReadModels.MINUTES, MinutesPartView::text);
		add(titles, ReadModels.DECISIONS, DecisionView::title);
		add(titles, ReadModels.TABLES, TableView::title);
		add(titles, ReadModels.ADVICE_NOTES, AdviceNoteView::title);
		add(titles, ReadModels.ACTIONS, ActionView::title);
		add(titles, ReadModels.CALLS, CallView::text);
		add(titles, ReadModels.INVENTORIES, InventoryView::question);
		add(titles, ReadModels.INVENTORY_ANSWERS, Search::words);
		add(titles, ReadModels.TERMS, TermView::word);
		add(titles, ReadModels.COMMUNITIES, CommunityView::title);
		add(titles, ReadModels.INSIGHTS, InsightView::words);
		add(titles, ReadModels.REFLECTION_ROUNDS, ReflectionRoundView::title);
		add(titles, ReadModels.LIBRARY_ITEMS, KnowledgeItemView::title);
		add(titles, ReadModels.INDICATORS, IndicatorView::name);
		add(titles, ReadModels.MEASUREMENTS, Search::words);
		return titles;
	}

	private static String words(InventoryAnswerView answer) {
		return Stream.of(answer.remark(), answer.noAnswerBecause()).filter(Objects::nonNull).findFirst().orElse("Antwoord");
	}

	private static String words(MeasurementView measurement) {
		return measurement.remark() == null ? "Meting " + measurement.period() : measurement.remark();
	}

	private static <D> void add(Map<ReadModel<?, ?>, Function<Object, String>> titles, ReadModel<D, ?> view, Function<D, String> title) {
		titles.put(view, document -> Excerpt.beginningOf(title.apply(view.document().cast(document))));
	}
}
