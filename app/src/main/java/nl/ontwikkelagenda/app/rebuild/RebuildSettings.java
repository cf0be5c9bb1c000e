package nl.ontwikkelagenda.app.rebuild;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of rebuilds of read models.
 *
 * @param schedule  when all of them are rebuilt, by the clock in the Netherlands, as {@code 0 0 3 * * SUN} (second, minute, hour, day, month, day of the week); {@code -} for never
 * @param retention how long what served before is kept, to go back to
 * @param share     percentage of the time that a rebuild works while requests are being answered; 1 to 100
 */
@ConfigurationProperties("ontwikkelagenda.rebuilds")
public record RebuildSettings(@DefaultValue("-") String schedule, @DefaultValue("7d") Duration retention, @DefaultValue("30") int share) {

	public RebuildSettings {
		if (share < 1 || share > 100) {
			throw new IllegalArgumentException("ontwikkelagenda.rebuilds.share is a percentage from 1 to 100, not " + share);
		}
	}
}
