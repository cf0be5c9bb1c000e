/** The imperative shell: HTTP, pages, security, event store, jobs and demo data. */
@NullMarked
package nl.ontwikkelagenda.app;

import org.jspecify.annotations.NullMarked;
