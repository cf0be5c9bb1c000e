/** The start page: what asks for the reader's attention in each of his roles, what changed since his last visit, and the next meeting. */
@NullMarked
package nl.ontwikkelagenda.app.start;

import org.jspecify.annotations.NullMarked;
