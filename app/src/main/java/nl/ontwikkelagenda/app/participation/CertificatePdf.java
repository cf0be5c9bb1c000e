package nl.ontwikkelagenda.app.participation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import nl.ontwikkelagenda.app.audit.NewestCheckpoint;
import nl.ontwikkelagenda.app.pages.Dutch;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Prints a certificate on one page, with its font in it. */
@Component
class CertificatePdf {

	/** Comes with PDFBox, under the SIL Open Font License. */
	private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
	private static final String FAMILY = "Liberation Sans";
	private static final Locale LANGUAGE = Locale.of("nl", "NL");

	private final ITemplateEngine templates;
	private final Dutch dutch;
	private final NewestCheckpoint checkpoint;

	CertificatePdf(ITemplateEngine templates, Dutch dutch, NewestCheckpoint checkpoint) {
		this.templates = templates;
		this.dutch = dutch;
		this.checkpoint = checkpoint;
	}

	/**
	 * What it says.
	 *
	 * @param attended how many sessions
	 */
	record Words(String name, String programme, String community, int attended, LocalDate certifiedOn) {
	}

	byte[] of(Words words) {
		String page = templates.process("bewijs", new Context(LANGUAGE, Map.of("words", words, "day", dutch.day(words.certifiedOn()), "log", checkpoint.line().orElse(""))));
		PdfRendererBuilder builder = new PdfRendererBuilder().withHtmlContent(page, null).useFont(CertificatePdf::font, FAMILY);
		try (PdfBoxRenderer renderer = builder.buildPdfRenderer(); ByteArrayOutputStream printed = new ByteArrayOutputStream()) {
			renderer.createPDFWithoutClosing();
			try (PDDocument document = renderer.getPdfDocument()) {
				document.getDocumentCatalog().setLanguage(LANGUAGE.toLanguageTag());
				document.save(printed);
			}
			return printed.toByteArray();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static InputStream font() {
		return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT));
	}
}
