package nl.ontwikkelagenda.app.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtLeast;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Two minutes along real pages of the reader, each with what there is to see. A stop for which there is nothing yet is left out. */
@Component
class Tour {

	static final String PATH = "/rondleiding";
	static final String STEP = "rondleiding";

	private final Reading.Desk desk;
	private final Readers readers;
	private final Today today;

	Tour(Reading.Desk desk, Readers readers, Today today) {
		this.desk = desk;
		this.readers = readers;
		this.today = today;
	}

	/** @param address of a real page, with the number of this stop in it */
	public record Stop(String title, String words, String address) {
	}

	/**
	 * One stop among the others.
	 *
	 * @param number   from 1
	 * @param previous address of the stop before; null for the first
	 * @param next     address of the stop after; null for the last
	 */
	public record Step(int number, int total, Stop stop, @Nullable String previous, @Nullable String next) {
	}

	Optional<Step> step(int number) {
		List<Stop> stops = stops();
		return number > stops.size()
				? Optional.empty()
				: Optional.of(new Step(number, stops.size(), stops.get(number - 1), number == 1 ? null : stops.get(number - 2).address(),
						number == stops.size() ? null : stops.get(number).address()));
	}

	List<Stop> stops() {
		Reading reading = desk.anything(null);
		List<Stop> stops = new ArrayList<>();
		add(stops, "Start", "Hier begint u. Links staat wat u nu moet doen, rechts de volgende bijeenkomst en wat er veranderde sinds uw vorige bezoek.", "/");
		first(reading, ReadModels.MEETINGS, "plannedOn", new Is("status", MeetingStatus.HELD.name()), new AtLeast("plannedOn", "2018-01-01")).map(MeetingView::meetingId)
				.ifPresent(meeting -> add(stops, "Een bijeenkomst",
						"Een bijeenkomst die is gehouden: wie er waren, en wat er is gezegd, besloten en afgesproken. De secretaris vult dit in terwijl u praat.",
						"/bijeenkomsten/" + meeting));
		first(reading, ReadModels.ACTIONS, "agreedOn", new Is("status", ActionStatus.DONE.name())).or(() -> first(reading, ReadModels.ACTIONS, "agreedOn"))
				.ifPresent(action -> ofAction(action, stops));
		reading.items(ReadModels.PARTNERSHIPS, List.of(), null, List.of("name"), 1, 1, readers.partnerships(ReadModels.MEETINGS)).stream().map(Stored::document)
				.findFirst().ifPresent(partnership -> add(stops, "Voortgang", "Hoe het ervoor staat, in getallen. Klik op een getal en u ziet wat erachter zit.",
						"/voortgang?partnershipId=" + partnership.partnershipId()));
		add(stops, "Kalender", "Bijeenkomsten, termijnen en schoolvakanties van de maand. U kunt ze ook in uw eigen agenda laten verschijnen.", "/kalender");
		return stops;
	}

	private void ofAction(ActionView action, List<Stop> stops) {
		String page = "/acties/" + action.actionId();
		add(stops, "Een actie", "Wat is afgesproken: wie doet wat, en wanneer. De woorden van toen blijven staan, ook als er later iets anders van komt.", page);
		LocalDate recordedOn = LocalDate.ofInstant(action.recordedAt(), Today.AMSTERDAM);
		if (recordedOn.isBefore(today.date())) {
			add(stops, "Terug in de tijd", "Dezelfde actie, zoals bekend op de dag dat zij werd vastgelegd. De gele balk zegt dat u terugkijkt. Dit kan op elke bladzijde.",
					page + "?asOf=" + recordedOn);
		}
		add(stops, "Waarom?", "De keten: waar deze actie vandaan komt, en wat ervan kwam. Zo is elk besluit en elke actie uit te leggen.", "/keten/" + action.actionId());
	}

	private <D> Optional<D> first(Reading reading, ReadModel<D, ?> view, String sort, Condition... conditions) {
		Set<PartnershipId> within = readers.partnerships(view);
		return within.isEmpty()
				? Optional.empty()
				: reading.items(view, List.of(conditions), null, List.of(sort), 1, 1, within).stream().map(Stored::document).findFirst();
	}

	private static void add(List<Stop> stops, String title, String words, String page) {
		stops.add(new Stop(title, words, UriComponentsBuilder.fromUriString(page).queryParam(STEP, stops.size() + 1).build().toUriString()));
	}
}
