/** Tests of the door for commands and of automations, against a real PostgreSQL. */
@NullMarked
package nl.ontwikkelagenda.app.command;

import org.jspecify.annotations.NullMarked;
