package nl.ontwikkelagenda.app.actions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.ActionView.DeadlineView;
import nl.ontwikkelagenda.actions.action.ActionView.PromiseView;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.OwnerView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.actions.ActionLine.OwnerKind;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;

/** Makes rows of actions, with the names of persons, organisations and themes in place of their ids. Names of persons are those of now. */
final class ActionLines {

	private final Documents documents;
	private final People people;
	private final AsOf asOf;
	private final Map<PartnershipId, Map<UUID, String>> organisations = new HashMap<>();
	private final Map<ThemeId, String> themes = new HashMap<>();

	ActionLines(Documents documents, People people, AsOf asOf) {
		this.documents = documents;
		this.people = people;
		this.asOf = asOf;
	}

	/** The rows of these actions; the register of persons is asked once for all of them. */
	Stream<ActionLine> of(List<ActionView> actions) {
		Map<PersonId, String> persons = people.names(actions.stream().flatMap(action -> action.promises().stream()).map(PromiseView::owner)
				.filter(owner -> owner.kind() == Owner.Kind.PERSON).map(OwnerView::id).filter(Objects::nonNull).map(PersonId::new).distinct().toList());
		UnaryOperator<String> named = Mentions.named(actions.stream().flatMap(ActionLines::texts), people);
		return actions.stream().flatMap(action -> action.promises().stream().map(promise -> line(action, promise, persons, named)));
	}

	private static Stream<String> texts(ActionView action) {
		Stream<@Nullable String> own = Stream.of(action.title(), action.text(), action.ending(), lastProgress(action));
		Stream<@Nullable String> promised = action.promises().stream().flatMap(promise -> Stream.of(promise.what(), promise.deadline().phrase()));
		return Stream.concat(own, promised).filter(Objects::nonNull).map(Objects::requireNonNull);
	}

	private static @Nullable String lastProgress(ActionView action) {
		return action.progress().isEmpty() ? null : action.progress().getLast().text();
	}

	private ActionLine line(ActionView action, PromiseView promise, Map<PersonId, String> persons, UnaryOperator<String> named) {
		OwnerView owner = promise.owner();
		DeadlineView deadline = promise.deadline();
		return new ActionLine(action.actionId().toString(), named.apply(action.title()), words(action.text(), named), theme(action.themeId()), action.agreedOn(), kind(owner),
				name(owner, action.partnershipId(), persons), owner.id() == null ? null : owner.id().toString(), named.apply(promise.what()), promise.of(),
				words(deadline.phrase(), named), deadline.saidOn(),
				deadline.earliest(), deadline.latest(), deadline.certainty(), action.status(), action.endedOn(), words(action.ending(), named),
				words(lastProgress(action), named));
	}

	private static @Nullable String words(@Nullable String text, UnaryOperator<String> named) {
		return text == null ? null : named.apply(text);
	}

	private static OwnerKind kind(OwnerView owner) {
		return switch (owner.kind()) {
			case PERSON -> OwnerKind.PERSON;
			case TEAM -> OwnerKind.TEAM;
			case ORGANISATION -> owner.id() == null ? OwnerKind.OUTSIDE : OwnerKind.ORGANISATION;
		};
	}

	private String name(OwnerView owner, PartnershipId partnership, Map<PersonId, String> persons) {
		if (owner.name() != null || owner.id() == null) {
			return String.valueOf(owner.name());
		}
		return owner.kind() == Owner.Kind.PERSON
				? persons.getOrDefault(new PersonId(owner.id()), People.ERASED)
				: organisations.computeIfAbsent(partnership, this::organisationsOf).getOrDefault(owner.id(), People.ERASED);
	}

	private Map<UUID, String> organisationsOf(PartnershipId partnership) {
		Map<UUID, String> names = new HashMap<>();
		documents.find(ReadModels.PARTNERSHIPS, partnership.toString(), asOf).ifPresent(
				found -> found.document().organisations().forEach(organisation -> names.put(organisation.organisationId().value(), organisation.name())));
		return names;
	}

	private @Nullable String theme(@Nullable ThemeId theme) {
		return theme == null
				? null
				: themes.computeIfAbsent(theme, id -> documents.find(ReadModels.THEMES, id.toString(), asOf).map(Stored::document).map(ThemeView::title).orElse(id.toString()));
	}
}
