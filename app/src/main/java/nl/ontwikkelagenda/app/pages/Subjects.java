package nl.ontwikkelagenda.app.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.change.Thing;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;

import org.springframework.stereotype.Component;

/** What somebody can follow, to choose from on a page. */
@Component
public class Subjects {

	private static final int MOST = 100;

	private final Documents documents;
	private final People people;

	Subjects(Documents documents, People people) {
		this.documents = documents;
		this.people = people;
	}

	/** @param value as a form sends it */
	public record Choice(String value, String title) {
	}

	/** Choices of one kind. */
	public record Group(String label, List<Choice> choices) {
	}

	/** The latest of every kind in these partnerships, by title; kinds of which there are none are left out. */
	public List<Group> within(Set<PartnershipId> partnerships) {
		List<Group> groups = new ArrayList<>();
		for (Subject.Kind kind : Subject.Kind.values()) {
			List<Choice> choices = kind.view().map(view -> choices(kind, view, partnerships)).orElse(List.of());
			if (!choices.isEmpty()) {
				groups.add(new Group(several(kind), choices));
			}
		}
		return groups;
	}

	/** With what it is, and its article. */
	public String title(Subject subject) {
		return subject.kind().view().map(view -> title(subject.id(), view)).orElse("wat van uzelf is");
	}

	/** @throws InvalidInput when this is not the value of a choice */
	public static Subject chosen(String field, String value) {
		String[] parts = value.split("/", -1);
		try {
			return new Subject(Subject.Kind.valueOf(parts[0]), UUID.fromString(parts[parts.length - 1]));
		} catch (IllegalArgumentException e) {
			throw new InvalidInput(field, "Kies een van de onderwerpen.");
		}
	}

	private <D> List<Choice> choices(Subject.Kind kind, ReadModel<D, ?> view, Set<PartnershipId> partnerships) {
		return documents.list(view, new ListQuery(Map.of(), null, List.of("-id"), 1, MOST, partnerships), AsOf.NOW).items().stream()
				.map(stored -> new Choice(kind + "/" + stored.id(), people.withNames(Thing.of(view).title().apply(stored.document()))))
				.sorted(Comparator.comparing(Choice::title, String.CASE_INSENSITIVE_ORDER)).toList();
	}

	/** As {@link #title(Subject)}, of one document of a view of which changes are told. */
	String title(String view, UUID id) {
		return title(id, Objects.requireNonNull(Thing.byName().get(view)).view());
	}

	private <D> String title(UUID id, ReadModel<D, ?> view) {
		Thing thing = Thing.of(view);
		return documents.find(view, id.toString(), AsOf.NOW).map(stored -> thing.noun() + " ‘" + people.withNames(thing.title().apply(stored.document())) + "’")
				.orElse(thing.noun());
	}

	private static String several(Subject.Kind kind) {
		return switch (kind) {
			case PERSON -> "Uzelf";
			case PARTNERSHIP -> "Samenwerkingsverbanden";
			case AGENDA -> "Agenda’s";
			case THEME -> "Thema’s";
			case TABLE -> "Ontwikkeltafels";
			case COMMUNITY -> "Communities";
			case MEETING -> "Bijeenkomsten";
		};
	}
}
