package nl.ontwikkelagenda.agenda.attachment;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.FreeText;

/** Where an attachment can be read, and when someone last did. */
public record AttachedLink(FreeText address, LocalDate consultedOn) {
}
