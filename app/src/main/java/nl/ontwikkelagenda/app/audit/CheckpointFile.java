package nl.ontwikkelagenda.app.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import nl.ontwikkelagenda.app.file.Flush;
import nl.ontwikkelagenda.reporting.audit.SignedNote;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Checkpoints outside the database, one after the other in one file, each followed by an empty line; the file is only ever added to. Property:
 * {@code ontwikkelagenda.audit.directory} (default {@code ledger} in the data directory).
 */
@Component
public class CheckpointFile {

	private static final String END = "\n";

	private final Path directory;

	CheckpointFile(@Value("${ontwikkelagenda.audit.directory:${ontwikkelagenda.data-directory:./data}/ledger}") Path directory) {
		this.directory = directory;
	}

	public Path of(String ledger) {
		return directory.resolve(ledger.replace('/', '-') + "-checkpoints.txt");
	}

	/** All that were published, oldest first. What a crash left half is skipped. */
	List<SignedNote> read(String ledger) {
		Path file = of(ledger);
		try {
			return Files.exists(file) ? notes(Files.readString(file)) : List.of();
		} catch (IOException e) {
			throw new UncheckedIOException("The published checkpoints cannot be read", e);
		}
	}

	/** @param file content of such a file */
	static List<SignedNote> notes(String file) {
		List<SignedNote> notes = new ArrayList<>();
		String[] blocks = file.split("\n\n", -1);
		// text and signatures alternate, and what is neither is passed by
		for (int i = 0; i + 1 < blocks.length; i++) {
			if (!blocks[i].isBlank() && blocks[i + 1].startsWith("\u2014 ")) {
				try {
					notes.add(SignedNote.parse(blocks[i].strip() + "\n\n" + blocks[i + 1].strip() + "\n"));
				} catch (IllegalArgumentException e) {
					continue;
				}
				i++;
			}
		}
		return notes;
	}

	/** Adds notes; they are on disk when this returns. */
	void append(String ledger, List<String> notes) {
		StringBuilder text = new StringBuilder();
		notes.forEach(note -> text.append(note).append(END));
		try {
			Files.createDirectories(directory);
			try (FileChannel channel = FileChannel.open(of(ledger), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
				// behind half a note of before a crash
				String start = channel.size() == 0 ? "" : "\n\n";
				ByteBuffer bytes = ByteBuffer.wrap((start + text).getBytes(StandardCharsets.UTF_8));
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
				channel.force(true);
			}
			Flush.names(directory);
		} catch (IOException e) {
			throw new UncheckedIOException("The checkpoints cannot be published outside the database", e);
		}
	}
}
