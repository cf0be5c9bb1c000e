package nl.ontwikkelagenda.app.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.calendar.CalendarFeed.Kind;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.feed.Subjects;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Group;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The calendar: a month as a grid or as a list, of one partnership or of all of the reader; and addresses for his own calendar program. */
@Controller
@RequestMapping(CalendarPage.PATH)
class CalendarPage {

	static final String PATH = "/kalender";

	private static final int MOST = 100;
	private static final String LIST = "lijst";
	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.of("nl", "NL"));

	private static final String SUBJECT = "onderwerp";
	private static final Asked NOTHING_ASKED = new Asked(null, false, null, null);

	private final CalendarMonths months;
	private final CalendarFeeds feeds;
	private final Subjects subjects;
	private final Reading.Desk desk;
	private final Readers readers;
	private final Forms forms;
	private final Dutch dutch;

	CalendarPage(CalendarMonths months, CalendarFeeds feeds, Subjects subjects, Reading.Desk desk, Readers readers, Forms forms, Dutch dutch) {
		this.months = months;
		this.feeds = feeds;
		this.subjects = subjects;
		this.desk = desk;
		this.readers = readers;
		this.forms = forms;
		this.dutch = dutch;
	}

	/** A way to another month. */
	public record Way(String words, YearMonth month) {
	}

	/**
	 * An address that somebody made, which itself is not shown again.
	 *
	 * @param seen whether there is anything at it that he may see
	 */
	public record Subscribed(CalendarFeedId id, String title, boolean seen, String madeOn) {
	}

	/**
	 * What is asked of the calendar.
	 *
	 * @param month absent for the month of today, or of the day that is looked back to
	 */
	public record Asked(@Nullable YearMonth month, boolean asList, @Nullable PartnershipId partnershipId, @Nullable LocalDate asOf) {

		/** @throws InvalidInput naming every field that is wrong */
		static Asked read(Form form) {
			Asked asked = new Asked(month(form), form.typed("vorm").equals(LIST), form.idOrNone("partnershipId", PartnershipId::new), form.dayOrNone("asOf"));
			form.mustBeRight();
			return asked;
		}

		private static @Nullable YearMonth month(Form form) {
			String typed = form.typed("maand");
			if (typed.isBlank()) {
				return null;
			}
			if (!typed.matches("(19|20|21)\\d\\d-(0[1-9]|1[0-2])")) {
				form.wrong("maand", "Schrijf een maand als 2018-10, van 1900 tot en met 2199.");
				return null;
			}
			return YearMonth.parse(typed);
		}

		/** Of what a calendar is offered first: of what is looked at. */
		public @Nullable String getSubject() {
			return partnershipId == null ? null : Kind.PARTNERSHIP + "/" + partnershipId;
		}

		/** Path of another month, or of the same in another form. */
		public String address(YearMonth other, boolean list) {
			return PATH + "?maand=" + other + (list ? "&vorm=" + LIST : "") + (partnershipId == null ? "" : "&partnershipId=" + partnershipId);
		}
	}

	@GetMapping
	ModelAndView show(@RequestParam MultiValueMap<String, String> typed) {
		return show(Asked.read(forms.read("filter", typed)));
	}

	private ModelAndView show(Asked asked) {
		Reading reading = desk.anything(asked.asOf());
		PartnershipId one = asked.partnershipId();
		if (one != null) {
			readers.check(ReadModels.MEETINGS, one);
		}
		List<PartnershipView> all = reading.items(ReadModels.PARTNERSHIPS, List.of(), null, List.of("name"), 1, MOST, readers.partnerships(ReadModels.MEETINGS)).stream()
				.map(Stored::document).toList();
		List<PartnershipView> shown = all.stream().filter(each -> one == null || each.partnershipId().equals(one)).toList();
		YearMonth month = Objects.requireNonNullElseGet(asked.month(), () -> YearMonth.from(reading.moment().onDay()));
		CalendarMonth found = months.of(month, shown, reading);
		return new ModelAndView("kalender").addObject("calendar", found).addObject("weeks", found.weeks()).addObject("days", found.days()).addObject("monthName", words(month))
				.addObject("previous", way(month.minusMonths(1))).addObject("next", way(month.plusMonths(1))).addObject("asked", asked).addObject("partnerships", all)
				.addObject("dutch", dutch).addObject("subscribed", subscribed()).addObject("subjects", subjects()).addAllObjects(reading.moment().attributes());
	}

	/** Makes an address for a calendar program and shows it, this once. */
	@PostMapping("/abonnement")
	ModelAndView subscribe(@RequestParam MultiValueMap<String, String> typed) {
		Form form = forms.read("abonnement", typed);
		try {
			CalendarFeed made = open(form);
			return show(NOTHING_ASKED).addObject("address", made.address());
		} catch (InvalidInput | NotFound e) {
			form.wrong(SUBJECT, "Kies iets uit de lijst.");
			ModelAndView again = show(NOTHING_ASKED).addObject("form", form);
			again.setStatus(HttpStatus.BAD_REQUEST);
			return again;
		}
	}

	private CalendarFeed open(Form form) {
		CalendarFeedId id = new CalendarFeedId(Ids.next());
		PersonId caller = Caller.required().personId();
		if (!form.has(SUBJECT)) {
			return feeds.open(id, caller, Kind.PERSONAL, null);
		}
		Subjects.Chosen<Kind> chosen = Subjects.chosen(SUBJECT, form.typed(SUBJECT), Kind.class);
		return feeds.open(id, caller, chosen.kind(), chosen.id());
	}

	@PostMapping("/abonnement/{id}/stoppen")
	String stop(@PathVariable CalendarFeedId id) {
		feeds.revoke(id, Caller.required().personId());
		return "redirect:/kalender#abonnement";
	}

	private List<Group> subjects() {
		return Arrays.stream(Kind.values()).flatMap(kind -> kind.view().flatMap(view -> subjects.group(kind, view, readers.partnerships(view))).stream()).toList();
	}

	private List<Subscribed> subscribed() {
		return feeds.of(Caller.required().personId()).stream().map(this::subscribed).toList();
	}

	private Subscribed subscribed(CalendarFeed feed) {
		String madeOn = dutch.moment(feed.createdAt());
		return feed.kind().view().map(view -> {
			Subjects.Followed followed = subjects.followed(view, Objects.requireNonNull(feed.subjectId()));
			return new Subscribed(feed.calendarFeedId(), followed.title(), followed.seen(), madeOn);
		}).orElseGet(() -> new Subscribed(feed.calendarFeedId(), "Uw eigen agenda", true, madeOn));
	}

	private static Way way(YearMonth month) {
		return new Way(words(month), month);
	}

	private static String words(YearMonth month) {
		return MONTH.format(month);
	}
}
