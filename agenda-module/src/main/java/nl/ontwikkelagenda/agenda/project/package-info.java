/** Earlier and running projects: their roadmaps, the posters at a carousel, and what was written on them. */
@NullMarked
package nl.ontwikkelagenda.agenda.project;

import org.jspecify.annotations.NullMarked;
