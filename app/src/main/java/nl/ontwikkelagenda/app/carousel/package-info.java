/** The project carousel of a work session and the projects on its posters, as people read and write on them. */
@NullMarked
package nl.ontwikkelagenda.app.carousel;

import org.jspecify.annotations.NullMarked;
