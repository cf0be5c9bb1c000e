package nl.ontwikkelagenda.app.job;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.NoteReviewDue;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.decision.DecisionView.ReviewState;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** Notes at decisions that the day has come on which they were to be looked at again. Every hour, so that a day on which the server was down in the morning is not missed. */
@Component
public class NoteReviewsThatAreDue implements RecurringJob {

	private final Documents documents;
	private final Commands commands;
	private final Today today;

	NoteReviewsThatAreDue(Documents documents, Commands commands, Today today) {
		this.documents = documents;
		this.commands = commands;
		this.today = today;
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(Duration.ofHours(1));
	}

	/** Several instances may do this at once: the register notes it once. */
	@Override
	public void run() {
		LocalDate day = today.date();
		documents.all(ReadModels.DECISIONS, Map.of("review", ReviewState.PLANNED.name()), AsOf.NOW).stream().filter(decision -> isDue(decision, day))
				.forEach(decision -> commands.send(new NoteReviewDue(decision.registerId(), decision.decisionId(), day), Intent.of(Actor.job("NoteReviewsThatAreDue"))));
	}

	private static boolean isDue(DecisionView decision, LocalDate day) {
		return decision.reviewOn() != null && !decision.reviewOn().isAfter(day);
	}
}
