package nl.ontwikkelagenda.app.exchange;

import java.util.Optional;

/** What stands at the end of every paper that is made as PDF. */
@FunctionalInterface
public interface Imprint {

	/** Empty for nothing. */
	Optional<String> words();
}
