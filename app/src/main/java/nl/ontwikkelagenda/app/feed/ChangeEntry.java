package nl.ontwikkelagenda.app.feed;

import java.time.Instant;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

/**
 * One change of one document.
 *
 * @param position   of the fact that made it, in the log
 * @param sentence   in Dutch, with names as known now
 * @param who        name as known now
 * @param link       address of the document as it became, or as it last was
 */
public record ChangeEntry(long position, String collection, String id, PartnershipId partnershipId, String sentence, String who, Instant recordedAt, String link) {
}
