/** REST for the nouns of agenda: every controller translates requests to commands and documents to answers, and does nothing else. */
@NullMarked
package nl.ontwikkelagenda.app.agenda;

import org.jspecify.annotations.NullMarked;
