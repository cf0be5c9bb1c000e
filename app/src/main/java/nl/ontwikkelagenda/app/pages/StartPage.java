package nl.ontwikkelagenda.app.pages;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Preferences;
import nl.ontwikkelagenda.app.reminder.DueReminders;
import nl.ontwikkelagenda.app.reminder.ReminderWords;
import nl.ontwikkelagenda.cop.community.CommunityView;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people land after logging in: what asks for their attention, their partnerships, the latest meetings of each, and the way to their progress. */
@Controller
class StartPage {

	private static final int MOST = 20;

	private final Documents documents;
	private final Readers readers;
	private final Dutch dutch;
	private final DueReminders reminders;
	private final Preferences preferences;
	private final People people;
	private final Today today;

	StartPage(Documents documents, Readers readers, Dutch dutch, DueReminders reminders, Preferences preferences, People people, Today today) {
		this.documents = documents;
		this.readers = readers;
		this.dutch = dutch;
		this.reminders = reminders;
		this.preferences = preferences;
		this.people = people;
		this.today = today;
	}

	/** @param owner who promised it, when that was not the reader himself */
	public record Attention(String path, String title, @Nullable String owner, String what, String deadline, String standing) {
	}

	@GetMapping("/")
	String start(Model model) {
		List<PartnershipView> partnerships = documents
				.list(ReadModels.PARTNERSHIPS, new ListQuery(Map.of(), null, List.of("name"), 1, MOST, readers.partnerships(ReadModels.PARTNERSHIPS)), AsOf.NOW).items().stream()
				.map(Stored::document).toList();
		Map<PartnershipId, List<MeetingView>> meetings = new LinkedHashMap<>();
		for (PartnershipView partnership : partnerships) {
			meetings.put(partnership.partnershipId(),
					documents.list(ReadModels.MEETINGS, new ListQuery(Map.of("partnershipId", partnership.partnershipId().toString()), null, List.of("-plannedOn"), 1, MOST,
							readers.partnerships(ReadModels.MEETINGS)), AsOf.NOW).items().stream().map(Stored::document).toList());
		}
		Map<PartnershipId, List<CommunityView>> communities = documents
				.list(ReadModels.COMMUNITIES, new ListQuery(Map.of(), null, List.of("title"), 1, Documents.AT_ONCE, readers.partnerships(ReadModels.COMMUNITIES)), AsOf.NOW).items()
				.stream().map(Stored::document).collect(Collectors.groupingBy(CommunityView::partnershipId));
		PersonId reader = Caller.required().personId();
		model.addAttribute("partnerships", partnerships).addAttribute("meetings", meetings).addAttribute("communities", communities).addAttribute("dutch", dutch)
				.addAttribute("attention", attention(reader))
				.addAttribute("quiet", preferences.of(reader).quietInSchoolHolidays());
		return "start";
	}

	@PostMapping("/voorkeuren")
	String prefer(@RequestParam(defaultValue = "false") boolean quiet) {
		preferences.set(Caller.required().personId(), new Preferences.Preference(quiet));
		return "redirect:/";
	}

	private List<Attention> attention(PersonId reader) {
		LocalDate day = today.date();
		return reminders.of(reader, day, AsOf.NOW, readers.partnerships(ReadModels.ACTIONS)).stream().limit(MOST)
				.map(due -> new Attention(ReminderWords.path(due), due.title(), due.onBehalfOf(), people.withNames(due.promise().what()), ReminderWords.deadline(due),
						ReminderWords.standing(due, day)))
				.toList();
	}
}
