/** Secret keys, kept in files outside the database, and what is sealed with them. */
@NullMarked
package nl.ontwikkelagenda.app.keys;

import org.jspecify.annotations.NullMarked;
