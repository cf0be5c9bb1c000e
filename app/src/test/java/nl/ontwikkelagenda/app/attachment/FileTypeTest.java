package nl.ontwikkelagenda.app.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

/** A file is known by its name and by its content. */
class FileTypeTest {

	private static final String ODT = "application/vnd.oasis.opendocument.text";

	@Test
	void officeDocumentsAreKnownByTheirParts() throws IOException {
		assertThat(FileType.of("brief.docx", zip("[Content_Types].xml", "word/document.xml"))).contains(FileType.DOCX);
		assertThat(FileType.of("lijst.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileType.XLSX);
		assertThat(FileType.of("lijst.xlsx", zip("[Content_Types].xml", "word/document.xml"))).isEmpty();
		assertThat(FileType.of("tekst.odt", odt())).contains(FileType.ODT);
		assertThat(FileType.of("brief.docx", odt())).isEmpty();
	}

	@Test
	void aDocumentWithMacrosIsRefused() throws IOException {
		assertThat(FileType.of("brief.docx", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"))).isEmpty();
	}

	@Test
	void picturesAreKnownByTheirFirstBytes() {
		assertThat(FileType.of("foto.JPG", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0})).map(FileType::mediaType).contains("image/jpeg");
		assertThat(FileType.of("foto.png", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0})).isEmpty();
		assertThat(FileType.of("foto.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})).contains(FileType.PNG);
	}

	@Test
	void textIsUtf8WithoutControls() {
		assertThat(FileType.of("lijst.csv", "naam;fte\nreünie;2\n".getBytes(StandardCharsets.UTF_8))).contains(FileType.CSV);
		assertThat(FileType.of("lijst.csv", "reünie".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
		assertThat(FileType.of("csv", "naam".getBytes(StandardCharsets.UTF_8))).as("a name has an ending").isEmpty();
	}

	private static byte[] zip(String... parts) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (String part : parts) {
				zip.putNextEntry(new ZipEntry(part));
				zip.write(1);
			}
		}
		return bytes.toByteArray();
	}

	/** Its type stands in it as it is, uncompressed and first. */
	private static byte[] odt() throws IOException {
		byte[] type = ODT.getBytes(StandardCharsets.US_ASCII);
		CRC32 check = new CRC32();
		check.update(type);
		ZipEntry first = new ZipEntry("mimetype");
		first.setMethod(ZipEntry.STORED);
		first.setSize(type.length);
		first.setCrc(check.getValue());
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(first);
			zip.write(type);
		}
		return bytes.toByteArray();
	}
}
