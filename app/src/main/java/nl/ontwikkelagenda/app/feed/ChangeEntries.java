package nl.ontwikkelagenda.app.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.app.change.Thing;
import nl.ontwikkelagenda.app.pages.ChangeWords;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.reporting.readmodel.Change;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;

import org.springframework.stereotype.Component;

/** Tells changes: who made them and when stands in the log. */
@Component
class ChangeEntries {

	private final EventLog log;
	private final ChangeWords words;
	private final People people;

	ChangeEntries(EventLog log, ChangeWords words, People people) {
		this.log = log;
		this.words = words;
		this.people = people;
	}

	/** In the order in which they are given; the register of persons is asked once. */
	List<ChangeEntry> of(List<Change<?>> changes) {
		Map<Long, Recorded> facts = new HashMap<>();
		List<String> texts = new ArrayList<>();
		for (Change<?> change : changes) {
			Actor by = facts.computeIfAbsent(change.position(), this::recorded).by();
			texts.add(words.sentence(change, by));
			texts.add(ChangeWords.name(by));
		}
		Iterator<String> named = people.withNames(texts).iterator();
		return changes.stream().map(change -> entry(change, named.next(), named.next(), Objects.requireNonNull(facts.get(change.position())).at())).toList();
	}

	private Recorded recorded(long position) {
		return log.readAfter(position - 1, 1).getFirst().when();
	}

	private static ChangeEntry entry(Change<?> change, String sentence, String who, Instant recordedAt) {
		String collection = change.view().name();
		String address = Thing.of(change.view()).byItself() ? Api.path(collection, change.id()) : Api.BASE + "/" + collection;
		return new ChangeEntry(change.toldAt(), change.position(), collection, change.id(), change.partnershipId(), sentence, who, recordedAt, address + "?asOf=" + recordedAt);
	}
}
