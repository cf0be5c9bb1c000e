package nl.ontwikkelagenda.app.rest;

import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where others find this installation. Only what was set is believed: a Host header can be written by anyone. */
@Component
public class PublicAddress {

	private static final String THIS_MACHINE = "http://localhost:8080";

	private final String address;

	PublicAddress(@Value("${ontwikkelagenda.public-address:}") String address) {
		this.address = address.replaceFirst("/+$", "");
	}

	/** The whole address of this path; empty when no address was set. */
	public Optional<String> page(String path) {
		return address.isEmpty() ? Optional.empty() : Optional.of(address + path);
	}

	/** Whether browsers reach this installation by TLS. */
	public boolean isSecure() {
		return address.startsWith("https://");
	}

	/** As {@link #page(String)}, for a mail, which needs some address: without one that was set, it is that on the machine itself. */
	public String inMail(String path) {
		return page(path).orElse(THIS_MACHINE + path);
	}
}
