/** Communities of practice over HTTP. */
@NullMarked
package nl.ontwikkelagenda.app.cop;

import org.jspecify.annotations.NullMarked;
