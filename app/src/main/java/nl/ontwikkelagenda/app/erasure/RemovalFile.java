package nl.ontwikkelagenda.app.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.file.Flush;
import nl.ontwikkelagenda.reporting.redaction.LegalGround;
import nl.ontwikkelagenda.reporting.redaction.RedactionId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was removed, outside the database, so that it is removed again after an old backup was put back: ids and digests only, one JSON object a line; the file is only ever added to.
 * It lies beside the published checkpoints: {@code ontwikkelagenda.audit.directory}.
 */
@Component
class RemovalFile {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Path directory;
	private final JdbcClient jdbc;

	RemovalFile(@Value("${ontwikkelagenda.audit.directory:${ontwikkelagenda.data-directory:./data}/ledger}") Path directory, JdbcClient jdbc) {
		this.directory = directory;
		this.jdbc = jdbc;
	}

	/** One line: a text or a person. */
	record Removal(@Nullable RemovedText text, @Nullable Erasure person) {
	}

	/** A text that was redacted. */
	record RemovedText(RedactionId redactionId, PartnershipId partnershipId, String eventId, String pointer, LegalGround ground) {
	}

	/** Of this installation, also when it runs on a backup of its database. */
	private Path file() {
		return directory.resolve("removals-" + jdbc.sql("select id::text from ledger.identity").query(String.class).single() + ".jsonl");
	}

	/** All that was removed, oldest first. What a crash left half is skipped. */
	List<Removal> read() {
		Path file = file();
		try {
			return Files.exists(file) ? Files.readAllLines(file).stream().flatMap(line -> removal(line).stream()).toList() : List.of();
		} catch (IOException e) {
			throw new UncheckedIOException("What was removed cannot be read", e);
		}
	}

	private static List<Removal> removal(String line) {
		try {
			return line.isBlank() ? List.of() : List.of(JSON.readValue(line, Removal.class));
		} catch (JacksonException e) {
			return List.of();
		}
	}

	/** Adds to the file; it is on disk when this returns. */
	void append(List<Removal> removals) {
		if (removals.isEmpty()) {
			return;
		}
		// behind half a line of before a crash
		String lines = removals.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n", "\n", "\n"));
		try {
			Files.createDirectories(directory);
			try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
				ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
				channel.force(true);
			}
			Flush.names(directory);
		} catch (IOException e) {
			throw new UncheckedIOException("What was removed cannot be noted outside the database", e);
		}
	}
}
