/** What is seen by the seats of a body only. */
@NullMarked
package nl.ontwikkelagenda.app.visibility;

import org.jspecify.annotations.NullMarked;
