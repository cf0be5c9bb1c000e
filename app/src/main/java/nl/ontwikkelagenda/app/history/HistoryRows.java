package nl.ontwikkelagenda.app.history;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.ontwikkelagenda.agenda.partnership.HoldersView.Holder;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.app.exchange.Sheet;
import nl.ontwikkelagenda.app.exchange.Sheet.Column;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.history.Entitled.RegionReader;
import nl.ontwikkelagenda.app.history.Histories.Life;
import nl.ontwikkelagenda.app.history.Histories.Told;
import nl.ontwikkelagenda.app.history.HistoryFact.Changed;
import nl.ontwikkelagenda.app.history.HistoryFact.Standing;
import nl.ontwikkelagenda.app.history.Places.Place;
import nl.ontwikkelagenda.app.pages.DocumentWords;
import nl.ontwikkelagenda.app.pages.DocumentWords.Compared;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Change;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A history in rows: one for each fact, with what it changed, what who recorded it was that day, and who held which rights; read part by part. */
@Component
class HistoryRows {

	private static final int AT_ONCE = 200;

	private final Histories histories;
	private final DocumentWords documentWords;
	private final HistoryWords words;
	private final People people;
	private final Sheet<Row> sheet;

	HistoryRows(Histories histories, DocumentWords documentWords, HistoryWords words, People people, Dutch dutch) {
		this.histories = histories;
		this.documentWords = documentWords;
		this.words = words;
		this.people = people;
		this.sheet = new Sheet<>("geschiedenis", List.of(new Column<>("Nummer", row -> row.fact().number()), new Column<>("Wat er gebeurde", row -> row.fact().event()),
				new Column<>("Gebeurd op", row -> row.fact().happenedOn() == null ? null : day(row.fact().happenedOn(), dutch)),
				new Column<>("Vastgelegd op", row -> row.fact().recordedAt()), new Column<>("Door", row -> row.fact().recordedBy().name()),
				new Column<>("In de rol van", row -> words.role(row.fact().recordedBy().role())), new Column<>("Rechten op die dag", Row::rights),
				new Column<>("Mandaten op die dag", Row::mandates), new Column<>("Rechten toen het gebeurde", Row::rightsWhenItHappened),
				new Column<>("Mandaten toen het gebeurde", Row::mandatesWhenItHappened), new Column<>("Wie had welke rechten op die dag", Row::entitled),
				new Column<>("Wie had welke rechten toen het gebeurde", Row::entitledWhenItHappened), new Column<>("Waarover", Row::about), new Column<>("Was", Row::before),
				new Column<>("Werd", Row::after),
				new Column<>("Mandaat", Row::authority), new Column<>("Soort feit", row -> row.fact().type()),
				new Column<>("Id van het feit", row -> row.fact().eventId().toString()),
				new Column<>("Hoort bij handeling", row -> text(row.fact().correlationId())), new Column<>("Veroorzaakt door", row -> text(row.fact().causationId()))));
	}

	/**
	 * One fact, with names as known now.
	 *
	 * @param before    what was in the fields that it changed, each with its name in Dutch, one a line
	 * @param after     what is in them since
	 * @param rights    those of who recorded it, on that day; empty where the reader may not see that
	 * @param mandates  as {@code rights}
	 * @param rightsWhenItHappened as {@code rights}, on the last day on which it happened; empty when the fact does not tell, or when that is the day of recording
	 * @param mandatesWhenItHappened as {@code rightsWhenItHappened}
	 * @param entitled  who held which right on the day of recording; as {@code rights}
	 * @param entitledWhenItHappened as {@code rightsWhenItHappened}, of everybody
	 * @param authority what a decision rested on; empty for none
	 */
	record Row(HistoryFact fact, String about, String before, String after, String rights, String mandates, String rightsWhenItHappened, String mandatesWhenItHappened,
			String entitled, String entitledWhenItHappened, String authority) {
	}

	/**
	 * A fact as the interface tells it, with who might do what.
	 *
	 * @param holders        who held which right in the partnership on the day of recording; empty for who may not see that
	 * @param readers        who might read there on that day through a region that takes part; as {@code holders}
	 * @param whenItHappened both on the last day on which it happened, where that is another
	 */
	record Kept(@JsonUnwrapped HistoryFact fact, List<Holder> holders, List<RegionReader> readers, @Nullable Entitled whenItHappened) {

		private static Kept of(HistoryFact fact, Optional<Entitled.Days> entitled) {
			return new Kept(fact, entitled.map(days -> days.recorded().holders()).orElse(List.of()), entitled.map(days -> days.recorded().readers()).orElse(List.of()),
					entitled.map(Entitled.Days::happened).orElse(null));
		}
	}

	SheetFile<HistoryFact> of(Life life, List<Place> places) {
		return SheetFile.of(sheet, rows(life, places));
	}

	Stream<Row> rows(Life life, List<Place> places) {
		DocumentWords.Telling telling = documentWords.asOf(life.partnershipId(), AsOf.NOW);
		Function<HistoryFact, Optional<Entitled.Days>> entitled = histories.entitled(life);
		return parts(places).flatMap(part -> rows(histories.told(life, part, place -> true), telling, entitled).stream());
	}

	/** All facts, as the interface tells them. */
	List<Kept> facts(Life life, List<Place> places) {
		Function<HistoryFact, Optional<Entitled.Days>> entitled = histories.entitled(life);
		return parts(places).flatMap(part -> histories.facts(life, part).stream()).map(fact -> Kept.of(fact, entitled.apply(fact))).toList();
	}

	private static Stream<List<Place>> parts(List<Place> places) {
		return IntStream.iterate(0, from -> from < places.size(), from -> from + AT_ONCE).mapToObj(from -> places.subList(from, Math.min(places.size(), from + AT_ONCE)));
	}

	/** The register of persons is asked once for all of them. */
	private List<Row> rows(List<Told> told, DocumentWords.Telling telling, Function<HistoryFact, Optional<Entitled.Days>> entitled) {
		List<String> texts = new ArrayList<>();
		told.forEach(each -> {
			List<Compared> compared = each.changes().stream().flatMap(change -> compared(change, telling)).toList();
			texts.add(lines(compared, Compared::before));
			texts.add(lines(compared, Compared::after));
			texts.add(words.authority(each.fact().authority()));
			texts.add(mandates(each.fact().recordedBy().standing()));
			texts.add(mandates(each.fact().recordedBy().standingWhenItHappened()));
			Optional<Entitled.Days> days = entitled.apply(each.fact());
			texts.add(days.map(Entitled.Days::recorded).map(words::entitled).orElse(""));
			texts.add(days.map(Entitled.Days::happened).map(words::entitled).orElse(""));
		});
		Iterator<String> named = people.withNames(texts).iterator();
		return told.stream().map(Told::fact).map(fact -> {
			String before = named.next();
			String after = named.next();
			String authority = named.next();
			return new Row(fact, fact.changes().stream().map(Changed::title).collect(Collectors.joining("; ")), before, after, rights(fact.recordedBy().standing()), named.next(),
					rights(fact.recordedBy().standingWhenItHappened()), named.next(), named.next(), named.next(), authority);
		}).toList();
	}

	private static Stream<Compared> compared(Change<?> change, DocumentWords.Telling telling) {
		return telling.compared(change.before() == null ? null : change.before().document(), change.after() == null ? null : change.after().document()).stream();
	}

	private static String lines(List<Compared> compared, Function<Compared, List<String>> side) {
		return compared.stream().filter(field -> !side.apply(field).isEmpty()).map(field -> field.label() + ": " + String.join("; ", side.apply(field)))
				.collect(Collectors.joining("\n"));
	}

	private String rights(@Nullable Standing standing) {
		return standing == null ? "" : words.standing(standing);
	}

	private String mandates(@Nullable Standing standing) {
		return standing == null ? "" : standing.mandates().stream().map(words::mandate).collect(Collectors.joining("; "));
	}

	private static Object day(Period period, Dutch dutch) {
		return period.from().equals(period.to()) ? period.from() : dutch.period(period);
	}

	private static @Nullable String text(@Nullable Object value) {
		return Objects.toString(value, null);
	}
}
