/** What who administers the installation sees and does: how it is with it, its jobs, its mail, and what was left behind. */
@NullMarked
package nl.ontwikkelagenda.app.administration;

import org.jspecify.annotations.NullMarked;
