package nl.ontwikkelagenda.app.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RightsView.Held;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.account.AccessToken.Scope;
import nl.ontwikkelagenda.app.command.IdempotencyKeyReused;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.InvalidInput;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The caller's own tokens, for the API and the page alike. */
@Component
class TokenKeeping {

	static final int LONGEST_NAME = 100;
	/** So that a token that was forgotten stops. */
	static final int LONGEST_DAYS = 366;

	private final AccessTokens tokens;
	private final Readers readers;
	private final Today today;
	private final Clock clock;

	TokenKeeping(AccessTokens tokens, Readers readers, Today today, Clock clock) {
		this.tokens = tokens;
		this.readers = readers;
		this.today = today;
		this.clock = clock;
	}

	/**
	 * @param expiresOn the last day on which it works
	 * @return with its secret
	 * @throws InvalidInput         a day that has been or is too far away, or a partnership in which the caller holds no right
	 * @throws IdempotencyKeyReused there is another token with this id
	 */
	AccessToken make(UUID id, String name, Scope scope, @Nullable PartnershipId partnership, LocalDate expiresOn) {
		if (expiresOn.isBefore(today.date()) || expiresOn.isAfter(lastDay())) {
			throw new InvalidInput("expiresOn", "Kies een dag van vandaag tot en met " + lastDay() + "; een sleutel werkt hoogstens een jaar.");
		}
		if (partnership != null && !partnerships().contains(partnership)) {
			throw new InvalidInput("partnershipId", "Kies een samenwerkingsverband waarin u een recht hebt, of laat dit weg.");
		}
		AccessToken made = new AccessToken(new AccessTokenId(id), me(), name, scope, partnership, clock.instant(), Today.endOf(expiresOn), null, null);
		if (tokens.find(made.accessTokenId()).filter(there -> differs(there, made)).isPresent()) {
			throw new IdempotencyKeyReused();
		}
		return made.with(tokens.make(made));
	}

	LocalDate lastDay() {
		return today.date().plusDays(LONGEST_DAYS);
	}

	List<AccessToken> all() {
		return tokens.of(me());
	}

	/** @throws NotFound it is not there, or of another */
	AccessToken one(AccessTokenId id) {
		return tokens.find(id).filter(token -> token.personId().equals(me())).orElseThrow(NotFound::new);
	}

	/** Stops it at once; answers what it was. */
	AccessToken revoke(AccessTokenId id) {
		AccessToken token = one(id);
		tokens.revoke(id);
		return token;
	}

	/** In which the caller holds a right, so that a token can be for one of them alone. */
	Set<PartnershipId> partnerships() {
		return readers.heldNow().stream().map(Held::partnershipId).collect(Collectors.toSet());
	}

	private static boolean differs(AccessToken there, AccessToken made) {
		return !there.personId().equals(made.personId()) || !there.name().equals(made.name()) || there.scope() != made.scope()
				|| !Objects.equals(there.partnershipId(), made.partnershipId()) || !there.expiresAt().equals(made.expiresAt());
	}

	private static PersonId me() {
		return Caller.required().personId();
	}
}
