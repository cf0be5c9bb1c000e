package nl.ontwikkelagenda.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import nl.ontwikkelagenda.app.exchange.SheetReader.Content;
import nl.ontwikkelagenda.app.exchange.SheetReader.Fault;
import nl.ontwikkelagenda.app.exchange.SheetReader.Line;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes out comes in again, and nothing that comes in can harm. */
class SheetsTest {

	private static final int MOST = 10;
	private static final SheetReader READER = new SheetReader(List.of("Actie", "Datum", "Getal"), Set.of("Actie"));

	record Row(String action, @Nullable LocalDate day, @Nullable BigDecimal number) {
	}

	private static final Sheet<Row> SHEET = new Sheet<>("proef",
			List.of(new Sheet.Column<>("Actie", Row::action), new Sheet.Column<>("Datum", Row::day), new Sheet.Column<>("Getal", Row::number)));

	private static byte[] written(FileFormat format, Row... rows) {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			SheetFile.of(SHEET, Stream.of(rows)).write(format, out);
			return out.toByteArray();
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private static List<Line> lines(FileFormat format, byte[] content) {
		Content read = READER.read(format, content, MOST);
		assertThat(read.faults()).isEmpty();
		return read.lines();
	}

	private static List<Line> linesOfCsv(String text) {
		return lines(FileFormat.CSV, text.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@EnumSource(FileFormat.class)
	void whatGoesOutComesInAgain(FileFormat format) {
		String awkward = "Ouders \"en\" kinderen; twee\nregels, 'één' – €5";
		List<Line> read = lines(format, written(format, new Row(awkward, LocalDate.of(2018, 9, 24), new BigDecimal("7.25")), new Row("Later", null, null)));

		assertThat(read).hasSize(2);
		assertThat(read.getFirst().number()).isEqualTo(2);
		assertThat(read.getFirst().cells().get("Actie")).isEqualTo(awkward);
		assertThat(read.getFirst().cells().get("Datum")).isIn("24-9-2018", "2018-09-24");
		assertThat(read.getFirst().cells().get("Getal")).isIn("7,25", "7.25");
		assertThat(read.get(1).cells()).isEqualTo(Map.of("Actie", "Later"));
	}

	@ParameterizedTest
	@EnumSource(FileFormat.class)
	void whatASpreadsheetWouldCalculateIsMadeATextAndComesInAsItWas(FileFormat format) {
		List<String> formulas = List.of("=HYPERLINK(\"http://boef.example\")", "+31", "-1+2", "@SOM(A1)", "'=1+1", "''", "'gewoon", "2+3");
		byte[] file = written(format, formulas.stream().map(formula -> new Row(formula, null, null)).toArray(Row[]::new));

		assertThat(lines(format, file)).extracting(line -> line.cells().get("Actie")).containsExactlyElementsOf(formulas);
		if (format == FileFormat.CSV) {
			assertThat(new String(file, StandardCharsets.UTF_8)).contains("\r\n'+31;", "\r\n'-1+2;", "\r\n'@SOM(A1);", "\r\n''=1+1;", "\r\n2+3;").doesNotContain("\r\n=",
					"\r\n\"=");
		}
	}

	@Test
	void csvIsWhatADutchExcelOpens() {
		String csv = new String(written(FileFormat.CSV, new Row("Één", LocalDate.of(2018, 9, 24), new BigDecimal("7.25"))), StandardCharsets.UTF_8);
		assertThat(csv).isEqualTo("\uFEFFActie;Datum;Getal\r\nÉén;2018-09-24;7,25\r\n");
	}

	@Test
	void csvOfOtherProgramsComesInToo() {
		assertThat(linesOfCsv("Actie,Datum\nEen,1-2-2019\n")).extracting(line -> line.cells().get("Datum")).containsExactly("1-2-2019");
		assertThat(linesOfCsv("ACTIE\tDatum\nEen\t1-2-2019\n")).extracting(line -> line.cells().get("Actie")).containsExactly("Een");
		assertThat(linesOfCsv("Actie;Datum\nEen\n;\n\n Twee ;3-2-2019;over\n")).extracting(Line::number).containsExactly(2, 5);
		byte[] windows = "Actie\nReünie\n".getBytes(Charset.forName("windows-1252"));
		assertThat(lines(FileFormat.CSV, windows).getFirst().cells()).isEqualTo(Map.of("Actie", "Reünie"));
	}

	@Test
	void everythingThatIsWrongWithTheHeadingsIsTold() {
		Content read = READER.read(FileFormat.CSV, "Datum;datum;Kleur\n1;2;3\n".getBytes(StandardCharsets.UTF_8), MOST);
		assertThat(read.faults()).extracting(Fault::heading).containsExactly("Datum", "Kleur", "Actie");
	}

	@Test
	void whatIsNoFileOfItsKindIsRefused() {
		assertThatThrownBy(() -> READER.read(FileFormat.XLSX, "Actie\nEen\n".getBytes(StandardCharsets.UTF_8), MOST)).isInstanceOf(UnreadableFile.class);
		assertThatThrownBy(() -> READER.read(FileFormat.XLSX, new byte[0], MOST)).isInstanceOf(UnreadableFile.class);
		byte[] whole = written(FileFormat.XLSX, new Row("Een", null, null));
		assertThatThrownBy(() -> READER.read(FileFormat.XLSX, Arrays.copyOf(whole, whole.length / 2), MOST)).isInstanceOf(UnreadableFile.class);
		assertThatThrownBy(() -> linesOfCsv("Actie\n\"Een\n")).isInstanceOf(UnreadableFile.class);
		assertThat(READER.read(FileFormat.CSV, new byte[0], MOST).faults()).extracting(Fault::heading).containsExactly("Actie");
	}

	@ParameterizedTest
	@EnumSource(FileFormat.class)
	void moreRowsThanAllowedAreRefused(FileFormat format) {
		Row[] rows = Stream.generate(() -> new Row("Een", null, null)).limit(MOST + 1).toArray(Row[]::new);
		assertThatThrownBy(() -> READER.read(format, written(format, rows), MOST)).isInstanceOf(UnreadableFile.class).hasMessageContaining("meer dan 10 rijen");
	}

	@Test
	void aSmallFileThatUnpacksToALargeOneIsRefused() {
		byte[] bomb = zip("xl/worksheets/sheet1.xml", new byte[1024 * 1024], 101);
		assertThat(bomb.length).isLessThan(1024 * 1024);
		assertThatThrownBy(() -> READER.read(FileFormat.XLSX, bomb, MOST)).isInstanceOf(UnreadableFile.class).hasMessageContaining("te groot");
		assertThatThrownBy(() -> READER.read(FileFormat.XLSX, zip("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"a\">]>".getBytes(StandardCharsets.UTF_8), 1), MOST))
				.isInstanceOf(UnreadableFile.class);
	}

	private static byte[] zip(String name, byte[] block, int times) {
		try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(); ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry(name));
			for (int i = 0; i < times; i++) {
				zip.write(block);
			}
			zip.closeEntry();
			zip.finish();
			return bytes.toByteArray();
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void aLongListIsWrittenAsItIsRead() throws IOException {
		AtomicInteger read = new AtomicInteger();
		Stream<Row> many = Stream.generate(() -> new Row("Werkbezoek", LocalDate.of(2018, 9, 24), BigDecimal.TEN)).limit(100_000).peek(row -> read.incrementAndGet());
		long[] bytes = {0};
		FileFormat.XLSX.write(List.of(new SheetFile.Rows<>(SHEET, many)), new OutputStream() {
			@Override
			public void write(int b) {
				bytes[0]++;
			}

			@Override
			public void write(byte[] block, int from, int length) {
				bytes[0] += length;
			}
		});
		assertThat(bytes[0]).isPositive();
		assertThat(read).hasValue(100_000);

	}

	@Test
	void severalListsAreSheetsOfOneWorkbookAndPartsOfOneText() throws IOException {
		Row row = new Row("Werkbezoek", LocalDate.of(2018, 9, 24), BigDecimal.TEN);
		Sheet<Row> other = new Sheet<>("Andere", SHEET.columns(), false);
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		FileFormat.CSV.write(List.of(new SheetFile.Rows<>(SHEET, Stream.of(row)), new SheetFile.Rows<>(other, Stream.of(row, row))), text);
		assertThat(text.toString(StandardCharsets.UTF_8).lines().map(line -> line.replace("\uFEFF", ""))).contains(SHEET.name(), "Andere").hasSize(9);
		ByteArrayOutputStream workbook = new ByteArrayOutputStream();
		FileFormat.XLSX.write(List.of(new SheetFile.Rows<>(SHEET, Stream.of(row)), new SheetFile.Rows<>(other, Stream.of(row, row))), workbook);
		try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook.toByteArray()))) {
			assertThat(read.getSheets().map(org.dhatim.fastexcel.reader.Sheet::getName)).containsExactly(SHEET.name(), "Andere");
			assertThat(read.findSheet("Andere").orElseThrow().read()).hasSize(3);
			assertThat(read.findSheet("Andere").orElseThrow().read().get(1).getCellAsDate(1)).isPresent();
		}
	}
}
