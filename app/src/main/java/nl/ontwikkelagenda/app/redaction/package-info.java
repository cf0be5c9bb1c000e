/** Finding texts in the log and removing them, over REST. */
@NullMarked
package nl.ontwikkelagenda.app.redaction;

import org.jspecify.annotations.NullMarked;
