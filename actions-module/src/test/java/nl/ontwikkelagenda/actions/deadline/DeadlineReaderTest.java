package nl.ontwikkelagenda.actions.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import nl.ontwikkelagenda.actions.deadline.Deadline.Certainty;
import nl.ontwikkelagenda.actions.deadline.Deadline.Kind;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineReaderTest {

	private static final LocalDate SAID_ON = LocalDate.of(2018, 9, 24);
	private static final Calendar MIDDEN = new Calendar(SchoolRegion.MIDDEN, SchoolHolidays.shipped(), Optional::empty);
	private static final List<String> WORDS = List.of("voor", "vóór", "na", "uiterlijk", "vanaf", "tot", "t/m", "en", "of", "tussen", "binnen", "over", "niet", "nog", "start",
			"begin",
			"medio", "eind", "eerste", "laatste", "tweede", "helft", "van", "de", "het", "in", "een", "twee", "31", "29", "45", "53", "2019", "'21", "1e", "week", "weken", "maand",
			"kwartaal", "q", "jaar", "schooljaar", "februari", "maart", "december", "najaar", "winter", "kerstvakantie", "zomervakantie", "herfstvakantie", "pasen", "kerst",
			"maandag",
			"vrijdag", "weekend", "dag", "werkdagen", "volgende", "komende", "dit", "vorige", "bijeenkomst", "-", "/", ".", ",", ":", "uur", "999", "0", "maar", "half",
			"anderhalf",
			"morgen", "schooldag", "ultimo", "primo", "weekends", "2019-2020", "27-10-2021", "2021-10-27");

	@ParameterizedTest(name = "{0} (on {1}, {2})")
	@CsvFileSource(resources = "phrases.txt", delimiter = '|', numLinesToSkip = 1, quoteCharacter = '`')
	void aPhraseMeansTheseDays(String phrase, LocalDate saidOn, @Nullable SchoolRegion region, @Nullable LocalDate meeting, Kind kind, @Nullable LocalDate earliest,
			@Nullable LocalDate latest, Certainty certainty) {
		Reading reading = new DeadlineReader(new Calendar(region, SchoolHolidays.shipped(), () -> Optional.ofNullable(meeting))).read(phrase, saidOn);
		assertThat(reading).usingRecursiveComparison().ignoringFields("explanation").isEqualTo(new Reading(kind, earliest, latest, certainty, ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"voor de kerstvakantie | Uiterlijk op vrijdag 21 december 2018. De kerstvakantie in regio Midden is van 22 december 2018 tot en met 6 januari 2019. Er is geen jaar genoemd: het gaat om de eerstvolgende keer.",
			"start dit najaar | Vanaf zaterdag 1 september 2018, en uiterlijk tot en met vrijdag 30 november 2018. Het najaar is september, oktober en november. Er is geen jaar genoemd: het gaat om de eerstvolgende keer.",
			"over twee weken | Op maandag 8 oktober 2018. Geteld vanaf 24 september 2018.",
			"dinsdag 24 september | 24 september 2018 is geen dinsdag, maar een maandag. Controleer de dag en de datum.",
			"31 februari 2019 | Deze datum bestaat niet: dag 31 van maand 2. Controleer de dag en de maand.",
			"voor de herfstvakantie | De dagen van de herfstvakantie van schooljaar 2018-2019 zijn hier nog niet bekend.",
			"voor de volgende bijeenkomst | De datum van de volgende bijeenkomst is nog niet bekend."})
	void itSaysHowItReadOrWhyItCouldNot(String phrase, String explanation) {
		assertThat(new DeadlineReader(MIDDEN).read(phrase, SAID_ON).explanation()).isEqualTo(explanation);
	}

	@Test
	void holidaysThatWereImportedAreRead() {
		SchoolHolidays imported = SchoolHolidays.shipped().with(SchoolHolidays.read("""
				schooljaar,vakantie,regio,van,tot_en_met
				2018-2019,herfst,midden,2018-10-20,2018-10-28
				2018-2019,mei,midden,2019-04-27,2019-05-05
				""").holidays());
		DeadlineReader reader = new DeadlineReader(new Calendar(SchoolRegion.MIDDEN, imported, Optional::empty));
		assertThat(reader.read("voor de herfstvakantie", SAID_ON).latest()).isEqualTo(LocalDate.of(2018, 10, 19));
		assertThat(reader.read("na de meivakantie", SAID_ON).earliest()).as("that of the school year before is over").isEqualTo(LocalDate.of(2019, 5, 6));
		assertThat(reader.read("na de meivakantie", LocalDate.of(2018, 4, 1)).certainty()).isEqualTo(Certainty.UNKNOWN);
	}

	@Test
	void nothingSaidIsNoDeadline() {
		assertThat(Deadline.read(null, SAID_ON, MIDDEN)).isEqualTo(new Deadline(null, SAID_ON, Kind.NONE, null, null, Certainty.UNKNOWN));
	}

	@Test
	void aDeadlineKeepsItsWords() {
		FreeText said = new FreeText("uiterlijk 1 maart", "c2FsdA==");
		assertThat(Deadline.read(said, SAID_ON, MIDDEN)).isEqualTo(new Deadline(said, SAID_ON, Kind.BEFORE, null, LocalDate.of(2019, 3, 1), Certainty.DERIVED));
	}

	@Test
	void whateverIsSaidIsReadWithoutContradiction() {
		Random random = new Random(20180924);
		for (int i = 0; i < 20_000; i++) {
			List<String> said = new ArrayList<>();
			for (int words = random.nextInt(7); words >= 0; words--) {
				said.add(WORDS.get(random.nextInt(WORDS.size())));
			}
			holdsTogether(String.join(random.nextInt(9) == 0 ? "" : " ", said), LocalDate.of(2018, 1, 1).plusDays(random.nextInt(4000)));
		}
	}

	@Test
	void whateverIsTypedIsReadWithoutContradiction() {
		Random random = new Random(20210329);
		for (int i = 0; i < 5_000; i++) {
			StringBuilder typed = new StringBuilder();
			for (int characters = random.nextInt(40); characters > 0; characters--) {
				typed.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(Character.MAX_CODE_POINT + 1) : ' ' + random.nextInt(95));
			}
			holdsTogether(typed.toString(), LocalDate.of(2018, 1, 1).plusDays(random.nextInt(4000)));
		}
	}

	private static void holdsTogether(String phrase, LocalDate saidOn) {
		Reading reading = new DeadlineReader(new Calendar(SchoolRegion.MIDDEN, SchoolHolidays.shipped(), () -> Optional.of(saidOn.plusDays(30)))).read(phrase, saidOn);
		LocalDate earliest = reading.earliest();
		LocalDate latest = reading.latest();
		boolean consistent = switch (reading.kind()) {
			case NONE -> earliest == null && latest == null;
			case BEFORE -> earliest == null && latest != null;
			case DURING -> earliest != null && latest != null && !latest.isBefore(earliest);
			case STARTS -> earliest != null && (latest == null || !latest.isBefore(earliest));
		};
		assertThat(consistent && (reading.kind() == Kind.NONE) == (reading.certainty() == Certainty.UNKNOWN) && !reading.explanation().isBlank()).as(
				"'%s' on %s: %s", phrase, saidOn, reading).isTrue();
	}
}
