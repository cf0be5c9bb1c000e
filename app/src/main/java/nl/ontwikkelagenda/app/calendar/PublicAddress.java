package nl.ontwikkelagenda.app.calendar;

import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where others find this installation. Only what was set is believed: a Host header can be written by anyone. */
@Component
class PublicAddress {

	private final String address;

	PublicAddress(@Value("${ontwikkelagenda.public-address:}") String address) {
		this.address = address.replaceFirst("/+$", "");
	}

	/** The whole address of this path; empty when no address was set. */
	Optional<String> page(String path) {
		return address.isEmpty() ? Optional.empty() : Optional.of(address + path);
	}
}
