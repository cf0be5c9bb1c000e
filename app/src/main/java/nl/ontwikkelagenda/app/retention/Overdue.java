package nl.ontwikkelagenda.app.retention;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.store.NamingFacts;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what was not used for longer than it may be kept. */
@Component
class Overdue {

	private final JdbcClient jdbc;
	private final People people;
	private final NamingFacts facts;
	private final Documents documents;
	private final RetentionPeriods periods;
	private final Today today;

	Overdue(JdbcClient jdbc, People people, NamingFacts facts, Documents documents, RetentionPeriods periods, Today today) {
		this.jdbc = jdbc;
		this.people = people;
		this.facts = facts;
		this.documents = documents;
		this.periods = periods;
		this.today = today;
	}

	/** By person, since when it was not used. */
	Map<PersonId, LocalDate> find(RetentionProposal.Kind kind) {
		LocalDate before = before(kind);
		return switch (kind) {
			case PERSON -> persons(before);
			case CLOSED_ACCOUNT -> closedAccounts(before);
			case UNUSED_ACCOUNT -> unusedAccounts(before);
			case ACCESSES, CORRECTIONS, IMPORTS, DROPPED_WORK -> Map.of();
		};
	}

	/**
	 * Rows of a register.
	 *
	 * @param number of those that are over their time
	 * @param since  the day of the oldest of them; absent when there are none
	 */
	record Rows(long number, @Nullable LocalDate since) {
	}

	/** Those of a kind that is not about one person. */
	Rows rows(RetentionProposal.Kind kind) {
		return jdbc.sql("select count(*), min(moment) from (" + moments(kind) + ") every where moment < :before").param("before", start(before(kind)))
				.query((row, number) -> new Rows(row.getLong(1), day(row.getObject(2, OffsetDateTime.class)))).single();
	}

	/** Removes them. */
	void forget(RetentionProposal.Kind kind) {
		OffsetDateTime before = start(before(kind));
		switch (kind) {
			case ACCESSES -> jdbc.sql("select register.forget_accesses(:before)").param("before", before).query(Long.class).single();
			case CORRECTIONS -> jdbc.sql("delete from register.person_change where changed_at < :before").param("before", before).update();
			case IMPORTS -> jdbc.sql("delete from register.action_import where finished_at < :before").param("before", before).update();
			case DROPPED_WORK -> jdbc.sql("delete from register.dropped_letter where dropped_at < :before").param("before", before).update();
			case PERSON, CLOSED_ACCOUNT, UNUSED_ACCOUNT -> throw new IllegalArgumentException(kind + " is about one person");
		}
	}

	private static String moments(RetentionProposal.Kind kind) {
		return switch (kind) {
			case ACCESSES -> "select at as moment from register.audit_access";
			case CORRECTIONS -> "select changed_at as moment from register.person_change";
			case IMPORTS -> "select finished_at as moment from register.action_import";
			case DROPPED_WORK -> "select dropped_at as moment from register.dropped_letter";
			case PERSON, CLOSED_ACCOUNT, UNUSED_ACCOUNT -> throw new IllegalArgumentException(kind + " is about one person");
		};
	}

	private LocalDate before(RetentionProposal.Kind kind) {
		return today.date().minus(periods.of(kind));
	}

	/** Who comes by a program counts as well; those who administer the installation are left to themselves. */
	private Map<PersonId, LocalDate> unusedAccounts(LocalDate before) {
		return found("""
				select person_id, used_at from (select a.person_id, greatest(a.changed_at, (select max(v.latest_at) from register.visit v where v.person_id = a.person_id),
					(select max(t.last_used_at) from register.access_token t where t.person_id = a.person_id)) as used_at
					from register.account a where a.enabled and not a.administrator and not a.demo) every where used_at < :before""", before);
	}

	private Map<PersonId, LocalDate> closedAccounts(LocalDate before) {
		return found("select person_id, changed_at from register.account where not enabled and changed_at < :before", before);
	}

	/** By the entry that counts, as all entries of somebody go together. Who has an account, or asked that what is known of him is kept, is not among them, under whichever of his ids. */
	private Map<PersonId, LocalDate> persons(LocalDate before) {
		Map<PersonId, LocalDate> unused = found("""
				select coalesce(p.joined_into, p.id), max(p.changed_at) from register.person p left join register.account a on a.person_id = p.id and a.enabled
				group by 1 having max(p.changed_at) < :before and count(p.restricted_as) = 0 and count(a.person_id) = 0""", before);
		Map<PersonId, PersonId> entries = new HashMap<>();
		unused.keySet().forEach(person -> people.entriesOf(person).forEach(entry -> entries.put(entry.personId(), person)));
		if (!unused.isEmpty()) {
			facts.naming(start(before).toInstant(), entries.keySet()).forEach(named -> unused.remove(entries.get(named)));
			entries.forEach((entry, person) -> {
				if (unused.containsKey(person) && takesPart(entry)) {
					unused.remove(person);
				}
			});
		}
		return unused;
	}

	private boolean takesPart(PersonId person) {
		LocalDate day = today.date();
		boolean right = documents.find(ReadModels.RIGHTS, person.toString(), AsOf.NOW).map(Stored::document).map(RightsView::rights).orElse(List.of()).stream()
				.anyMatch(held -> held.on(day));
		return right || documents.items(ReadModels.SEATS, new ListQuery(Map.of("personId", person.toString()), null, List.of("-from"), 1, 100, null), AsOf.NOW).stream()
				.anyMatch(seat -> seat.document().holdsOn(day));
	}

	private Map<PersonId, LocalDate> found(String sql, LocalDate before) {
		Map<PersonId, LocalDate> found = new HashMap<>();
		jdbc.sql(sql).param("before", start(before)).query(row -> {
			found.put(new PersonId(row.getObject(1, UUID.class)), Objects.requireNonNull(day(row.getObject(2, OffsetDateTime.class))));
		});
		return found;
	}

	private static @Nullable LocalDate day(@Nullable OffsetDateTime moment) {
		return moment == null ? null : moment.atZoneSameInstant(Today.AMSTERDAM).toLocalDate();
	}

	private static OffsetDateTime start(LocalDate day) {
		return Today.startOf(day).atOffset(ZoneOffset.UTC);
	}
}
