package nl.ontwikkelagenda.app.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.attachment.AttachedFile;
import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.AttachFile;
import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.attachment.Content;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Salts;

import org.springframework.http.ContentDisposition;

/** A file that was sent, found to be what its name says. */
public record Upload(String name, AttachedFile file, Content content) {

	private static final int LONGEST_NAME = 200;
	private static final String KINDS = "Dit bestand kan niet worden toegevoegd; het is leeg, of geen van deze soorten: " + FileType.endings() + ".";
	private static final String NAMES = "met een naam van hoogstens " + LONGEST_NAME + " tekens zonder map.";

	/**
	 * @param disposition the header Content-Disposition, with the file's name
	 * @throws InvalidInput when there is no usable name, or the content is not of one of the allowed types
	 */
	static Upload of(String disposition, byte[] content) {
		String name = name(disposition);
		if (!isName(name)) {
			throw new InvalidInput("Content-Disposition", "Noem het bestand: attachment; filename=\"verslag.pdf\", " + NAMES);
		}
		return named("body", name, content);
	}

	/**
	 * @param name as the file was called where it came from
	 * @throws InvalidInput with a sentence for the field in which it was chosen
	 */
	public static Upload named(String field, String name, byte[] content) {
		if (!isName(name)) {
			throw new InvalidInput(field, "Kies een bestand " + NAMES);
		}
		FileType type = FileType.of(name, content).orElseThrow(() -> new InvalidInput(field, KINDS));
		return new Upload(name.strip(), new AttachedFile(new FreeText(name.strip(), Salts.next()), type.mediaType(), content.length, sha256(content)), new Content(content));
	}

	/** @param attachedTo the meeting or other thing that it belongs to */
	public AttachFile to(AttachmentId id, PartnershipId partnership, UUID attachedTo) {
		return new AttachFile(id, partnership, attachedTo, new FreeText(name, Salts.next()), file, content);
	}

	/** Empty when there is none. */
	private static String name(String disposition) {
		try {
			return Objects.requireNonNullElse(ContentDisposition.parse(disposition).getFilename(), "");
		} catch (IllegalArgumentException e) {
			return "";
		}
	}

	private static boolean isName(String name) {
		return !name.isBlank() && name.length() <= LONGEST_NAME && name.codePoints().noneMatch(Upload::isStrange);
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
