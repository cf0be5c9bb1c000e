package nl.ontwikkelagenda.app.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.history.Histories.Life;
import nl.ontwikkelagenda.app.history.HistoryRows.Row;
import nl.ontwikkelagenda.app.history.Places.Place;
import nl.ontwikkelagenda.app.housestyle.HouseStyles;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.reporting.paper.Block;
import nl.ontwikkelagenda.reporting.paper.Paper;
import nl.ontwikkelagenda.reporting.paper.Text;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** A history, or the facts of it that were chosen, as a paper. */
@Component
class HistoryPaper {

	/** More is for a workbook: it would be hundreds of pages. */
	private static final int MOST = 1_000;

	private final Documents documents;
	private final HistoryRows rows;
	private final HistoryWords words;
	private final HouseStyles styles;
	private final Dutch dutch;

	HistoryPaper(Documents documents, HistoryRows rows, HistoryWords words, HouseStyles styles, Dutch dutch) {
		this.documents = documents;
		this.rows = rows;
		this.words = words;
		this.styles = styles;
		this.dutch = dutch;
	}

	/**
	 * @param subject what it is the history of
	 * @throws InvalidInput when there are too many facts for a paper
	 */
	PaperFile of(Life life, String subject, List<Place> places) {
		if (places.size() > MOST) {
			throw new InvalidInput("format", "Kies hoogstens " + MOST + " feiten voor op papier, of neem ze mee als werkblad.");
		}
		PartnershipView partnership = documents.find(ReadModels.PARTNERSHIPS, life.partnershipId().toString(), AsOf.NOW).orElseThrow().document();
		List<Block> blocks = new ArrayList<>();
		String before = "";
		for (Row row : rows.rows(life, places).toList()) {
			blocks.addAll(blocks(row, row.entitled().equals(before) ? "" : row.entitled()));
			before = row.entitled();
		}
		List<Paper.Fact> facts = List.of(Paper.Fact.of("Samenwerkingsverband", partnership.name()), Paper.Fact.of("Feiten", Integer.toString(places.size())));
		return new PaperFile("geschiedenis", new Paper("Geschiedenis van " + subject, null, null, facts, styles.of(partnership), false, blocks, List.of()));
	}

	/** @param entitled who held which right; empty when it was as with the fact before it */
	private List<Block> blocks(Row row, String entitled) {
		HistoryFact fact = row.fact();
		String role = words.role(fact.recordedBy().role());
		String happened = fact.happenedOn() == null ? "" : "Gebeurd op " + dutch.period(fact.happenedOn()) + ". ";
		String recorded = happened + "Vastgelegd op " + dutch.moment(fact.recordedAt()) + " door " + fact.recordedBy().name() + (role.isEmpty() ? "" : ", als " + role) + ".";
		Block told = new Block.Listing(false,
				Stream.of(line("Waarover", row.about()), line("Was", row.before()), line("Werd", row.after()), line("Rechten op die dag", row.rights()),
						line("Mandaten op die dag", row.mandates()), line("Rechten toen het gebeurde", row.rightsWhenItHappened()),
						line("Mandaten toen het gebeurde", row.mandatesWhenItHappened()), line("Wie had welke rechten op die dag", entitled),
						line("Wie had welke rechten toen het gebeurde", row.entitledWhenItHappened().equals(row.entitled()) ? "" : row.entitledWhenItHappened()),
						line("Mandaat", row.authority()), line("Id van het feit", fact.eventId().toString())).flatMap(lines -> lines)
						.toList());
		return List.of(new Block.Heading(1, fact.number() + ". " + fact.event()), Block.Paragraph.of(recorded), told);
	}

	private static Stream<Text> line(String name, String text) {
		return text.isEmpty() ? Stream.empty() : Stream.of(Text.strong(name + ": ").and(text));
	}
}
