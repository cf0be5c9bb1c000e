package nl.ontwikkelagenda.app.feed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Readers;
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
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** What somebody can follow, to choose from on a page. */
@Component
public class Subjects {

	private static final int MOST = 100;
	private static final Map<ReadModel<?, ?>, String> SEVERAL = Map.of(ReadModels.PARTNERSHIPS, "Samenwerkingsverbanden", ReadModels.AGENDAS, "Agenda’s", ReadModels.THEMES,
			"Thema’s", ReadModels.BODIES, "Overleggen", ReadModels.TABLES, "Ontwikkeltafels", ReadModels.COMMUNITIES, "Communities", ReadModels.MEETINGS, "Bijeenkomsten");

	private final Documents documents;
	private final People people;
	private final SubjectTitles titles;
	private final Readers readers;

	Subjects(Documents documents, People people, SubjectTitles titles, Readers readers) {
		this.documents = documents;
		this.people = people;
		this.titles = titles;
		this.readers = readers;
	}

	/** The latest of every kind in these partnerships, by title; kinds of which there are none are left out. */
	public List<Group> within(Set<PartnershipId> partnerships) {
		return Arrays.stream(Subject.Kind.values()).flatMap(kind -> kind.view().flatMap(view -> group(kind, view, partnerships)).stream()).toList();
	}

	/**
	 * The latest of one kind in these partnerships, by title; empty when there are none.
	 *
	 * @param kind what the value of a choice begins with, to be read by {@link #chosen(String, String, Class)}
	 */
	public Optional<Group> group(Enum<?> kind, ReadModel<?, ?> view, Set<PartnershipId> partnerships) {
		List<Choice> choices = choices(kind, view, partnerships);
		return choices.isEmpty() ? Optional.empty() : Optional.of(new Group(Objects.requireNonNull(SEVERAL.get(view), view.name()), choices));
	}

	/** With what it is, and its article. */
	public String title(Subject subject) {
		return titles.of(subject);
	}

	/**
	 * Something that the caller once chose to follow.
	 *
	 * @param title with what it is, and its article; of what he does not see any more only what it is
	 */
	public record Followed(String title, boolean seen) {
	}

	/** As a page lists it for the caller. */
	public Followed followed(ReadModel<?, ?> view, UUID id) {
		return documents.partnershipOf(view, id.toString()).filter(readers.partnerships(view)::contains).map(partnership -> new Followed(titles.of(view.name(), id), true))
				.orElseGet(() -> new Followed(Thing.of(view).noun(), false));
	}

	/** @throws InvalidInput when this is not the value of a choice */
	public static Subject chosen(String field, String value) {
		Chosen<Subject.Kind> chosen = chosen(field, value, Subject.Kind.class);
		return new Subject(chosen.kind(), chosen.id());
	}

	/** One of the things of a {@link #group}. */
	public record Chosen<K extends Enum<K>>(K kind, UUID id) {
	}

	/** @throws InvalidInput when this is not the value of a choice of one of these kinds */
	public static <K extends Enum<K>> Chosen<K> chosen(String field, String value, Class<K> kinds) {
		String[] parts = value.split("/", -1);
		try {
			return new Chosen<>(Enum.valueOf(kinds, parts[0]), UUID.fromString(parts[parts.length - 1]));
		} catch (IllegalArgumentException e) {
			throw new InvalidInput(field, "Kies een van de onderwerpen.");
		}
	}

	private <D> List<Choice> choices(Enum<?> kind, ReadModel<D, ?> view, Set<PartnershipId> partnerships) {
		return documents.items(view, new ListQuery(Map.of(), null, List.of("-id"), 1, MOST, partnerships), AsOf.NOW).stream()
				.map(stored -> new Choice(kind + "/" + stored.id(), people.withNames(Thing.of(view).title().apply(stored.document()))))
				.sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER)).toList();
	}
}
