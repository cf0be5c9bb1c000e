/** The meeting room as a secretary uses it. */
@NullMarked
package nl.ontwikkelagenda.app.meetingroom;

import org.jspecify.annotations.NullMarked;
