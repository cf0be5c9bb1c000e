package nl.ontwikkelagenda.app.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.erasure.RemovalFile.RemovedText;
import tools.jackson.databind.JsonNode;

/** Facts of partnerships, in which texts are looked for. What belongs to a partnership begins with a fact that names it. */
interface TextFacts {

	/** @param about id of the thing that it is about */
	record Fact(UUID eventId, String type, String about, Instant recordedAt, PartnershipId partnershipId, JsonNode payload) {
	}

	/**
	 * What stands at this place of a fact of this partnership.
	 *
	 * @param pointer a JSON pointer
	 */
	Optional<JsonNode> at(PartnershipId partnership, UUID eventId, String pointer);

	/**
	 * Facts of a partnership, the newest first; at least all that have these words somewhere.
	 *
	 * @param words in small letters, as they stand in JSON
	 */
	List<Fact> with(PartnershipId partnership, String words);

	/**
	 * Facts of all partnerships, the newest first; at least all that have one of these words somewhere, or these digits.
	 *
	 * @param digits empty for none
	 */
	List<Fact> naming(List<String> words, String digits);

	/** What was redacted and could come back with an old backup. */
	List<RemovedText> redacted();

	/** Whether a text can be redacted at all. */
	boolean canRedact();
}
