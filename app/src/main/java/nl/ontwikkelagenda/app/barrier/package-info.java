/** Barriers on a page: laws and rules that are in the way, and what becomes of them. */
@NullMarked
package nl.ontwikkelagenda.app.barrier;

import org.jspecify.annotations.NullMarked;
