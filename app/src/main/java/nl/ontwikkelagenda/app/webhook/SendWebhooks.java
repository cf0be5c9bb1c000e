package nl.ontwikkelagenda.app.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.app.feed.FollowedChanges;
import nl.ontwikkelagenda.app.job.Lease;
import nl.ontwikkelagenda.app.job.RecurringJob;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings what changed to the webhooks, several at the same time so that a slow one keeps no other waiting, and forgets old deliveries. */
@Component
public class SendWebhooks implements RecurringJob {

	private static final Logger LOG = LoggerFactory.getLogger(SendWebhooks.class);
	private static final Duration PAUSE = Duration.ofSeconds(5);
	private static final Duration AT_MOST = Duration.ofMinutes(1);
	private static final int AT_ONCE = 4;

	private final Webhooks webhooks;
	private final WebhookDeliveries deliveries;
	private final FollowedChanges changes;
	private final Bringing bringing;

	SendWebhooks(Webhooks webhooks, WebhookDeliveries deliveries, FollowedChanges changes, Bringing bringing) {
		this.webhooks = webhooks;
		this.deliveries = deliveries;
		this.changes = changes;
		this.bringing = bringing;
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(PAUSE);
	}

	/** Several instances may do this at once: a webhook is claimed by one. */
	@Override
	public void run() {
		deliveries.forgetOld();
		long end = System.nanoTime() + AT_MOST.toNanos();
		try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhooks-", 0).factory())) {
			for (int i = 0; i < AT_ONCE; i++) {
				threads.execute(() -> bringUntil(end));
			}
		}
	}

	private void bringUntil(long end) {
		try {
			Optional<Webhooks.Claimed> claimed = webhooks.claim(changes.position());
			while (claimed.isPresent()) {
				Webhooks.Claimed held = claimed.get();
				try (var _ = new Lease(() -> webhooks.renew(held))) {
					bringing.next(held.webhookId());
				}
				webhooks.release(held);
				claimed = System.nanoTime() - end < 0 ? webhooks.claim(changes.position()) : Optional.empty();
			}
		} catch (InterruptedException e) {
			// this server stops: what was not recorded is brought again when the claim has run out
			Thread.currentThread().interrupt();
		} catch (RuntimeException e) {
			LOG.warn("Something was not brought to a webhook, and is tried again", e);
		}
	}
}
