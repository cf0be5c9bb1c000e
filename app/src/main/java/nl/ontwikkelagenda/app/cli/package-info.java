/** The command line: what the administrator can ask of the application beside serving. */
@NullMarked
package nl.ontwikkelagenda.app.cli;

import org.jspecify.annotations.NullMarked;
