package nl.ontwikkelagenda.app.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.change.Thing;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Group;
import nl.ontwikkelagenda.app.pages.SubjectTitles;
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
	private final SubjectTitles titles;

	Subjects(Documents documents, People people, SubjectTitles titles) {
		this.documents = documents;
		this.people = people;
		this.titles = titles;
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
		return titles.of(subject);
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
		return documents.items(view, new ListQuery(Map.of(), null, List.of("-id"), 1, MOST, partnerships), AsOf.NOW).stream()
				.map(stored -> new Choice(kind + "/" + stored.id(), people.withNames(Thing.of(view).title().apply(stored.document()))))
				.sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER)).toList();
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
