package nl.ontwikkelagenda.app.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import javax.sql.DataSource;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes all that can not be made again (the log, people and accounts, files, mails, jobs; not the views) into one ZIP with the contents of every table, and puts it back into an
 * empty database. It is one moment of the database, taken while everyone works. The keys of open reflection rounds are left out on purpose: see ADR 13.
 */
public final class Backups {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final DataSource owner;
	private final Clock clock;

	/** @param owner connections of the account that owns the database */
	public Backups(DataSource owner, Clock clock) {
		this.owner = owner;
		this.clock = clock;
	}

	/** Of the database that Flyway migrates. */
	public static Backups of(Flyway flyway, Clock clock) {
		return new Backups(flyway.getConfiguration().getDataSource(), clock);
	}

	/** Writes a backup; the stream stays open. */
	public Manifest write(OutputStream target) {
		try (Connection connection = owner.getConnection()) {
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			connection.setReadOnly(true);
			connection.setAutoCommit(false);
			ZipOutputStream zip = new ZipOutputStream(target);
			Manifest manifest = write(connection, zip);
			zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
			zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
			zip.closeEntry();
			zip.finish();
			connection.rollback();
			return manifest;
		} catch (SQLException e) {
			throw new BackupRefused("De database kan niet worden gelezen: " + e.getMessage() + ".", e);
		} catch (IOException e) {
			throw new BackupRefused("De reservekopie kan niet worden geschreven: " + e.getMessage() + ".", e);
		}
	}

	private Manifest write(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
		String version = Schema.version(connection);
		List<Manifest.Table> tables = new ArrayList<>();
		for (Map.Entry<String, List<String>> table : Schema.tables(connection).entrySet()) {
			tables.add(write(connection, table.getKey(), table.getValue(), zip));
		}
		try (Statement statement = connection.createStatement();
				ResultSet log = statement.executeQuery("select count(*), coalesce(max(global_index), 0) from log.domain_event")) {
			log.next();
			// sequences belong to no transaction: read last, they are never behind a row above
			return new Manifest(Manifest.FORMAT, clock.instant(), version, log.getLong(1), log.getLong(2), tables, Schema.counters(connection));
		}
	}

	private static Manifest.Table write(Connection connection, String name, List<String> columns, ZipOutputStream zip) throws SQLException, IOException {
		MessageDigest sha256 = sha256();
		zip.putNextEntry(new ZipEntry(new Manifest.Table(name, columns, 0, "").entry()));
		long rows;
		try (OutputStream entry = new DigestOutputStream(new KeptOpen(zip), sha256)) {
			rows = copies(connection).copyOut("copy " + name + columns(columns) + " to stdout", entry);
		}
		zip.closeEntry();
		return new Manifest.Table(name, columns, rows, HexFormat.of().formatHex(sha256.digest()));
	}

	/**
	 * What a backup says of itself.
	 *
	 * @throws BackupRefused when this is no backup, or one of a newer format
	 */
	public static Manifest manifestOf(Path file) {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return manifestOf(zip, file);
		} catch (IOException | JacksonException e) {
			throw damaged(file, e);
		}
	}

	private static Manifest manifestOf(ZipFile zip, Path file) throws IOException {
		ZipEntry entry = zip.getEntry(Manifest.ENTRY);
		if (entry == null) {
			throw new BackupRefused("Het bestand " + file + " is geen reservekopie van Ontwikkelagenda.");
		}
		try (InputStream json = zip.getInputStream(entry)) {
			Manifest manifest = JSON.readValue(json, Manifest.class);
			if (manifest.format() != Manifest.FORMAT) {
				throw new BackupRefused("Deze reservekopie is gemaakt door een andere versie van Ontwikkelagenda; zet haar terug met die versie.");
			}
			return manifest;
		}
	}

	/**
	 * Puts a backup back into a database without facts, all of it or nothing; the views are folded at the next start.
	 *
	 * @throws BackupRefused when the database holds facts or has another schema, or when the file is damaged
	 */
	public Manifest restore(Path file) {
		try (ZipFile zip = new ZipFile(file.toFile()); Connection connection = owner.getConnection()) {
			Manifest manifest = manifestOf(zip, file);
			connection.setAutoCommit(false);
			requireRoomFor(manifest, connection);
			clear(manifest, connection);
			for (Manifest.Table table : manifest.tables()) {
				fill(table, zip, file, connection);
			}
			for (Manifest.Counter counter : manifest.counters()) {
				set(counter, connection);
			}
			connection.commit();
			return manifest;
		} catch (IOException | SQLException | JacksonException e) {
			throw damaged(file, e);
		}
	}

	private static void requireRoomFor(Manifest manifest, Connection connection) throws SQLException {
		if (!Schema.version(connection).equals(manifest.schemaVersion())) {
			throw new BackupRefused("De database heeft versie " + Schema.version(connection) + " en de reservekopie versie " + manifest.schemaVersion()
					+ "; zet haar terug in een nieuwe, lege database.");
		}
		try (Statement statement = connection.createStatement()) {
			statement.execute("lock table log.domain_event in access exclusive mode");
			try (ResultSet log = statement.executeQuery("select exists (select from log.domain_event)")) {
				log.next();
				if (log.getBoolean(1)) {
					throw new BackupRefused("In deze database staan al feiten; zet de reservekopie terug in een nieuwe, lege database of gegevensmap.");
				}
			}
		}
		Set<String> tables = manifest.tables().stream().map(Manifest.Table::name).collect(Collectors.toSet());
		if (!Schema.tables(connection).keySet().equals(tables)) {
			throw new BackupRefused("De reservekopie heeft andere tabellen dan de database; zij is niet van deze Ontwikkelagenda.");
		}
	}

	/** Some migrations fill a table. */
	private static void clear(Manifest manifest, Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("truncate " + String.join(", ", manifest.tables().stream().map(Manifest.Table::name).toList()));
			statement.execute("set local ontwikkelagenda.restoring = 'on'");
			// a table of millions of facts takes longer than any append may
			statement.execute("set local ontwikkelagenda.append_timeouts = 'off'");
		}
	}

	private static void fill(Manifest.Table table, ZipFile zip, Path file, Connection connection) throws SQLException, IOException {
		ZipEntry entry = zip.getEntry(table.entry());
		if (entry == null) {
			throw new BackupRefused("De reservekopie " + file + " is beschadigd: de tabel " + table.name() + " ontbreekt.");
		}
		MessageDigest sha256 = sha256();
		try (InputStream content = new DigestInputStream(zip.getInputStream(entry), sha256)) {
			long rows = copies(connection).copyIn("copy " + table.name() + columns(table.columns()) + " from stdin", content);
			content.transferTo(OutputStream.nullOutputStream());
			if (rows != table.rows() || !HexFormat.of().formatHex(sha256.digest()).equals(table.sha256())) {
				throw new BackupRefused("De reservekopie " + file + " is beschadigd: de tabel " + table.name() + " is niet wat erin is gezet.");
			}
		}
	}

	private static void set(Manifest.Counter counter, Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
			statement.setString(1, counter.name());
			statement.setLong(2, counter.lastValue());
			statement.setBoolean(3, counter.called());
			statement.execute();
		}
	}

	private static CopyManager copies(Connection connection) throws SQLException {
		return connection.unwrap(PGConnection.class).getCopyAPI();
	}

	private static String columns(List<String> columns) {
		return " (" + String.join(", ", columns) + ")";
	}

	private static BackupRefused damaged(Path file, Exception cause) {
		if (cause instanceof NoSuchFileException) {
			return new BackupRefused("Het bestand " + file + " bestaat niet.", cause);
		}
		return new BackupRefused("De reservekopie " + file + " is onleesbaar of beschadigd: " + cause.getMessage() + ".", cause);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Closing an entry must not close the ZIP. */
	private static final class KeptOpen extends FilterOutputStream {

		KeptOpen(OutputStream target) {
			super(target);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			out.write(bytes, offset, length);
		}

		@Override
		public void close() throws IOException {
			flush();
		}
	}
}
