/** Tests of backups: made while people work, put back elsewhere, and used. */
@NullMarked
package nl.ontwikkelagenda.app.backup;

import org.jspecify.annotations.NullMarked;
