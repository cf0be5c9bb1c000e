package nl.ontwikkelagenda.app.reflection;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.app.reflection.Sheet.Given;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.cop.reflection.AnswerTally;
import nl.ontwikkelagenda.cop.reflection.Instrument;
import nl.ontwikkelagenda.cop.reflection.Instrument.Question;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundCommand.CloseReflectionRound;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundStatus;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Closes rounds whose last day has passed: opens all answers at once, counts and shuffles them, records them without who or when, and destroys what was sealed. */
@Component
public class CloseReflectionRounds implements RecurringJob {

	private static final Logger LOG = LoggerFactory.getLogger(CloseReflectionRounds.class);
	private static final Intent INTENT = Intent.of(Actor.job("CloseReflectionRounds"));

	private final Documents documents;
	private final Commands commands;
	private final SealedAnswers sealed;
	private final Today today;
	private final SecureRandom random = new SecureRandom();

	CloseReflectionRounds(Documents documents, Commands commands, SealedAnswers sealed, Today today) {
		this.documents = documents;
		this.commands = commands;
		this.sealed = sealed;
		this.today = today;
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(Duration.ofHours(1));
	}

	@Override
	public void run() {
		LocalDate day = today.date();
		with(ReflectionRoundStatus.OPEN).stream().filter(round -> round.closesOn().isBefore(day)).forEach(round -> attempt(round, this::close));
		// What a crash left behind between the end of a round and this.
		Stream.of(ReflectionRoundStatus.CLOSED, ReflectionRoundStatus.ABANDONED).flatMap(ended -> with(ended).stream())
				.forEach(round -> attempt(round, one -> sealed.destroy(one.reflectionRoundId())));
	}

	/** One that cannot be closed must not keep the others open. */
	private static void attempt(ReflectionRoundView round, Consumer<ReflectionRoundView> work) {
		try {
			work.accept(round);
		} catch (RuntimeException e) {
			LOG.error("Reflection round {} could not be closed; see docs/running.md", round.reflectionRoundId(), e);
		}
	}

	private List<ReflectionRoundView> with(ReflectionRoundStatus status) {
		return documents.all(ReadModels.REFLECTION_ROUNDS, Map.of("status", status.name()), AsOf.NOW);
	}

	/** Every step can be done again after a crash. */
	void close(ReflectionRoundView round) {
		Map<String, Sheet> sheets = sealed.closing(round.reflectionRoundId());
		// Who took all of his answers back has not answered.
		sheets.values().removeIf(sheet -> sheet.answers().isEmpty());
		List<PersonId> respondents = sheets.keySet().stream().map(PersonId::of).toList();
		List<AnswerTally> tallies = Instrument.find(round.instrument()).orElseThrow().questions().map(question -> tally(question, sheets.values())).toList();
		commands.send(new CloseReflectionRound(round.reflectionRoundId(), respondents, tallies, today.date()), INTENT);
		sealed.destroy(round.reflectionRoundId());
	}

	private AnswerTally tally(Question question, Collection<Sheet> sheets) {
		List<Given> answers = sheets.stream().map(sheet -> answerTo(question, sheet)).flatMap(Optional::stream).toList();
		List<Integer> scores = question.open()
				? List.of()
				: IntStream.rangeClosed(Instrument.LOWEST, Instrument.HIGHEST)
						.mapToObj(point -> (int) answers.stream().filter(given -> Objects.equals(given.score(), point)).count())
						.toList();
		int unknown = question.open() ? 0 : (int) answers.stream().filter(given -> given.score() == null).count();
		List<FreeText> remarks = new ArrayList<>();
		answers.forEach(given -> {
			if (given.remark() != null) {
				remarks.add(new FreeText(given.remark(), Salts.next()));
			}
		});
		Collections.shuffle(remarks, random);
		return new AnswerTally(question.id(), scores, unknown, remarks);
	}

	private static Optional<Given> answerTo(Question question, Sheet sheet) {
		return sheet.answers().stream().filter(given -> given.question().equals(question.id())).findFirst();
	}
}
