/** The history of a thing, fact by fact: who recorded what, by which right, and what it changed. */
@NullMarked
package nl.ontwikkelagenda.app.history;

import org.jspecify.annotations.NullMarked;
