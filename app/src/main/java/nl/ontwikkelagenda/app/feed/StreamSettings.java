package nl.ontwikkelagenda.app.feed;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of streams of changes.
 *
 * @param heartbeat how long a stream is silent at most
 * @param longest   after so long it is ended, and whoever follows it logs in anew
 * @param perPerson streams that one person may have on one instance
 * @param atOnce    streams that one instance has at most
 */
@ConfigurationProperties("ontwikkelagenda.streams")
record StreamSettings(@DefaultValue("15s") Duration heartbeat, @DefaultValue("1h") Duration longest, @DefaultValue("5") int perPerson, @DefaultValue("200") int atOnce) {
}
