/** The page on which a meeting is prepared, run while it goes on, and written up. */
@NullMarked
package nl.ontwikkelagenda.app.meetingroom;

import org.jspecify.annotations.NullMarked;
