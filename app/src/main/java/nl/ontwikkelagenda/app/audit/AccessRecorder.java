package nl.ontwikkelagenda.app.audit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
		Map<String, String> told = new LinkedHashMap<>(Map.of("command", command));
		told.putAll(asked);
		record(Set.of(partnership), Kind.EXPORTED, told);
	}

	/** A right was wanting. The refusal holds, also when it cannot be written down. */
	public void refused(HttpServletRequest request, @Nullable NotAllowed refusal) {
		if (Caller.current().isEmpty()) {
			return;
		}
		try {
			Map<String, String> asked = AskedFor.in(request);
			Optional<PartnershipId> where = Optional.ofNullable(refusal).flatMap(NotAllowed::partnership).or(() -> named(asked, readable()));
			record(where.map(Set::of).orElse(Set.of()), Kind.REFUSED, asked);
		} catch (DataAccessException e) {
			LOG.error("A refusal could not be written down", e);
		}
	}

	/**
	 * Something is read: written down of who audits the partnership that was asked about; of a request that names none, of each that he audits. What cannot be written down is not given.
	 *
	 * @param part whether it is of a page that is open: of a thing that he read in the last hour it is not written down again
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
		String id = asked.getOrDefault("id", "");
		audited.stream().filter(partnership -> !part || !accesses.hasReadLately(reader, partnership, id))
				.forEach(partnership -> accesses.record(reader, partnership, Kind.READ, asked));
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
