package nl.ontwikkelagenda.app.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.app.mail.OutgoingMailId;
import nl.ontwikkelagenda.app.mail.OutgoingMails;
import nl.ontwikkelagenda.app.mail.Postman;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Gives everybody the reminders of the day, from the set time of day on. It looks every hour, so that a day on which the application was down in the morning is not missed; of
 * the days before only what still counts is given.
 */
@Component
@EnableConfigurationProperties(ReminderSettings.class)
public class GiveReminders implements RecurringJob {

	private static final String EVERY_HOUR = "0 0 * * * *";

	private final DueReminders due;
	private final GivenReminders given;
	private final ReminderMail words;
	private final OutgoingMails mails;
	private final Postman postman;
	private final People people;
	private final Clock clock;
	private final LocalTime timeOfDay;

	GiveReminders(DueReminders due, GivenReminders given, ReminderMail words, OutgoingMails mails, Postman postman, People people, Clock clock, ReminderSettings settings) {
		this.due = due;
		this.given = given;
		this.words = words;
		this.mails = mails;
		this.postman = postman;
		this.people = people;
		this.clock = clock;
		this.timeOfDay = LocalTime.parse(settings.timeOfDay());
	}

	@Override
	public Schedule schedule() {
		return new CronSchedule(EVERY_HOUR, Today.AMSTERDAM);
	}

	@Override
	public void run() {
		ZonedDateTime now = clock.instant().atZone(Today.AMSTERDAM);
		if (!now.toLocalTime().isBefore(timeOfDay) && !given.allGivenOn(now.toLocalDate())) {
			give(now.toLocalDate());
		}
	}

	/** Gives the reminders of this day; what was given before is not given again. */
	void give(LocalDate day) {
		due.on(day).forEach((person, reminders) -> given.give(person, day, reminders, fresh -> mail(person, day, fresh)));
		given.noteAllGivenOn(day);
	}

	private @Nullable OutgoingMailId mail(PersonId person, LocalDate day, List<Due> reminders) {
		Person known = people.find(person).orElse(null);
		return known == null || known.email() == null || !postman.works() ? null : mails.write(person, words.subject(reminders), words.body(known, day, reminders));
	}
}
