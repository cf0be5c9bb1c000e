package nl.ontwikkelagenda.app.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.erasure.RetentionErasure;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.retention.RetentionProposal.Kind;
import nl.ontwikkelagenda.app.retention.RetentionProposal.State;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The proposals, and what was decided on them. */
@Component
class RetentionProposals {

	private final JdbcClient jdbc;
	private final Overdue overdue;
	private final RetentionErasure erasure;
	private final Accounts accounts;
	private final Today today;
	private final Clock clock;

	RetentionProposals(JdbcClient jdbc, Overdue overdue, RetentionErasure erasure, Accounts accounts, Today today, Clock clock) {
		this.jdbc = jdbc;
		this.overdue = overdue;
		this.erasure = erasure;
		this.accounts = accounts;
		this.today = today;
		this.clock = clock;
	}

	/** Proposes what is over its time, unless it is kept for a reason; and lets lapse what is used again or gone. */
	void propose() {
		for (Kind kind : Kind.values()) {
			if (kind.isOfRows()) {
				proposeRows(kind);
				continue;
			}
			Map<PersonId, LocalDate> found = overdue.find(kind);
			lapse(kind, found.keySet());
			found.forEach((person, since) -> propose(kind, person, since));
		}
	}

	private void proposeRows(Kind kind) {
		Overdue.Rows found = overdue.rows(kind);
		if (found.since() == null) {
			jdbc.sql("update register.retention_proposal set state = 'LAPSED' where state = 'OPEN' and kind = ?").param(kind.name()).update();
			return;
		}
		jdbc.sql("""
				insert into register.retention_proposal (id, kind, row_count, unused_since, proposed_on)
				select :id, :kind, :rows, :since, :today where not exists (select from register.retention_proposal kept
					where kept.kind = :kind and kept.state = 'KEPT' and kept.kept_until >= :today)
				on conflict (kind, person_id) where state = 'OPEN' do update set row_count = excluded.row_count, unused_since = excluded.unused_since""").param("id", Ids.next())
				.param("kind", kind.name()).param("rows", found.number()).param("since", found.since()).param("today", today.date()).update();
	}

	private void lapse(Kind kind, Set<PersonId> found) {
		jdbc.sql("update register.retention_proposal set state = 'LAPSED' where state = 'OPEN' and kind = :kind and not person_id = any(:found)").param("kind", kind.name())
				.param("found", found.stream().map(PersonId::value).toArray(UUID[]::new)).update();
	}

	private void propose(Kind kind, PersonId person, LocalDate since) {
		jdbc.sql("""
				insert into register.retention_proposal (id, kind, person_id, unused_since, proposed_on)
				select :id, :kind, :person, :since, :today where not exists (select from register.retention_proposal kept
					where kept.kind = :kind and kept.person_id = :person and kept.state = 'KEPT' and kept.kept_until >= :today) on conflict do nothing""").param("id", Ids.next())
				.param("kind", kind.name()).param("person", person.value()).param("since", since).param("today", today.date()).update();
	}

	/** The latest first. */
	List<RetentionProposal> list(@Nullable State state) {
		return jdbc.sql("select * from register.retention_proposal where cast(:state as text) is null or state = :state order by proposed_on desc, id desc")
				.param("state", state == null ? null : state.name()).query(RetentionProposals::proposal).list();
	}

	Optional<RetentionProposal> find(RetentionProposalId id) {
		return jdbc.sql("select * from register.retention_proposal where id = ?").param(id.value()).query(RetentionProposals::proposal).optional();
	}

	/**
	 * Removes what is proposed, or closes an account. Of a person whom texts name it has to be said which of these go, so he is erased from his own page.
	 *
	 * @throws RuleBroken when since it was proposed it was used again, or is to be kept; then it lapses
	 */
	RetentionProposal remove(RetentionProposalId id, PersonId by) {
		RetentionProposal proposal = open(id);
		if (!proposal.kind().isOfRows()) {
			requireStillOverdue(proposal.kind(), about(proposal));
		}
		switch (proposal.kind()) {
			case PERSON -> erasure.erase(about(proposal), by);
			case CLOSED_ACCOUNT -> jdbc.sql("delete from register.account where person_id = ? and not enabled").param(about(proposal).value()).update();
			case UNUSED_ACCOUNT -> accounts.of(about(proposal)).ifPresent(account -> accounts.close(account.username()));
			case ACCESSES, CORRECTIONS, IMPORTS, DROPPED_WORK -> overdue.forget(proposal.kind());
		}
		decide(id, State.REMOVED, by, null, null);
		return find(id).orElseThrow(NotFound::new);
	}

	private void requireStillOverdue(Kind kind, PersonId person) {
		Set<PersonId> found = overdue.find(kind).keySet();
		lapse(kind, found);
		if (!found.contains(person)) {
			throw new RuleBroken("only-what-is-still-over-its-time-is-removed", "Dit voorstel geldt niet meer: er is intussen iets veranderd, zodat dit blijft staan.");
		}
	}

	private static PersonId about(RetentionProposal proposal) {
		return Objects.requireNonNull(proposal.personId());
	}

	/**
	 * Keeps it until a day, for a reason.
	 *
	 * @throws InvalidInput when that day is not to come
	 */
	RetentionProposal keep(RetentionProposalId id, PersonId by, String reason, LocalDate until) {
		if (!until.isAfter(today.date())) {
			throw new InvalidInput("until", "Kies een dag na vandaag.");
		}
		open(id);
		decide(id, State.KEPT, by, reason, until);
		return find(id).orElseThrow(NotFound::new);
	}

	private RetentionProposal open(RetentionProposalId id) {
		RetentionProposal proposal = find(id).orElseThrow(NotFound::new);
		if (proposal.state() != State.OPEN) {
			throw new RuleBroken("a-retention-proposal-is-decided-once", "Over dit voorstel is al beslist, of het geldt niet meer.");
		}
		return proposal;
	}

	private void decide(RetentionProposalId id, State state, PersonId by, @Nullable String reason, @Nullable LocalDate until) {
		jdbc.sql(
				"update register.retention_proposal set state = :state, decided_by = :by, decided_at = :at, reason = :reason, kept_until = cast(:until as date) where id = :id and state = 'OPEN'")
				.param("state", state.name()).param("by", by.value()).param("at", Timestamp.from(clock.instant())).param("reason", reason).param("until", until)
				.param("id", id.value()).update();
	}

	private static RetentionProposal proposal(ResultSet row, int number) throws SQLException {
		UUID by = row.getObject("decided_by", UUID.class);
		Timestamp at = row.getTimestamp("decided_at");
		return new RetentionProposal(new RetentionProposalId(row.getObject("id", UUID.class)), Kind.valueOf(row.getString("kind")),
				row.getObject("person_id", UUID.class) == null ? null : new PersonId(row.getObject("person_id", UUID.class)), row.getObject("row_count", Long.class),
				row.getObject("unused_since", LocalDate.class), row.getObject("proposed_on", LocalDate.class), State.valueOf(row.getString("state")),
				by == null ? null : new PersonId(by),
				at == null ? null : at.toInstant(), row.getString("reason"), row.getObject("kept_until", LocalDate.class));
	}
}
