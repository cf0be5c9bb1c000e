package nl.ontwikkelagenda.app.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import nl.ontwikkelagenda.agenda.attachment.AttachedFile;
import nl.ontwikkelagenda.agenda.attachment.Content;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Salts;

import org.springframework.http.ContentDisposition;

/** A file that was sent, found to be what its name says. */
public record Upload(String name, AttachedFile file, Content content) {

	private static final int LONGEST_NAME = 200;

	/**
	 * @param disposition the header Content-Disposition, with the file's name
	 * @throws InvalidInput when there is no usable name, or the content is not of one of the allowed types
	 */
	static Upload of(String disposition, byte[] content) {
		String name = name(disposition);
		FileType type = FileType.of(name, content)
				.orElseThrow(() -> new InvalidInput("body", "Dit bestand kan niet worden toegevoegd; het is leeg, of geen van deze soorten: " + FileType.endings() + "."));
		return new Upload(name, new AttachedFile(new FreeText(name, Salts.next()), type.mediaType(), content.length, sha256(content)), new Content(content));
	}

	private static String name(String disposition) {
		try {
			String name = ContentDisposition.parse(disposition).getFilename();
			if (name != null && !name.isBlank() && name.length() <= LONGEST_NAME && name.codePoints().noneMatch(Upload::isStrange)) {
				return name.strip();
			}
		} catch (IllegalArgumentException e) {
			// told below
		}
		throw new InvalidInput("Content-Disposition", "Noem het bestand: attachment; filename=\"verslag.pdf\", met een naam van hoogstens " + LONGEST_NAME + " tekens zonder map.");
	}

	/** What makes a path of a name, or makes it look like another. */
	private static boolean isStrange(int point) {
		int kind = Character.getType(point);
		return point == '/' || point == '\\' || kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.SURROGATE || kind == Character.LINE_SEPARATOR
				|| kind == Character.PARAGRAPH_SEPARATOR;
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
