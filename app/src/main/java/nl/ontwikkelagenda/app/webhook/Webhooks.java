package nl.ontwikkelagenda.app.webhook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.job.Lease;
import nl.ontwikkelagenda.app.webhook.Webhook.PauseReason;
import nl.ontwikkelagenda.app.webhook.Webhook.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The register of webhooks. Whoever brings something claims the webhook first, for as long as he lives, so that nothing else is brought to it meanwhile; when he dies, another goes on.
 */
@Component
class Webhooks {

	private static final String WEBHOOK = "select id, partnership_id, person_id, subject_kind, subject_id, address, state, paused_as, position, created_at from register.webhook ";

	private final JdbcClient jdbc;
	private final Clock clock;

	Webhooks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A webhook to which the caller alone may bring something, until a time by the clock of the database; and longer when he renews that. */
	static final class Claimed {

		private final WebhookId webhookId;
		private volatile OffsetDateTime until;

		private Claimed(ResultSet row, int number) throws SQLException {
			webhookId = new WebhookId(row.getObject("id", UUID.class));
			until = row.getObject("free_from", OffsetDateTime.class);
		}

		WebhookId webhookId() {
			return webhookId;
		}
	}

	/** @param position of the log, after which it begins */
	void add(WebhookId id, PartnershipId partnership, PersonId person, Subject subject, URI address, byte[] sealedSecret, long position) {
		jdbc.sql("""
				insert into register.webhook (id, partnership_id, person_id, subject_kind, subject_id, address, secret, position, created_at, free_from)
				values (:id, :partnership, :person, :kind, :subject, :address, :secret, :position, :now, clock_timestamp())""").param("id", id.value())
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
		return jdbc.sql("""
				update register.webhook set free_from = %s where id = (
					select id from register.webhook w where not %s and (
						exists (select from register.webhook_delivery d where d.webhook_id = w.id and d.state = 'WAITING' and (d.next_attempt_at <= :now or d.tries = 0) and (d.once or w.state = 'ACTIVE'))
						or w.state = 'ACTIVE' and position < :known
							and not exists (select from register.webhook_delivery d where d.webhook_id = w.id and d.state = 'WAITING' and not d.once))
					order by free_from, id limit 1 for update skip locked)
				returning id, free_from""".formatted(Lease.END, Lease.HOLDS.formatted("free_from"))).param("now", now()).param("known", known).query(Claimed::new).optional();
	}

	/** Says that the caller is still at it, unless another took over. */
	void renew(Claimed claimed) {
		jdbc.sql("update register.webhook set free_from = " + Lease.END + " where id = ? and free_from = ? returning free_from")
				.params(claimed.webhookId.value(), claimed.until).query(OffsetDateTime.class).optional().ifPresent(until -> claimed.until = until);
	}

	/** Gives the claim back, if it was not taken over meanwhile. */
	void release(Claimed claimed) {
		jdbc.sql("update register.webhook set free_from = clock_timestamp() where id = ? and free_from = ?").params(claimed.webhookId.value(), claimed.until).update();
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
