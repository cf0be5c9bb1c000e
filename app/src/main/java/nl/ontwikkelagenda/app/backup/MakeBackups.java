package nl.ontwikkelagenda.app.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.job.RecurringJob;

import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Writes a backup every day and keeps the last ones, where a directory for them is set. */
@Component
@ConditionalOnProperty("ontwikkelagenda.backup.directory")
@EnableConfigurationProperties(BackupSettings.class)
class MakeBackups implements RecurringJob {

	private static final Logger LOG = LoggerFactory.getLogger(MakeBackups.class);
	private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'ontwikkelagenda-'uuuu-MM-dd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);
	private static final Pattern OURS = Pattern.compile("ontwikkelagenda-\\d{4}-\\d{2}-\\d{2}T\\d{6}Z\\.zip");
	private static final Pattern OURS_UNFINISHED = Pattern.compile(OURS.pattern() + Pattern.quote(BackupFile.UNFINISHED));

	private final Backups backups;
	private final BackupSettings settings;
	private final Clock clock;

	MakeBackups(Flyway flyway, BackupSettings settings, Clock clock) {
		this(Backups.of(flyway, clock), settings, clock);
	}

	MakeBackups(Backups backups, BackupSettings settings, Clock clock) {
		this.backups = backups;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public Schedule schedule() {
		return new Daily(Today.AMSTERDAM, LocalTime.parse(settings.timeOfDay()));
	}

	@Override
	public void run() {
		try {
			Files.createDirectories(settings.directory());
			// of a run that was broken off
			delete(named(OURS_UNFINISHED));
			Path file = settings.directory().resolve(NAME.format(clock.instant()));
			Manifest manifest = BackupFile.write(backups, file);
			LOG.info("Reservekopie gemaakt: {}, {} feiten.", file, manifest.facts());
			delete(named(OURS).stream().sorted(Comparator.reverseOrder()).skip(settings.keep()).toList());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private List<Path> named(Pattern name) throws IOException {
		try (Stream<Path> files = Files.list(settings.directory())) {
			return files.filter(file -> name.matcher(file.getFileName().toString()).matches()).toList();
		}
	}

	private static void delete(List<Path> files) throws IOException {
		for (Path file : files) {
			Files.delete(file);
		}
	}
}
