package nl.ontwikkelagenda.app.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.PaperPress;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.rest.JsonText;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The kinds of files that a report can become. */
public enum ReportFormat {

	PDF(PaperFormat.PDF), DOCX(PaperFormat.DOCX), HTML(PaperFormat.HTML), XLSX(FileFormat.XLSX), CSV(FileFormat.CSV),
	/** As the API gives it. */
	JSON;

	private final String mediaType;
	private final @Nullable PaperFormat paper;
	private final @Nullable FileFormat sheet;

	ReportFormat() {
		this(MediaType.APPLICATION_JSON_VALUE, null, null);
	}

	ReportFormat(PaperFormat paper) {
		this(paper.mediaType(), paper, null);
	}

	ReportFormat(FileFormat sheet) {
		this(sheet.mediaType(), null, sheet);
	}

	ReportFormat(String mediaType, @Nullable PaperFormat paper, @Nullable FileFormat sheet) {
		this.mediaType = mediaType;
		this.paper = paper;
		this.sheet = sheet;
	}

	String mediaType() {
		return mediaType;
	}

	/** As names of files end. */
	public String ending() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The whole file, in memory. */
	byte[] make(ProgressReport report, AsOf asOf, ReportPapers papers, ReportSheets sheets, PaperPress press) {
		if (paper != null) {
			return press.make(papers.of(report, asOf).paper(), paper);
		}
		return sheet == null ? JsonText.of(report) : written(sheets.of(report), sheet);
	}

	private static byte[] written(SheetFile<ProgressReport> file, FileFormat format) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			file.write(format, out);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return out.toByteArray();
	}
}
