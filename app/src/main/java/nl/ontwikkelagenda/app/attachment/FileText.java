package nl.ontwikkelagenda.app.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The words in an attached file, to look for a name in them: roughly, without their form. */
public final class FileText {

	/** More than that is no text of people; a small file can hold gigabytes of zeroes. */
	private static final int MOST = 50_000_000;
	private static final Pattern PARAGRAPH = Pattern.compile("</(?:w:p|text:p|text:h|si|c)>");
	private static final Pattern TAG = Pattern.compile("<[^<>]*>");

	private FileText() {
	}

	/** Empty for pictures, and for what cannot be read; a PDF of scanned pages has no words. */
	public static Optional<String> of(String name, byte[] content) {
		return FileType.of(name, content).flatMap(type -> {
			try {
				return switch (type) {
					case PDF -> Optional.of(ofPdf(content));
					case DOCX, XLSX, ODT -> Optional.of(ofParts(content));
					case TXT, CSV -> Optional.of(new String(content, StandardCharsets.UTF_8));
					case SVG -> Optional.of(withoutTags(new String(content, StandardCharsets.UTF_8)));
					case PNG, JPG, JPEG -> Optional.empty();
				};
			} catch (IOException | RuntimeException e) {
				// a file that is damaged, or made to be unreadable
				return Optional.empty();
			}
		});
	}

	private static String ofPdf(byte[] content) throws IOException {
		try (PDDocument document = Loader.loadPDF(content)) {
			return new PDFTextStripper().getText(document);
		}
	}

	/** By the list at the end of the file: one after the other not every workbook can be read, such as those that are taken along from here. */
	private static String ofParts(byte[] content) throws IOException {
		StringBuilder text = new StringBuilder();
		try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
			for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
				if (entry.getName().endsWith(".xml") && text.length() < MOST) {
					try (InputStream part = zip.getInputStream(entry)) {
						text.append(withoutTags(new String(part.readNBytes(MOST - text.length()), StandardCharsets.UTF_8))).append('\n');
					}
				}
			}
		}
		return text.toString();
	}

	/** Words that are half bold are one word; what is in another paragraph or cell is another. */
	private static String withoutTags(String xml) {
		return TAG.matcher(PARAGRAPH.matcher(xml).replaceAll("\n")).replaceAll("").replace("&apos;", "'").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">")
				.replace("&amp;", "&");
	}
}
