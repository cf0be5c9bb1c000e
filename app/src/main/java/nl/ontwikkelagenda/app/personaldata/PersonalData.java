package nl.ontwikkelagenda.app.personaldata;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * Everything that is recorded about one person. Of what is about others too, only the part that names him. What he answered in a reflection is not in it: nobody can tell.
 *
 * @param registers the rows of each register that are about him (his entry under {@code person}), by name of the register
 * @param documents what names him in the views, as known now
 * @param facts     what was recorded by him or names him, in order
 */
public record PersonalData(PersonId personId, Map<String, List<Map<String, Object>>> registers, List<NamedIn> documents, List<Fact> facts) {

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
