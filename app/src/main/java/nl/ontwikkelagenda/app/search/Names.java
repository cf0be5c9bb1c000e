package nl.ontwikkelagenda.app.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.HoldersView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.search.SearchPage.Found;
import nl.ontwikkelagenda.app.search.SearchPage.Group;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** Organisations and persons by their names. */
@Component
class Names {

	private static final int MOST = 20;
	private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");
	/** Who may see the whole register; others find who holds a right where they may see that. */
	private static final Set<Right> KEEPERS = Set.of(Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR);

	private final People people;
	private final Readers readers;

	Names(People people, Readers readers) {
		this.people = people;
		this.readers = readers;
	}

	/** Those in which every one of these words occurs, by name; persons by the names that they have now. */
	List<Group> find(String words, Collection<PartnershipView> partnerships, Reading reading) {
		return Stream.of(new Group(null, "Personen", persons(words, partnerships, reading)), new Group(null, "Organisaties", organisations(words, partnerships)))
				.filter(group -> !group.found().isEmpty()).toList();
	}

	private static List<Found> organisations(String words, Collection<PartnershipView> partnerships) {
		return partnerships.stream().flatMap(partnership -> partnership.organisations().stream().filter(one -> has(one.name(), words))
				.map(one -> new Found("/samenwerkingsverbanden/" + partnership.partnershipId(), one.name(), partnership.name()))).sorted(byTitle()).limit(MOST).toList();
	}

	private List<Found> persons(String words, Collection<PartnershipView> partnerships, Reading reading) {
		if (!reading.moment().past() && readers.heldNow().stream().anyMatch(held -> KEEPERS.contains(held.right()))) {
			return people.all(Integer.MAX_VALUE).stream().filter(person -> has(person.name(), words))
					.map(person -> new Found("/personen/" + person.personId(), person.name(), person.function())).limit(MOST).toList();
		}
		Set<PartnershipId> open = readers.partnerships(ReadModels.HOLDERS);
		Map<PersonId, PartnershipView> members = new LinkedHashMap<>();
		partnerships.stream().filter(partnership -> open.contains(partnership.partnershipId()))
				.forEach(partnership -> reading.find(ReadModels.HOLDERS, partnership.partnershipId()).map(HoldersView::holders).orElse(List.of()).stream()
						.filter(holder -> holder.on(reading.moment().onDay())).forEach(holder -> members.putIfAbsent(holder.personId(), partnership)));
		List<Found> found = new ArrayList<>();
		people.names(members.keySet()).forEach((person, name) -> {
			PartnershipView partnership = members.get(person);
			if (partnership != null && has(name, words)) {
				found.add(new Found("/samenwerkingsverbanden/" + partnership.partnershipId(), name, partnership.name()));
			}
		});
		return found.stream().distinct().sorted(byTitle()).limit(MOST).toList();
	}

	private static Comparator<Found> byTitle() {
		return Comparator.comparing(Found::title, String.CASE_INSENSITIVE_ORDER);
	}

	private static boolean has(String name, String words) {
		String all = plain(name);
		List<String> sought = WORD.matcher(plain(words)).results().map(MatchResult::group).toList();
		return !sought.isEmpty() && sought.stream().allMatch(all::contains);
	}

	/** Without capitals and accents. */
	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
	}
}
