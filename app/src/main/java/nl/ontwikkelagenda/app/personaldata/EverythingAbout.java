package nl.ontwikkelagenda.app.personaldata;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.erasure.LoggedTexts;
import nl.ontwikkelagenda.app.erasure.NamingFiles;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.personaldata.PersonalData.Fact;
import nl.ontwikkelagenda.app.personaldata.PersonalData.Mention;
import nl.ontwikkelagenda.app.personaldata.PersonalData.NamedIn;
import nl.ontwikkelagenda.app.store.NamingFacts;
import nl.ontwikkelagenda.app.visibility.Affiliations;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.readmodel.Documents;

import org.springframework.stereotype.Component;

/** Gathers everything that is recorded about a person, from the registers, the views and the log. */
@Component
class EverythingAbout {

	private final Affiliations affiliations;
	private final Registers registers;
	private final Documents documents;
	private final NamingFacts facts;
	private final People people;
	private final LoggedTexts texts;
	private final NamingFiles files;

	EverythingAbout(Affiliations affiliations, Registers registers, Documents documents, NamingFacts facts, People people, LoggedTexts texts, NamingFiles files) {
		this.affiliations = affiliations;
		this.registers = registers;
		this.documents = documents;
		this.facts = facts;
		this.people = people;
		this.texts = texts;
		this.files = files;
	}

	/** @param person by any of his ids: what was recorded under the others is in it as well */
	PersonalData person(PersonId person) {
		List<PersonId> ids = affiliations.idsOf(person);
		List<Person> entries = people.entriesOf(person);
		return new PersonalData(ids.getFirst(), registers.of(ids), ids.stream().flatMap(this::named).toList(), recorded(ids), mentions(entries), files.of(entries));
	}

	private List<Mention> mentions(List<Person> entries) {
		return texts.naming(entries).stream().map(found -> new Mention(found.partnershipId(), found.recordedAt(), found.type(), found.about(), found.text())).toList();
	}

	/** The law gives him all that is about himself, also from bodies on which he sits no longer. */
	private Stream<NamedIn> named(PersonId person) {
		String id = person.toString();
		return Viewer.asApplication(() -> documents.naming(id)).stream().map(found -> new NamedIn(found.view(), found.id(), OwnPart.of(found.body(), id)));
	}

	private List<Fact> recorded(List<PersonId> ids) {
		SortedMap<Long, Fact> recorded = new TreeMap<>();
		ids.forEach(person -> facts.of(person).stream().filter(fact -> fact.byHim() || !recorded.containsKey(fact.position()))
				.map(fact -> new Fact(fact.position(), fact.recordedAt(),
						fact.type(), fact.aggregate(), fact.byHim(), fact.role(), fact.byHim() ? OwnPart.whole(fact.payload()) : OwnPart.of(fact.payload(), person.toString())))
				.forEach(fact -> recorded.put(fact.position(), fact)));
		return List.copyOf(recorded.values());
	}
}
