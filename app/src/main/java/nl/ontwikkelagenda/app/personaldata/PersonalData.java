package nl.ontwikkelagenda.app.personaldata;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.erasure.NamingFiles.NamingFile;

import org.jspecify.annotations.Nullable;

/**
 * Everything that is recorded about one person. Of what is about others too, only the part that names him. What he answered in a reflection is not in it: nobody can tell.
 *
 * @param registers the rows of each register that are about him (his entry under {@code person}), by name of the register
 * @param documents what names him in the views, as known now; read while it is written, as there can be more than fits in memory
 * @param facts     what was recorded by him or names him by his id, in order; read likewise
 * @param mentions  texts that name him in words: by his name, e-mail address or phone number
 * @param files     that name him, or that he added
 */
public record PersonalData(PersonId personId, Map<String, List<Map<String, Object>>> registers,
		Iterable<NamedIn> documents,
		Iterable<Fact> facts, List<Mention> mentions, List<NamingFile> files) {

	/**
	 * A text that names him.
	 *
	 * @param type  of the fact in which it stands
	 * @param about id of the thing that this fact is about
	 */
	public record Mention(PartnershipId partnershipId, Instant recordedAt, String type, String about, String text) {
	}

	/**
	 * A document that names him.
	 *
	 * @param kind which view it is in, as in the addresses of the interface
	 */
	public record NamedIn(String kind, String id, Map<String, Object> content) {
	}

	/**
	 * A fact of the log.
	 *
	 * @param about    id of the thing that it happened to
	 * @param byMyself whether he recorded it
	 * @param role     the right under which he did
	 */
	public record Fact(long position, Instant recordedAt, String type, String about, boolean byMyself, @Nullable String role, Map<String, Object> content) {
	}
}
