package nl.ontwikkelagenda.app.start;

import java.util.stream.Stream;

import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.administration.Installation;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** For who administers the installation: what did not go as it should, and what waits for his decision. It is known only as it is now. */
@Component
@Order(5)
class MattersOfInstallation implements Matters {

	private final Installation installation;

	MattersOfInstallation(Installation installation) {
		this.installation = installation;
	}

	@Override
	public Stream<Matter> of(Reader reader) {
		return reader.past() || !Caller.required().administrator()
				? Stream.empty()
				: installation.state().concerns().stream()
						.map(concern -> Matter.of(concern.address(), concern.sentence(), "Dit vraagt om aandacht van de beheerder.", null, null, false));
	}
}
