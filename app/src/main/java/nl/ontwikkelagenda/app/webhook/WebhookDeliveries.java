package nl.ontwikkelagenda.app.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.webhook.WebhookDelivery.Attempt;
import nl.ontwikkelagenda.app.webhook.WebhookDelivery.Kind;
import nl.ontwikkelagenda.app.webhook.WebhookDelivery.State;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The log of deliveries. Of changes one at a time is made and waits until it was brought; what is in it is not kept, but told anew from the views whenever it is tried, so that what
 * was erased is gone here too.
 */
@Component
class WebhookDeliveries {

	/** How long a delivery can be looked up. */
	static final Duration KEPT_FOR = Duration.ofDays(30);

	private static final String DELIVERY = "select id, webhook_id, kind, state, after_position, up_to_position, made_at, next_attempt_at, once, tries from register.webhook_delivery ";

	private final JdbcClient jdbc;
	private final Clock clock;

	WebhookDeliveries(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A delivery that is to be tried now.
	 *
	 * @param once  whether it is tried once only, beside the row: a test, or one that is sent again
	 * @param tries how often it was tried before, since it was last begun with
	 */
	record Due(WebhookDelivery delivery, boolean once, int tries) {
	}

	/** One page of the log and how many there are in all. */
	record Listing(List<WebhookDelivery> deliveries, long total) {
	}

	/** Changes after one position up to and with another, to be brought before all that comes later. */
	WebhookDeliveryId make(WebhookId webhook, long after, long upTo) {
		return make(new WebhookDeliveryId(Ids.next()), webhook, Kind.CHANGES, after, upTo);
	}

	/** Answers the one with this id when there is one already. */
	WebhookDeliveryId makeTest(WebhookDeliveryId id, WebhookId webhook) {
		return make(id, webhook, Kind.TEST, null, null);
	}

	private WebhookDeliveryId make(WebhookDeliveryId id, WebhookId webhook, Kind kind, @Nullable Long after, @Nullable Long upTo) {
		jdbc.sql("""
				insert into register.webhook_delivery (id, webhook_id, kind, after_position, up_to_position, made_at, next_attempt_at, once)
				values (:id, :webhook, :kind, :after, :upTo, :now, :now, :once) on conflict (id) do nothing""").param("id", id.value()).param("webhook", webhook.value())
				.param("kind", kind.name()).param("after", after, Types.BIGINT).param("upTo", upTo, Types.BIGINT).param("now", now()).param("once", kind == Kind.TEST).update();
		return id;
	}

	/** What is to be tried now: first what is tried once, then what has its turn in the row, if it may be brought; what was not tried yet may have been made by a clock that was ahead. */
	Optional<Due> due(WebhookId webhook, boolean active) {
		return jdbc.sql(DELIVERY + "where webhook_id = ? and state = 'WAITING' and (next_attempt_at <= ? or tries = 0) and (once or ?) order by once desc, made_at, id limit 1")
				.params(webhook.value(), now(), active)
				.query((row, number) -> new Due(delivery(row, List.of()), row.getBoolean("once"), row.getInt("tries"))).optional();
	}

	/** Whether changes wait that were not brought yet. */
	boolean isWaiting(WebhookId webhook) {
		return jdbc.sql("select count(*) from register.webhook_delivery where webhook_id = ? and state = 'WAITING' and not once").param(webhook.value()).query(Long.class)
				.single() > 0;
	}

	/**
	 * Records how an attempt went.
	 *
	 * @param next when it is tried again; absent when it is settled, or not tried again by itself
	 */
	void tried(WebhookDeliveryId id, Instant at, WebhookClient.Outcome outcome, State state, @Nullable Instant next) {
		int millis = Math.toIntExact(Math.min(Integer.MAX_VALUE, Math.max(0, Duration.between(at, clock.instant()).toMillis())));
		int known = jdbc.sql("update register.webhook_delivery set state = :state, tries = tries + 1, next_attempt_at = coalesce(:next, next_attempt_at) where id = :id")
				.param("state", state.name()).param("next", next == null ? null : Timestamp.from(next), Types.TIMESTAMP).param("id", id.value()).update();
		if (known == 1) {
			jdbc.sql("""
					insert into register.webhook_attempt (delivery_id, number, at, millis, status, error)
					select :id, 1 + count(*), :at, :millis, :status, :error from register.webhook_attempt where delivery_id = :id""").param("id", id.value())
					.param("at", Timestamp.from(at)).param("millis", millis).param("status", outcome.status(), Types.INTEGER).param("error", outcome.error(), Types.VARCHAR)
					.update();
		}
	}

	/** Has what waits in the row tried at once, with all its attempts before it. */
	void beginAgain(WebhookId webhook) {
		jdbc.sql("update register.webhook_delivery set tries = 0, next_attempt_at = ? where webhook_id = ? and state = 'WAITING' and not once").params(now(), webhook.value())
				.update();
	}

	/** Has it tried at once: what waits in the row keeps its place, what was settled is sent once more beside it. */
	void tryAgain(WebhookDeliveryId id) {
		jdbc.sql("update register.webhook_delivery set once = once or state <> 'WAITING', state = 'WAITING', next_attempt_at = ? where id = ?").params(now(), id.value()).update();
	}

	Optional<WebhookDelivery> find(WebhookId webhook, WebhookDeliveryId id) {
		return jdbc.sql(DELIVERY + "where webhook_id = ? and id = ?").params(webhook.value(), id.value())
				.query((row, number) -> delivery(row, attempts(List.of(id.value())).getOrDefault(id.value(), List.of()))).optional();
	}

	/** Latest first. */
	Listing list(WebhookId webhook, @Nullable State state, int page, int pageSize) {
		String where = "where webhook_id = :webhook and (cast(:state as text) is null or state = :state)";
		String wanted = state == null ? null : state.name();
		long total = jdbc.sql("select count(*) from register.webhook_delivery " + where).param("webhook", webhook.value()).param("state", wanted).query(Long.class).single();
		List<WebhookDelivery> bare = jdbc.sql(DELIVERY + where + " order by made_at desc, id desc limit :limit offset :offset").param("webhook", webhook.value())
				.param("state", wanted).param("limit", pageSize).param("offset", (page - 1L) * pageSize).query((row, number) -> delivery(row, List.of())).list();
		Map<UUID, List<Attempt>> attempts = attempts(bare.stream().map(delivery -> delivery.webhookDeliveryId().value()).toList());
		return new Listing(bare.stream().map(each -> new WebhookDelivery(each.webhookDeliveryId(), each.webhookId(), each.kind(), each.state(), each.after(), each.upTo(),
				each.madeAt(), each.nextAttemptAt(), attempts.getOrDefault(each.webhookDeliveryId().value(), List.of()))).toList(), total);
	}

	/** Forgets what was settled and made too long ago. */
	void forgetOld() {
		jdbc.sql("delete from register.webhook_delivery where state <> 'WAITING' and made_at < ?").param(Timestamp.from(clock.instant().minus(KEPT_FOR))).update();
	}

	private Map<UUID, List<Attempt>> attempts(List<UUID> deliveries) {
		Map<UUID, List<Attempt>> attempts = new HashMap<>();
		jdbc.sql("select delivery_id, number, at, millis, status, error from register.webhook_attempt where delivery_id = any(?) order by delivery_id, number")
				.param(deliveries.toArray(UUID[]::new)).query(row -> {
					attempts.computeIfAbsent(row.getObject("delivery_id", UUID.class), each -> new ArrayList<>()).add(new Attempt(row.getInt("number"),
							row.getTimestamp("at").toInstant(), row.getInt("millis"), row.getObject("status", Integer.class), row.getString("error")));
				});
		return attempts;
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

	private static WebhookDelivery delivery(ResultSet row, List<Attempt> attempts) throws SQLException {
		State state = State.valueOf(row.getString("state"));
		return new WebhookDelivery(new WebhookDeliveryId(row.getObject("id", UUID.class)), new WebhookId(row.getObject("webhook_id", UUID.class)),
				Kind.valueOf(row.getString("kind")), state, row.getObject("after_position", Long.class), row.getObject("up_to_position", Long.class),
				row.getTimestamp("made_at").toInstant(), state == State.WAITING ? row.getTimestamp("next_attempt_at").toInstant() : null, attempts);
	}
}
