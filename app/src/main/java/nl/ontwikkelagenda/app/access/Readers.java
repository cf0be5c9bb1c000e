package nl.ontwikkelagenda.app.access;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.command.Programmes;
import nl.ontwikkelagenda.app.visibility.Affiliations;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Who may read what: every read model is declared here, and a test fails for one that is not. Rights are those of today, also for what was known in the past. */
@Component
public class Readers {

	private static final Set<Right> MEMBERS = EnumSet.allOf(Right.class);
	private static final Set<Right> KEEPERS = EnumSet.of(Right.SECRETARY, Right.PROJECT_LEAD, Right.AUDITOR, Right.ADMINISTRATOR);

	/** Rights of which one is needed in the partnership that a document belongs to. */
	private static final Map<ReadModel<?, ?>, Set<Right>> DECLARED = Map.ofEntries(
			Map.entry(ReadModels.PARTNERSHIPS, MEMBERS),
			Map.entry(ReadModels.RIGHTS, KEEPERS),
			Map.entry(ReadModels.HOLDERS, KEEPERS),
			Map.entry(ReadModels.DEPARTURES, KEEPERS),
			Map.entry(ReadModels.PROGRAMMES, MEMBERS),
			Map.entry(ReadModels.MANDATES, MEMBERS),
			Map.entry(ReadModels.BODIES, MEMBERS),
			Map.entry(ReadModels.SEATS, MEMBERS),
			Map.entry(ReadModels.AGENDAS, MEMBERS),
			Map.entry(ReadModels.COMMENTS, MEMBERS),
			Map.entry(ReadModels.THEMES, MEMBERS),
			Map.entry(ReadModels.IDEAS, MEMBERS),
			Map.entry(ReadModels.GUIDING_ANSWERS, MEMBERS),
			Map.entry(ReadModels.PROJECTS, MEMBERS),
			Map.entry(ReadModels.REMARKS, MEMBERS),
			Map.entry(ReadModels.QUESTIONS, MEMBERS),
			Map.entry(ReadModels.BARRIERS, MEMBERS),
			Map.entry(ReadModels.PRIORITY_ROUNDS, MEMBERS),
			Map.entry(ReadModels.BALLOTS, MEMBERS),
			Map.entry(ReadModels.MEETINGS, MEMBERS),
			Map.entry(ReadModels.DECISION_REGISTERS, MEMBERS),
			Map.entry(ReadModels.DECISIONS, MEMBERS),
			Map.entry(ReadModels.ATTACHMENTS, MEMBERS),
			Map.entry(ReadModels.SERIES, MEMBERS),
			Map.entry(ReadModels.INVITATIONS, MEMBERS),
			Map.entry(ReadModels.ITEMS, MEMBERS),
			Map.entry(ReadModels.GROUPS, MEMBERS),
			Map.entry(ReadModels.SOURCES, MEMBERS),
			Map.entry(ReadModels.OUTCOMES, MEMBERS),
			Map.entry(ReadModels.MINUTES, MEMBERS),
			Map.entry(ReadModels.TABLES, MEMBERS),
			Map.entry(ReadModels.STATEMENTS, MEMBERS),
			Map.entry(ReadModels.ADVICE_NOTES, MEMBERS),
			Map.entry(ReadModels.ACTIONS, MEMBERS),
			Map.entry(ReadModels.PROMISE_PLACES, MEMBERS),
			Map.entry(ReadModels.INVENTORIES, MEMBERS),
			Map.entry(ReadModels.INVENTORY_ANSWERS, MEMBERS),
			Map.entry(ReadModels.CALLS, MEMBERS),
			Map.entry(ReadModels.PARTICIPANTS, MEMBERS),
			Map.entry(ReadModels.SCHOOL_HOLIDAYS, MEMBERS),
			Map.entry(ReadModels.TERMS, MEMBERS),
			Map.entry(ReadModels.STAKEHOLDERS, MEMBERS),
			Map.entry(ReadModels.COMMUNITIES, MEMBERS),
			Map.entry(ReadModels.ENROLMENTS, MEMBERS),
			Map.entry(ReadModels.INSIGHTS, MEMBERS),
			Map.entry(ReadModels.REFLECTION_ROUNDS, MEMBERS),
			Map.entry(ReadModels.LIBRARY_ITEMS, MEMBERS),
			Map.entry(ReadModels.PROGRESS_REPORTS, MEMBERS),
			Map.entry(ReadModels.INDICATORS, MEMBERS),
			Map.entry(ReadModels.MEASUREMENTS, MEMBERS),
			Map.entry(ReadModels.REDACTIONS, MEMBERS));

	private static final Map<Right, String> NAMES = Map.of(Right.PARTICIPANT, "deelnemer", Right.SECRETARY, "secretaris", Right.PROJECT_LEAD, "projectleider", Right.BOARD,
			"bestuurder", Right.AUDITOR, "auditor", Right.ADMINISTRATOR, "beheerder");

	private static final String KNOWN = Readers.class.getName() + ".known";

	/**
	 * What somebody holds, as a request asks many times; kept with that request, until the views hold another fact or it is another day.
	 *
	 * @param programmes where he reads as participants do, because a region in which he holds a right takes part
	 */
	private record Known(PersonId person, long position, LocalDate day, List<RightsView.Held> held, Supplier<Set<PartnershipId>> programmes) {
	}

	private final Documents documents;
	private final Affiliations affiliations;
	private final Programmes programmes;
	private final Today today;
	private final ReadModelEngine views;

	Readers(Documents documents, Affiliations affiliations, Programmes programmes, Today today, ReadModelEngine views) {
		this.affiliations = affiliations;
		this.documents = documents;
		this.programmes = programmes;
		this.today = today;
		this.views = views;
	}

	public static boolean isDeclared(ReadModel<?, ?> view) {
		return DECLARED.containsKey(view);
	}

	/** The rights of which one is needed to read this view. */
	public static Set<Right> declared(ReadModel<?, ?> view) {
		return Set.copyOf(needed(view));
	}

	/** The partnerships in which the caller may read this view; a list shows only documents of these. */
	public Set<PartnershipId> partnerships(ReadModel<?, ?> view) {
		return partnerships(view, Caller.required().personId());
	}

	/** As {@link #partnerships(ReadModel)}, for someone who is not logged in now. */
	public Set<PartnershipId> partnerships(ReadModel<?, ?> view, PersonId person) {
		return partnerships(Set.of(view), person).getOrDefault(view, Set.of());
	}

	/** As {@link #partnerships(ReadModel, PersonId)}, of several views; his rights are read once. */
	public Map<ReadModel<?, ?>, Set<PartnershipId>> partnerships(Collection<ReadModel<?, ?>> views, PersonId person) {
		Known known = known(person);
		Map<ReadModel<?, ?>, Set<PartnershipId>> readable = new HashMap<>();
		views.forEach(view -> readable.put(view, partnerships(needed(view), known)));
		return readable;
	}

	private static Set<PartnershipId> partnerships(Set<Right> needed, Known known) {
		Set<PartnershipId> readable = known.held.stream().filter(right -> needed.contains(right.right())).map(RightsView.Held::partnershipId).collect(Collectors.toSet());
		if (needed.contains(Right.PARTICIPANT)) {
			readable.addAll(known.programmes.get());
		}
		return readable;
	}

	/**
	 * Checks that the caller may read the document with this id.
	 *
	 * @throws NotFound   when it is in a partnership in which he holds no right, or nowhere
	 * @throws NotAllowed when he holds rights there, but none that will do
	 */
	public void check(ReadModel<?, ?> view, String id) {
		check(needed(view), documents.partnershipOf(view, id).orElseThrow(NotFound::new));
	}

	/** As {@link #check(ReadModel, String)}, for what is shown of a whole partnership. */
	public void check(ReadModel<?, ?> view, PartnershipId partnership) {
		check(needed(view), partnership);
	}

	/**
	 * Checks an endpoint that is not about one partnership.
	 *
	 * @throws NotAllowed when the caller holds none of these rights anywhere, or does not administer the installation where that is asked
	 */
	public void check(MayRead declared) {
		if (declared.withoutLogin()) {
			return;
		}
		Set<Right> needed = Set.copyOf(Arrays.asList(declared.value()));
		Caller caller = Caller.required();
		if (declared.inPerson() && caller.token() != null) {
			throw new NotAllowed("Dit kan alleen wie zelf inlogt, met gebruikersnaam en wachtwoord; een programma met een sleutel kan het niet.", List.of());
		}
		if (declared.installation()) {
			if (!caller.administrator()) {
				throw new NotAllowed("U mist het recht van beheerder van deze installatie.", List.of());
			}
			return;
		}
		boolean administers = caller.administrator() && needed.contains(Right.ADMINISTRATOR);
		if (!declared.anyone() && !administers && heldNow().stream().noneMatch(held -> needed.contains(held.right()))) {
			throw refusal(needed, null);
		}
	}

	/**
	 * Checks that the caller holds one of these rights in a partnership, for what is neither a command nor a view.
	 *
	 * @throws NotFound   when he holds no right there
	 * @throws NotAllowed when he holds none that will do
	 */
	public void check(Right[] needed, PartnershipId partnership) {
		check(EnumSet.copyOf(Arrays.asList(needed)), partnership);
	}

	/** The rights that the caller holds today. */
	public List<RightsView.Held> heldNow() {
		return heldNow(Caller.required().personId());
	}

	/** The rights that this person holds today, under whichever of his ids; of who is logged in with a token, as far as that reaches. */
	public List<RightsView.Held> heldNow(PersonId person) {
		return known(person).held;
	}

	private Known known(PersonId person) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		LocalDate day = today.date();
		long position = views.position();
		if (request == null || position < 0) {
			return read(person, position, day);
		}
		if (request.getAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST) instanceof Known known && known.position == position && known.day.equals(day)
				&& known.person.equals(person)) {
			return known;
		}
		Known read = read(person, position, day);
		request.setAttribute(KNOWN, read, RequestAttributes.SCOPE_REQUEST);
		return read;
	}

	private Known read(PersonId person, long position, LocalDate day) {
		Predicate<PartnershipId> reached = reachOf(person);
		List<RightsView.Held> held = affiliations.idsOf(person).stream().flatMap(id -> documents.find(ReadModels.RIGHTS, id.toString(), AsOf.NOW).stream()).map(Stored::document)
				.flatMap(rights -> rights.rights().stream()).filter(right -> right.on(day) && reached.test(right.partnershipId())).distinct().toList();
		return new Known(person, position, day, held,
				SingletonSupplier.of(() -> programmes.of(held.stream().map(RightsView.Held::partnershipId).collect(Collectors.toSet()), day).stream().filter(reached)
						.collect(Collectors.toSet())));
	}

	private void check(Set<Right> needed, PartnershipId partnership) {
		Known known = known(Caller.required().personId());
		Set<Right> held = known.held.stream().filter(right -> right.partnershipId().equals(partnership)).map(RightsView.Held::right).collect(Collectors.toSet());
		if (held.stream().noneMatch(needed::contains) && known.programmes.get().contains(partnership)) {
			held.add(Right.PARTICIPANT);
		}
		if (held.isEmpty()) {
			throw new NotFound();
		}
		if (held.stream().noneMatch(needed::contains)) {
			throw refusal(needed, partnership);
		}
	}

	/** Where a program with a token of this person acts for him; everywhere for himself. */
	private static Predicate<PartnershipId> reachOf(PersonId person) {
		return Caller.current().filter(caller -> caller.personId().equals(person)).<Predicate<PartnershipId>>map(caller -> caller::reaches).orElse(partnership -> true);
	}

	private static Set<Right> needed(ReadModel<?, ?> view) {
		Set<Right> needed = DECLARED.get(view);
		if (needed == null) {
			throw new IllegalStateException("Nobody declared who may read " + view.name());
		}
		return needed;
	}

	private static NotAllowed refusal(Collection<Right> needed, @Nullable PartnershipId partnership) {
		List<Right> wouldDo = needed.stream().sorted().toList();
		return new NotAllowed("U mist het recht om dit te zien; nodig is het recht van " + wouldDo.stream().map(NAMES::get).collect(Collectors.joining(", of van ")) + ".",
				wouldDo, partnership);
	}
}
