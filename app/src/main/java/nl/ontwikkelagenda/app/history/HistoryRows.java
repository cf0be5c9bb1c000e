package nl.ontwikkelagenda.app.history;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.app.exchange.Sheet;
import nl.ontwikkelagenda.app.exchange.Sheet.Column;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.history.Histories.Life;
import nl.ontwikkelagenda.app.history.HistoryFact.Changed;
import nl.ontwikkelagenda.app.history.Places.Place;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.person.People;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A history as a file: one row for each fact, read part by part. */
@Component
class HistoryRows {

	private static final int AT_ONCE = 200;

	private final Histories histories;
	private final HistoryWords words;
	private final Sheet<HistoryFact> sheet;

	HistoryRows(Histories histories, HistoryWords words, People people, Dutch dutch) {
		this.histories = histories;
		this.words = words;
		this.sheet = new Sheet<>("geschiedenis", List.of(new Column<>("Nummer", HistoryFact::number), new Column<>("Wat er gebeurde", HistoryFact::event),
				new Column<>("Gebeurd op", fact -> fact.happenedOn() == null ? null : day(fact.happenedOn(), dutch)),
				new Column<>("Vastgelegd op", HistoryFact::recordedAt), new Column<>("Door", fact -> fact.recordedBy().name()),
				new Column<>("In de rol van", fact -> words.role(fact.recordedBy().role())),
				new Column<>("Waarover", fact -> fact.changes().stream().map(Changed::title).collect(Collectors.joining("; "))),
				new Column<>("Mandaat", fact -> named(words.authority(fact.authority()), people)), new Column<>("Soort feit", HistoryFact::type),
				new Column<>("Id van het feit", fact -> fact.eventId().toString()), new Column<>("Hoort bij handeling", fact -> text(fact.correlationId())),
				new Column<>("Veroorzaakt door", fact -> text(fact.causationId()))));
	}

	SheetFile<HistoryFact> of(Life life, List<Place> places) {
		Stream<HistoryFact> facts = IntStream.iterate(0, from -> from < places.size(), from -> from + AT_ONCE)
				.mapToObj(from -> places.subList(from, Math.min(places.size(), from + AT_ONCE))).flatMap(part -> histories.inShort(life, part).stream());
		return SheetFile.of(sheet, facts);
	}

	/** Seldom does a reason name somebody, so the register is asked only then. */
	private static String named(String words, People people) {
		return words.contains("@[") ? people.withNames(words) : words;
	}

	private static Object day(Period period, Dutch dutch) {
		return period.from().equals(period.to()) ? period.from() : dutch.period(period);
	}

	private static @Nullable String text(@Nullable Object value) {
		return value == null ? null : value.toString();
	}
}
