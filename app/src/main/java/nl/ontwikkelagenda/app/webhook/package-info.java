/** Changes that are brought to the systems of partners, as signed requests. */
@NullMarked
package nl.ontwikkelagenda.app.webhook;

import org.jspecify.annotations.NullMarked;
