package nl.ontwikkelagenda.app.webhook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.webhook.Webhook.PauseReason;
import nl.ontwikkelagenda.app.webhook.Webhook.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The register of webhooks. Whoever brings something claims the webhook first, for a while, so that nothing else is brought to it meanwhile; when he dies, another goes on after that.
 */
@Component
class Webhooks {

	/** What else an attempt takes beside waiting for the receiver, and more. */
	private static final Duration MARGIN = Duration.ofSeconds(45);
	private static final String WEBHOOK = "select id, partnership_id, person_id, subject_kind, subject_id, address, state, paused_as, position, created_at from register.webhook ";

	private final JdbcClient jdbc;
	private final Clock clock;
	private final Duration claim;

	Webhooks(JdbcClient jdbc, Clock clock, WebhookSettings settings) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.claim = settings.timeout().plus(MARGIN);
	}

	/** A webhook to which the caller alone may bring something, until then. */
	record Claimed(WebhookId webhookId, Instant until) {
	}

	/** @param position of the log, after which it begins */
	void add(WebhookId id, PartnershipId partnership, PersonId person, Subject subject, URI address, byte[] sealedSecret, long position) {
		jdbc.sql("""
				insert into register.webhook (id, partnership_id, person_id, subject_kind, subject_id, address, secret, position, created_at, free_from)
				values (:id, :partnership, :person, :kind, :subject, :address, :secret, :position, :now, :now)""").param("id", id.value())
				.param("partnership", partnership.value()).param("person", person.value()).param("kind", subject.kind().name()).param("subject", subject.id())
				.param("address", address.toString()).param("secret", sealedSecret).param("position", position).param("now", now()).update();
	}

	void changeSecret(WebhookId id, byte[] sealedSecret) {
		jdbc.sql("update register.webhook set secret = ? where id = ?").params(sealedSecret, id.value()).update();
	}

	byte[] sealedSecret(WebhookId id) {
		return jdbc.sql("select secret from register.webhook where id = ?").param(id.value()).query(byte[].class).single();
	}

	Optional<Webhook> find(WebhookId id) {
		return jdbc.sql(WEBHOOK + "where id = ?").param(id.value()).query(Webhooks::webhook).optional();
	}

	/** Those of these partnerships, oldest first. */
	List<Webhook> of(Collection<PartnershipId> partnerships) {
		return jdbc.sql(WEBHOOK + "where partnership_id = any(?) order by created_at, id").param(partnerships.stream().map(PartnershipId::value).toArray(UUID[]::new))
				.query(Webhooks::webhook).list();
	}

	void remove(WebhookId id) {
		jdbc.sql("delete from register.webhook where id = ?").param(id.value()).update();
	}

	/** Answers false when it was paused already. */
	boolean pause(WebhookId id, PauseReason reason) {
		return jdbc.sql("update register.webhook set state = 'PAUSED', paused_as = ? where id = ? and state = 'ACTIVE'").params(reason.name(), id.value()).update() == 1;
	}

	/** Answers false when it was active already. */
	boolean activate(WebhookId id) {
		return jdbc.sql("update register.webhook set state = 'ACTIVE', paused_as = null where id = ? and state = 'PAUSED'").param(id.value()).update() == 1;
	}

	/** Everything was brought up to and with this position. */
	void reached(WebhookId id, long position) {
		jdbc.sql("update register.webhook set position = greatest(position, ?) where id = ?").params(position, id.value()).update();
	}

	/**
	 * Claims the webhook that had its turn longest ago and to which there may be something to bring.
	 *
	 * @param known how far all that changed can be told
	 */
	Optional<Claimed> claim(long known) {
		Timestamp until = Timestamp.from(clock.instant().plus(claim));
		return jdbc.sql("""
				update register.webhook set free_from = :until where id = (
					select id from register.webhook w where free_from <= :now and (
						exists (select from register.webhook_delivery d where d.webhook_id = w.id and d.state = 'WAITING' and d.next_attempt_at <= :now and (d.once or w.state = 'ACTIVE'))
						or w.state = 'ACTIVE' and position < :known
							and not exists (select from register.webhook_delivery d where d.webhook_id = w.id and d.state = 'WAITING' and not d.once))
					order by free_from, id limit 1 for update skip locked)
				returning id, free_from""").param("until", until).param("now", now()).param("known", known)
				.query((row, number) -> new Claimed(new WebhookId(row.getObject("id", UUID.class)), row.getTimestamp("free_from").toInstant())).optional();
	}

	/** Gives the claim back, if it was not taken over meanwhile. */
	void release(Claimed claimed) {
		jdbc.sql("update register.webhook set free_from = ? where id = ? and free_from = ?").params(now(), claimed.webhookId().value(), Timestamp.from(claimed.until())).update();
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

	private static Webhook webhook(ResultSet row, int number) throws SQLException {
		String reason = row.getString("paused_as");
		return new Webhook(new WebhookId(row.getObject("id", UUID.class)), new PartnershipId(row.getObject("partnership_id", UUID.class)),
				new PersonId(row.getObject("person_id", UUID.class)), Subject.Kind.valueOf(row.getString("subject_kind")), row.getObject("subject_id", UUID.class),
				URI.create(row.getString("address")), State.valueOf(row.getString("state")), reason == null ? null : PauseReason.valueOf(reason), row.getLong("position"),
				row.getTimestamp("created_at").toInstant(), null);
	}
}
