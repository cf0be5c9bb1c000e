package nl.ontwikkelagenda.app.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import nl.ontwikkelagenda.agenda.priority.PriorityRoundEvent.DotsEvent;
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

	/** Whose dots they are is shown to nobody. */
	private static final String VOTER = "Een deelnemer";

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
		Map<Long, EventLog.Entry> facts = new HashMap<>();
		List<String> texts = new ArrayList<>();
		for (Change<?> change : changes) {
			String by = who(facts.computeIfAbsent(change.position(), this::fact));
			texts.add(words.sentence(change, by));
			texts.add(by);
		}
		Iterator<String> named = people.withNames(texts).iterator();
		return changes.stream().map(change -> entry(change, named.next(), named.next(), Objects.requireNonNull(facts.get(change.position())).when().at())).toList();
	}

	private EventLog.Entry fact(long position) {
		return log.readAfter(position - 1, 1).getFirst();
	}

	private static String who(EventLog.Entry fact) {
		return fact.event() instanceof DotsEvent ? VOTER : ChangeWords.name(fact.when().by());
	}

	private static ChangeEntry entry(Change<?> change, String sentence, String who, Instant recordedAt) {
		String collection = change.view().name();
		String address = Thing.of(change.view()).byItself() ? Api.path(collection, change.id()) : Api.BASE + "/" + collection;
		return new ChangeEntry(change.toldAt(), change.position(), collection, change.id(), change.partnershipId(), sentence, who, recordedAt, address + "?asOf=" + recordedAt);
	}
}
