/** Backups: everything that can not be made again, in one file that does not depend on the version of PostgreSQL or on where it runs. */
@NullMarked
package nl.ontwikkelagenda.app.backup;

import org.jspecify.annotations.NullMarked;
