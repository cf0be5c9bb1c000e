/** Reflection rounds, tested in their own words. */
@NullMarked
package nl.ontwikkelagenda.cop.reflection;

import org.jspecify.annotations.NullMarked;
