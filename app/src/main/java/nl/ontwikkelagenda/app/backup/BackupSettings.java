package nl.ontwikkelagenda.app.backup;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the daily backup.
 *
 * @param directory where backups are written; without it none are made
 * @param timeOfDay when, in the Netherlands, as in {@code 02:00}
 * @param keep      how many are kept; the oldest go
 */
@ConfigurationProperties("ontwikkelagenda.backup")
public record BackupSettings(Path directory, @DefaultValue("02:00") String timeOfDay, @DefaultValue("14") int keep) {

	public BackupSettings {
		if (keep < 1) {
			throw new IllegalArgumentException("ontwikkelagenda.backup.keep is 1 of meer.");
		}
	}
}
