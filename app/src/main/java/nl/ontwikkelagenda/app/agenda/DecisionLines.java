package nl.ontwikkelagenda.app.agenda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.decision.DecisionView.Stated;
import nl.ontwikkelagenda.agenda.decision.Votes;
import nl.ontwikkelagenda.app.exchange.Sheet;
import nl.ontwikkelagenda.app.exchange.Sheet.Column;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The decision list as a file to calculate with: one row for each decision. */
@Component
public class DecisionLines {

	/** @param decision with names for whom its texts mention */
	private record Line(DecisionView decision, String body) {

		@Nullable
		Object votes(Function<Votes, Integer> count) {
			Stated stated = decision.particulars();
			return stated == null || stated.votes() == null ? null : count.apply(stated.votes());
		}

		@Nullable
		Object stated(Function<Stated, @Nullable Object> part) {
			return decision.particulars() == null ? null : part.apply(decision.particulars());
		}
	}

	private static final Sheet<Line> SHEET = new Sheet<>("besluitenlijst", List.of(new Column<>("Nummer", line -> line.decision().number()),
			new Column<>("Besluit", line -> line.decision().title()), new Column<>("Tekst", line -> line.decision().text()), new Column<>("Overlegorgaan", Line::body),
			new Column<>("Genomen op", line -> line.decision().decidedOn()), new Column<>("Status", line -> Dutch.choice(line.decision().status())),
			new Column<>("Hoe genomen", line -> line.stated(stated -> Dutch.choice(stated.method()))), new Column<>("Voor", line -> line.votes(Votes::inFavour)),
			new Column<>("Tegen", line -> line.votes(Votes::against)), new Column<>("Onthouding", line -> line.votes(Votes::abstained)),
			new Column<>("Bedrag in euro's", line -> line.stated(Stated::amount)), new Column<>("Waarom zonder mandaat", line -> line.stated(Stated::withoutMandateBecause)),
			new Column<>("Wat ontbreekt", line -> line.decision().flags().stream().map(Dutch::choice).collect(Collectors.joining("; "))),
			new Column<>("Bezien op", line -> line.decision().reviewOn()), new Column<>("Geëindigd op", line -> line.decision().endedOn()),
			new Column<>("Waarom ingetrokken", line -> line.decision().revokedBecause())));

	private final Documents documents;
	private final People people;

	DecisionLines(Documents documents, People people) {
		this.documents = documents;
		this.people = people;
	}

	/** @param parts decisions, read part by part while the file is written */
	public SheetFile<DecisionView> file(Stream<List<DecisionView>> parts, AsOf asOf) {
		Map<String, String> bodies = new HashMap<>();
		return SheetFile.of(SHEET, parts.flatMap(part -> lines(part, bodies, asOf)));
	}

	private Stream<Line> lines(List<DecisionView> part, Map<String, String> bodies, AsOf asOf) {
		Set<String> unknown = part.stream().map(decision -> decision.bodyId().toString()).filter(id -> !bodies.containsKey(id)).collect(Collectors.toSet());
		if (!unknown.isEmpty()) {
			documents.items(ReadModels.BODIES, new ListQuery(Map.of(), List.of(new OneOf("id", unknown)), null, List.of(), 1, unknown.size(), null), asOf)
					.forEach(found -> bodies.put(found.id(), found.document().name()));
		}
		List<String> texts = part.stream().flatMap(decision -> Stream.of(decision.title(), orEmpty(decision.text()), orEmpty(decision.revokedBecause()))).toList();
		var named = people.withNames(texts).iterator();
		return part.stream().map(decision -> new Line(
				decision.with(view -> view.title(named.next()).text(orNull(named.next())).revokedBecause(orNull(named.next()))),
				bodies.getOrDefault(decision.bodyId().toString(), "")));
	}

	private static String orEmpty(@Nullable String text) {
		return text == null ? "" : text;
	}

	private static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}
}
