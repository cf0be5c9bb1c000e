package nl.ontwikkelagenda.app.feed;

import java.time.Instant;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

/**
 * One change of one document.
 *
 * @param position   where it is told; higher is later
 * @param fact       of the fact that made it, in the log: its position, or an earlier one when the read model was set aside at the time
 * @param sentence   in Dutch, with names as known now
 * @param who        name as known now
 * @param link       address of the document as it became, or as it last was
 */
public record ChangeEntry(long position, long fact, String collection, String id, PartnershipId partnershipId, String sentence, String who, Instant recordedAt, String link) {
}
