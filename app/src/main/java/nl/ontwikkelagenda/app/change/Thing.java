package nl.ontwikkelagenda.app.change;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import nl.ontwikkelagenda.actions.action.ParticipantView;
import nl.ontwikkelagenda.actions.holiday.SchoolCalendarView;
import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.decision.DecisionRegisterView;
import nl.ontwikkelagenda.agenda.meeting.InvitationView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.cop.community.EnrolmentView;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderView;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.search.Search;

import org.jspecify.annotations.Nullable;

/**
 * How changes of one view are told.
 *
 * @param noun  in Dutch, with its article
 * @param title what one of them is called; persons in it are mentions
 * @param ended what holds of one that has come to its end; null where none ends
 */
public record Thing(ReadModel<?, ?> view, String noun, Function<Object, String> title, @Nullable OneOf ended) {

	private static final String STATUS = "status";
	private static final Map<String, Thing> BY_NAME = all();

	/** Every view of which changes are told, by its name. */
	public static Map<String, Thing> byName() {
		return BY_NAME;
	}

	/** Whether one of them has an address of its own. */
	public boolean byItself() {
		return !view.equals(ReadModels.PARTICIPANTS);
	}

	/** What this one is, with its kind: {@code de actie ‘Uitje plannen’}; persons in it are mentions. */
	public String named(Object document) {
		String name = title.apply(document);
		return noun + " " + (noun.endsWith(" van") ? name : "‘" + name + "’");
	}

	/** @throws NullPointerException when nothing is told of this view */
	public static Thing of(ReadModel<?, ?> view) {
		return requireNonNull(BY_NAME.get(view.name()), view.name());
	}

	private static Map<String, Thing> all() {
		Map<String, Thing> all = new LinkedHashMap<>();
		add(all, ReadModels.PARTNERSHIPS, "het samenwerkingsverband", PartnershipView::name);
		add(all, ReadModels.MANDATES, "het mandaat");
		add(all, ReadModels.BODIES, "het overlegorgaan", "DISSOLVED");
		add(all, ReadModels.SEATS, "de zetel van", view -> mention(view.personId()));
		add(all, ReadModels.AGENDAS, "de agenda", "CLOSED");
		add(all, ReadModels.COMMENTS, "de opmerking", "SETTLED");
		add(all, ReadModels.THEMES, "het thema", "RETIRED", "MERGED", "SPLIT");
		add(all, ReadModels.IDEAS, "het idee", "MERGED", "SPLIT");
		add(all, ReadModels.GUIDING_ANSWERS, "het antwoord op een leidende vraag");
		add(all, ReadModels.ATTACHMENTS, "de bijlage");
		add(all, ReadModels.SERIES, "de reeks bijeenkomsten");
		add(all, ReadModels.PROJECTS, "het project", "ENDED");
		add(all, ReadModels.REMARKS, "de opmerking bij een project");
		add(all, ReadModels.QUESTIONS, "de vraag bij een project");
		add(all, ReadModels.BARRIERS, "de belemmering", "RESOLVED");
		add(all, ReadModels.PRIORITY_ROUNDS, "de prioriteitenronde", "CLOSED");
		add(all, ReadModels.MEETINGS, "de bijeenkomst", "HELD", "CANCELLED");
		add(all, ReadModels.INVITATIONS, "de uitnodiging van", Thing::invited);
		add(all, ReadModels.ITEMS, "het agendapunt", "TREATED", "WITHDRAWN", "CARRIED_OVER");
		add(all, ReadModels.GROUPS, "de groep");
		add(all, ReadModels.SOURCES, "de besproken bron");
		add(all, ReadModels.OUTCOMES, "de uitkomst");
		add(all, ReadModels.MINUTES, "het verslag");
		add(all, ReadModels.DECISION_REGISTERS, "de besluitenlijst", (DecisionRegisterView view) -> Integer.toString(view.year()));
		add(all, ReadModels.DECISIONS, "het besluit", "REVISED", "REVOKED");
		add(all, ReadModels.TABLES, "de ontwikkeltafel", "CLOSED");
		add(all, ReadModels.ADVICE_NOTES, "de adviesnotitie", "ANSWERED", "WITHDRAWN");
		add(all, ReadModels.ACTIONS, "de actie", "DONE", "DROPPED");
		add(all, ReadModels.CALLS, "de oproep", "CLOSED");
		add(all, ReadModels.PARTICIPANTS, "de aanmelding van", (ParticipantView view) -> mention(view.personId()));
		add(all, ReadModels.SCHOOL_HOLIDAYS, "de lijst", (SchoolCalendarView view) -> "schoolvakanties");
		add(all, ReadModels.INVENTORIES, "de inventarisatie", "CLOSED");
		add(all, ReadModels.INVENTORY_ANSWERS, "het antwoord op een inventarisatie");
		add(all, ReadModels.TERMS, "het begrip");
		add(all, ReadModels.STAKEHOLDERS, "de aandeelhouder", (StakeholderView view) -> mention(view.personId()), "WITHDRAWN");
		add(all, ReadModels.COMMUNITIES, "de community", "CONCLUDED");
		put(all, ReadModels.ENROLMENTS, "de deelname van", (EnrolmentView view) -> mention(view.personId()), new OneOf("standing", Set.of("DECLINED", "LEFT")));
		add(all, ReadModels.INSIGHTS, "het inzicht");
		add(all, ReadModels.REFLECTION_ROUNDS, "de reflectie", "CLOSED", "ABANDONED");
		add(all, ReadModels.LIBRARY_ITEMS, "de bron", "SUPERSEDED");
		add(all, ReadModels.INDICATORS, "de indicator", "RETIRED");
		add(all, ReadModels.MEASUREMENTS, "de meting");
		return all;
	}

	private static String invited(InvitationView view) {
		return view.personId() == null ? "een organisatie" : mention(view.personId());
	}

	private static String mention(PersonId person) {
		return "@[" + person + "]";
	}

	private static <D> void add(Map<String, Thing> all, ReadModel<D, ?> view, String noun, String... ends) {
		add(all, view, noun, document -> Search.title(view, document), ends);
	}

	private static <D> void add(Map<String, Thing> all, ReadModel<D, ?> view, String noun, Function<D, String> title, String... ends) {
		put(all, view, noun, title, ends.length == 0 ? null : new OneOf(STATUS, Set.of(ends)));
	}

	private static <D> void put(Map<String, Thing> all, ReadModel<D, ?> view, String noun, Function<D, String> title, @Nullable OneOf ended) {
		all.put(view.name(), new Thing(view, noun, document -> title.apply(view.document().cast(document)), ended));
	}
}
