package nl.ontwikkelagenda.app.retention;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.store.NamingFacts;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what was not used for longer than it may be kept. */
@Component
class Overdue {

	private final JdbcClient jdbc;
	private final NamingFacts facts;
	private final Documents documents;
	private final RetentionPeriods periods;
	private final Today today;

	Overdue(JdbcClient jdbc, NamingFacts facts, Documents documents, RetentionPeriods periods, Today today) {
		this.jdbc = jdbc;
		this.facts = facts;
		this.documents = documents;
		this.periods = periods;
		this.today = today;
	}

	/** By person, since when it was not used. */
	Map<PersonId, LocalDate> find(RetentionProposal.Kind kind) {
		LocalDate before = today.date().minus(periods.of(kind));
		return switch (kind) {
			case PERSON -> persons(before);
			case CLOSED_ACCOUNT -> closedAccounts(before);
		};
	}

	private Map<PersonId, LocalDate> closedAccounts(LocalDate before) {
		return found("select person_id, changed_at from register.account where not enabled and changed_at < :before", before);
	}

	/** Who has an account, or asked that what is known of him is kept, is not among them. */
	private Map<PersonId, LocalDate> persons(LocalDate before) {
		Map<PersonId, LocalDate> unused = found("""
				select p.id, p.changed_at from register.person p where p.changed_at < :before and p.joined_into is null and p.restricted_as is null
					and not exists (select from register.account a where a.person_id = p.id and a.enabled)
					and not exists (select from register.person j where j.joined_into = p.id)""", before);
		if (!unused.isEmpty()) {
			facts.naming(start(before).toInstant(), Set.copyOf(unused.keySet())).forEach(unused::remove);
			unused.keySet().removeIf(this::takesPart);
		}
		return unused;
	}

	private boolean takesPart(PersonId person) {
		LocalDate day = today.date();
		boolean right = documents.find(ReadModels.RIGHTS, person.toString(), AsOf.NOW).map(Stored::document).map(RightsView::rights).orElse(List.of()).stream()
				.anyMatch(held -> held.on(day));
		return right || documents.list(ReadModels.SEATS, new ListQuery(Map.of("personId", person.toString()), null, List.of("-from"), 1, 100, null), AsOf.NOW).items().stream()
				.anyMatch(seat -> seat.document().holdsOn(day));
	}

	private Map<PersonId, LocalDate> found(String sql, LocalDate before) {
		Map<PersonId, LocalDate> found = new HashMap<>();
		jdbc.sql(sql).param("before", start(before)).query(row -> {
			found.put(new PersonId(row.getObject(1, UUID.class)), row.getObject(2, OffsetDateTime.class).atZoneSameInstant(Today.AMSTERDAM).toLocalDate());
		});
		return found;
	}

	private static OffsetDateTime start(LocalDate day) {
		return Today.startOf(day).atOffset(ZoneOffset.UTC);
	}
}
