package nl.ontwikkelagenda.app.reminder;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.actions.action.ActionCommand.RecordReminder;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.app.command.AlreadyDone;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.job.RecurringJob;

import org.springframework.stereotype.Component;

/** Records at the actions which reminders were sent, once each, when their mails are out. */
@Component
public class RecordReminders implements RecurringJob {

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private final GivenReminders given;
	private final Commands commands;

	RecordReminders(GivenReminders given, Commands commands) {
		this.given = given;
		this.commands = commands;
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(PAUSE);
	}

	@Override
	public void run() {
		given.toRecord().forEach(this::record);
	}

	private void record(GivenReminders.Sent sent) {
		String name = RecordReminders.class.getSimpleName();
		Intent.Once once = new Intent.Once(sent.firstMail() + "/" + sent.promiseId(), name, 204, "/");
		try {
			commands.send(new RecordReminder(sent.actionId(), sent.promiseId(), sent.kind(), sent.about(), sent.recipients(), sent.sentOn()),
					new Intent(Actor.job(name), false, once, null));
		} catch (AlreadyDone e) {
			// the application stopped between recording and noting that it did
		}
		given.noteRecorded(sent);
	}
}
