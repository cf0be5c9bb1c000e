/** The one door for commands: who may, once only, in one transaction, answered when every view shows it; and the automations that commands set off. */
@NullMarked
package nl.ontwikkelagenda.app.command;

import org.jspecify.annotations.NullMarked;
