package nl.ontwikkelagenda.reporting.audit;

import java.util.Base64;

/** Base64 with one way to write everything (RFC 4648, section 4): with its padding, and with zeros in the bits that are left over. */
final class StrictBase64 {

	private StrictBase64() {
	}

	/** @throws IllegalArgumentException this is no base64, or not as everybody writes it */
	static byte[] decode(String text) {
		byte[] bytes = Base64.getDecoder().decode(text);
		if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
			throw new IllegalArgumentException("This base64 lacks its padding, or has bits left over");
		}
		return bytes;
	}
}
