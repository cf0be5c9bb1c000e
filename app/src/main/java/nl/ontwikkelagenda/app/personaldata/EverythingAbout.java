package nl.ontwikkelagenda.app.personaldata;

import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.personaldata.PersonalData.Fact;
import nl.ontwikkelagenda.app.personaldata.PersonalData.NamedIn;
import nl.ontwikkelagenda.app.store.NamingFacts;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.readmodel.Documents;

import org.springframework.stereotype.Component;

/** Gathers everything that is recorded about a person, from the registers, the views and the log. */
@Component
class EverythingAbout {

	private final Registers registers;
	private final Documents documents;
	private final NamingFacts facts;

	EverythingAbout(Registers registers, Documents documents, NamingFacts facts) {
		this.registers = registers;
		this.documents = documents;
		this.facts = facts;
	}

	PersonalData person(PersonId person) {
		String id = person.toString();
		// the law gives him all that is about himself, also from bodies on which he sits no longer
		List<NamedIn> named = Viewer.asApplication(() -> documents.naming(id)).stream().map(found -> new NamedIn(found.view(), found.id(), OwnPart.of(found.body(), id))).toList();
		List<Fact> recorded = facts.of(person).stream().map(fact -> new Fact(fact.position(), fact.recordedAt(), fact.type(), fact.aggregate(), fact.byHim(), fact.role(),
				fact.byHim() ? OwnPart.whole(fact.payload()) : OwnPart.of(fact.payload(), id))).toList();
		return new PersonalData(person, registers.of(person), named, recorded);
	}
}
