package nl.ontwikkelagenda.app.start;

import java.util.stream.Stream;

/** One source of what asks for attention. Each asks the views a fixed number of questions, however much there is. */
interface Matters {

	/** So many of one kind at most. */
	int MOST = 50;

	Stream<Matter> of(Reader reader);
}
