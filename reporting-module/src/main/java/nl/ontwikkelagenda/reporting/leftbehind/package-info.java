/** What those who left a partnership leave behind: seats, mandates and promises that somebody has to take over. */
@NullMarked
package nl.ontwikkelagenda.reporting.leftbehind;

import org.jspecify.annotations.NullMarked;
