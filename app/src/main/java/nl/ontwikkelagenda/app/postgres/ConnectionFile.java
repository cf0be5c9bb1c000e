package nl.ontwikkelagenda.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

import nl.ontwikkelagenda.app.file.Flush;
import nl.ontwikkelagenda.app.file.OwnerOnly;

/**
 * How to reach the embedded PostgreSQL, kept in a file that only its owner can read: the next start and the commands on a running application need it.
 *
 * @param port                on 127.0.0.1
 * @param superuserPassword   of {@code postgres}
 * @param ownerPassword       of the owner of the database, who migrates it
 * @param applicationPassword of the application's own account
 */
record ConnectionFile(int port, String superuserPassword, String ownerPassword, String applicationPassword) {

	private static final String NAME = "connection.properties";

	static boolean existsIn(Path directory) {
		return Files.exists(directory.resolve(NAME));
	}

	static ConnectionFile withNewPasswords(int port) {
		return new ConnectionFile(port, password(), password(), password());
	}

	static ConnectionFile readFrom(Path directory) throws IOException {
		Properties properties = new Properties();
		try (var reader = Files.newBufferedReader(directory.resolve(NAME))) {
			properties.load(reader);
		}
		return new ConnectionFile(Integer.parseInt(properties.getProperty("port")), properties.getProperty("superuser"), properties.getProperty("owner"),
				properties.getProperty("application"));
	}

	void writeTo(Path directory) throws IOException {
		Path unfinished = directory.resolve(NAME + ".new");
		Files.deleteIfExists(unfinished);
		Files.createFile(unfinished, OwnerOnly.file());
		Files.writeString(unfinished, "port=%d%nsuperuser=%s%nowner=%s%napplication=%s%n".formatted(port, superuserPassword, ownerPassword, applicationPassword));
		Flush.content(unfinished);
		Files.move(unfinished, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		Flush.names(directory);
	}

	ConnectionFile withPort(int newPort) {
		return new ConnectionFile(newPort, superuserPassword, ownerPassword, applicationPassword);
	}

	private static String password() {
		byte[] bytes = new byte[24];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	@Override
	public String toString() {
		return "127.0.0.1:" + port;
	}
}
