package nl.ontwikkelagenda.app.command;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.app.command.Intent.Once;
import nl.ontwikkelagenda.app.visibility.Viewer;
import tools.jackson.databind.json.JsonMapper;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** What goes with a command to the instance that decides it, and what comes back: as JSON, for a command travels by way of Axon Server. */
final class Routed {

	private static final JsonMapper JSON = JsonMapper.shared();

	private Routed() {
	}

	/**
	 * @param key {@code fingerprint}, {@code status} and {@code resource} are absent with it
	 * @param eyes with whose eyes who sends it reads: the id of a person, empty for a visitor, absent for the application
	 */
	private record Asked(String actor, boolean installationAdministrator, @Nullable String key, @Nullable String fingerprint, int status, @Nullable String resource,
			@Nullable Long expectedSequence, @Nullable String within, boolean afterCollision, @Nullable String eyes) {
	}

	/** What came from elsewhere. */
	record Received(Sending sending, Viewer sender) {
	}

	private record Happened(String type, String aggregate) {
	}

	private record Answer(@Nullable Long position, @Nullable Long sequence, List<Happened> events, @Nullable Refusal refusal) {
	}

	private enum Kind {
		RULE, REFERENCE, NOT_ALLOWED, NOT_FOUND, VERSION, DONE, KEY_REUSED, KEY_IN_USE, UNKNOWN_AGGREGATE, EXISTS, COLLISION, AWAY, DAMAGED, OTHER
	}

	/** @param name of the rule or the field */
	private record Refusal(Kind kind, @Nullable String name, String sentence, List<Right> wouldDo, @Nullable String partnership, long expected, long actual,
			@Nullable Outcome outcome) {

		Refusal(Kind kind, @Nullable String name, String sentence) {
			this(kind, name, sentence, List.of(), null, 0, 0, null);
		}
	}

	static String asked(Sending sending, Viewer sender) {
		Intent intent = sending.intent;
		Once once = intent.once();
		return JSON.writeValueAsString(
				new Asked(intent.actor().value(), intent.installationAdministrator(), once == null ? null : once.key(), once == null ? null : once.fingerprint(),
						once == null ? 0 : once.status(), once == null ? null : once.resource(), intent.expectedSequence(),
						intent.within() == null ? null : intent.within().toString(), sending.afterCollision, eyes(sender)));
	}

	private static @Nullable String eyes(Viewer sender) {
		return switch (sender) {
			case Viewer.Somebody somebody -> somebody.personId().toString();
			case Viewer.Visitor visitor -> "";
			case Viewer.Application application -> null;
		};
	}

	private static Viewer viewer(@Nullable String eyes) {
		return eyes == null ? Viewer.APPLICATION : eyes.isEmpty() ? new Viewer.Visitor() : new Viewer.Somebody(PersonId.of(eyes));
	}

	static Received received(String json) {
		Asked asked = JSON.readValue(json, Asked.class);
		Once once = asked.key == null || asked.fingerprint == null || asked.resource == null ? null : new Once(asked.key, asked.fingerprint, asked.status, asked.resource);
		Intent intent = new Intent(new Actor(asked.actor), asked.installationAdministrator, once, asked.expectedSequence,
				asked.within == null ? null : PartnershipId.of(asked.within));
		return new Received(new Sending(intent, asked.afterCollision), viewer(asked.eyes));
	}

	static String answer(Sending sending, @Nullable Throwable failure) {
		List<Happened> events = sending.events.stream().map(event -> new Happened(event.type().getName(), event.aggregate().toString())).toList();
		return JSON.writeValueAsString(new Answer(sending.position, sending.sequence, events, failure == null ? null : refusal(failure)));
	}

	/** Takes what came of it into {@code sending}; answers the failure, if it failed. */
	static @Nullable RuntimeException take(String json, Sending sending) {
		Answer answer = JSON.readValue(json, Answer.class);
		sending.position = answer.position;
		sending.sequence = answer.sequence;
		Set<Sending.Recorded> events = answer.events.stream()
				.map(event -> new Sending.Recorded(ClassUtils.resolveClassName(event.type, Routed.class.getClassLoader()), event.aggregate)).collect(Collectors.toSet());
		sending.events.addAll(events);
		return answer.refusal == null ? null : failure(answer.refusal);
	}

	private static Refusal refusal(Throwable failure) {
		String sentence = String.valueOf(failure.getMessage());
		return switch (failure) {
			case RuleBroken e -> new Refusal(Kind.RULE, e.rule(), sentence);
			case UnknownReference e -> new Refusal(Kind.REFERENCE, e.field(), sentence);
			case NotAllowed e -> new Refusal(Kind.NOT_ALLOWED, null, sentence, e.wouldDo(), e.partnership().map(PartnershipId::toString).orElse(null), 0, 0, null);
			case NotFound e -> new Refusal(Kind.NOT_FOUND, null, sentence);
			case VersionMismatch e -> new Refusal(Kind.VERSION, null, sentence, List.of(), null, e.expected(), e.actual(), null);
			case AlreadyDone e -> new Refusal(Kind.DONE, null, sentence, List.of(), null, 0, 0, e.outcome());
			case IdempotencyKeyReused e -> new Refusal(Kind.KEY_REUSED, null, sentence);
			case IdempotencyKeyInUse e -> new Refusal(Kind.KEY_IN_USE, null, sentence);
			case DamagedFact e -> new Refusal(Kind.DAMAGED, null, sentence);
			default -> new Refusal(technical(failure), null, failure.getClass().getSimpleName() + ": " + sentence);
		};
	}

	private static Kind technical(Throwable failure) {
		if (Failures.isUnknownAggregate(failure)) {
			return Kind.UNKNOWN_AGGREGATE;
		}
		if (Failures.isCreationOfExisting(failure)) {
			return Kind.EXISTS;
		}
		return Failures.isCollision(failure) ? Kind.COLLISION : Failures.isAway(failure) ? Kind.AWAY : Kind.OTHER;
	}

	private static RuntimeException failure(Refusal refusal) {
		String name = String.valueOf(refusal.name);
		return switch (refusal.kind) {
			case RULE -> new RuleBroken(name, refusal.sentence);
			case REFERENCE -> new UnknownReference(name, refusal.sentence);
			case NOT_ALLOWED -> new NotAllowed(refusal.sentence, refusal.wouldDo, refusal.partnership == null ? null : PartnershipId.of(refusal.partnership));
			case NOT_FOUND -> new NotFound();
			case VERSION -> new VersionMismatch(refusal.expected, refusal.actual);
			case DONE -> refusal.outcome == null ? new IllegalStateException(refusal.sentence) : new AlreadyDone(refusal.outcome);
			case KEY_REUSED -> new IdempotencyKeyReused();
			case KEY_IN_USE -> new IdempotencyKeyInUse();
			case UNKNOWN_AGGREGATE -> new AggregateNotFoundException("", refusal.sentence);
			case EXISTS -> new AggregateStreamCreationException(refusal.sentence, null);
			case COLLISION -> new ConcurrencyException(refusal.sentence);
			case AWAY -> new StoreUnavailable(new TimeoutException(refusal.sentence));
			case DAMAGED -> new DamagedFact();
			case OTHER -> new IllegalStateException(refusal.sentence);
		};
	}
}
