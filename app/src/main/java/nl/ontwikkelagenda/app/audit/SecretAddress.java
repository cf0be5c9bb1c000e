package nl.ontwikkelagenda.app.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * The secret address by which a program asks, without logging in: what it is given is written down of its owner.
 *
 * @param addressId of the address in its register, which is not the secret
 * @param subjectId what is read there; absent for what is the owner's own
 */
public record SecretAddress(PersonId owner, UUID addressId, @Nullable UUID subjectId) {

	private static final String NOTED = SecretAddress.class.getName();

	/** Tells with whose eyes this request is answered. */
	public void noteIn(HttpServletRequest request) {
		request.setAttribute(NOTED, this);
	}

	static Optional<SecretAddress> of(HttpServletRequest request) {
		return Optional.ofNullable((SecretAddress) request.getAttribute(NOTED));
	}

	/** What the register of accesses tells of it. */
	Map<String, String> told() {
		Map<String, String> told = new LinkedHashMap<>(Map.of("feed", addressId.toString()));
		if (subjectId != null) {
			told.put("subject", subjectId.toString());
		}
		return told;
	}
}
