package nl.ontwikkelagenda.app.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** The words of a file are found in whichever form it has. */
class FileTextTest {

	@Test
	void ofALetterOfWhichHalfANameIsBold() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (XWPFDocument letter = new XWPFDocument()) {
			XWPFParagraph paragraph = letter.createParagraph();
			paragraph.createRun().setText("Aan Xan");
			var bold = paragraph.createRun();
			bold.setBold(true);
			bold.setText("thippe & co");
			letter.createParagraph().createRun().setText("Tot ziens");
			letter.write(out);
		}
		assertThat(FileText.of("brief.docx", out.toByteArray()).orElseThrow()).contains("Aan Xanthippe & co\n").doesNotContain("coTot");
	}

	@Test
	void ofAListAndAReport() throws IOException {
		ByteArrayOutputStream list = new ByteArrayOutputStream();
		try (XSSFWorkbook book = new XSSFWorkbook()) {
			book.createSheet().createRow(0).createCell(0).setCellValue("Xanthippe");
			book.write(list);
		}
		assertThat(FileText.of("lijst.xlsx", list.toByteArray()).orElseThrow()).contains("Xanthippe");

		ByteArrayOutputStream ours = new ByteArrayOutputStream();
		try (Workbook book = new Workbook(ours, "Ontwikkelagenda", null)) {
			book.newWorksheet("Acties").inlineString(0, 0, "Xanthippe");
		}
		assertThat(FileText.of("actielijst.xlsx", ours.toByteArray()).orElseThrow()).as("as lists are taken along from here").contains("Xanthippe");

		ByteArrayOutputStream report = new ByteArrayOutputStream();
		try (PDDocument document = new PDDocument()) {
			PDPage page = new PDPage();
			document.addPage(page);
			try (PDPageContentStream content = new PDPageContentStream(document, page)) {
				content.beginText();
				content.setFont(new PDType1Font(FontName.HELVETICA), 12);
				content.showText("Gemeld door Xanthippe");
				content.endText();
			}
			document.save(report);
		}
		assertThat(FileText.of("verslag.pdf", report.toByteArray()).orElseThrow()).contains("Gemeld door Xanthippe");
		byte[] half = Arrays.copyOf(report.toByteArray(), 40);
		assertThat(FileText.of("half.pdf", half)).isEmpty();
	}

	@Test
	void ofPlainTextAndNotOfWhatItIsNot() {
		assertThat(FileText.of("verslag.txt", "Xanthippe".getBytes(StandardCharsets.UTF_8))).contains("Xanthippe");
		assertThat(FileText.of("verslag.pdf", "Xanthippe".getBytes(StandardCharsets.UTF_8))).isEmpty();
	}
}
