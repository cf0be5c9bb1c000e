package nl.ontwikkelagenda.app.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.jspecify.annotations.Nullable;

/** CSV as a Dutch Excel opens it by a double click: UTF-8 with a mark that says so, semicolons between cells, decimal commas, and dates that are read as dates everywhere. */
final class CsvFiles {

	private static final char SEPARATOR = ';';
	private static final char MARK = '\uFEFF';
	/** What Excel writes when asked for plain CSV. */
	private static final Charset WINDOWS = Charset.forName("windows-1252");
	private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

	private CsvFiles() {
	}

	static void write(List<SheetFile.Rows<?>> sheets, OutputStream out) throws IOException {
		out.write(String.valueOf(MARK).getBytes(StandardCharsets.UTF_8));
		CsvWriter writer = CsvWriter.builder().fieldSeparator(SEPARATOR).lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
		try {
			for (SheetFile.Rows<?> sheet : sheets) {
				if (sheets.size() > 1) {
					writer.writeRecord(SafeText.out(sheet.sheet().name()));
				}
				write(sheet, writer);
				if (sheets.size() > 1) {
					writer.writeRecord("");
				}
			}
			writer.flush();
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private static <R> void write(SheetFile.Rows<R> content, CsvWriter writer) {
		Sheet<R> sheet = content.sheet();
		writer.writeRecord(sheet.columns().stream().map(Sheet.Column::heading).toList());
		try (Stream<R> rows = content.rows()) {
			rows.forEachOrdered(row -> writer.writeRecord(sheet.columns().stream().map(column -> cell(column.value().apply(row))).toList()));
		}
	}

	private static String cell(@Nullable Object value) {
		return switch (value) {
			case null -> "";
			case BigDecimal number -> number.toPlainString().replace('.', ',');
			case Number number -> number.toString();
			case LocalDate day -> day.toString();
			case Instant moment -> LocalDate.ofInstant(moment, AMSTERDAM).toString();
			default -> SafeText.out(value.toString());
		};
	}

	static List<List<String>> read(byte[] content, int most) {
		String text = text(content);
		List<List<String>> rows = new ArrayList<>();
		try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(separator(text)).skipEmptyLines(false).allowUnclosedQuote(false)
				.extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
				.ofCsvRecord(text)) {
			for (CsvRecord row : reader) {
				if (rows.size() > most) {
					throw Limits.tooManyRows(most);
				}
				rows.add(row.getFields().stream().limit(Limits.MOST_COLUMNS).map(cell -> SafeText.in(cell.strip())).toList());
			}
		} catch (CsvParseException | UncheckedIOException e) {
			throw new UnreadableFile("Dit is geen leesbaar CSV-bestand: een aanhalingsteken dat begint, wordt niet gesloten, of een cel is te lang.", e);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return rows;
	}

	private static String text(byte[] content) {
		String text;
		try {
			text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
		} catch (CharacterCodingException e) {
			text = new String(content, WINDOWS);
		}
		return text.startsWith(String.valueOf(MARK)) ? text.substring(1) : text;
	}

	/** What stands most often between the headings. */
	private static char separator(String text) {
		String headings = text.lines().findFirst().orElse("");
		char best = SEPARATOR;
		for (char candidate : new char[] {',', '\t'}) {
			if (count(headings, candidate) > count(headings, best)) {
				best = candidate;
			}
		}
		return best;
	}

	private static long count(String text, char wanted) {
		return text.chars().filter(character -> character == wanted).count();
	}
}
