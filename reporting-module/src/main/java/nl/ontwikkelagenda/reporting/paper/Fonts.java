package nl.ontwikkelagenda.reporting.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import org.apache.pdfbox.pdmodel.PDDocument;

/** The letters that go into a PDF and into pictures: Liberation Sans, under the SIL Open Font License. */
final class Fonts {

	static final String FAMILY = "Liberation Sans";

	private Fonts() {
	}

	/** Makes them known to Java, which draws pictures with the letters of the machine, if it has any, or these. */
	static void register() {
		GraphicsEnvironment machine = GraphicsEnvironment.getLocalGraphicsEnvironment();
		try (InputStream regular = regular(); InputStream bold = bold()) {
			machine.registerFont(Font.createFont(Font.TRUETYPE_FONT, regular));
			machine.registerFont(Font.createFont(Font.TRUETYPE_FONT, bold));
		} catch (FontFormatException e) {
			throw new IllegalStateException(e);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Comes with PDFBox. */
	static InputStream regular() {
		return Objects.requireNonNull(PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));
	}

	static InputStream bold() {
		return Objects.requireNonNull(Fonts.class.getResourceAsStream("/fonts/LiberationSans-Bold.ttf"));
	}
}
