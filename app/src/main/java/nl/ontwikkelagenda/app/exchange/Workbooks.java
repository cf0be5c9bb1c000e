package nl.ontwikkelagenda.app.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** XLSX with real dates and numbers, a fixed row of headings, and a filter on it; read with a look at what is in it before anything is unpacked for good. */
final class Workbooks {

	private static final String DATE = "dd-mm-yyyy";
	private static final String NUMBER = "0.####";
	private static final int WIDEST = 60;
	private static final int NARROWEST = 12;
	/** Rows that are sent on together, so that a long list is never in memory. */
	private static final int AT_ONCE = 500;
	/** Formats of dates that every workbook has without naming them. */
	private static final Set<Integer> BUILT_IN_DATES = Set.of(14, 15, 16, 17, 22);
	private static final DateTimeFormatter DUTCH_DAY = DateTimeFormatter.ofPattern("d-M-uuuu", Locale.ROOT);
	private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
	private static final String WRONG = "Dit is geen leesbaar XLSX-bestand; sla het opnieuw op als Excel-werkmap (.xlsx).";

	private Workbooks() {
	}

	static void write(List<SheetFile.Rows<?>> sheets, OutputStream out) throws IOException {
		Workbook workbook = new Workbook(out, "Ontwikkelagenda", null);
		for (SheetFile.Rows<?> sheet : sheets) {
			write(sheet, workbook.newWorksheet(sheet.sheet().name()));
		}
		workbook.finish();
	}

	private static <R> void write(SheetFile.Rows<R> content, Worksheet page) throws IOException {
		List<Sheet.Column<R>> columns = content.sheet().columns();
		page.freezePane(0, 1);
		for (int column = 0; column < columns.size(); column++) {
			String heading = columns.get(column).heading();
			page.value(0, column, heading);
			page.style(0, column).bold().set();
			page.width(column, Math.min(WIDEST, Math.max(NARROWEST, 2 * heading.length())));
		}
		int number = 1;
		try (Stream<R> lines = content.rows()) {
			for (Iterator<R> rows = lines.iterator(); rows.hasNext(); number++) {
				R row = rows.next();
				for (int column = 0; column < columns.size(); column++) {
					write(page, number, column, columns.get(column).value().apply(row));
				}
				if (number % AT_ONCE == 0) {
					page.flush();
				}
			}
		}
		if (content.sheet().isFiltered()) {
			page.setAutoFilter(0, 0, number - 1, columns.size() - 1);
		}
		page.finish();
	}

	private static void write(Worksheet page, int row, int column, @Nullable Object value) {
		switch (value) {
			case null -> {
			}
			case LocalDate day -> {
				page.value(row, column, day);
				page.style(row, column).format(DATE).set();
			}
			case Instant moment -> write(page, row, column, LocalDate.ofInstant(moment, AMSTERDAM));
			case BigDecimal number -> {
				page.value(row, column, number);
				page.style(row, column).format(NUMBER).set();
			}
			case Number number -> page.value(row, column, number);
			default -> page.inlineString(row, column, SafeText.out(value.toString()));
		}
	}

	static List<List<String>> read(byte[] content, int most) {
		try {
			refuseBombs(content);
			List<List<String>> rows = new ArrayList<>();
			try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true));
					Stream<Row> lines = workbook.getFirstSheet().openStream()) {
				Iterator<Row> all = lines.iterator();
				while (all.hasNext()) {
					Row row = all.next();
					if (row.getRowNum() > most + 1) {
						throw Limits.tooManyRows(most);
					}
					// rows in which nothing was ever written are left out of the file
					while (rows.size() < row.getRowNum() - 1) {
						rows.add(List.of());
					}
					rows.add(row.stream().limit(Limits.MOST_COLUMNS).map(Workbooks::text).toList());
				}
			}
			return rows;
		} catch (UnreadableFile e) {
			throw e;
		} catch (IOException | RuntimeException e) {
			// whatever the reader stumbles on, the file is at fault
			throw new UnreadableFile(WRONG, e);
		}
	}

	private static String text(@Nullable Cell cell) {
		if (cell == null || cell.getType() == CellType.EMPTY) {
			return "";
		}
		if (cell.getType() == CellType.ERROR) {
			throw new UnreadableFile("Cel " + cell.getAddress() + " bevat een fout van Excel; verbeter of wis haar.");
		}
		if (cell.getValue() instanceof BigDecimal number) {
			return isDate(cell) ? DUTCH_DAY.format(cell.asDate()) : number.stripTrailingZeros().toPlainString();
		}
		return SafeText.in(cell.getText().strip());
	}

	private static boolean isDate(Cell cell) {
		Integer id = cell.getDataFormatId();
		String format = cell.getDataFormatString();
		// what stands in brackets or quotes is a colour, a language or a text
		String pattern = format == null ? "" : format.replaceAll("\\[[^]]*]|\"[^\"]*\"|\\\\.", "").toLowerCase(Locale.ROOT);
		return (id != null && BUILT_IN_DATES.contains(id)) || pattern.contains("y") || (pattern.contains("d") && pattern.contains("m"));
	}

	/** Unpacks every part to nowhere, no further than allowed: a small file can hold a very large one. */
	private static void refuseBombs(byte[] content) throws IOException {
		byte[] buffer = new byte[64 * 1024];
		long bytes = 0;
		try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
			List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
			if (parts.size() > Limits.MOST_PARTS) {
				throw Limits.tooLarge();
			}
			for (ZipArchiveEntry part : parts) {
				try (InputStream unpacked = zip.getInputStream(part)) {
					boolean beginning = true;
					for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
						bytes += read;
						if (bytes > Limits.MOST_BYTES) {
							throw Limits.tooLarge();
						}
						if (beginning && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
							throw new UnreadableFile(WRONG);
						}
						beginning = false;
					}
				}
			}
		}
	}
}
