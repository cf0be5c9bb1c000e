package nl.ontwikkelagenda.app.reminder;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of reminders.
 *
 * @param timeOfDay from when on reminders of a day are given, in the Netherlands, as in {@code 07:00}
 */
@ConfigurationProperties("ontwikkelagenda.reminders")
public record ReminderSettings(@DefaultValue("07:00") String timeOfDay) {
}
