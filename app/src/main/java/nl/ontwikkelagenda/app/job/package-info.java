/** Jobs that note what the calendar brings. */
@NullMarked
package nl.ontwikkelagenda.app.job;

import org.jspecify.annotations.NullMarked;
