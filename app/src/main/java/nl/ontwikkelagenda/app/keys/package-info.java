/** Secret keys, kept in files outside the database. */
@NullMarked
package nl.ontwikkelagenda.app.keys;

import org.jspecify.annotations.NullMarked;
