package nl.ontwikkelagenda.app.pages;

import java.util.Objects;
import java.util.UUID;

import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.change.Thing;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;

import org.springframework.stereotype.Component;

/** What something is called in a sentence: what it is, with its article, and its title. */
@Component
public class SubjectTitles {

	private final Documents documents;
	private final People people;

	SubjectTitles(Documents documents, People people) {
		this.documents = documents;
		this.people = people;
	}

	/** Of what somebody can follow. */
	public String of(Subject subject) {
		return subject.kind().view().map(view -> of(view, subject.id())).orElse("wat van uzelf is");
	}

	/** @param view the name of a view of which changes are told */
	public String of(String view, UUID id) {
		return of(Objects.requireNonNull(Thing.byName().get(view)).view(), id);
	}

	private <D> String of(ReadModel<D, ?> view, UUID id) {
		Thing thing = Thing.of(view);
		return documents.find(view, id.toString(), AsOf.NOW).map(stored -> thing.noun() + " ‘" + people.withNames(thing.title().apply(stored.document())) + "’")
				.orElse(thing.noun());
	}
}
