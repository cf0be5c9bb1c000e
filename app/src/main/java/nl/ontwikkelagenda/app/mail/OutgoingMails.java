package nl.ontwikkelagenda.app.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.job.Lease;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.sealing.SealedTable;
import nl.ontwikkelagenda.app.sealing.Sealer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The outbox. Whoever sends a mail claims it first, for as long as he lives: when he dies before he recorded that it was sent, it is sent again by another. So a mail may come
 * twice, with the same Message-ID, and is never lost.
 */
@Component
public class OutgoingMails {

	/** After so long without success a mail is given up. */
	static final Duration TRIED_FOR = Duration.ofDays(3);
	/** How long a mail can be looked up. */
	static final Duration KEPT_FOR = Duration.ofDays(30);

	private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
	private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
	private static final int PAUSES_GROW_BY = 4;
	private static final int GROWING_PAUSES = 6;
	private static final String COLUMNS = "id, person_id, registration_id, subject, state, attempts, written_at, next_attempt_at, settled_at, error";

	private final JdbcClient jdbc;
	private final Sealer sealer;
	private final Clock clock;

	OutgoingMails(JdbcClient jdbc, Sealer sealer, Clock clock) {
		this.jdbc = jdbc;
		this.sealer = sealer;
		this.clock = clock;
	}

	/**
	 * A mail that the caller alone may send as long as he renews the claim.
	 *
	 * @param address     where it goes, as known now; absent when none is known
	 * @param restricted  whether what is known of him is only kept, so that he gets no mail
	 * @param personId    absent when it goes to somebody who registers and is not known yet
	 * @param enclosureId what a file is to be made of that goes with it
	 */
	record Claimed(OutgoingMailId mailId, @Nullable String address, boolean restricted, @Nullable PersonId personId, String subject, String body, @Nullable UUID enclosureId,
			int attempts, Instant giveUpAt) {

		@Override
		public String toString() {
			return "Claimed mail " + mailId;
		}
	}

	/** One page of the outbox and how many there are in all. */
	public record Listing(List<OutgoingMail> mails, long total) {
	}

	/** Writes a mail, in the transaction that the caller is in: it goes out when that commits. */
	public OutgoingMailId write(PersonId to, String subject, String body) {
		return write(to.value(), null, subject, body, null, false);
	}

	/** As {@link #write(PersonId, String, String)}, to the address of his account: only for what lets him in. */
	public OutgoingMailId writeToAccount(PersonId to, String subject, String body) {
		return write(to.value(), null, subject, body, null, true);
	}

	/**
	 * As {@link #write(PersonId, String, String)}, with a file that {@link Enclosures} make when it is sent.
	 *
	 * @param enclosure what it is made of; absent for no file
	 */
	public OutgoingMailId write(PersonId to, String subject, String body, @Nullable UUID enclosure) {
		return write(to.value(), null, subject, body, enclosure, false);
	}

	/** As {@link #write(PersonId, String, String)}, to the address in a registration that was not confirmed yet. */
	public OutgoingMailId writeToRegistration(UUID registration, String subject, String body) {
		return write(null, registration, subject, body, null, false);
	}

	private OutgoingMailId write(@Nullable UUID person, @Nullable UUID registration, String subject, String body, @Nullable UUID enclosure, boolean toAccount) {
		OutgoingMailId id = new OutgoingMailId(Ids.next());
		Instant now = clock.instant();
		jdbc.sql("""
				insert into register.outgoing_mail (id, person_id, registration_id, subject, body, enclosure_id, to_account, written_at, give_up_at, next_attempt_at)
				values (:id, :person, :registration, :subject, :body, :enclosure, :account, :now, :until, :now)""").param("account", toAccount).param("id", id.value())
				.param("person", person, Types.OTHER)
				.param("registration", registration, Types.OTHER).param("subject", row(id).seal("subject", subject)).param("body", row(id).seal("body", body))
				.param("enclosure", enclosure, Types.OTHER).param("now", time(now)).param("until", time(now.plus(TRIED_FOR))).update();
		return id;
	}

	/**
	 * Claims the mail that has waited longest, if one is to be sent now; one that nobody finishes has its next turn behind what waits by then. What was
	 * not tried yet may have been written by a clock that was ahead.
	 */
	Optional<Claimed> claim() {
		Instant now = clock.instant();
		return jdbc
				.sql("""
				update register.outgoing_mail set claimed_until = %s, next_attempt_at = :now, attempts = attempts + 1
				where id = (select id from register.outgoing_mail where state = 'WAITING' and (next_attempt_at <= :now or attempts = 0) and not %s
					order by next_attempt_at, id limit 1 for update skip locked)
				returning id, subject, body, enclosure_id, attempts, give_up_at, person_id, registration_id, to_account""".formatted(Lease.END,
						Lease.HOLDS.formatted("claimed_until")))
				.param("now", time(now))
				.query((row, number) -> {
					PersonId person = person(row);
					Recipient to = person == null ? registered(row.getObject("registration_id", UUID.class)) : row.getBoolean("to_account") ? accountOf(person) : recipient(person);
					return new Claimed(id(row), to.address(), to.restricted(), person, row(id(row)).open("subject", row.getBytes("subject")),
							row(id(row)).open("body", row.getBytes("body")),
							row.getObject("enclosure_id", UUID.class), row.getInt("attempts"), row.getTimestamp("give_up_at").toInstant());
				}).optional();
	}

	/** Says that the caller is still at it, unless another took over. */
	void renew(Claimed mail) {
		jdbc.sql("update register.outgoing_mail set claimed_until = " + Lease.END + " where id = ? and attempts = ? and state = 'WAITING' and claimed_until is not null")
				.params(mail.mailId().value(), mail.attempts()).update();
	}

	private record Recipient(@Nullable String address, boolean restricted) {
	}

	private Recipient recipient(PersonId person) {
		return jdbc.sql("""
				select counts.id, counts.email, counts.restricted_as is not null from register.person asked join register.person counts on counts.id = coalesce(asked.joined_into, asked.id)
				where asked.id = ?""").param(person.value())
				.query((row, number) -> new Recipient(sealer.row(SealedTable.PERSON, row.getString(1)).openOrNone("email", row.getBytes(2)), row.getBoolean(3))).single();
	}

	/** A person who wants no mails still gets the link with which he comes in. */
	private Recipient accountOf(PersonId person) {
		return jdbc.sql("select email from register.account where person_id = ?").param(person.value())
				.query((row, number) -> new Recipient(sealer.row(SealedTable.ACCOUNT, person).openOrNone("email", row.getBytes(1)), false)).optional()
				.orElse(new Recipient(null, false));
	}

	private Recipient registered(UUID registration) {
		return jdbc.sql("select email from register.registration where id = ?").param(registration)
				.query((row, number) -> new Recipient(sealer.row(SealedTable.REGISTRATION, registration).open("email", row.getBytes(1)), false)).single();
	}

	/** Puts something else in the place of what matches, in all mails that are still there; in the transaction of the caller. */
	public void replace(Pattern words, String instead) {
		record Written(OutgoingMailId id, String subject, @Nullable String body) {
		}
		String replacement = Matcher.quoteReplacement(instead);
		List<Written> mails = jdbc.sql("select id, subject, body from register.outgoing_mail")
				.query((row, number) -> new Written(id(row), row(id(row)).open("subject", row.getBytes("subject")), row(id(row)).openOrNone("body", row.getBytes("body")))).list();
		for (Written mail : mails) {
			String subject = words.matcher(mail.subject()).replaceAll(replacement);
			String body = mail.body() == null ? null : words.matcher(mail.body()).replaceAll(replacement);
			if (!subject.equals(mail.subject()) || !Objects.equals(body, mail.body())) {
				jdbc.sql("update register.outgoing_mail set subject = :subject, body = :body where id = :id").param("subject", row(mail.id()).seal("subject", subject))
						.param("body", row(mail.id()).sealOrNone("body", body), Types.BINARY).param("id", mail.id().value()).update();
			}
		}
	}

	private Sealer.Row row(OutgoingMailId id) {
		return sealer.row(SealedTable.OUTGOING_MAIL, id);
	}

	/** It was sent: what it says is forgotten. */
	void sent(Claimed mail) {
		jdbc.sql("update register.outgoing_mail set state = 'SENT', body = null, settled_at = ?, error = null, claimed_until = null where id = ? and state = 'WAITING'")
				.params(time(clock.instant()), mail.mailId().value()).update();
	}

	/** It could not be sent: later again, each time after a longer pause, until it is given up. */
	void notSent(Claimed mail, String error) {
		Instant next = clock.instant().plus(pauseAfter(mail.attempts()));
		if (next.isAfter(mail.giveUpAt())) {
			givenUp(mail, error);
		} else {
			jdbc.sql("update register.outgoing_mail set next_attempt_at = ?, error = ?, claimed_until = null where id = ? and state = 'WAITING'")
					.params(time(next), error, mail.mailId().value()).update();
		}
	}

	/** It can not be sent, or not any more. */
	void givenUp(Claimed mail, String error) {
		jdbc.sql("update register.outgoing_mail set state = 'FAILED', settled_at = ?, error = ?, claimed_until = null where id = ? and state = 'WAITING'")
				.params(time(clock.instant()), error, mail.mailId().value()).update();
	}

	/** Has a mail that was given up tried again, as if it were new; answers false when it is in another state. */
	public boolean tryAgain(OutgoingMailId id) {
		Instant now = clock.instant();
		return jdbc.sql("""
				update register.outgoing_mail set state = 'WAITING', settled_at = null, attempts = 0, next_attempt_at = ?, give_up_at = ?
				where id = ? and state = 'FAILED'""").params(time(now), time(now.plus(TRIED_FOR)), id.value()).update() == 1;
	}

	/** Forgets mails that were written too long ago, whatever became of them. */
	void forgetOld() {
		jdbc.sql("delete from register.outgoing_mail where written_at < ?").param(time(clock.instant().minus(KEPT_FOR))).update();
	}

	Optional<OutgoingMail> find(OutgoingMailId id) {
		return jdbc.sql("select " + COLUMNS + " from register.outgoing_mail where id = ?").param(id.value()).query(this::mail).optional();
	}

	/** Latest first. */
	public Listing list(OutgoingMail.@Nullable State state, int page, int pageSize) {
		String where = " from register.outgoing_mail where cast(:state as text) is null or state = :state";
		String wanted = state == null ? null : state.name();
		long total = jdbc.sql("select count(*)" + where).param("state", wanted).query(Long.class).single();
		List<OutgoingMail> mails = jdbc.sql("select " + COLUMNS + where + " order by written_at desc, id desc limit :limit offset :offset").param("state", wanted)
				.param("limit", pageSize).param("offset", (page - 1L) * pageSize).query(this::mail).list();
		return new Listing(mails, total);
	}

	private static Duration pauseAfter(int attempts) {
		long factor = (long) Math.pow(PAUSES_GROW_BY, Math.min(attempts - 1, GROWING_PAUSES));
		Duration pause = FIRST_PAUSE.multipliedBy(factor);
		return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
	}

	private OutgoingMail mail(ResultSet row, int number) throws SQLException {
		OutgoingMail.State state = OutgoingMail.State.valueOf(row.getString("state"));
		Timestamp settled = row.getTimestamp("settled_at");
		return new OutgoingMail(id(row), person(row), row.getObject("registration_id", UUID.class), row(id(row)).open("subject", row.getBytes("subject")), state,
				row.getInt("attempts"),
				row.getTimestamp("written_at").toInstant(), state == OutgoingMail.State.WAITING ? row.getTimestamp("next_attempt_at").toInstant() : null,
				settled == null ? null : settled.toInstant(), row.getString("error"));
	}

	private static OutgoingMailId id(ResultSet row) throws SQLException {
		return new OutgoingMailId(row.getObject("id", UUID.class));
	}

	private static @Nullable PersonId person(ResultSet row) throws SQLException {
		UUID person = row.getObject("person_id", UUID.class);
		return person == null ? null : new PersonId(person);
	}

	private static Timestamp time(Instant moment) {
		return Timestamp.from(moment);
	}
}
