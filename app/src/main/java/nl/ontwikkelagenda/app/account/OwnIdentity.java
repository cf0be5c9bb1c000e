package nl.ontwikkelagenda.app.account;

import java.util.Optional;

import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.oidc.Identities;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.security.LoginElsewhere;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where the reader logs in beside here, or could. */
@Component
class OwnIdentity {

	private final Identities identities;
	private final ObjectProvider<LoginElsewhere> elsewhere;
	private final Dutch dutch;

	OwnIdentity(Identities identities, ObjectProvider<LoginElsewhere> elsewhere, Dutch dutch) {
		this.identities = identities;
		this.elsewhere = elsewhere;
		this.dutch = dutch;
	}

	/**
	 * As its owner sees it.
	 *
	 * @param name  what people call the other place; its address when it is set no more
	 * @param since since when he can log in there; null when he cannot
	 * @param path  where logging in there begins; null while that is not possible
	 */
	record Shown(String name, @Nullable String since, @Nullable String path) {
	}

	/** None when there is nowhere else to log in, and he did not do so before. */
	Optional<Shown> shown() {
		LoginElsewhere other = elsewhere.getIfAvailable();
		return identities.of(Caller.required().personId())
				.map(linked -> new Shown(other == null ? linked.issuer() : other.name(), dutch.moment(linked.linkedAt()), other == null ? null : other.path()))
				.or(() -> Optional.ofNullable(other).map(place -> new Shown(place.name(), null, place.path())));
	}
}
