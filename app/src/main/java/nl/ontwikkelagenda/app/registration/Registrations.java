package nl.ontwikkelagenda.app.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.mail.OutgoingMails;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.sealing.SealedTable;
import nl.ontwikkelagenda.app.sealing.Sealer;
import nl.ontwikkelagenda.app.security.LinkSecrets;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The registrations that wait: to be confirmed by who has the e-mail address, and then to be recorded. */
@Component
class Registrations {

	/** How long a link works, and what is not confirmed is kept. */
	static final Duration VALID = Duration.ofDays(7);

	private static final String COLUMNS = "select id, partnership_id, name, function, organisation_id, email, sector, perspective, person_id, confirmed_on from register.registration";
	private static final String BY_LINK = " where token_hash = :hash and expires_at > :now";

	private final JdbcClient jdbc;
	private final Sealer sealer;
	private final People people;
	private final OutgoingMails mails;
	private final RegistrationMail words;
	private final Clock clock;
	private final Today today;
	private final TransactionTemplate transaction;

	Registrations(JdbcClient jdbc, Sealer sealer, People people, OutgoingMails mails, RegistrationMail words, Clock clock, Today today, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.sealer = sealer;
		this.people = people;
		this.mails = mails;
		this.words = words;
		this.clock = clock;
		this.today = today;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** One that was confirmed and is to be recorded. */
	record Confirmed(Registration registration, PersonId personId, LocalDate confirmedOn) {
	}

	/** Keeps it and writes the mail that asks to confirm it; an earlier one with this address in this programme no longer counts. */
	void open(Registration registration, String programme) {
		String secret = LinkSecrets.next();
		transaction.executeWithoutResult(status -> {
			jdbc.sql("delete from register.registration where partnership_id = ? and email_index = any(?) and confirmed_on is null")
					.params(registration.partnershipId().value(), sealer.digests(SealedTable.REGISTRATION, "email", registration.email())).update();
			insert(registration, secret);
			mails.writeToRegistration(registration.id(), words.subject(programme), words.body(programme, secret));
		});
	}

	/** The registration that this link leads to; none when it was used, or is too old. */
	Optional<Registration> byLink(String secret) {
		return LinkSecrets.hasForm(secret)
				? jdbc.sql(COLUMNS + BY_LINK).param("hash", LinkSecrets.hash(secret)).param("now", now()).query(this::registration).optional()
				: Optional.empty();
	}

	/**
	 * Confirms it and enters the person in the register, unless somebody with this name and address is there already; answers false when the link no longer works, as when two use
	 * it at once.
	 */
	boolean confirm(String secret) {
		return LinkSecrets.hasForm(secret) && Boolean.TRUE.equals(transaction.execute(status -> {
			Optional<Registration> found = jdbc.sql(COLUMNS + BY_LINK + " for update").param("hash", LinkSecrets.hash(secret)).param("now", now())
					.query(this::registration).optional();
			found.ifPresent(this::confirm);
			return found.isPresent();
		}));
	}

	/** Those that were confirmed, first one first. */
	List<Confirmed> toRecord() {
		return jdbc.sql(COLUMNS + " where confirmed_on is not null order by written_at, id")
				.query((row, number) -> new Confirmed(registration(row, number), new PersonId(row.getObject("person_id", UUID.class)),
						row.getObject("confirmed_on", LocalDate.class)))
				.list();
	}

	void remove(Registration registration) {
		jdbc.sql("delete from register.registration where id = ?").param(registration.id()).update();
	}

	/** Removes those of which the link no longer works. */
	void forgetUnconfirmed() {
		jdbc.sql("delete from register.registration where confirmed_on is null and expires_at <= ?").param(now()).update();
	}

	private void confirm(Registration registration) {
		PersonId person = people.withNameAndEmail(registration.name(), registration.email()).orElseGet(() -> {
			PersonId fresh = new PersonId(Ids.next());
			people.enter(new Person(fresh, registration.name(), registration.function(), registration.organisationId(), registration.email(), null));
			return fresh;
		});
		jdbc.sql("update register.registration set token_hash = null, person_id = ?, confirmed_on = ? where id = ?").params(person.value(), today.date(), registration.id())
				.update();
	}

	private void insert(Registration registration, String secret) {
		Sealer.Row row = sealer.row(SealedTable.REGISTRATION, registration.id());
		jdbc.sql("""
				insert into register.registration (id, partnership_id, name, function, organisation_id, email, email_index, sector, perspective, token_hash, written_at,
					expires_at)
				values (:id, :partnership, :name, :function, :organisation, :email, :emailIndex, :sector, :perspective, :hash, :now, :until)""").param("id", registration.id())
				.param("partnership", registration.partnershipId().value()).param("name", row.seal("name", registration.name()))
				.param("function", row.seal("function", registration.function()))
				.param("organisation", registration.organisationId() == null ? null : registration.organisationId().value(), Types.OTHER)
				.param("email", row.seal("email", registration.email()))
				.param("emailIndex", sealer.digest(SealedTable.REGISTRATION, "email", registration.email())).param("sector", registration.sector().name())
				.param("perspective", registration.perspective().name()).param("hash", LinkSecrets.hash(secret)).param("now", now())
				.param("until", Timestamp.from(clock.instant().plus(VALID))).update();
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

	private Registration registration(ResultSet row, int number) throws SQLException {
		UUID organisation = row.getObject("organisation_id", UUID.class);
		UUID id = row.getObject("id", UUID.class);
		Sealer.Row sealed = sealer.row(SealedTable.REGISTRATION, id);
		return new Registration(id, new PartnershipId(row.getObject("partnership_id", UUID.class)), sealed.open("name", row.getBytes("name")),
				sealed.open("function", row.getBytes("function")), organisation == null ? null : new OrganisationId(organisation), sealed.open("email", row.getBytes("email")),
				Sector.valueOf(row.getString("sector")),
				Perspective.valueOf(row.getString("perspective")));
	}
}
