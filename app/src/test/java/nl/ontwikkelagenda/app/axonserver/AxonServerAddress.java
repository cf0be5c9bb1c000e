package nl.ontwikkelagenda.app.axonserver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jspecify.annotations.Nullable;

/** Where the Axon Server of the tests is: {@code host:port} in the environment, as {@code AXONSERVER_ADDRESS}. It must be one of which the contents are worth nothing. */
final class AxonServerAddress {

	private AxonServerAddress() {
	}

	/** Skips the test when there is none. */
	static String required() {
		@Nullable String address = System.getenv("AXONSERVER_ADDRESS");
		assumeTrue(address != null && !address.isBlank(), "Not tested: there is no Axon Server, as AXONSERVER_ADDRESS is not set");
		return String.valueOf(address);
	}
}
