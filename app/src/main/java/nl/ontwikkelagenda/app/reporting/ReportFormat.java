package nl.ontwikkelagenda.app.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.PaperPress;
import nl.ontwikkelagenda.app.rest.JsonText;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;

import org.springframework.http.MediaType;

/** The kinds of files that a report can become. */
public enum ReportFormat {

	PDF(PaperFormat.PDF), DOCX(PaperFormat.DOCX), HTML(PaperFormat.HTML), XLSX(FileFormat.XLSX), CSV(FileFormat.CSV),
	/** As the API gives it. */
	JSON;

	private final String mediaType;
	private final Maker maker;

	/** Makes the whole file, in memory. */
	private interface Maker {

		byte[] make(ProgressReport report, AsOf asOf, ReportPapers papers, ReportSheets sheets, PaperPress press);
	}

	ReportFormat() {
		this.mediaType = MediaType.APPLICATION_JSON_VALUE;
		this.maker = (report, asOf, papers, sheets, press) -> JsonText.of(report);
	}

	ReportFormat(PaperFormat format) {
		this.mediaType = format.mediaType();
		this.maker = (report, asOf, papers, sheets, press) -> press.make(papers.of(report, asOf).paper(), format);
	}

	ReportFormat(FileFormat format) {
		this.mediaType = format.mediaType();
		this.maker = (report, asOf, papers, sheets, press) -> {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			try {
				sheets.of(report).write(format, out);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
			return out.toByteArray();
		};
	}

	String mediaType() {
		return mediaType;
	}

	/** As names of files end. */
	public String ending() {
		return name().toLowerCase(Locale.ROOT);
	}

	byte[] make(ProgressReport report, AsOf asOf, ReportPapers papers, ReportSheets sheets, PaperPress press) {
		return maker.make(report, asOf, papers, sheets, press);
	}
}
