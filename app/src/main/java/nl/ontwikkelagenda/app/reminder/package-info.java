/** Reminders of what was promised: computed from the views, given once, by mail and in the application. */
@NullMarked
package nl.ontwikkelagenda.app.reminder;

import org.jspecify.annotations.NullMarked;
