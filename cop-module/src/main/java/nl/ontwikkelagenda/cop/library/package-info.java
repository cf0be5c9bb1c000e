/** The sources that those who work together share: literature, tools and examples from other regions. */
@NullMarked
package nl.ontwikkelagenda.cop.library;

import org.jspecify.annotations.NullMarked;
