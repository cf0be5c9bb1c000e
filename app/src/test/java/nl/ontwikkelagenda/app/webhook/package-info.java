/** Tests of what is brought to systems of partners, against a real receiver. */
@NullMarked
package nl.ontwikkelagenda.app.webhook;

import org.jspecify.annotations.NullMarked;
