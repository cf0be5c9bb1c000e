package nl.ontwikkelagenda.app.takeaway;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.audit.AccessRecorder;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.PartnershipFiles;
import nl.ontwikkelagenda.app.exchange.StreamedFile;
import nl.ontwikkelagenda.app.person.Accounts.Account;
import nl.ontwikkelagenda.app.reporting.ReportFiles;
import nl.ontwikkelagenda.app.reporting.ReportFormat;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.security.Callers;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to files what somebody may take along, and writes down that he did: without that, nothing is given. */
@Component
public class Takeaways {

	private final ReportFiles reports;
	private final List<PartnershipFiles> files;
	private final Readers readers;
	private final AccessRecorder recorder;
	private final Moments moments;

	Takeaways(ReportFiles reports, List<PartnershipFiles> files, Readers readers, AccessRecorder recorder, Moments moments) {
		this.reports = reports;
		this.files = files;
		this.readers = readers;
		this.recorder = recorder;
		this.moments = moments;
	}

	/**
	 * Writes a progress report; the file is there as a whole or not at all, and replaces one that was there.
	 *
	 * @param subject id of a partnership, agenda, theme, table, community or meeting
	 * @param from    first day of the period; absent for everything so far
	 * @param until   last day
	 * @param asOf    a day or a moment; absent for now
	 * @throws InvalidInput when the period or the moment is not clear
	 * @throws NotFound     when there was no such thing then, or he may not see it
	 * @throws NotAllowed   when he lacks the right to read it
	 */
	public void report(Account account, UUID subject, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable String asOf, ReportFormat format, Path output) {
		Map<String, String> wanted = new LinkedHashMap<>(Map.of("id", subject.toString(), "format", format.ending()));
		putUnlessNull(wanted, "from", from);
		putUnlessNull(wanted, "until", until);
		as(account, asOf, "report", wanted, asked -> {
			ReportFiles.Made made = reports.make(subject, from, until, format);
			recorder.exported(made.partnershipId(), "report", asked);
			write(made.file(), output);
		});
	}

	/**
	 * Writes everything that he may take along of a partnership, all as of one moment.
	 *
	 * @param directory new, or empty
	 * @param asOf      a day or a moment; absent for now
	 * @param written   hears of each file
	 * @throws InvalidInput when the moment is not clear, or there is something in the directory
	 * @throws NotFound     when there was no such partnership then, or he may not see it
	 * @throws NotAllowed   when he lacks the right to read it
	 */
	public void export(Account account, PartnershipId partnership, @Nullable String asOf, Path directory, Consumer<Path> written) {
		as(account, asOf, "export", Map.of("id", partnership.toString()), asked -> {
			readers.check(ReadModels.PARTNERSHIPS, partnership);
			makeEmpty(directory);
			recorder.exported(partnership, "export", asked);
			for (PartnershipFiles each : files) {
				try (Stream<StreamedFile> made = each.of(partnership)) {
					made.forEach(file -> written.accept(write(file, directory.resolve(file.name()))));
				}
			}
		});
	}

	/** What he is refused is written down as well. */
	private void as(Account account, @Nullable String asOf, String command, Map<String, String> wanted, Consumer<Map<String, String>> work) {
		Instant moment = moments.read("asOf", asOf, moments.now());
		Map<String, String> asked = new LinkedHashMap<>(wanted);
		asked.put("asOf", moment.toString());
		Callers.as(account, () -> {
			try {
				return Moments.at(moment, () -> {
					work.accept(asked);
					return true;
				});
			} catch (NotAllowed e) {
				recorder.refused(command, asked, e);
				throw e;
			} catch (NotFound e) {
				recorder.notShown(command, asked);
				throw e;
			}
		});
	}

	private static void putUnlessNull(Map<String, String> asked, String name, @Nullable Object value) {
		if (value != null) {
			asked.put(name, value.toString());
		}
	}

	private static void makeEmpty(Path directory) {
		try {
			Files.createDirectories(directory);
			try (Stream<Path> there = Files.list(directory)) {
				if (there.findAny().isPresent()) {
					throw new InvalidInput("directory", "In " + directory + " staat al iets; noem een nieuwe of lege map.");
				}
			}
		} catch (FileAlreadyExistsException e) {
			throw new InvalidInput("directory", directory + " is geen map; noem een nieuwe of lege map.");
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Path write(StreamedFile file, Path to) {
		Path whole = to.toAbsolutePath();
		try {
			Files.createDirectories(whole.getParent());
			Path part = Files.createTempFile(whole.getParent(), ".ontwikkelagenda", ".part");
			try {
				try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
					file.content().writeTo(out);
				}
				Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			} finally {
				Files.deleteIfExists(part);
			}
			return to;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
