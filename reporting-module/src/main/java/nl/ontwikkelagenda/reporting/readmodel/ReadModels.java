package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionEvent;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent;
import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.body.BodyEvent;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.partnership.HoldersView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView.Organisation;
import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.cop.glossary.TermEvent;
import nl.ontwikkelagenda.cop.glossary.TermView;

import org.jspecify.annotations.Nullable;

/** Every view there is. Raise the version of one whose fold or document changes. */
public final class ReadModels {

	public static final ReadModel<PartnershipView, PartnershipEvent> PARTNERSHIPS = new ReadModel<>("partnerships", 1, PartnershipView.class, PartnershipEvent.class,
			event -> event.partnershipId().toString(), PartnershipView::on, List.of("kind", "name", "schoolRegion", "foundedOn"),
			view -> Stream.concat(Stream.of(view.name()), view.organisations().stream().map(Organisation::name)).collect(Collectors.joining(" ")));

	/** By person. */
	public static final ReadModel<RightsView, PartnershipEvent> RIGHTS = new ReadModel<>("rights", 1, RightsView.class, PartnershipEvent.class, RightsView::key, RightsView::on,
			List.of("personId"), view -> "");

	/** By partnership. */
	public static final ReadModel<HoldersView, PartnershipEvent> HOLDERS = new ReadModel<>("holders", 1, HoldersView.class, PartnershipEvent.class,
			event -> event.partnershipId().toString(), HoldersView::on, List.of("partnershipId"), view -> "");

	public static final ReadModel<BodyView, BodyEvent> BODIES = new ReadModel<>("bodies", 1, BodyView.class, BodyEvent.class, event -> event.bodyId().toString(), BodyView::on,
			List.of("partnershipId", "kind", "name", "access"), BodyView::name);

	public static final ReadModel<AgendaView, AgendaEvent> AGENDAS = new ReadModel<>("agendas", 1, AgendaView.class, AgendaEvent.class, event -> event.agendaId().toString(),
			AgendaView::on, List.of("partnershipId", "title", "openedOn"), view -> words(view.title(), view.ambition()));

	public static final ReadModel<ThemeView, ThemeEvent> THEMES = new ReadModel<>("themes", 1, ThemeView.class, ThemeEvent.class, event -> event.themeId().toString(),
			ThemeView::on, List.of("partnershipId", "agendaId", "title", "noticedAsMissing", "raisedOn", "status"), view -> words(view.title(), view.description()));

	public static final ReadModel<MeetingView, MeetingEvent> MEETINGS = new ReadModel<>("meetings", 2, MeetingView.class, MeetingEvent.class,
			event -> event.meetingId().toString(), MeetingView::on, List.of("partnershipId", "meetingId", "bodyId", "agendaId", "follows", "title", "plannedOn", "status"),
			view -> words(view.title(), view.place()));

	/** By outcome. */
	public static final ReadModel<OutcomeView, MeetingEvent> OUTCOMES = new ReadModel<>("outcomes", 1, OutcomeView.class, MeetingEvent.class, OutcomeView::key, OutcomeView::on,
			List.of("partnershipId", "meetingId", "agendaId", "themeId", "kind", "title", "agreedOn", "recordedAt"),
			view -> Stream.concat(Stream.of(words(view.title(), view.text())), view.promises().stream().map(OutcomeView.Promise::what)).collect(Collectors.joining(" ")));

	public static final ReadModel<ActionView, ActionEvent> ACTIONS = new ReadModel<>("actions", 1, ActionView.class, ActionEvent.class, event -> event.actionId().toString(),
			ActionView::on, List.of("partnershipId", "agendaId", "themeId", "meetingId", "outcomeId", "title", "agreedOn", "recordedAt", "status", "owners"),
			view -> Stream.concat(Stream.of(words(view.title(), view.text(), view.ending())), view.promises().stream().map(ActionView.PromiseView::what))
					.collect(Collectors.joining(" ")));

	public static final ReadModel<TermView, TermEvent> TERMS = new ReadModel<>("terms", 1, TermView.class, TermEvent.class, event -> event.termId().toString(), TermView::on,
			List.of("partnershipId", "word", "sector", "status"), view -> words(view.word(), view.explanation()));

	public static final List<ReadModel<?, ?>> ALL = List.of(
			PARTNERSHIPS,
			RIGHTS,
			HOLDERS,
			BODIES,
			AGENDAS,
			THEMES,
			MEETINGS,
			OUTCOMES,
			ACTIONS,
			TERMS);

	private ReadModels() {
	}

	private static String words(@Nullable String... texts) {
		return Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining(" "));
	}
}
