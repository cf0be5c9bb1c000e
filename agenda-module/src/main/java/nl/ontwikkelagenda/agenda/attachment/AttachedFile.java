package nl.ontwikkelagenda.agenda.attachment;

import nl.ontwikkelagenda.agenda.partnership.FreeText;

/**
 * What is known for ever of a file, also after it was removed.
 *
 * @param name   as it was called where it came from
 * @param type   its media type, by its content
 * @param size   in bytes
 * @param sha256 of its content, in lower case hexadecimal
 */
public record AttachedFile(FreeText name, String type, long size, String sha256) {
}
