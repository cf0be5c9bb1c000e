/** Reflection rounds over HTTP, and attacks on them. */
@NullMarked
package nl.ontwikkelagenda.app.reflection;

import org.jspecify.annotations.NullMarked;
