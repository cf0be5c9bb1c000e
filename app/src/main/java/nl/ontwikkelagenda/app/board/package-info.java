/** The pages on which an agenda is worked at: the board of an agenda, its themes and tables, and the priority round. */
@NullMarked
package nl.ontwikkelagenda.app.board;

import org.jspecify.annotations.NullMarked;
