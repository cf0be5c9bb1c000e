package nl.ontwikkelagenda.app.start;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.pages.Comparisons;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.LookingBack;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.person.Preferences;
import nl.ontwikkelagenda.cop.community.CommunityView;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people land after logging in: what asks for their attention now, what changed since their last visit, the next meeting, and below that the way to everything else. */
@Controller
class StartPage {

	private static final int MOST_PARTNERSHIPS = 20;
	private static final int MOST_MEETINGS = 200;
	private static final int MEETINGS_OF_ONE = 8;
	private static final int MOST_NEWS = 12;
	private static final int AT_FIRST_SIGHT = 8;
	/** After those; who has more to do reads them in the lists. */
	private static final int MOST_OTHERS = 40;

	/** What is his to do before what is his to watch over; of both what is late first, then what has a day, the nearest first, then the rest as the sources give it. */
	private static final Comparator<Matter> MOST_URGENT_FIRST = Comparator.comparing(Matter::own).thenComparing(Matter::late).reversed().thenComparing(Matter::day,
			Comparator.nullsLast(Comparator.naturalOrder()));

	private final List<Matters> sources;
	private final Visits visits;
	private final Comparisons comparisons;
	private final NextMeetings nextMeetings;
	private final Found found;
	private final Readers readers;
	private final People people;
	private final Preferences preferences;
	private final Clock clock;
	private final LookingBack lookingBack;
	private final Dutch dutch;
	private final Oneself oneself;

	StartPage(List<Matters> sources, Visits visits, Comparisons comparisons, NextMeetings nextMeetings, Found found, Readers readers, People people, Preferences preferences,
			Clock clock, LookingBack lookingBack, Dutch dutch, Oneself oneself) {
		this.sources = sources;
		this.visits = visits;
		this.comparisons = comparisons;
		this.nextMeetings = nextMeetings;
		this.found = found;
		this.readers = readers;
		this.people = people;
		this.preferences = preferences;
		this.clock = clock;
		this.lookingBack = lookingBack;
		this.dutch = dutch;
		this.oneself = oneself;
	}

	@GetMapping("/")
	String start(@RequestParam(required = false) @Nullable LocalDate asOf, Model model) {
		PersonId person = Caller.required().personId();
		LookingBack.Moment moment = lookingBack.to(asOf);
		Reader reader = reader(person, moment);
		List<Matter> matters = sources.stream().flatMap(source -> source.of(reader)).sorted(MOST_URGENT_FIRST).toList();
		List<Matter> shown = named(matters.stream().limit(AT_FIRST_SIGHT + MOST_OTHERS).toList());
		model.addAttribute("matters", shown.stream().limit(AT_FIRST_SIGHT).toList()).addAttribute("otherMatters", shown.stream().skip(AT_FIRST_SIGHT).toList())
				.addAttribute("others", matters.size() - AT_FIRST_SIGHT).addAttribute("notShown", matters.size() - shown.size())
				.addAttribute("meetings", nextMeetings.of(reader)).addAttribute("dutch", dutch).addAttribute("quiet", preferences.of(person).quietInSchoolHolidays());
		model.addAllAttributes(moment.attributes());
		if (!moment.past()) {
			visits.note(person, clock.instant()).ifPresent(last -> news(last, model));
		}
		partnerships(reader, model);
		return "start";
	}

	@PostMapping("/voorkeuren")
	String prefer(@RequestParam(defaultValue = "false") boolean quiet) {
		preferences.set(Caller.required().personId(), new Preferences.Preference(quiet));
		return "redirect:/";
	}

	private Reader reader(PersonId person, LookingBack.Moment moment) {
		return new Reader(person, oneself.ids(), people.find(person).map(Person::organisationId).orElse(null), moment.onDay(), moment.past(),
				readers.partnerships(ReadModels.PARTNERSHIPS), readers.heldNow().stream()
						.collect(Collectors.groupingBy(RightsView.Held::partnershipId, Collectors.mapping(RightsView.Held::right, Collectors.toSet()))));
	}

	private List<Matter> named(List<Matter> all) {
		List<String> texts = new ArrayList<>();
		all.forEach(matter -> {
			texts.add(matter.title());
			texts.add(matter.asks());
		});
		Iterator<String> named = people.withNames(texts).iterator();
		return all.stream().map(matter -> new Matter(matter.path(), named.next(), named.next(), matter.when(), matter.day(), matter.late(), matter.own())).toList();
	}

	private void news(Instant last, Model model) {
		model.addAttribute("lastVisit", dutch.moment(last)).addAttribute("news", comparisons.since(last, MOST_NEWS));
	}

	/** The way to everything of each partnership; meetings and communities of all of them are asked for at once. */
	private void partnerships(Reader reader, Model model) {
		List<PartnershipView> partnerships = found.first(ReadModels.PARTNERSHIPS, reader.readable(), "name", MOST_PARTNERSHIPS);
		Set<PartnershipId> shown = partnerships.stream().map(PartnershipView::partnershipId).collect(Collectors.toSet());
		Map<PartnershipId, List<MeetingView>> meetings = found.first(ReadModels.MEETINGS, shown, "-plannedOn", MOST_MEETINGS).stream()
				.collect(Collectors.groupingBy(MeetingView::partnershipId,
						Collectors.collectingAndThen(Collectors.toList(), all -> all.subList(0, Math.min(MEETINGS_OF_ONE, all.size())))));
		Map<PartnershipId, List<CommunityView>> communities = found.first(ReadModels.COMMUNITIES, shown, "title", Documents.AT_ONCE).stream()
				.collect(Collectors.groupingBy(CommunityView::partnershipId));
		model.addAttribute("partnerships", partnerships).addAttribute("meetingsOf", meetings).addAttribute("communities", communities);
	}
}
