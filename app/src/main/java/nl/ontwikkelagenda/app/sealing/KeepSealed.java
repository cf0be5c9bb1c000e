package nl.ontwikkelagenda.app.sealing;

import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.app.job.RecurringJob;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps everything sealed with the newest key: before the first request what a migration left unsealed, after a rotation what older keys sealed, and every hour what another instance
 * wrote in between. Refuses the start when a key is missing.
 */
@Component
public class KeepSealed implements RecurringJob, SmartInitializingSingleton {

	private final Sealer sealer;
	private final RegisterKeys keys;
	private final JdbcClient jdbc;

	KeepSealed(Sealer sealer, RegisterKeys keys, JdbcClient jdbc) {
		this.sealer = sealer;
		this.keys = keys;
		this.jdbc = jdbc;
	}

	/**
	 * What a rotation did.
	 *
	 * @param older keys that only backups need from now on
	 */
	public record Rotated(String key, int resealed, List<String> older) {
	}

	@Override
	public void afterSingletonsInstantiated() {
		requireKeys();
		run();
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(Duration.ofHours(1));
	}

	@Override
	public void run() {
		SealedTable.ALL.forEach(this::seal);
	}

	/** Makes a new key and seals everything with it; the older ones stay, as backups need them. May be done while the application runs. */
	public Rotated rotate() {
		requireKeys();
		int number = sealer.newest().number() + 1;
		keys.create(number);
		int resealed = SealedTable.ALL.stream().mapToInt(this::seal).sum();
		return new Rotated(RegisterKeys.file(number), resealed, keys.numbers().headSet(number).stream().map(RegisterKeys::file).toList());
	}

	private void requireKeys() {
		SortedSet<Integer> missing = new TreeSet<>(sealer.used());
		missing.removeIf(number -> keys.find(number).isPresent());
		if (!missing.isEmpty()) {
			throw Sealer.missing(missing);
		}
		SealedTable.ALL.forEach(table -> rows(table, " limit 1").forEach(row -> opened(table, row)));
	}

	private record Sealed(UUID id, List<byte @Nullable []> values) {
	}

	/** Seals what is not sealed with the newest key; answers how many rows. What somebody changes at the same moment is sealed by himself. */
	private int seal(SealedTable table) {
		int newest = sealer.newest().number();
		String other = table.columns().stream().map(column -> "substring(" + column + " from 1 for 4) <> decode('" + String.format("%08x", newest) + "', 'hex')")
				.collect(Collectors.joining(" or "));
		List<Sealed> rows = rows(table, " where " + other);
		rows.forEach(row -> seal(table, row));
		return rows.size();
	}

	private List<Sealed> rows(SealedTable table, String rest) {
		return jdbc.sql("select " + table.id() + ", " + String.join(", ", table.columns()) + " from register." + table.name() + rest).query((row, number) -> {
			List<byte @Nullable []> values = new ArrayList<>();
			for (String column : table.columns()) {
				values.add(row.getBytes(column));
			}
			return new Sealed(row.getObject(1, UUID.class), values);
		}).list();
	}

	private List<@Nullable String> opened(SealedTable table, Sealed row) {
		List<@Nullable String> texts = new ArrayList<>();
		for (int i = 0; i < table.columns().size(); i++) {
			texts.add(sealer.row(table, row.id()).openOrNone(table.columns().get(i), row.values().get(i)));
		}
		return texts;
	}

	private void seal(SealedTable table, Sealed row) {
		List<@Nullable String> texts = opened(table, row);
		String set = Stream.concat(table.columns().stream(), table.indexes().keySet().stream()).map(column -> column + " = :" + column).collect(Collectors.joining(", "));
		String unchanged = table.columns().stream().map(column -> " and " + column + " is not distinct from :old_" + column).collect(Collectors.joining());
		JdbcClient.StatementSpec update = jdbc.sql("update register." + table.name() + " set " + set + " where " + table.id() + " = :row_id" + unchanged).param("row_id", row.id());
		for (int i = 0; i < table.columns().size(); i++) {
			String column = table.columns().get(i);
			update = update.param(column, sealer.row(table, row.id()).sealOrNone(column, texts.get(i)), Types.BINARY)
					.param("old_" + column, row.values().get(i), Types.BINARY);
		}
		for (var index : table.indexes().entrySet()) {
			update = update.param(index.getKey(), sealer.digestOrNone(table, index.getValue(), texts.get(table.columns().indexOf(index.getValue()))), Types.BINARY);
		}
		update.update();
	}
}
