package nl.ontwikkelagenda.app.command;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.AlsoForOneself;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.FoundPartnership;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.agenda.partnership.RightsView.Held;
import nl.ontwikkelagenda.agenda.partnership.TakesPart;
import nl.ontwikkelagenda.app.store.Provenance;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a command pass when its actor holds, today and in the command's partnership, one of the rights it declares; and writes on the command in which role that is. Jobs may
 * send everything that declares who may.
 */
class Rights {

	private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
	private static final int MOST_REMEMBERED = 100_000;
	/** Who takes part nowhere by this right, but keeps the papers of every body. */
	private static final Set<Right> KEEPERS = Collections.unmodifiableSet(EnumSet.of(Right.SECRETARY, Right.PROJECT_LEAD));

	/** A person's rights as they were read, and when. */
	private record Read(@Nullable RightsView rights, long nanos) {
	}

	/** How long a right that was withdrawn by way of another node may still be used here. */
	private final Duration memory;
	private final Clock clock;
	private final Function<String, Optional<RightsView>> rightsOf;
	private final Function<String, Optional<PartnershipId>> partnershipOf;
	/** Which programmes those who hold a right in these partnerships may read. */
	private final BiFunction<Set<PartnershipId>, LocalDate, Set<PartnershipId>> programmesOf;
	/** Whether a thing is hidden from an actor, though he may read the partnership that it is of. */
	private final BiPredicate<PersonId, String> hidden;
	/** Whether a thing is of a body that is not open, in which an actor takes no part. */
	private final BiPredicate<PersonId, String> closed;
	/** Whether two ids are of one person: entries of the register can turn out to be. */
	private final BiPredicate<PersonId, PersonId> same;
	/** A thing never moves to another partnership. */
	private final Map<String, PartnershipId> partnerships = new ConcurrentHashMap<>();
	/** Replaced as a whole when rights changed, so that a reader that is late puts its old answer where nobody looks. */
	private volatile Map<String, Read> read = new ConcurrentHashMap<>();

	Rights(Clock clock, Duration memory, Function<String, Optional<RightsView>> rightsOf, Function<String, Optional<PartnershipId>> partnershipOf,
			BiFunction<Set<PartnershipId>, LocalDate, Set<PartnershipId>> programmesOf, BiPredicate<PersonId, String> hidden, BiPredicate<PersonId, String> closed,
			BiPredicate<PersonId, PersonId> same) {
		this.clock = clock;
		this.memory = memory;
		this.rightsOf = rightsOf;
		this.partnershipOf = partnershipOf;
		this.programmesOf = programmesOf;
		this.hidden = hidden;
		this.closed = closed;
		this.same = same;
	}

	/** The id of the aggregate that a command is for; null when it names none. */
	static @Nullable String targetOf(Object command) {
		Shape shape = Shape.OF.get(command.getClass());
		return shape.target == null ? null : shape.call(shape.target, command).toString();
	}

	/** Rights were given or withdrawn: read them anew. */
	void forget() {
		read = new ConcurrentHashMap<>();
	}

	/**
	 * A command that names a partnership and an existing thing: the thing must be there, or the right was held in the wrong place.
	 *
	 * @throws NotFound it is in another partnership
	 */
	void verifyPlace(Object command) {
		Shape shape = Shape.OF.get(command.getClass());
		if (shape.partnership != null && shape.target != null && !shape.partnership.equals(shape.target)) {
			PartnershipId named = (PartnershipId) shape.call(shape.partnership, command);
			if (!named.equals(partnershipOf(shape.call(shape.target, command).toString()).orElse(null))) {
				throw new NotFound();
			}
		}
	}

	/**
	 * The command with the role in which its actor sends it.
	 *
	 * @throws NotAllowed the actor lacks the right
	 * @throws NotFound   the actor holds no right at all there, there is no such place, or what it is for is hidden from him
	 */
	CommandMessage<?> admitted(CommandMessage<?> message, Intent intent) {
		Object command = message.getPayload();
		Shape shape = Shape.OF.get(command.getClass());
		if (shape.allowed.isEmpty()) {
			throw new NotAllowed("Dit mag niemand: van deze opdracht is niet vastgelegd welk recht ervoor nodig is.", List.of());
		}
		if (intent.actor().isJob()) {
			return message;
		}
		if (command instanceof FoundPartnership) {
			if (!intent.installationAdministrator()) {
				throw new NotAllowed("Alleen de beheerder van deze installatie richt een samenwerkingsverband op.", List.of());
			}
			return in(Right.ADMINISTRATOR, message);
		}
		PartnershipId partnership = shape.partnership != null
				? (PartnershipId) shape.call(shape.partnership, command)
				: partnershipOf(shape.call(Objects.requireNonNull(shape.target), command).toString()).orElseThrow(NotFound::new);
		if (intent.within() != null && !intent.within().equals(partnership)) {
			throw new NotFound();
		}
		if (shape.target != null && hidden.test(PersonId.of(person(intent.actor())), shape.call(shape.target, command).toString())) {
			throw new NotFound();
		}
		List<Right> enough = shape.enoughFor(PersonId.of(person(intent.actor())), command, same);
		List<Right> held = held(intent.actor(), partnership, enough);
		if (held.isEmpty() && !reads(intent.actor(), partnership)) {
			throw new NotFound();
		}
		Right role = enough.stream().filter(held::contains).findFirst().orElseThrow(() -> notAllowed(partnership, enough, held, !Collections.disjoint(shape.forOneself, held)));
		if (shape.takesPart && Collections.disjoint(held, KEEPERS)
				&& closed.test(PersonId.of(person(intent.actor())), shape.call(Objects.requireNonNull(shape.target), command).toString())) {
			throw new NotAllowed("Dit overleg is gesloten: u kunt meelezen, en meedoen kan alleen wie er een zetel, een plaats of een uitnodiging heeft.", List.copyOf(KEEPERS),
					partnership);
		}
		return in(role, message);
	}

	private boolean reads(Actor actor, PartnershipId programme) {
		LocalDate today = today();
		Set<PartnershipId> places = rightsOf.apply(person(actor)).map(RightsView::rights).orElse(List.of()).stream().filter(held -> held.on(today)).map(Held::partnershipId)
				.collect(Collectors.toSet());
		return programmesOf.apply(places, today).contains(programme);
	}

	private static String person(Actor actor) {
		return actor.value().substring("person:".length());
	}

	private LocalDate today() {
		return LocalDate.ofInstant(clock.instant(), AMSTERDAM);
	}

	private List<Right> held(Actor actor, PartnershipId partnership, List<Right> enough) {
		Map<String, Read> memo = read;
		String person = person(actor);
		Read known = memo.get(person);
		if (known != null && System.nanoTime() - known.nanos < memory.toNanos()) {
			List<Right> held = held(known.rights, partnership);
			if (!Collections.disjoint(held, enough)) {
				return held;
			}
		}
		// Unknown, old, or not enough: a right that was given a moment ago counts at once.
		Read fresh = new Read(rightsOf.apply(person).orElse(null), System.nanoTime());
		if (memo.size() >= MOST_REMEMBERED) {
			memo.clear();
		}
		memo.put(person, fresh);
		return held(fresh.rights, partnership);
	}

	private List<Right> held(@Nullable RightsView rights, PartnershipId partnership) {
		LocalDate today = today();
		return rights == null
				? List.of()
				: rights.rights().stream().filter(held -> held.partnershipId().equals(partnership) && held.on(today)).map(Held::right).distinct().toList();
	}

	private Optional<PartnershipId> partnershipOf(String id) {
		PartnershipId known = partnerships.get(id);
		if (known != null) {
			return Optional.of(known);
		}
		Optional<PartnershipId> found = partnershipOf.apply(id);
		found.ifPresent(partnership -> {
			if (partnerships.size() >= MOST_REMEMBERED) {
				partnerships.clear();
			}
			partnerships.put(id, partnership);
		});
		return found;
	}

	private static CommandMessage<?> in(Right role, CommandMessage<?> message) {
		return message.andMetaData(Map.of(Provenance.ROLE, role.name()));
	}

	private static NotAllowed notAllowed(PartnershipId partnership, List<Right> wouldDo, List<Right> held, boolean forOneself) {
		String needed = wouldDo.stream().map(Rights::dutch).collect(Collectors.joining(" of "));
		String has = held.isEmpty() ? "hier alleen lezer, als lid van een regio die meedoet" : held.stream().map(Rights::dutch).collect(Collectors.joining(" en "));
		String who = forOneself ? "Namens een ander mag dit alleen wie in dit samenwerkingsverband " : "Dit mag alleen wie in dit samenwerkingsverband ";
		return new NotAllowed(who + needed + " is; u bent " + has + ".", wouldDo, partnership);
	}

	private static String dutch(Right right) {
		return switch (right) {
			case PARTICIPANT -> "deelnemer";
			case SECRETARY -> "secretaris";
			case PROJECT_LEAD -> "projectleider";
			case BOARD -> "bestuurder";
			case AUDITOR -> "auditor";
			case ADMINISTRATOR -> "beheerder";
		};
	}

	/** What a type of command says about itself. */
	private record Shape(List<Right> allowed, List<Right> forOneself, boolean takesPart, @Nullable Method partnership, @Nullable Method target, @Nullable Method person) {

		static final ClassValue<Shape> OF = new ClassValue<>() {
			@Override
			protected Shape computeValue(Class<?> type) {
				AllowedTo allowed = type.getAnnotation(AllowedTo.class);
				AlsoForOneself forOneself = type.getAnnotation(AlsoForOneself.class);
				Method partnership = null;
				Method target = null;
				Method person = null;
				for (RecordComponent component : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
					Method accessor = component.getAccessor();
					accessor.setAccessible(true);
					if (component.getName().equals("partnershipId")) {
						partnership = accessor;
					}
					if (component.getName().equals("personId")) {
						person = accessor;
					}
					if (accessor.isAnnotationPresent(TargetAggregateIdentifier.class)) {
						target = accessor;
					}
				}
				// Without either there is no place to hold a right in, so nobody may.
				return new Shape(allowed == null || (partnership == null && target == null) ? List.of() : Arrays.asList(allowed.value()),
						forOneself == null ? List.of() : Arrays.asList(forOneself.value()), type.isAnnotationPresent(TakesPart.class), partnership, target, person);
			}
		};

		/** Rights of which one is enough for this actor: more of them when the command is about himself. */
		List<Right> enoughFor(PersonId actor, Object command, BiPredicate<PersonId, PersonId> same) {
			PersonId about = forOneself.isEmpty() || person == null ? null : (PersonId) call(person, command);
			boolean aboutHimself = about != null && same.test(actor, about);
			return aboutHimself ? Stream.concat(allowed.stream(), forOneself.stream()).distinct().toList() : allowed;
		}

		Object call(Method accessor, Object command) {
			try {
				return accessor.invoke(command);
			} catch (ReflectiveOperationException e) {
				throw new IllegalStateException(e);
			}
		}
	}
}
