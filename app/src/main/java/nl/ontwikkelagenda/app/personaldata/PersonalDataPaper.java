package nl.ontwikkelagenda.app.personaldata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.erasure.NamingFiles.NamingFile;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.history.EventWords;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.personaldata.PersonalData.Fact;
import nl.ontwikkelagenda.app.personaldata.PersonalData.Mention;
import nl.ontwikkelagenda.reporting.paper.Block;
import nl.ontwikkelagenda.reporting.paper.HouseStyle;
import nl.ontwikkelagenda.reporting.paper.Paper;
import nl.ontwikkelagenda.reporting.paper.Text;

import org.springframework.stereotype.Component;

/** What is recorded about somebody as a paper that he can read: the same as the JSON has, with what things are called in the place of ids, and of each kind the latest. */
@Component
class PersonalDataPaper {

	private static final String TITLE = "Mijn gegevens";

	/** Of each kind; a paper of tens of thousands of rows is read by nobody. */
	private static final int LATEST = 1_000;

	private final EverythingAbout everything;
	private final PersonalDataWords words;
	private final RegisterWords registers;
	private final Dutch dutch;

	PersonalDataPaper(EverythingAbout everything, PersonalDataWords words, RegisterWords registers, Dutch dutch) {
		this.everything = everything;
		this.words = words;
		this.registers = registers;
		this.dutch = dutch;
	}

	PaperFile of(PersonId person) {
		Overview data = everything.overview(person, LATEST, step -> {
		});
		List<Block> blocks = new ArrayList<>();
		blocks.add(Block.Paragraph
				.of("Dit is alles wat hier over u is vastgelegd. Wat u in een reflectie antwoordde staat er niet bij. Dat is niet aan u te koppelen, ook niet door de beheerder."));
		data.registers().forEach((register, rows) -> register(register, rows, blocks));
		data.documents().forEach((kind, found) -> {
			blocks.add(new Block.Heading(1, kind));
			blocks.add(new Block.Listing(false, found.list().stream().map(words::title).map(Text::of).toList()));
			others(found, blocks);
		});
		mentions(data.mentions(), blocks);
		files(data.files(), blocks);
		facts(data.facts(), blocks);
		return new PaperFile("mijn-gegevens", new Paper(TITLE, null, null, List.of(), HouseStyle.plain(TITLE), true, blocks, List.of()));
	}

	/** Says how many are left out. */
	private static void others(Last<?> found, List<Block> blocks) {
		if (found.others() > 0) {
			blocks.add(Block.Paragraph.of("Dit zijn er %d van %d; alle staan in de download (JSON).".formatted(found.list().size(), found.count())));
		}
	}

	private void register(String name, Last<Map<String, Object>> rows, List<Block> blocks) {
		blocks.add(new Block.Heading(1, RegisterWords.name(name)));
		List<Text> lines = rows.list().stream().map(row -> registers.row(name, row)).filter(row -> !row.isEmpty()).map(PersonalDataPaper::line).toList();
		if (lines.isEmpty()) {
			blocks.add(Block.Paragraph.of("Aantal: %d. Wat erover is vastgelegd, staat in de download (JSON).".formatted(rows.count())));
			return;
		}
		blocks.add(new Block.Listing(false, lines));
		others(rows, blocks);
	}

	private static Text line(Map<String, String> row) {
		return Text.of(row.entrySet().stream().map(field -> field.getKey() + ": " + field.getValue()).collect(Collectors.joining("; ")));
	}

	private void mentions(Last<Mention> mentions, List<Block> blocks) {
		blocks.add(new Block.Heading(1, "Teksten die u noemen"));
		if (mentions.count() == 0) {
			blocks.add(Block.Paragraph.of("Geen tekst noemt u bij naam, e-mailadres of telefoonnummer."));
			return;
		}
		blocks.add(new Block.Table(null, List.of(Block.Column.of("Vastgelegd", 2), Block.Column.of("Waarin", 2), Block.Column.of("Tekst", 5)), false, mentions.list().stream()
				.map(found -> List.of(Text.of(dutch.moment(found.recordedAt())), Text.of(EventWords.of(found.type())), Text.of(found.text()))).toList()));
		others(mentions, blocks);
	}

	private static void files(List<NamingFile> files, List<Block> blocks) {
		blocks.add(new Block.Heading(1, "Bestanden die u noemen of die van u komen"));
		if (files.isEmpty()) {
			blocks.add(Block.Paragraph.of("Geen bestand noemt u of is door u toegevoegd."));
			return;
		}
		blocks.add(new Block.Table(null, List.of(Block.Column.of("Titel", 4), Block.Column.of("Naam", 3), Block.Column.of("Waarom het hier staat", 3)), true,
				files.stream().map(file -> List.of(Text.of(file.title()), Text.of(file.name()), Text.of(why(file.found())))).toList()));
	}

	/** Why a file is of somebody. */
	static String why(NamingFile.Where found) {
		return switch (found) {
			case TEXT -> "noemt u in de tekst";
			case NAME -> "noemt u in de titel of de naam";
			case ADDED -> "is door u toegevoegd";
		};
	}

	private void facts(Last<Fact> facts, List<Block> blocks) {
		blocks.add(new Block.Heading(1, "Feiten in het logboek"));
		if (facts.count() == 0) {
			blocks.add(Block.Paragraph.of("In het logboek staat niets over u."));
			return;
		}
		blocks.add(new Block.Table(null, List.of(Block.Column.of("Vastgelegd", 3), Block.Column.of("Feit", 5), Block.Column.of("Door", 2)), false, facts.list().stream()
				.map(fact -> List.of(Text.of(dutch.moment(fact.recordedAt())), Text.of(EventWords.of(fact.type())), Text.of(fact.byMyself() ? "uzelf" : "een ander"))).toList()));
		others(facts, blocks);
	}
}
