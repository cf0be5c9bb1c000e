/** How long what is known of persons is kept: what is over its time is proposed for removal, and who administers the installation decides. */
@NullMarked
package nl.ontwikkelagenda.app.retention;

import org.jspecify.annotations.NullMarked;
