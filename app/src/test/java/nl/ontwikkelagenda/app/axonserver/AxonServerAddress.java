package nl.ontwikkelagenda.app.axonserver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import nl.ontwikkelagenda.app.rest.Running;

/** Where the Axon Server of the tests is: {@code host:port} in the environment, as {@code AXONSERVER_ADDRESS}. It must be one of which the contents are worth nothing. */
final class AxonServerAddress {

	private AxonServerAddress() {
	}

	/** Skips the test when there is none. */
	static String required() {
		String address = System.getenv(Running.AXON_SERVER);
		assumeTrue(address != null && !address.isBlank(), "Not tested: there is no Axon Server, as AXONSERVER_ADDRESS is not set");
		return String.valueOf(address);
	}
}
