package nl.ontwikkelagenda.app.reflection;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import javax.crypto.SecretKey;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.keys.Envelope;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundId;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.cop.reflection.SealedRounds;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The answers of an open round, all of them in one sealed row. Whoever answers or changes an answer has the whole row sealed anew, so that neither rows, nor their versions, nor
 * their size say who it was.
 */
@Component
class SealedAnswers implements SealedRounds {

	private static final int BYTES_PER_MEMBER = 8192;
	private static final TypeReference<TreeMap<String, Sheet>> SHEETS = new TypeReference<>() {
	};

	private final JdbcClient database;
	private final TransactionTemplate transaction;
	private final RoundKeys keys;
	private final JsonMapper json = JsonMapper.builder().build();

	SealedAnswers(JdbcClient database, TransactionTemplate transaction, RoundKeys keys) {
		this.database = database;
		this.transaction = transaction;
		this.keys = keys;
	}

	private record Row(byte[] content, boolean closing) {
	}

	@Override
	public boolean lost(ReflectionRoundId round) {
		return database.sql("select content, closing from register.sealed_round where round_id = ? and content <> ''").param(round.value()).query(Row.class).optional()
				.filter(row -> bytes(round, row.content()).isEmpty()).isPresent();
	}

	/**
	 * What somebody answered so far; empty for who did not.
	 *
	 * @throws RuleBroken they cannot be opened any more
	 */
	Optional<Sheet> of(ReflectionRoundView round, PersonId person) {
		return database.sql("select content, closing from register.sealed_round where round_id = ? and not closing").param(round.reflectionRoundId().value()).query(Row.class)
				.optional().flatMap(row -> Optional.ofNullable(opened(round.reflectionRoundId(), row.content()).get(person.toString())));
	}

	/**
	 * Changes what somebody answered.
	 *
	 * @param change from what he answered so far, if anything
	 * @throws RuleBroken the round is closing or closed, or its answers cannot be opened any more
	 */
	void change(ReflectionRoundView round, PersonId person, UnaryOperator<Optional<Sheet>> change) {
		ReflectionRoundId id = round.reflectionRoundId();
		transaction.executeWithoutResult(status -> {
			Row row = locked(id);
			if (row.closing()) {
				throw new RuleBroken("a-closed-round-takes-no-answers", "Deze reflectie is gesloten; haar uitslag staat vast.");
			}
			Map<String, Sheet> sheets = opened(id, row.content());
			change.apply(Optional.ofNullable(sheets.get(person.toString()))).ifPresent(sheet -> sheets.put(person.toString(), sheet));
			SecretKey key = keys.find(id).orElseGet(() -> keys.create(id));
			byte[] sealed = Envelope.seal(key, json.writeValueAsBytes(sheets), round.members().size() * BYTES_PER_MEMBER);
			database.sql("update register.sealed_round set content = ? where round_id = ?").params(sealed, id.value()).update();
		});
	}

	/**
	 * Lets no more answers in, and gives those that there are; asked again, the same ones.
	 *
	 * @throws RuleBroken they cannot be opened any more; then nothing changes
	 */
	Map<String, Sheet> closing(ReflectionRoundId round) {
		return transaction.execute(status -> {
			Row row = locked(round);
			database.sql("update register.sealed_round set closing = true where round_id = ?").param(round.value()).update();
			return opened(round, row.content());
		});
	}

	/** Destroys the answers and their key; a row without content stays, so that a late answer finds the round closed. */
	void destroy(ReflectionRoundId round) {
		keys.destroy(round);
		database.sql("update register.sealed_round set content = '', closing = true where round_id = ? and (content <> '' or not closing)").param(round.value()).update();
	}

	private Row locked(ReflectionRoundId round) {
		database.sql("insert into register.sealed_round (round_id, content, closing) values (?, '', false) on conflict do nothing").param(round.value()).update();
		return database.sql("select content, closing from register.sealed_round where round_id = ? for update").param(round.value()).query(Row.class).single();
	}

	private Map<String, Sheet> opened(ReflectionRoundId round, byte[] content) {
		return content.length == 0
				? new TreeMap<>()
				: bytes(round, content).map(bytes -> (Map<String, Sheet>) json.readValue(bytes, SHEETS)).orElseThrow(() -> new RuleBroken("sealed-answers-need-their-key",
						"De antwoorden van deze reflectie zijn niet te openen, omdat haar sleutel kwijt of beschadigd is; vraag de secretaris of zij opnieuw begint."));
	}

	private Optional<byte[]> bytes(ReflectionRoundId round, byte[] content) {
		return keys.find(round).flatMap(key -> Envelope.open(key, content));
	}
}
