/** The library as people read and keep it: sources to look for, where they are used, and which took the place of which. */
@NullMarked
package nl.ontwikkelagenda.app.library;

import org.jspecify.annotations.NullMarked;
