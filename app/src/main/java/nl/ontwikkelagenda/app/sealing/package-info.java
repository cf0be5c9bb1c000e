/** Seals the personal columns of the registers with keys outside the database. */
@NullMarked
package nl.ontwikkelagenda.app.sealing;

import org.jspecify.annotations.NullMarked;
