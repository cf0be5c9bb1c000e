package nl.ontwikkelagenda.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

import nl.ontwikkelagenda.app.rest.InvalidInput;

import org.junit.jupiter.api.Test;

/** Where the administrator lets webhooks lead to. */
class DestinationsTest {

	private static Destinations to(String... hosts) {
		return new Destinations(new WebhookSettings(true, Duration.ofSeconds(1), List.of(hosts)));
	}

	@Test
	void withAListOnlyTheServersOnItAndBelowThemAreReached() throws UnknownHostException {
		Destinations destinations = to("localhost", "partner.example");
		assertThat(destinations.checked("https://localhost/berichten").getHost()).isEqualTo("localhost");
		for (String elsewhere : List.of("https://127.0.0.1/", "https://kwaadpartner.example/", "https://partner.example.boef.example/")) {
			assertThatThrownBy(() -> destinations.checked(elsewhere)).isInstanceOfSatisfying(InvalidInput.class,
					refused -> assertThat(refused.errors().getFirst().message()).contains("localhost, partner.example"));
		}
		assertThatThrownBy(() -> destinations.checked("https://api.partner.example/")).as("on the list, but not known").isInstanceOfSatisfying(InvalidInput.class,
				refused -> assertThat(refused.errors().getFirst().message()).contains("niet bekend"));
		assertThat(destinations.resolve("localhost")).isNotEmpty();
		assertThatThrownBy(() -> destinations.resolve("127.0.0.1")).as("one that was made before there was a list").isInstanceOf(Destinations.Refused.class);
	}

	@Test
	void withoutAListEveryServerIsReached() {
		assertThat(to().checked("https://127.0.0.1/").getHost()).isEqualTo("127.0.0.1");
	}
}
