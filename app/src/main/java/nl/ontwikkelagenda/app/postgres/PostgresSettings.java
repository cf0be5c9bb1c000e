package nl.ontwikkelagenda.app.postgres;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the PostgreSQL that comes with the application.
 *
 * @param version        version of the programs on the class path, set by the build
 * @param maxConnections connections that the server accepts
 * @param sharedBuffers  memory that the server keeps for pages
 */
@ConfigurationProperties("ontwikkelagenda.postgresql")
public record PostgresSettings(String version, @DefaultValue("60") int maxConnections, @DefaultValue("128MB") DataSize sharedBuffers) {

	/**
	 * The {@code postgresql.conf} of the server: as durable as PostgreSQL can be, reachable from this machine only, and with no text of its users in its log.
	 */
	String file(int port) {
		return """
				# Written at every start of the application; changes made here are lost.
				listen_addresses = '127.0.0.1'
				port = %d
				unix_socket_directories = ''
				password_encryption = 'scram-sha-256'
				max_connections = %d
				shared_buffers = %dkB
				max_prepared_transactions = 0
				fsync = on
				synchronous_commit = on
				full_page_writes = on
				# no other server follows this one: what a rebuild makes as a whole goes to disk once instead of twice
				wal_level = minimal
				max_wal_senders = 0
				timezone = 'UTC'
				log_timezone = 'UTC'
				logging_collector = on
				log_directory = 'log'
				log_filename = 'postgresql-%%a.log'
				log_truncate_on_rotation = on
				log_rotation_age = 1d
				log_rotation_size = 0
				log_min_error_statement = panic
				log_error_verbosity = terse
				""".formatted(port, maxConnections, sharedBuffers.toKilobytes());
	}
}
