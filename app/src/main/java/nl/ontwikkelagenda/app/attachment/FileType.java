package nl.ontwikkelagenda.app.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of files that can be attached, each known by its name and by its content; the two have to agree. */
enum FileType {

	PDF("application/pdf", "255044462d"), PNG("image/png", "89504e470d0a1a0a"), JPG("image/jpeg", "ffd8ff"), JPEG("image/jpeg", "ffd8ff"), SVG("image/svg+xml", ""),
	/** ZIP files, which say in the names of their parts what they are. */
	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "504b0304", "[Content_Types].xml", "word/document.xml"), XLSX(
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "504b0304", "[Content_Types].xml", "xl/workbook.xml"), ODT(
					"application/vnd.oasis.opendocument.text", "504b0304", "mimetypeapplication/vnd.oasis.opendocument.text"), TXT("text/plain", ""), CSV("text/csv", "");

	private static final String MACROS = "vbaProject.bin";

	private final String mediaType;
	private final String start;
	@SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
	private final List<String> parts;

	FileType(String mediaType, String start, String... parts) {
		this.mediaType = mediaType;
		this.start = start;
		this.parts = List.of(parts);
	}

	String mediaType() {
		return mediaType;
	}

	/** The type of a file with this name and this content; empty for any other, and for one that is not what its name says. */
	static Optional<FileType> of(String name, byte[] content) {
		String extension = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
		return Arrays.stream(values()).filter(type -> type.name().equals(extension) && name.contains(".")).filter(type -> type.fits(content)).findFirst();
	}

	/** As the names of files end. */
	static String endings() {
		return Arrays.stream(values()).map(type -> type.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
	}

	private boolean fits(byte[] content) {
		if (this == SVG) {
			return SafePicture.isSvg(content);
		}
		if (start.isEmpty()) {
			return isText(content);
		}
		byte[] first = HexFormat.of().parseHex(start);
		if (content.length < first.length || !Arrays.equals(content, 0, first.length, first, 0, first.length)) {
			return false;
		}
		String bytes = parts.isEmpty() ? "" : new String(content, StandardCharsets.ISO_8859_1);
		return parts.stream().allMatch(bytes::contains) && !bytes.contains(MACROS);
	}

	private static boolean isText(byte[] content) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).chars()
					.noneMatch(character -> Character.isISOControl(character) && character != '\t' && character != '\n' && character != '\r');
		} catch (CharacterCodingException e) {
			return false;
		}
	}
}
