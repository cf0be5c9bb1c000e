/** Tests of the REST interface over HTTP, against the real application. */
@NullMarked
package nl.ontwikkelagenda.app.rest;

import org.jspecify.annotations.NullMarked;
