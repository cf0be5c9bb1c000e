package nl.ontwikkelagenda.app.actions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.actions.action.ActionCommand;
import nl.ontwikkelagenda.actions.action.ActionCommand.AssignAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.BlockAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.CompleteAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.DropAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReopenAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.UnblockAction;
import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.actions.ActionCards.Card;
import nl.ontwikkelagenda.app.actions.ActionQuestion.Column;
import nl.ontwikkelagenda.app.actions.ActionQuestion.Standing;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Group;
import nl.ontwikkelagenda.app.form.Participants;
import nl.ontwikkelagenda.app.pages.Comparisons;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.LookingBack;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.reporting.ReportQuestions;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.progress.Wording;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The actions of a partnership, or of all partnerships of the reader, as a list or as a board on which they are moved; and the form for a new one. */
@Controller
@RequestMapping("/acties")
class ActionListPage {

	private static final int PAGE_SIZE = 25;
	private static final int IN_COLUMN = 30;
	private static final int MOST = 100;
	private static final String MOVE = "verplaats-";
	private static final String NEW = "nieuw";
	private static final Set<Right> MANAGE = Set.of(Right.SECRETARY, Right.PROJECT_LEAD);
	private static final Set<Right> TAKE_PART = Set.of(Right.SECRETARY, Right.PROJECT_LEAD, Right.PARTICIPANT);

	private final Documents documents;
	private final Readers readers;
	private final People people;
	private final ActionCards cards;
	private final ActionFacts facts;
	private final OwnerChoices owners;
	private final Participants participants;
	private final Forms forms;
	private final Comparisons comparisons;
	private final ReportQuestions reports;
	private final LookingBack lookingBack;
	private final Today today;
	private final Dutch dutch;
	private final Oneself oneself;

	ActionListPage(Documents documents, Readers readers, People people, ActionCards cards, ActionFacts facts, OwnerChoices owners, Participants participants, Forms forms,
			Comparisons comparisons, ReportQuestions reports, LookingBack lookingBack, Today today, Dutch dutch, Oneself oneself) {
		this.documents = documents;
		this.readers = readers;
		this.people = people;
		this.cards = cards;
		this.facts = facts;
		this.owners = owners;
		this.participants = participants;
		this.forms = forms;
		this.comparisons = comparisons;
		this.reports = reports;
		this.lookingBack = lookingBack;
		this.today = today;
		this.dutch = dutch;
		this.oneself = oneself;
	}

	/**
	 * A column of the board.
	 *
	 * @param more    how many there are that are not on the board
	 * @param address of the list of all of them
	 */
	public record ColumnOfCards(Column column, String title, String none, List<Card> cards, long total, long more, String address) {
	}

	/** A choice that is one click away, and whether it is the one that is shown. */
	public record Quick(String title, String address, boolean here) {
	}

	/** Where the pages before and after this one are; null when there is none. */
	public record Pages(int page, long last, @Nullable String previous, @Nullable String next) {
	}

	/** What one of the reader's partnerships lets him do. */
	private record Reach(Map<PartnershipId, PartnershipView> partnerships, Set<PartnershipId> manages, Set<PartnershipId> takesPart) {
	}

	@GetMapping
	ModelAndView show(@RequestParam MultiValueMap<String, String> asked) {
		return show(question(asked)).addObject("moved", asked.containsKey("gedaan"));
	}

	private ActionQuestion question(MultiValueMap<String, String> asked) {
		return ActionQuestion.read(forms.read("vraag", asked));
	}

	private ModelAndView show(ActionQuestion question) {
		LookingBack.Moment moment = lookingBack.to(question.asOf());
		Set<PartnershipId> visible = readers.partnerships(ReadModels.ACTIONS);
		PartnershipView chosen = question.partnershipId() == null ? null : partnership(question.partnershipId(), moment.asOf());
		List<PartnershipView> mine = list(ReadModels.PARTNERSHIPS, new ListQuery(Map.of(), null, List.of("name"), 1, MOST, visible), moment.asOf());
		Reach reach = reach(mine, moment.past());
		ModelAndView page = new ModelAndView(question.board() ? "actiebord" : "acties").addObject("question", question).addObject("dutch", dutch)
				.addObject("partnerships", mine).addObject("partnership", chosen).addAllObjects(moment.attributes())
				.addObject("standings", standings()).addObject("quick", quick(question)).addObject("asList", question.address(null, question.standing(), 1))
				.addObject("asBoard", question.address(ActionQuestion.BOARD, null, 1)).addObject("hidden", hidden(question, moment))
				.addObject("mayAssign", chosen != null && reach.manages().contains(chosen.partnershipId()));
		if (chosen != null) {
			PartnershipId one = chosen.partnershipId();
			page.addObject("owners", ownersOf(question, chosen, moment)).addObject("themes", themes(one, moment.asOf())).addObject("meetings", meetings(one, moment.asOf()))
					.addObject("burnUp", reports.burnUp(one, moment.asOf(), moment.onDay()).map(Chart::svg).orElse(null))
					.addObject("comparison", question.since() == null
							? null
							: comparisons.of(new Subject(Subject.Kind.PARTNERSHIP, one.value()), List.of(ReadModels.ACTIONS), question.since(), moment.asOf(), moment.onDay()));
		}
		return question.board() ? page.addObject("columns", columns(question, visible, reach, moment)) : fill(page, question, visible, reach, moment);
	}

	/** @throws NotFound the reader has no right there, or it was not there then */
	private PartnershipView partnership(PartnershipId id, AsOf asOf) {
		readers.check(ReadModels.ACTIONS, id);
		return documents.find(ReadModels.PARTNERSHIPS, id.toString(), asOf).map(Stored::document).orElseThrow(NotFound::new);
	}

	private ModelAndView fill(ModelAndView page, ActionQuestion question, Set<PartnershipId> visible, Reach reach, LookingBack.Moment moment) {
		Page<ActionView> found = documents.list(ReadModels.ACTIONS,
				query(question, question.conditions(oneself.ids(), moment.onDay()), question.order(), question.pageNumber(), PAGE_SIZE, visible),
				moment.asOf());
		int number = question.pageNumber();
		long last = Math.max(1, (found.total() + PAGE_SIZE - 1) / PAGE_SIZE);
		Pages pages = new Pages(number, last, number > 1 ? question.address(null, question.standing(), number - 1) : null,
				number < last ? question.address(null, question.standing(), number + 1) : null);
		return page.addObject("cards", cards(found, reach, moment.onDay())).addObject("total", found.total()).addObject("pages", pages);
	}

	private List<ColumnOfCards> columns(ActionQuestion question, Set<PartnershipId> visible, Reach reach, LookingBack.Moment moment) {
		Map<Column, Page<ActionView>> found = new EnumMap<>(Column.class);
		for (Column column : Column.values()) {
			found.put(column, documents.list(ReadModels.ACTIONS, query(question, question.conditions(oneself.ids(), column),
					column == Column.RUNNING || column == Column.STUCK ? List.of("overdueFrom") : List.of("-endedOn"), 1, IN_COLUMN, visible), moment.asOf()));
		}
		List<ActionView> all = found.values().stream().flatMap(page -> page.items().stream()).map(Stored::document).toList();
		Map<Column, List<Card>> byColumn = cards.of(all, reach.partnerships(), moment.onDay(), reach.manages(), reach.takesPart()).stream()
				.collect(Collectors.groupingBy(Card::column));
		List<ColumnOfCards> columns = new ArrayList<>();
		found.forEach((column, page) -> columns.add(new ColumnOfCards(column, title(column), none(column), byColumn.getOrDefault(column, List.of()), page.total(),
				page.total() - page.items().size(), question.address(null, standing(column), 1))));
		return columns;
	}

	private static ListQuery query(ActionQuestion question, List<Condition> conditions, List<String> sort, int page, int size, Set<PartnershipId> visible) {
		return new ListQuery(Map.of(), conditions, question.words(), sort, page, size, visible);
	}

	private List<Card> cards(Page<ActionView> found, Reach reach, LocalDate day) {
		return cards.of(found.items().stream().map(Stored::document).toList(), reach.partnerships(), day, reach.manages(), reach.takesPart());
	}

	private Reach reach(List<PartnershipView> partnerships, boolean past) {
		Map<PartnershipId, PartnershipView> byId = partnerships.stream().collect(Collectors.toMap(PartnershipView::partnershipId, Function.identity()));
		return past ? new Reach(byId, Set.of(), Set.of()) : new Reach(byId, holding(MANAGE), holding(TAKE_PART));
	}

	private Set<PartnershipId> holding(Set<Right> rights) {
		return readers.heldNow().stream().filter(held -> rights.contains(held.right())).map(held -> held.partnershipId()).collect(Collectors.toSet());
	}

	private static Map<String, String> hidden(ActionQuestion question, LookingBack.Moment moment) {
		Map<String, String> hidden = question.hidden();
		if (moment.past()) {
			hidden.put("asOf", moment.onDay().toString());
		}
		return hidden;
	}

	/** Organisations and persons with a seat; and who was asked for, if something is his. */
	private List<Group> ownersOf(ActionQuestion question, PartnershipView partnership, LookingBack.Moment moment) {
		List<Choice> organisations = Participants.organisations(partnership);
		List<Choice> persons = new ArrayList<>(participants.seated(partnership.partnershipId(), moment));
		String asked = Optional.ofNullable(question.owner()).map(Object::toString).orElse("");
		boolean listed = organisations.stream().anyMatch(choice -> choice.value().equals(asked)) || persons.stream().anyMatch(choice -> choice.value().equals(asked));
		if (!asked.isEmpty() && !listed) {
			ownerOfSomething(partnership.partnershipId(), asked, moment.asOf()).ifPresent(persons::add);
		}
		return List.of(new Group("Organisaties", organisations), new Group("Personen", persons));
	}

	/** A name is told only of who owns something that the reader may see. */
	private Optional<Choice> ownerOfSomething(PartnershipId partnership, String asked, AsOf asOf) {
		return list(ReadModels.ACTIONS, new ListQuery(Map.of("partnershipId", partnership.toString(), "owners", asked), null, List.of(), 1, 1, null), asOf).stream()
				.flatMap(action -> action.promises().stream()).filter(promise -> promise.owner().kind() == Owner.Kind.PERSON && asked.equals(String.valueOf(promise.owner().id())))
				.map(promise -> new PersonId(Objects.requireNonNull(promise.owner().id()))).findFirst()
				.map(person -> new Choice(asked, people.names(List.of(person)).getOrDefault(person, People.ERASED)));
	}

	private List<Choice> themes(PartnershipId partnership, AsOf asOf) {
		return list(ReadModels.THEMES, new ListQuery(Map.of("partnershipId", partnership.toString()), null, List.of("title"), 1, MOST, null), asOf).stream()
				.map(theme -> new Choice(theme.themeId().toString(), theme.title())).toList();
	}

	private List<Choice> meetings(PartnershipId partnership, AsOf asOf) {
		return list(ReadModels.MEETINGS, new ListQuery(Map.of("partnershipId", partnership.toString()), null, List.of("-plannedOn"), 1, MOST, null), asOf).stream()
				.map(meeting -> new Choice(meeting.meetingId().toString(), meeting.title() + ", " + Wording.day(meeting.plannedOn()))).toList();
	}

	private static List<Choice> standings() {
		return List.of(new Choice(Standing.OPEN.name(), "Lopend"), new Choice(Standing.LATE.name(), "Te laat"), new Choice(Standing.BLOCKED.name(), "Zit vast"),
				new Choice(Standing.DRIFTING.name(), "Al vaker verzet"), new Choice(Standing.UNDATED.name(), "Zonder termijn"), new Choice(Standing.DONE.name(), "Klaar"),
				new Choice(Standing.DROPPED.name(), "Vervallen"), new Choice(Standing.ALL.name(), "Alle"));
	}

	private static List<Quick> quick(ActionQuestion question) {
		if (question.board()) {
			return List.of(quick("Van iedereen", question, null, false), quick("Van mij", question, null, true));
		}
		return List.of(quick("Lopend", question, Standing.OPEN, false), quick("Van mij", question, Standing.OPEN, true), quick("Te laat", question, Standing.LATE, question.mine()),
				quick("Zit vast", question, Standing.BLOCKED, question.mine()), quick("Klaar", question, Standing.DONE, question.mine()));
	}

	private static Quick quick(String title, ActionQuestion question, @Nullable Standing standing, boolean mine) {
		boolean here = question.mine() == mine && (question.board() || question.standingOrOpen() == standing);
		return new Quick(title, question.with(standing, mine).address(), here);
	}

	private static Standing standing(Column column) {
		return switch (column) {
			case RUNNING -> Standing.OPEN;
			case STUCK -> Standing.BLOCKED;
			case DONE -> Standing.DONE;
			case DROPPED -> Standing.DROPPED;
		};
	}

	private static String title(Column column) {
		return switch (column) {
			case RUNNING -> "Loopt";
			case STUCK -> "Zit vast";
			case DONE -> "Klaar";
			case DROPPED -> "Vervallen";
		};
	}

	private static String none(Column column) {
		return switch (column) {
			case RUNNING -> "Er loopt niets.";
			case STUCK -> "Niets zit vast.";
			case DONE -> "Er is nog niets klaar.";
			case DROPPED -> "Er is niets vervallen.";
		};
	}

	/** Moves an action to another column of the board, in the words of who moves it; the board that it was moved on comes back. */
	@PostMapping("/{id}/verplaatsen")
	ModelAndView move(@PathVariable ActionId id, @RequestParam MultiValueMap<String, String> typed) {
		readers.check(ReadModels.ACTIONS, id.toString());
		ActionView action = documents.find(ReadModels.ACTIONS, id.toString(), AsOf.NOW).map(Stored::document).orElseThrow(NotFound::new);
		ActionQuestion board = question(typed);
		String address = board.address();
		return forms.send(forms.read(MOVE + id, typed), form -> move(action, form), address + (address.contains("?") ? "&" : "?") + "gedaan=verplaatst#actie-" + id,
				() -> show(board));
	}

	private ActionCommand move(ActionView action, Form form) {
		ActionId id = action.actionId();
		LocalDate day = today.date();
		return switch (form.choice("to", Column.class)) {
			case RUNNING -> action.status() == ActionStatus.OPEN
					? new UnblockAction(id, form.textOrNone("why", Words.DEFAULT_MAX), day)
					: new ReopenAction(id, form.text("why", Words.DEFAULT_MAX), day);
			case STUCK -> new BlockAction(id, form.text("why", Words.DEFAULT_MAX), null, day);
			case DONE -> new CompleteAction(id, form.text("why", Words.DEFAULT_MAX), day);
			case DROPPED -> new DropAction(id, form.text("why", Words.DEFAULT_MAX), day);
		};
	}

	@WithoutAsOf("Een nieuwe actie wordt nu afgesproken; laat asOf weg.")
	@GetMapping("/nieuw")
	ModelAndView fresh(@RequestParam PartnershipId partnershipId) {
		readers.check(MANAGE.toArray(Right[]::new), partnershipId);
		PartnershipView partnership = partnership(partnershipId, AsOf.NOW);
		List<Choice> agendas = list(ReadModels.AGENDAS, new ListQuery(Map.of("partnershipId", partnershipId.toString()), null, List.of("-openedOn"), 1, MOST, null), AsOf.NOW)
				.stream()
				.map(agenda -> new Choice(agenda.agendaId().toString(), agenda.title())).toList();
		return new ModelAndView("actie-nieuw").addObject("partnership", partnership).addObject("dutch", dutch).addObject("today", today.date())
				.addObject("owners", owners.of(partnership, today.date())).addObject("agendas", List.of(new Group("Agenda’s", agendas)))
				.addObject("themes", List.of(new Group("Thema’s", themes(partnershipId, AsOf.NOW))))
				.addObject("meetings", List.of(new Group("Bijeenkomsten, de laatste eerst", meetings(partnershipId, AsOf.NOW))));
	}

	@PostMapping("/nieuw")
	ModelAndView assign(@RequestParam PartnershipId partnershipId, @RequestParam MultiValueMap<String, String> typed) {
		readers.check(MANAGE.toArray(Right[]::new), partnershipId);
		Form form = forms.read(NEW, typed);
		if (form.isTicked("lees")) {
			ActionPage.tellMeaning(form, (phrase, saidOn) -> facts.meaning(partnershipId, meetingHere(partnershipId, form), phrase, saidOn),
					form.dayOrToday("on"));
			return fresh(partnershipId).addObject("form", form);
		}
		ActionId id = new ActionId(Ids.next());
		return forms.send(form, typedForm -> assigning(id, partnershipId, typedForm), "/acties/" + id + "?gedaan=" + NEW, () -> fresh(partnershipId));
	}

	private @Nullable MeetingId meetingHere(PartnershipId partnership, Form form) {
		MeetingId chosen = form.idOrNone("meetingId", MeetingId::new);
		boolean here = chosen != null && documents.partnershipOf(ReadModels.MEETINGS, chosen.toString()).filter(partnership::equals).isPresent();
		return here ? chosen : null;
	}

	private AssignAction assigning(ActionId id, PartnershipId partnership, Form form) {
		return new AssignAction(id, partnership, form.idOrNone("agendaId", AgendaId::new), form.idOrNone("themeId", ThemeId::new),
				form.idOrNone("meetingId", MeetingId::new), null, form.line("title", ActionPage.LINE), form.textOrNone("text", Words.DEFAULT_MAX), form.dayOrToday("on"),
				List.of(ActionPage.agreed(form)));
	}

	private <D> List<D> list(ReadModel<D, ?> view, ListQuery query, AsOf asOf) {
		return documents.items(view, query, asOf).stream().map(Stored::document).toList();
	}
}
