package nl.ontwikkelagenda.app.audit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.audit.AuditAccesses.Kind;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Writes down what the request that is being served takes along or is refused. */
@Component
public class AccessRecorder {

	private static final Logger LOG = LoggerFactory.getLogger(AccessRecorder.class);

	private final AuditAccesses accesses;
	private final Readers readers;
	private final Documents documents;

	AccessRecorder(AuditAccesses accesses, Readers readers, Documents documents) {
		this.accesses = accesses;
		this.readers = readers;
		this.documents = documents;
	}

	/** Something is taken along: of the partnership that was asked about, else of each of which the caller may read. What cannot be written down is not given. */
	public void exported(HttpServletRequest request, Kind kind) {
		Map<String, String> asked = AskedFor.in(request);
		Set<PartnershipId> readable = readable();
		Set<PartnershipId> of = named(asked, readable).map(Set::of).orElse(readable);
		record(of, kind, asked);
	}

	/**
	 * Something of a partnership is taken along without a request, by a command that somebody gives on the machine itself. What cannot be written down is not given.
	 *
	 * @param command its name
	 * @param asked   ids, forms and days; never words
	 */
	public void exported(PartnershipId partnership, String command, Map<String, String> asked) {
		record(Set.of(partnership), Kind.EXPORTED, told(command, asked));
	}

	/**
	 * Something of a partnership goes out by itself, in the name of somebody who is not there: with a mail, or to another system; once an hour. What cannot be written down is not given.
	 *
	 * @param way   how it goes out
	 * @param asked ids, forms and days; never words
	 */
	public void exportedFor(PersonId reader, PartnershipId partnership, String way, Map<String, String> asked) {
		accesses.recordOnceAnHour(reader, partnership, Kind.EXPORTED, told(way, asked));
	}

	/** A program fetches something by a secret address: written down of its owner, once an hour. What cannot be written down is not given. */
	void exported(HttpServletRequest request, SecretAddress address) {
		Map<String, String> asked = AskedFor.in(request);
		asked.putAll(address.told());
		PersonId owner = address.owner();
		Set<PartnershipId> readable = new LinkedHashSet<>(readers.partnerships(ReadModels.PARTNERSHIPS, owner));
		Set<PartnershipId> of = Viewer.as(owner, () -> named(asked, readable)).map(Set::of).orElse(readable);
		if (of.isEmpty()) {
			accesses.recordOnceAnHour(owner, null, Kind.EXPORTED, asked);
		}
		of.forEach(partnership -> accesses.recordOnceAnHour(owner, partnership, Kind.EXPORTED, asked));
	}

	/** A right was wanting. The refusal holds, also when it cannot be written down. */
	public void refused(HttpServletRequest request, @Nullable NotAllowed refusal) {
		refused(refusal, () -> AskedFor.in(request));
	}

	/** A right was wanting for a command that somebody gives on the machine itself. */
	public void refused(String command, Map<String, String> asked, NotAllowed refusal) {
		refused(refusal, () -> told(command, asked));
	}

	private void refused(@Nullable NotAllowed refusal, Supplier<Map<String, String>> asking) {
		unlessVisitor(() -> {
			Map<String, String> asked = asking.get();
			Optional<PartnershipId> where = Optional.ofNullable(refusal).flatMap(NotAllowed::partnership).or(() -> named(asked, readable()));
			record(where.map(Set::of).orElse(Set.of()), Kind.REFUSED, asked);
		});
	}

	/**
	 * It was said that what was asked for is not there. When it is there, and is not shown to who asks, that is written down where it is, once an hour; what is nowhere leaves no trace. The
	 * answer is the same, also when it cannot be written down.
	 */
	void notShown(HttpServletRequest request) {
		notShown(() -> AskedFor.in(request));
	}

	/** As for a request, of a command that somebody gives on the machine itself. */
	public void notShown(String command, Map<String, String> asked) {
		notShown(() -> told(command, asked));
	}

	private void notShown(Supplier<Map<String, String>> asking) {
		unlessVisitor(() -> {
			Map<String, String> asked = asking.get();
			Set<PartnershipId> readable = readable();
			asked.values().stream().filter(AskedFor::isId).map(id -> hiding(id, readable)).flatMap(Optional::stream).distinct()
					.forEach(partnership -> accesses.recordOnceAnHour(Caller.required().personId(), partnership, Kind.REFUSED, asked));
		});
	}

	/** The partnership with a thing that the caller cannot see. */
	private Optional<PartnershipId> hiding(String id, Set<PartnershipId> readable) {
		return Viewer.asApplication(() -> documents.partnershipOf(id)).filter(partnership -> !readable.contains(partnership) || documents.partnershipOf(id).isEmpty());
	}

	private static void unlessVisitor(Runnable writing) {
		if (Caller.current().isEmpty()) {
			return;
		}
		try {
			writing.run();
		} catch (DataAccessException e) {
			LOG.error("A refusal could not be written down", e);
		}
	}

	private static Map<String, String> told(String command, Map<String, String> asked) {
		Map<String, String> told = new LinkedHashMap<>(Map.of("command", command));
		told.putAll(asked);
		return told;
	}

	/**
	 * Something is read: written down of who audits the partnership that was asked about; of a request that names none, of each that he audits. What cannot be written down is not given.
	 *
	 * @param part whether a page that is open asks for it by itself: then once an hour
	 */
	void read(HttpServletRequest request, boolean part) {
		Set<PartnershipId> audited = readers.heldNow().stream().filter(held -> held.right() == Right.AUDITOR).map(RightsView.Held::partnershipId)
				.collect(Collectors.toCollection(LinkedHashSet::new));
		if (audited.isEmpty()) {
			return;
		}
		Map<String, String> asked = AskedFor.in(request);
		Optional<PartnershipId> about = named(asked, readable());
		about.ifPresent(partnership -> audited.retainAll(Set.of(partnership)));
		PersonId reader = Caller.required().personId();
		for (PartnershipId partnership : audited) {
			if (part) {
				accesses.recordOnceAnHour(reader, partnership, Kind.READ, asked);
			} else {
				accesses.record(reader, partnership, Kind.READ, asked);
			}
		}
	}

	private void record(Set<PartnershipId> of, Kind kind, Map<String, String> asked) {
		Caller caller = Caller.required();
		if (of.isEmpty()) {
			accesses.record(caller.personId(), null, kind, asked);
		}
		of.forEach(partnership -> accesses.record(caller.personId(), partnership, kind, asked));
	}

	private Set<PartnershipId> readable() {
		return new LinkedHashSet<>(readers.partnerships(ReadModels.PARTNERSHIPS));
	}

	/** Of what was named, the first that is of a partnership in which the caller may read: nobody can write in the register of another. */
	private Optional<PartnershipId> named(Map<String, String> asked, Set<PartnershipId> readable) {
		return asked.values().stream().filter(AskedFor::isId).map(documents::partnershipOf).flatMap(Optional::stream).filter(readable::contains).findFirst();
	}
}
