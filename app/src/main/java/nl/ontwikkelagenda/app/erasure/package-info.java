/** Erasing a person: his entry, all that was kept for him, and the texts that name him. */
@NullMarked
package nl.ontwikkelagenda.app.erasure;

import org.jspecify.annotations.NullMarked;
