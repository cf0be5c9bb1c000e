/** Calendars held against a parser that is not ours. */
@NullMarked
package nl.ontwikkelagenda.app.calendar;

import org.jspecify.annotations.NullMarked;
