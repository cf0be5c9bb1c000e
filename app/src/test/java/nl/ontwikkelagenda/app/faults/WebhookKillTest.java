package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import nl.ontwikkelagenda.app.webhook.Receiver;
import nl.ontwikkelagenda.app.webhook.Receiver.Received;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed while it brings something to a partner; the partner gets everything, in order, what came twice under the same id. */
@Tag("faults")
class WebhookKillTest {

	private static final int CLIENTS = 3;
	private static final int KILLS = 3;

	/** Stays when the test fails: what the application printed tells why. */
	@TempDir(cleanup = CleanupMode.ON_SUCCESS) private Path directory;

	@Test
	void nothingIsLostAndNothingOvertakes() throws Exception {
		try (Installation installation = new Installation(directory)) {
			installation.start();
			installation.awaitReady();
			Clients clients = new Clients(installation, CLIENTS);
			clients.begin();
			Receiver partner = clients.outside().partner();
			for (int kill = 0; kill < KILLS; kill++) {
				partner.answer(exchange -> Thread.sleep(Duration.ofMinutes(1)));
				int before = partner.received().size();
				await(() -> partner.received().size() > before);
				Received cutShort = partner.received().getLast();
				clients.awaitProgress(2);
				installation.killApplication();
				installation.start();
				await(() -> partner.received().stream().filter(each -> each.id().equals(cutShort.id())).count() > 1);
			}
			clients.close();
			assertThat(clients.faults).isEmpty();
			Checker.check(installation, clients);
			List<String> ids = partner.received().stream().map(Received::id).toList();
			assertThat(ids.size() - ids.stream().distinct().count()).isGreaterThanOrEqualTo(KILLS);
			Reliability.record("the application killed while it tells the system of a partner, three times", clients.figures());
			installation.stop();
		}
	}

	private static void await(BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + Installation.PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("in time").isLessThan(end);
			Thread.sleep(100);
		}
	}
}
