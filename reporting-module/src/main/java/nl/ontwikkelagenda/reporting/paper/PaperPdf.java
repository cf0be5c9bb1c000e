package nl.ontwikkelagenda.reporting.paper;

import static nl.ontwikkelagenda.reporting.paper.Markup.escaped;

import java.awt.FontFormatException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Makes a paper a PDF that is both PDF/A-3a and PDF/UA-1, from its page. */
final class PaperPdf {

	/** Stands for a character that the letters do not have, such as an emoji. */
	static final String UNKNOWN_CHARACTER = "\u25a1";

	private static final int NORMAL = 400;
	private static final int BOLD = 700;
	private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

	static {
		// it tells of every step, beside what a command says
		XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
	}

	private PaperPdf() {
	}

	static byte[] of(Paper paper) {
		try (BatikSVGDrawer pictures = new Pictures(); PDDocument document = new PDDocument(); ByteArrayOutputStream made = new ByteArrayOutputStream()) {
			try (PdfBoxRenderer renderer = new PdfRendererBuilder().withHtmlContent(PaperHtml.print(paper, bookmarks(paper)), null).usePDDocument(document)
					.usePdfUaAccessibility(true).usePdfAConformance(PdfAConformance.PDFA_3_A).useColorProfile(COLOURS).useSVGDrawer(pictures)
					.useReplacementText(UNKNOWN_CHARACTER).useFont(font(document, Fonts.regular()), Fonts.FAMILY, NORMAL, FontStyle.NORMAL, true)
					.useFont(font(document, Fonts.bold()), Fonts.FAMILY, BOLD, FontStyle.NORMAL, true).withProducer("Ontwikkelagenda").buildPdfRenderer()) {
				renderer.createPDFWithoutClosing();
				attach(document, paper.data());
				document.save(made);
			}
			return made.toByteArray();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Without its rules for ligatures: applying them to every line takes as long as all the rest. */
	private static PDFontSupplier font(PDDocument document, InputStream content) throws IOException {
		try (RandomAccessRead letters = new RandomAccessReadBuffer(content)) {
			TrueTypeFont font = new TTFParser().parse(letters);
			font.setEnableGsub(false);
			return new PDFontSupplier(PDType0Font.load(document, font, true));
		}
	}

	private static String bookmarks(Paper paper) {
		StringBuilder bookmarks = new StringBuilder("<bookmarks>");
		int open = 0;
		for (Paper.Marked marked : paper.headings()) {
			for (; open >= marked.heading().level(); open--) {
				bookmarks.append("</bookmark>");
			}
			for (; open < marked.heading().level(); open++) {
				bookmarks.append("<bookmark name=\"").append(escaped(marked.heading().words())).append("\" href=\"#").append(marked.name()).append("\">");
			}
		}
		return bookmarks.append("</bookmark>".repeat(open)).append("</bookmarks>").toString();
	}

	/** As associated files of the whole (ISO 19005-3, 6.8). */
	private static void attach(PDDocument document, List<Paper.Data> data) throws IOException {
		if (data.isEmpty()) {
			return;
		}
		Map<String, PDComplexFileSpecification> files = new HashMap<>();
		COSArray associated = new COSArray();
		for (Paper.Data one : data) {
			PDComplexFileSpecification file = file(document, one);
			files.put(one.name(), file);
			associated.add(file);
		}
		PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
		tree.setNames(files);
		PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
		names.setEmbeddedFiles(tree);
		document.getDocumentCatalog().setNames(names);
		document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
	}

	private static PDComplexFileSpecification file(PDDocument document, Paper.Data data) throws IOException {
		PDEmbeddedFile content = new PDEmbeddedFile(document, new ByteArrayInputStream(data.content()), COSName.FLATE_DECODE);
		content.setSubtype(data.mediaType());
		content.setSize(data.content().length);
		content.setModDate(document.getDocumentInformation().getCreationDate());
		PDComplexFileSpecification file = new PDComplexFileSpecification();
		file.setFile(data.name());
		file.setFileUnicode(data.name());
		file.setFileDescription(data.description());
		file.setEmbeddedFile(content);
		file.setEmbeddedFileUnicode(content);
		file.getCOSObject().setName("AFRelationship", "Data");
		return file;
	}

	/** Draws SVG with the letters of the text; by itself it would take those of the machine. */
	private static final class Pictures extends BatikSVGDrawer {

		@Override
		public void importFontFaceRules(List<FontFaceRule> fonts, SharedContext context) {
			super.importFontFaceRules(fonts, context);
			try {
				addFontStream(Fonts::regular, Fonts.FAMILY, NORMAL, FontStyle.NORMAL);
				addFontStream(Fonts::bold, Fonts.FAMILY, BOLD, FontStyle.NORMAL);
			} catch (FontFormatException e) {
				throw new IllegalStateException(e);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}
}
