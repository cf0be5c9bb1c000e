/** What can be seen in a calendar program: feeds of meetings and promises, invitations, and the answers to them. */
@NullMarked
package nl.ontwikkelagenda.app.calendar;

import org.jspecify.annotations.NullMarked;
