package nl.ontwikkelagenda.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.audit.Ledger.Published;
import nl.ontwikkelagenda.app.audit.Ledger.Run;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.reporting.audit.Checkpoint;
import nl.ontwikkelagenda.reporting.audit.SignedNote;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Partners who watch over the ledger, and what they signed. A signature needs no account: it is kept when it is that of a known witness, under a checkpoint that was published here. */
@Component
public class Witnesses {

	private static final String ALL = """
			select witness.*, latest.id as cosignature_id, latest.tree_size, latest.signature, latest.seen_at, origin from register.witness
			left join lateral (select * from ledger.cosignature where witness_id = witness.id order by run desc, tree_size desc limit 1) latest on true
			left join ledger.run on run.number = latest.run""";

	private final JdbcClient database;
	private final Ledger ledger;
	private final Clock clock;

	Witnesses(JdbcClient database, Ledger ledger, Clock clock) {
		this.database = database;
		this.ledger = ledger;
		this.clock = clock;
	}

	/**
	 * Somebody whose signature is kept.
	 *
	 * @param name        of his key
	 * @param verifierKey as programs for signed notes take it
	 * @param withdrawnAt since when his signature is not kept any more
	 * @param latest      the last checkpoint that he signed; absent when he signed none yet
	 */
	public record Witness(WitnessId witnessId, String name, String keyId, String verifierKey, Instant addedAt, @Nullable Instant withdrawnAt, @Nullable Cosignature latest) {
	}

	/**
	 * What a witness signed: that he saw a checkpoint and that the log had only grown since the one that he saw before.
	 *
	 * @param origin    name of the log
	 * @param size      of the checkpoint
	 * @param signature the line under the checkpoint
	 */
	public record Cosignature(CosignatureId cosignatureId, WitnessId witnessId, String name, String origin, long size, Instant seenAt, String signature) {
	}

	/** Oldest first. */
	public List<Witness> all() {
		return database.sql(ALL + " order by added_at, witness.id").query(Witnesses::witness).list();
	}

	Optional<Witness> find(WitnessId id) {
		return database.sql(ALL + " where witness.id = ?").param(id.value()).query(Witnesses::witness).optional();
	}

	/**
	 * From now on the signature of who holds this key is kept.
	 *
	 * @throws InvalidInput when it is not the public key of a witness
	 * @throws RuleBroken   when it is there already
	 */
	public void add(WitnessId id, String verifierKey, PersonId by) {
		VerifierKey key = key(verifierKey);
		int added = database.sql("insert into register.witness (id, verifier_key, added_by, added_at) values (?, ?, ?, ?) on conflict do nothing")
				.params(id.value(), key.toString(), by.value(), now()).update();
		if (added == 0 && find(id).filter(witness -> witness.verifierKey().equals(key.toString())).isEmpty()) {
			throw new RuleBroken("a-witness-is-added-once", "Deze getuige is al bekend.");
		}
	}

	private static VerifierKey key(String text) {
		try {
			VerifierKey key = VerifierKey.parse(text.strip());
			if (key.kind() == VerifierKey.Kind.COSIGNATURE) {
				return key;
			}
		} catch (IllegalArgumentException e) {
			// said below
		}
		throw new InvalidInput("verifierKey", "Dit is geen publieke sleutel van een getuige; de opdracht witness laat hem zien als zij voor het eerst loopt.");
	}

	/**
	 * His signature is not kept any more; what he signed before stays.
	 *
	 * @throws NotFound when there is no such witness
	 */
	public Witness withdraw(WitnessId id) {
		database.sql("update register.witness set withdrawn_at = ? where id = ? and withdrawn_at is null").params(now(), id.value()).update();
		return find(id).orElseThrow(NotFound::new);
	}

	/**
	 * Keeps the signature of a witness; one that is there already stays.
	 *
	 * @param note a checkpoint that was published here, as the witness signed it
	 * @throws InvalidInput when it is no such checkpoint, or no known witness signed it
	 */
	Cosignature keep(String note) {
		SignedNote signed = note(note);
		Published published = published(signed);
		Witness witness = all().stream().filter(one -> one.withdrawnAt() == null && signed.isSignedBy(List.of(VerifierKey.parse(one.verifierKey())))).findFirst()
				.orElseThrow(() -> new InvalidInput("note", "Geen getuige die hier bekend is heeft dit checkpoint ondertekend."));
		SignedNote.Line line = signed.signatures().stream().filter(one -> one.isOf(VerifierKey.parse(witness.verifierKey()))).findFirst().orElseThrow();
		UUID id = Ids.next();
		try {
			database.sql("insert into ledger.cosignature (id, run, tree_size, witness_id, signature, seen_at) values (?, ?, ?, ?, ?, ?)")
					.params(id, published.run(), published.checkpoint().size(), witness.witnessId().value(), line.toString(), line.seenAt().atOffset(ZoneOffset.UTC)).update();
			return cosignature(new CosignatureId(id)).orElseThrow();
		} catch (DuplicateKeyException e) {
			return of(published).stream().filter(one -> one.witnessId().equals(witness.witnessId())).findFirst().orElseThrow();
		}
	}

	private static SignedNote note(String text) {
		try {
			// without what stands around it, as every text that comes in; a note ends its last line
			return SignedNote.parse(text.strip() + "\n");
		} catch (IllegalArgumentException e) {
			throw new InvalidInput("note", "Dit is geen ondertekend checkpoint.");
		}
	}

	private Published published(SignedNote note) {
		try {
			Checkpoint checkpoint = Checkpoint.parse(note.text());
			Run run = ledger.runs().stream().filter(one -> one.origin().equals(checkpoint.origin())).findFirst().orElse(null);
			Published here = run == null ? null : ledger.at(run.number(), checkpoint.size()).orElse(null);
			if (here != null && here.note().text().equals(note.text())) {
				return here;
			}
		} catch (IllegalArgumentException e) {
			// said below
		}
		throw new InvalidInput("note", "Dit checkpoint is hier niet gepubliceerd.");
	}

	Optional<Cosignature> cosignature(CosignatureId id) {
		return cosignatures("cosignature.id = ?", id.value()).stream().findFirst();
	}

	/** Those under one checkpoint. */
	List<Cosignature> of(Published published) {
		return cosignatures("cosignature.run = ? and tree_size = ?", published.run(), published.checkpoint().size());
	}

	private List<Cosignature> cosignatures(String which, Object... parameters) {
		return database.sql("""
				select cosignature.id as cosignature_id, witness.id, verifier_key, origin, tree_size, signature, seen_at from ledger.cosignature
				join register.witness on witness.id = witness_id join ledger.run on run.number = cosignature.run where\s""" + which + " order by witness.added_at, witness.id")
				.params(parameters).query((row, number) -> cosignature(row)).list();
	}

	private static Witness witness(ResultSet row, int number) throws SQLException {
		VerifierKey key = VerifierKey.parse(row.getString("verifier_key"));
		OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
		return new Witness(new WitnessId(row.getObject("id", UUID.class)), key.name(), key.keyId(), key.toString(), row.getObject("added_at", OffsetDateTime.class).toInstant(),
				withdrawn == null ? null : withdrawn.toInstant(), row.getString("signature") == null ? null : cosignature(row));
	}

	private static Cosignature cosignature(ResultSet row) throws SQLException {
		return new Cosignature(new CosignatureId(row.getObject("cosignature_id", UUID.class)), new WitnessId(row.getObject("id", UUID.class)),
				VerifierKey.parse(row.getString("verifier_key")).name(), row.getString("origin"), row.getLong("tree_size"),
				row.getObject("seen_at", OffsetDateTime.class).toInstant(), row.getString("signature"));
	}

	private OffsetDateTime now() {
		return clock.instant().atOffset(ZoneOffset.UTC);
	}
}
