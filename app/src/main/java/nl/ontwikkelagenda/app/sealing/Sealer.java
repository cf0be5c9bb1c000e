package nl.ontwikkelagenda.app.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.crypto.Mac;

import nl.ontwikkelagenda.app.console.StartRefused;
import nl.ontwikkelagenda.app.keys.Envelope;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals values of the registers and opens them, and makes the digests by which they are found. A value is bound to its row and column; how long it is can only be told roughly.
 */
@Component
public class Sealer {

	/** The number that a value begins with which is not sealed yet. */
	static final int PLAIN = 0;

	private static final int LEAST = 64;

	private final RegisterKeys keys;
	private final JdbcClient jdbc;

	Sealer(RegisterKeys keys, JdbcClient jdbc) {
		this.keys = keys;
		this.jdbc = jdbc;
	}

	/**
	 * The sealed values of one row.
	 *
	 * @param id of the row
	 */
	public Row row(SealedTable table, Object id) {
		return new Row(table, id);
	}

	/** One row of a table. */
	public final class Row {

		private final SealedTable table;
		private final Object id;

		private Row(SealedTable table, Object id) {
			this.table = table;
			this.id = id;
		}

		/** As the database keeps it. */
		public byte[] seal(String column, String text) {
			RegisterKeys.Key key = newest();
			byte[] sealed = Envelope.seal(key.cipher(), text.getBytes(StandardCharsets.UTF_8), LEAST, bound(column));
			return ByteBuffer.allocate(Integer.BYTES + sealed.length).putInt(key.number()).put(sealed).array();
		}

		/** As {@link #seal}; null stays null. */
		public byte @Nullable [] sealOrNone(String column, @Nullable String text) {
			return text == null ? null : seal(column, text);
		}

		/** @throws StartRefused when the key is not there, or is another one */
		public String open(String column, byte[] sealed) {
			int number = numberOf(sealed);
			byte[] rest = Arrays.copyOfRange(sealed, Integer.BYTES, sealed.length);
			byte[] text = number == PLAIN ? rest : Envelope.open(required(number).cipher(), rest, bound(column)).orElseThrow(() -> wrong(number));
			return new String(text, StandardCharsets.UTF_8);
		}

		/** As {@link #open}; null stays null. */
		public @Nullable String openOrNone(String column, byte @Nullable [] sealed) {
			return sealed == null ? null : open(column, sealed);
		}

		private byte[] bound(String column) {
			return table.place(column, id).getBytes(StandardCharsets.UTF_8);
		}
	}

	/** The digest that is stored beside a value, under the newest key. */
	public byte[] digest(SealedTable table, String column, String text) {
		return digest(newest(), table, column, text);
	}

	/** As {@link #digest}; null of null. */
	public byte @Nullable [] digestOrNone(SealedTable table, String column, @Nullable String text) {
		return text == null ? null : digest(table, column, text);
	}

	/** The digests of a text under every key: one of these is stored beside a value that is the same but for capitals. */
	public byte[][] digests(SealedTable table, String column, String text) {
		newest();
		return keys.numbers().stream().flatMap(number -> keys.find(number).stream()).map(key -> digest(key, table, column, text)).toArray(byte[][]::new);
	}

	private static byte[] digest(RegisterKeys.Key key, SealedTable table, String column, String text) {
		try {
			Mac mac = Mac.getInstance(key.digest().getAlgorithm());
			mac.init(key.digest());
			mac.update((table.name() + "." + column + "/").getBytes(StandardCharsets.UTF_8));
			return mac.doFinal(text.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	static int numberOf(byte[] sealed) {
		return ByteBuffer.wrap(sealed).getInt();
	}

	/**
	 * The key that seals; made when nothing was sealed yet.
	 *
	 * @throws StartRefused when something was, and no key is there
	 */
	RegisterKeys.Key newest() {
		SortedSet<Integer> numbers = keys.numbers();
		if (!numbers.isEmpty()) {
			return required(numbers.last());
		}
		SortedSet<Integer> used = used();
		if (!used.isEmpty()) {
			throw missing(used);
		}
		return keys.create(1);
	}

	private RegisterKeys.Key required(int number) {
		return keys.find(number).orElseThrow(() -> missing(new TreeSet<>(Set.of(number))));
	}

	/** The numbers of the keys with which something is sealed now. */
	SortedSet<Integer> used() {
		String all = SealedTable.ALL.stream()
				.flatMap(table -> table.columns().stream().map(column -> "select substring(" + column + " from 1 for 4) from register." + table.name()))
				.collect(Collectors.joining(" union "));
		SortedSet<Integer> used = new TreeSet<>(jdbc.sql("select s from (" + all + ") all_of_them (s) where s is not null").query((row, at) -> numberOf(row.getBytes(1))).set());
		used.remove(PLAIN);
		return used;
	}

	static StartRefused missing(SortedSet<Integer> numbers) {
		return new StartRefused(StartRefused.NO_DATABASE, "De namen en adressen in de database zijn versleuteld met "
				+ numbers.stream().map(RegisterKeys::file).collect(Collectors.joining(" en ")) + ", en die sleutel is er niet. Zet het bestand terug in "
				+ "ontwikkelagenda.keys-directory; zonder die sleutel kan niemand ze lezen.");
	}

	static StartRefused wrong(int number) {
		return new StartRefused(StartRefused.NO_DATABASE,
				"De sleutel " + RegisterKeys.file(number)
						+ " in ontwikkelagenda.keys-directory hoort niet bij deze database, of een versleutelde naam is veranderd. Zet de goede sleutel terug.");
	}
}
