package nl.ontwikkelagenda.app.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.reporting.paper.Block;
import nl.ontwikkelagenda.reporting.paper.HouseStyle;
import nl.ontwikkelagenda.reporting.paper.Paper;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;
import nl.ontwikkelagenda.reporting.paper.Text;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPictureData;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

/** One paper as three files. */
@BesideOthers
class PaperTest {

	@Test
	void aPdfIsBothPdfA3aAndPdfUa1() {
		assertThat(Conformance.faults(PaperFormat.PDF.make(SamplePapers.whole()))).isEmpty();
	}

	@Test
	void theValidatorSeesWhatIsWrong() throws IOException {
		try (PDDocument document = Loader.loadPDF(PaperFormat.PDF.make(SamplePapers.whole())); ByteArrayOutputStream spoiled = new ByteArrayOutputStream()) {
			document.getDocumentCatalog().setLanguage(null);
			document.getDocumentCatalog().setOutputIntents(List.of());
			document.save(spoiled);
			assertThat(Conformance.faults(spoiled.toByteArray())).anyMatch(fault -> fault.startsWith("3a")).anyMatch(fault -> fault.startsWith("ua1"));
		}
	}

	@Test
	void aPdfHasTagsBookmarksContentsAndPageNumbers() throws IOException {
		try (PDDocument document = Loader.loadPDF(PaperFormat.PDF.make(SamplePapers.whole()))) {
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl-NL");
			assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Verslag van de werksessie");
			assertThat(bookmarks(document.getDocumentCatalog().getDocumentOutline().getFirstChild())).containsExactly("Inleiding", "Cijfers & <tekens>", "Per regio", "Slot");
			assertThat(tags(document.getDocumentCatalog().getStructureTreeRoot())).contains("H1", "H2", "H3", "P", "L", "LI", "Table", "TH", "TD", "Caption", "Figure", "Link");
			assertThat(alternatives(document.getDocumentCatalog().getStructureTreeRoot())).containsExactly("Staafdiagram: Noord 150, Midden 90");
			String text = new PDFTextStripper().getText(document);
			assertThat(text).containsPattern("Per regio \\.{5,} ?\\d").contains("Pagina 1 van " + document.getNumberOfPages(), "Samenwerkingsverband Passend Onderwijs Regio",
					"Concept", "é, ü, ñ, „aanhaling”");
			assertThat(document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames()).containsOnlyKeys("verslag.json");
		}
	}

	@Test
	void aPictureInAPdfIsDrawnWithLines() throws IOException {
		try (PDDocument document = Loader.loadPDF(PaperFormat.PDF.make(SamplePapers.whole()))) {
			for (PDPage page : document.getPages()) {
				assertThat(page.getResources().getXObjectNames()).allSatisfy(name -> assertThat(page.getResources().isImageXObject(name)).isFalse());
			}
		}
	}

	@Test
	void whatTheLettersDoNotHaveBecomesASquareAndStaysAGoodPdf() throws IOException {
		byte[] pdf = PaperFormat.PDF.make(SamplePapers.paper(List.of(new Block.Heading(1, "Feest 🎉 日本"),
				Block.Paragraph.of("Duim 👍🏽, gezin 👨‍👩‍👧, \u0000\u0007 half \uD83D paar, שלום, مرحبا, zacht\u00ADstreepje, smal\u202Fwit, geen\u200Bbreedte, tab\there"),
				new Block.Listing(false, List.of(Text.of(""))), Block.Paragraph.of(" "))));
		assertThat(Conformance.faults(pdf)).isEmpty();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(new PDFTextStripper().getText(document)).contains("Feest □ □□", "Duim □", "paar");
		}
		try (XWPFDocument document = new XWPFDocument(
				new ByteArrayInputStream(PaperFormat.DOCX.make(SamplePapers.paper(List.of(Block.Paragraph.of("Duim 👍🏽 \u0000 \uD83D"))))))) {
			assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText).contains("Duim 👍🏽  ");
		}
	}

	@Test
	void aLongTableHasItsHeaderOnEveryPage() throws IOException {
		byte[] pdf = PaperFormat.PDF.make(SamplePapers.paper(List.of(SamplePapers.table(200))));
		assertThat(Conformance.faults(pdf)).isEmpty();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(document.getNumberOfPages()).isGreaterThan(5);
			PDFTextStripper stripper = new PDFTextStripper();
			for (int page = 1; page <= document.getNumberOfPages(); page++) {
				stripper.setStartPage(page);
				stripper.setEndPage(page);
				assertThat(stripper.getText(document)).contains("Toelichting");
			}
		}
	}

	@Test
	void aWordWithoutEndStaysOnThePage() {
		assertThat(Conformance.faults(PaperFormat.PDF.make(SamplePapers.paper(List.of(Block.Paragraph.of("x".repeat(20_000)),
				new Block.Table(null, List.of(Block.Column.of("A", 1), Block.Column.of("B", 1)), false, List.of(List.of(Text.of("y".repeat(9_000)), Text.of("z"))))))))).isEmpty();
	}

	@Test
	void anEmptyPaperIsAPaper() {
		Paper empty = new Paper("Leeg", null, null, List.of(), HouseStyle.plain("Regio"), true, List.of(), List.of());
		assertThat(Conformance.faults(PaperFormat.PDF.make(empty))).isEmpty();
		assertThat(PaperFormat.DOCX.make(empty)).isNotEmpty();
	}

	@Test
	void aHundredPagesTakeFewSeconds() throws IOException {
		List<Block> blocks = new ArrayList<>();
		IntStream.rangeClosed(1, 50)
				.forEach(part -> blocks.addAll(List.of(new Block.Heading(1, "Deel " + part), Block.Paragraph.of("Zin met woorden. ".repeat(120)), SamplePapers.table(30))));
		Paper paper = SamplePapers.paper(blocks);
		Instant start = Instant.now();
		byte[] pdf = PaperFormat.PDF.make(paper);
		Duration took = Duration.between(start, Instant.now());
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(100);
		}
		assertThat(took).isLessThan(Duration.ofSeconds(30));
		assertThat(PaperFormat.DOCX.make(paper)).hasSizeLessThan(500_000);
	}

	@Test
	void aDocumentHasRealStyles() throws IOException {
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(PaperFormat.DOCX.make(SamplePapers.whole())))) {
			assertThat(document.getParagraphs()).filteredOn(paragraph -> !paragraph.getText().isBlank()).extracting(XWPFParagraph::getStyle).contains("Title", "Subtitle",
					"Heading1", "Heading2", "ListBullet",
					"ListNumber", "Caption", "TOC1", "TOC2");
			assertThat(document.getParagraphs().stream().map(XWPFParagraph::getStyle).filter(style -> style != null).distinct())
					.allSatisfy(style -> assertThat(document.getStyles().getStyle(style)).isNotNull());
			assertThat(document.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
			assertThat(document.getStyles().getStyle("TableGrid").getName()).isEqualTo("Table Grid");
			XWPFTable table = document.getTables().getFirst();
			assertThat(table.getRow(0).isRepeatHeader()).isTrue();
			assertThat(table.getRow(1).getCell(0).getText()).isEqualTo("Regio 1");
			assertThat(document.getDocument().xmlText()).contains("TOC \\o", "w:tblHeader", "descr=\"Staafdiagram: Noord 150, Midden 90\"");
			assertThat(document.getFooterList().getFirst().getText()).contains("Pagina");
			assertThat(document.getFooterList().getFirst()._getHdrFtr().xmlText()).contains("NUMPAGES", " PAGE ");
			assertThat(document.getHeaderList().getFirst().getText()).contains("Samenwerkingsverband Passend Onderwijs Regio", "Concept");
			assertThat(document.getAllPictures()).extracting(XWPFPictureData::getFileName).contains("document-1.png", "document-2.svg");
			assertThat(document.getHyperlinks()).extracting(link -> link.getURL()).contains("https://example.org/brief?a=1&b=2");
			assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo("Verslag van de werksessie");
		}
	}

	@Test
	void everyNumberedListStartsAtOne() throws IOException {
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(PaperFormat.DOCX.make(SamplePapers.whole())))) {
			List<XWPFParagraph> numbered = document.getParagraphs().stream().filter(paragraph -> "ListNumber".equals(paragraph.getStyle())).toList();
			assertThat(numbered).hasSize(3);
			assertThat(numbered.get(0).getNumID()).isEqualTo(numbered.get(1).getNumID()).isNotEqualTo(numbered.get(2).getNumID());
			assertThat(document.getNumbering().getNum(numbered.get(2).getNumID())).isNotNull();
		}
	}

	@Test
	void aPageIsWellFormedAndNeedsNothingElse() throws Exception {
		byte[] page = PaperFormat.HTML.make(SamplePapers.whole());
		DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(page));
		assertThat(new String(page, StandardCharsets.UTF_8))
				.contains("lang=\"nl-NL\"", "<h2 id=\"kop2\">Cijfers &amp; &lt;tekens&gt;</h2>", "alt=\"Staafdiagram: Noord 150, Midden 90\"")
				.doesNotContain("<link", "<script", "src=\"http");
	}

	@Test
	void onlyAnAddressThatCanBeFollowedIsALink() {
		assertThat(Text.link("hier", "javascript:alert(1)")).isEqualTo(Text.of("hier"));
		assertThat(Text.link("hier", "https://example.org/a b")).isEqualTo(Text.of("hier"));
	}

	@Test
	void aTableHasACellForEveryColumn() {
		List<Block.Column> columns = List.of(Block.Column.of("A", 1), Block.Column.of("B", 1));
		assertThatThrownBy(() -> new Block.Table(null, columns, false, List.of(List.of(Text.of("x"))))).isInstanceOf(IllegalArgumentException.class);
	}

	private static List<String> bookmarks(PDOutlineItem first) {
		List<String> names = new ArrayList<>();
		for (PDOutlineItem item = first; item != null; item = item.getNextSibling()) {
			names.add(item.getTitle());
			names.addAll(bookmarks(item.getFirstChild()));
		}
		return names;
	}

	private static List<String> tags(PDStructureNode node) {
		return elements(node).stream().map(PDStructureElement::getStructureType).toList();
	}

	private static List<String> alternatives(PDStructureNode node) {
		return elements(node).stream().filter(element -> "Figure".equals(element.getStructureType())).map(PDStructureElement::getAlternateDescription).toList();
	}

	private static List<PDStructureElement> elements(PDStructureNode node) {
		List<PDStructureElement> elements = new ArrayList<>();
		for (Object kid : node.getKids()) {
			if (kid instanceof PDStructureElement element) {
				elements.add(element);
				elements.addAll(elements(element));
			}
		}
		return elements;
	}
}
