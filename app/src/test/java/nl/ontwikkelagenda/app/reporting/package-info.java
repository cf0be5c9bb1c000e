/** Reports and search, asked over HTTP. */
@NullMarked
package nl.ontwikkelagenda.app.reporting;

import org.jspecify.annotations.NullMarked;
