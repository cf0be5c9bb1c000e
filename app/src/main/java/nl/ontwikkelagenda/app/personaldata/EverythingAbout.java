package nl.ontwikkelagenda.app.personaldata;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.erasure.LoggedTexts;
import nl.ontwikkelagenda.app.erasure.NamingFiles;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.personaldata.Lookups.Step;
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
		return new PersonalData(ids.getFirst(), registers.of(ids), () -> documents(ids).iterator(), () -> facts(ids).iterator(), mentions(entries), files.of(entries));
	}

	/** His rows in these registers, by name of the register; those without a row are left out. */
	Map<String, List<Map<String, Object>>> registers(PersonId person, Set<String> names) {
		return registers.of(affiliations.idsOf(person), names::contains);
	}

	/**
	 * @param most of each kind, as there can be thousands
	 * @param step is told where is looked next
	 */
	Overview overview(PersonId person, int most, Consumer<Step> step) {
		List<PersonId> ids = affiliations.idsOf(person);
		List<Person> entries = people.entriesOf(person);
		step.accept(Step.DOCUMENTS);
		SortedMap<String, Last<NamedIn>> named = new TreeMap<>();
		// his own list of rights has no name, and the rights of each partnership stand beside it
		documents(ids).filter(document -> !document.id().equals(ids.getFirst().toString()))
				.forEach(document -> named.computeIfAbsent(PersonalDataWords.label(document.kind()), first -> new Last<>(most)).add(document));
		step.accept(Step.FACTS);
		Last<Fact> facts = new Last<>(most);
		facts(ids).forEach(facts::add);
		step.accept(Step.REGISTERS);
		Map<String, Last<Map<String, Object>>> rows = new TreeMap<>();
		registers.of(ids).forEach((name, all) -> rows.put(name, Last.of(all, most)));
		step.accept(Step.TEXTS);
		Last<Mention> mentions = Last.of(mentions(entries).reversed(), most);
		step.accept(Step.FILES);
		return new Overview(ids.getFirst(), rows, named, facts, mentions, files.of(entries));
	}

	private List<Mention> mentions(List<Person> entries) {
		return texts.naming(entries).stream().map(found -> new Mention(found.partnershipId(), found.recordedAt(), found.type(), found.about(), found.text())).toList();
	}

	/** The law gives him all that is about himself, also from bodies on which he sits no longer. */
	private Stream<NamedIn> documents(List<PersonId> ids) {
		Set<String> himself = texts(ids);
		return Viewer.asApplication(() -> documents.naming(himself)).map(found -> new NamedIn(found.view(), found.id(), OwnPart.of(found.body(), himself)));
	}

	private Stream<Fact> facts(List<PersonId> ids) {
		Set<String> himself = texts(ids);
		return facts.of(ids).map(fact -> new Fact(fact.position(), fact.recordedAt(), fact.type(), fact.aggregate(), fact.byHim(), fact.role(),
				fact.byHim() ? OwnPart.whole(fact.payload()) : OwnPart.of(fact.payload(), himself)));
	}

	private static Set<String> texts(List<PersonId> ids) {
		return ids.stream().map(PersonId::toString).collect(Collectors.toSet());
	}
}
