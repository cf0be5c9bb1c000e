/** Papers of meetings, decisions and actions, in the house style of their partnership. */
@NullMarked
package nl.ontwikkelagenda.app.paper;

import org.jspecify.annotations.NullMarked;
