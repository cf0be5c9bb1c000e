package nl.ontwikkelagenda.reporting.readmodel;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** One generation of one view while it is folded in memory: what is known of its documents, and what is yet to be written. Not for several threads. */
final class Folding<D, E> {

	/** An earlier version and the position at which the next one took over. */
	record Ended<D>(Version<D> version, long to) {
	}

	/**
	 * What is to be stored at a position.
	 *
	 * @param changed documents as they are there, by id; null for one that is gone
	 * @param error   why the view was set aside there; null while all is well
	 */
	record Unwritten<D>(Folding<D, ?> view, Map<String, @Nullable Version<D>> changed, long position, @Nullable String error) {
	}

	/** So that the ids of some hundred thousand documents are nearly always told apart in at most a megabyte. */
	private static final int FORGOTTEN_BITS = 23;
	/** So many bits for each id: when half a million are forgotten, one new id in a thousand is taken for one of them. */
	private static final int BITS_OF_AN_ID = 4;

	private final ReadModel<D, E> model;
	private final long generation;
	private final JsonMapper json;
	private final @Nullable JsonMapper jsonOfAnotherVersion;
	/** By last use; a null value says that there is no such document. */
	private final LinkedHashMap<String, @Nullable Version<D>> known = new LinkedHashMap<>(64, 0.75f, true);
	private LinkedHashMap<String, @Nullable Version<D>> changed = new LinkedHashMap<>();
	private final List<Ended<D>> ended = new ArrayList<>();
	private long position;
	/** Up to here everything was taken; of one position there may be several facts, when an old one was split. */
	private long settled;
	private long weight;
	/**
	 * Where the ids of forgotten documents are, by hash, as in a Bloom filter: an id that is not there was never stored, and need not be looked for. Null when others may have been
	 * stored before.
	 */
	private @Nullable BitSet forgotten;
	/** These two are also set by the thread that writes what was folded. */
	private volatile @Nullable String error;
	private volatile @Nullable SQLException refused;

	Folding(ReadModel<D, E> model, long generation, long position, JsonMapper json) {
		this(model, generation, position, json, null);
	}

	/** @param jsonOfAnotherVersion reads documents that are stored, when another version of the view has written them */
	Folding(ReadModel<D, E> model, long generation, long position, JsonMapper json, @Nullable JsonMapper jsonOfAnotherVersion) {
		this.model = model;
		this.jsonOfAnotherVersion = jsonOfAnotherVersion;
		this.generation = generation;
		this.position = position;
		this.settled = position;
		this.json = json;
		this.forgotten = position == 0 ? new BitSet() : null;
	}

	ReadModel<D, E> model() {
		return model;
	}

	long generation() {
		return generation;
	}

	long position() {
		return position;
	}

	/** Why this view was set aside at its position; null while all is well. */
	@Nullable
	String error() {
		return error;
	}

	void setAside(Throwable cause) {
		// the details of PostgreSQL quote the document, which belongs in no log
		ServerErrorMessage refusal = cause instanceof PSQLException sql ? sql.getServerErrorMessage() : null;
		error = refusal == null ? cause.toString() : "PostgreSQL refuses a document (" + refusal.getSQLState() + "): " + refusal.getMessage();
	}

	/** PostgreSQL refused an earlier version: what was folded since the last {@link #written()} cannot be stored either. */
	void refuse(SQLException cause) {
		refused = cause;
	}

	@Nullable
	SQLException refused() {
		return refused;
	}

	/** Whether every document there is, is in memory, so that nothing has to be read back. */
	boolean knowsAll() {
		return forgotten != null && forgotten.isEmpty();
	}

	boolean wants(Class<?> event) {
		return model.events().isAssignableFrom(event);
	}

	/** Reads those documents that these facts are about and that are not known yet; a view that cannot read its own is set aside. */
	void recall(Connection connection, List<EventLog.Entry> entries) throws SQLException {
		recall(connection, unknown(entries));
	}

	void recall(Connection connection, Set<String> ids) throws SQLException {
		try {
			read(connection, ids);
		} catch (RuntimeException e) {
			setAside(e);
		}
	}

	/** The documents that these facts are about and that may be stored, but are not in memory. */
	Set<String> unknown(List<EventLog.Entry> entries) {
		Set<String> wanted = new HashSet<>();
		if (knowsAll() || error != null) {
			return wanted;
		}
		for (EventLog.Entry entry : entries) {
			if (entry.when().position() > position && wants(entry.type())) {
				String id;
				try {
					id = model.key().apply(entry.as(model.events()));
				} catch (RuntimeException e) {
					// the fold meets the same fact and sets the view aside there
					break;
				}
				if (id != null && !known.containsKey(id) && mayBeForgotten(id)) {
					wanted.add(id);
				}
			}
		}
		return wanted;
	}

	private void read(Connection connection, Set<String> wanted) throws SQLException {
		if (wanted.isEmpty()) {
			return;
		}
		try (var statement = connection.prepareStatement("select id, from_position, recorded_at, sequence, partnership_id, body::text, search from "
				+ Generations.documents(generation) + " where generation = " + generation + " and id = any(?)")) {
			statement.setArray(1, connection.createArrayOf("text", wanted.toArray()));
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					byte[] body = rows.getString(6).getBytes(StandardCharsets.UTF_8);
					Version<D> version = new Version<>(rows.getString(1), document(body), rows.getLong(2),
							rows.getObject(3, OffsetDateTime.class).toInstant(), rows.getLong(4), rows.getObject(5, UUID.class), body, rows.getString(7));
					wanted.remove(version.id());
					know(version.id(), version);
				}
			}
		}
		wanted.forEach(id -> know(id, null));
	}

	D document(byte[] body) {
		return jsonOfAnotherVersion == null
				? json.readValue(body, model.document())
				: DocumentJson.read(jsonOfAnotherVersion, new String(body, StandardCharsets.UTF_8), model.document());
	}

	/** Folds one fact; a view that throws is set aside before this fact and left alone from then on. */
	void take(EventLog.Entry entry) {
		long at = entry.when().position();
		if (error != null || at <= settled) {
			return;
		}
		try {
			if (wants(entry.type())) {
				fold(entry, entry.as(model.events()));
			}
			position = at;
		} catch (RuntimeException | StackOverflowError e) {
			position = at - 1;
			setAside(e);
		}
	}

	/** Everything up to here was looked at, though nothing of it may have been for this view. */
	void passed(long upTo) {
		if (error == null) {
			position = Math.max(position, upTo);
			settled = position;
		}
	}

	private void fold(EventLog.Entry entry, E event) {
		String id = model.key().apply(event);
		if (id == null) {
			return;
		}
		Version<D> current = known.get(id);
		D next = model.fold().on(current == null ? null : current.document(), event, entry.when());
		boolean own = entry.aggregate().equals(id);
		long here = entry.when().position();
		Version<D> version = null;
		if (next != null) {
			long sequence = own ? entry.when().sequence() : current == null ? -1 : current.sequence();
			if (current != null && next.equals(current.document())) {
				if (!own) {
					return;
				}
				// the same to look at, but the aggregate is a step further, and If-Match must know
				version = new Version<>(id, current.document(), here, entry.when().at(), sequence, current.partnership(), current.body(), current.search());
			} else {
				PartnershipId partnership = model.partnershipOf(next);
				version = new Version<>(id, next, here, entry.when().at(), sequence, partnership == null ? null : partnership.value(), json.writeValueAsBytes(next),
						SearchText.folded(model.search().apply(next)));
			}
		}
		if (current != null && current.from() < here) {
			ended.add(new Ended<>(current, here));
		}
		if (current != null || version != null) {
			changed.put(id, version);
			know(id, version);
		}
	}

	private void know(String id, @Nullable Version<D> version) {
		Version<D> before = known.put(id, version);
		weight += (version == null ? 200 : version.weight()) - (before == null ? 0 : before.weight());
	}

	/** Earlier versions since the last call; they are the caller's to write. */
	List<Ended<D>> ended() {
		return ended;
	}

	/** Documents as they are now, by id, since the last call of {@link #written()}; null for one that is gone. */
	Map<String, @Nullable Version<D>> changed() {
		return changed;
	}

	Collection<String> gone() {
		return changed.entrySet().stream().filter(entry -> entry.getValue() == null).map(Map.Entry::getKey).toList();
	}

	void written() {
		ended.clear();
		changed.clear();
	}

	/** Rough bytes of heap in use. */
	long weight() {
		return weight;
	}

	/** What changed since the last call; it is the caller's to write, and until it is written nothing may be forgotten. */
	Unwritten<D> handOver() {
		Unwritten<D> unwritten = new Unwritten<>(this, changed, position, error);
		changed = new LinkedHashMap<>();
		return unwritten;
	}

	/** Forgets documents that were longest not used and are stored, until at most so many bytes are in use. */
	void forgetDownTo(long bytes) {
		if (weight <= bytes) {
			return;
		}
		for (var documents = known.entrySet().iterator(); weight > bytes && documents.hasNext();) {
			Map.Entry<String, @Nullable Version<D>> document = documents.next();
			if (!changed.containsKey(document.getKey())) {
				Version<D> version = document.getValue();
				weight -= version == null ? 200 : version.weight();
				if (version != null) {
					noteForgotten(version.id());
				}
				documents.remove();
			}
		}
	}

	/** What is in memory of this document is no longer what is stored; only when nothing of it is yet to be written. */
	void forget(String id) {
		Version<D> version = known.remove(id);
		if (version != null) {
			weight -= version.weight();
			noteForgotten(id);
		}
	}

	private void noteForgotten(String id) {
		if (forgotten != null) {
			for (int bit = 0; bit < BITS_OF_AN_ID; bit++) {
				forgotten.set(place(id, bit));
			}
		}
	}

	private boolean mayBeForgotten(String id) {
		if (forgotten == null) {
			return true;
		}
		for (int bit = 0; bit < BITS_OF_AN_ID; bit++) {
			if (!forgotten.get(place(id, bit))) {
				return false;
			}
		}
		return true;
	}

	private static int place(String id, int bit) {
		int hash = id.hashCode();
		int step = ((hash ^ (hash >>> 15)) * 0x85EBCA6B) | 1;
		return (hash * 0x9E3779B9 + bit * step) >>> (32 - FORGOTTEN_BITS);
	}

	/** Goes back to what is stored: nothing of what was folded since then counts. */
	void forgetAll(long storedPosition) {
		known.clear();
		weight = 0;
		forgotten = storedPosition == 0 ? new BitSet() : null;
		written();
		position = storedPosition;
		settled = storedPosition;
		error = null;
	}
}
