/** What was published, for everybody, without an account. */
@NullMarked
package nl.ontwikkelagenda.app.publication;

import org.jspecify.annotations.NullMarked;
