/** The guide, help on every page, and the tour. */
@NullMarked
package nl.ontwikkelagenda.app.guide;

import org.jspecify.annotations.NullMarked;
