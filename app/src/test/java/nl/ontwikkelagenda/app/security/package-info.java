/** Tests of who comes in, over HTTP. */
@NullMarked
package nl.ontwikkelagenda.app.security;

import org.jspecify.annotations.NullMarked;
