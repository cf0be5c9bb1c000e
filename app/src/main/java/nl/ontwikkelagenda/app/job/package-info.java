/** What the application does by itself: jobs, and how they are run. */
@NullMarked
package nl.ontwikkelagenda.app.job;

import org.jspecify.annotations.NullMarked;
