/** Tests of reminders: weeks that pass, with a real mail server. */
@NullMarked
package nl.ontwikkelagenda.app.reminder;

import org.jspecify.annotations.NullMarked;
