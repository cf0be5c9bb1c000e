/** Tests of the command line. */
@NullMarked
package nl.ontwikkelagenda.app.cli;

import org.jspecify.annotations.NullMarked;
